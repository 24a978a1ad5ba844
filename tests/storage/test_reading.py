"""Who reads from SQLite holds a connection no longer than the reading: one does for all."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.crypto import Vault
from storage.database import Database

MANY = 20


@pytest.fixture
def opened() -> Iterator[list[object]]:
    """Return a list that grows by each connection that is opened to any database."""
    found: list[object] = []

    def note(connection: object, _record: object) -> None:
        found.append(connection)

    sa.event.listen(sa.Pool, "connect", note)
    yield found
    sa.event.remove(sa.Pool, "connect", note)


@pytest.fixture
async def database(sqlite_template: Path, tmp_path: Path, vault: Vault) -> AsyncIterator[Database]:
    """Return a database of its own, on SQLite."""
    path = tmp_path / "netzbote.db"
    shutil.copy(sqlite_template, path)
    made = Database(f"sqlite:///{path}", vault, "rhein-kreis-neuss")
    yield made
    await made.close()


async def read(database: Database) -> int:
    async with database.reading() as store:
        return await store.persons.count()


async def test_many_who_read_at_once_share_a_connection(
    database: Database, opened: list[object]
) -> None:
    await asyncio.gather(*(read(database) for _ in range(MANY)))

    assert len(opened) == 1


async def test_a_reading_within_a_reading_waits_for_nobody(
    database: Database, opened: list[object]
) -> None:
    async with asyncio.timeout(5), database.reading() as store:
        assert await store.persons.count() == await read(database)

    assert len(opened) == 2


async def test_a_cancelled_reading_gives_its_connection_back(
    database: Database, opened: list[object]
) -> None:
    async def waits() -> None:
        async with database.reading() as store:
            await store.persons.count()
            await asyncio.Event().wait()

    for _ in range(MANY):
        task = asyncio.create_task(waits())
        await asyncio.sleep(0)
        task.cancel()
        [ended] = await asyncio.gather(task, return_exceptions=True)
        assert isinstance(ended, asyncio.CancelledError)

    assert await read(database) == 0
    assert len(opened) == 1
