"""SQLite's one writer: whoever waits together is committed together, and nobody spoils another."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.crypto import Vault
from storage.database import Database
from tests.conftest import NETWORK
from tests.fixtures.databases import prepared

#: What SQLite answers.
OFF, FULL = 0, 2


@pytest.fixture
async def database(tmp_path: Path, vault: Vault) -> AsyncIterator[Database]:
    made = Database(f"sqlite:///{tmp_path}/netzbote.db", vault, NETWORK)
    async with made.engine.begin() as connection:
        await connection.exec_driver_sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        await connection.exec_driver_sql(
            "CREATE TABLE said (n INTEGER PRIMARY KEY, of INTEGER"
            " REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED)"
        )
    yield made
    await made.close()


def test_a_commit_of_the_bot_waits_for_the_disk() -> None:
    """A forgotten «sent» would be a repeat: what the bot begins a connection with is full."""
    connection = sqlite3.connect(":memory:")
    level = "PRAGMA synchronous"
    connection.execute("PRAGMA synchronous=OFF")
    prepared(connection, None)
    in_the_bot = connection.execute(level).fetchone()
    connection.close()

    assert in_the_bot == (FULL,)


async def test_no_test_waits_for_the_disk(database: Database) -> None:
    async with database.engine.connect() as connection:
        here = (await connection.exec_driver_sql("PRAGMA synchronous")).scalar()

    assert here == OFF


@contextmanager
def commits(database: Database) -> Iterator[list[int]]:
    """Count the commits."""
    counted: list[int] = []

    def committed(_: object) -> None:
        counted.append(1)

    sa.event.listen(database.engine.sync_engine, "commit", committed)
    try:
        yield counted
    finally:
        sa.event.remove(database.engine.sync_engine, "commit", committed)


async def put(database: Database, n: int, of: int | None = None, fail: str = "") -> int:
    """Put a row in a transaction of its own, and fail after it if that is wanted."""
    async with database.transaction() as store:
        connection = store.persons._connection
        await connection.execute(sa.text("INSERT INTO said VALUES (:n, :of)"), {"n": n, "of": of})
        await asyncio.sleep(0)  # let others come and wait
        if fail:
            raise ValueError(fail)
    return n


async def rows(database: Database) -> list[int]:
    async with database.reading() as store:
        found = await store.persons._connection.execute(
            sa.text("SELECT n FROM said ORDER BY rowid")
        )
        return [row.n for row in found]


async def test_who_waits_together_is_committed_together(database: Database) -> None:
    with commits(database) as counted:
        await asyncio.gather(*(put(database, n) for n in range(40)))

    assert await rows(database) == list(range(40))
    assert len(counted) <= 4


async def test_who_is_alone_waits_for_nobody(database: Database) -> None:
    with commits(database) as counted:
        for n in range(3):
            await put(database, n)

            assert await rows(database) == list(range(n + 1))

    assert len(counted) == 3


async def test_all_is_kept_when_it_returns(database: Database, tmp_path: Path) -> None:
    kept: list[tuple[int, list[int]]] = []

    async def put_and_look(n: int) -> None:
        await put(database, n)
        kept.append((n, await rows(database)))

    await asyncio.gather(*(put_and_look(n) for n in range(20)))

    assert len(kept) == 20
    assert all(n in seen for n, seen in kept)


@pytest.mark.parametrize("bad", [0, 7, 19])
async def test_who_fails_spoils_nobody_else(database: Database, bad: int) -> None:
    ended = await asyncio.gather(
        *(put(database, n, fail="no" if n == bad else "") for n in range(20)),
        return_exceptions=True,
    )

    assert [type(one) for one in ended if not isinstance(one, int)] == [ValueError]
    assert await rows(database) == [n for n in range(20) if n != bad]


async def test_a_wrong_statement_spoils_nobody_else(database: Database) -> None:
    numbers = [0, 1, 2, 2, 3, 0, 4]  # two keys twice
    ended = await asyncio.gather(*(put(database, n) for n in numbers), return_exceptions=True)

    assert [type(one) for one in ended if not isinstance(one, int)] == [sa.exc.IntegrityError] * 2
    assert await rows(database) == [0, 1, 2, 3, 4]


async def test_a_commit_that_fails_fails_for_all_and_keeps_nothing(database: Database) -> None:
    ended = await asyncio.gather(
        *(put(database, n, of=99 if n == 3 else None) for n in range(8)), return_exceptions=True
    )
    failed = [n for n, one in enumerate(ended) if not isinstance(one, int)]

    assert 3 in failed
    assert await rows(database) == [n for n in range(8) if n not in failed]
    assert await put(database, 100) == 100  # the writer goes on


async def test_who_gives_up_holds_up_nobody(database: Database) -> None:
    tasks = [asyncio.create_task(put(database, n)) for n in range(12)]
    await asyncio.sleep(0)
    for gone in tasks[3:9]:
        gone.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)

    assert {n for n, one in enumerate(ended) if one == n} <= set(await rows(database))
    assert await put(database, 100) == 100


@pytest.mark.parametrize("others", [0, 3])
async def test_who_is_cancelled_while_all_is_committed_spoils_nothing(
    database: Database, others: int
) -> None:
    """The cancellation must come out as one, after the commit: else who polls goes on polling."""
    one = asyncio.create_task(put(database, 0))
    more = [asyncio.create_task(put(database, n)) for n in range(1, others + 1)]

    def committing(_: object) -> None:
        asyncio.get_running_loop().call_soon(one.cancel)

    sa.event.listen(database.engine.sync_engine, "commit", committing)
    done = await asyncio.gather(one, *more, return_exceptions=True)
    sa.event.remove(database.engine.sync_engine, "commit", committing)

    assert one.cancelled()
    assert done[1:] == list(range(1, others + 1))
    assert await rows(database) == list(range(others + 1))
    assert await put(database, 9) == 9


async def test_who_comes_first_writes_first(database: Database) -> None:
    order = [5, 3, 9, 1, 7]
    began: list[int] = []

    async def noted(n: int) -> None:
        async with database.transaction():
            began.append(n)
            await asyncio.sleep(0)

    await asyncio.gather(*(noted(n) for n in order))

    assert began == order
