"""What was erased does not linger in a journal."""

from datetime import datetime
from pathlib import Path

from storage.database import Database


async def test_nothing_lingers_in_the_journal_of_sqlite(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        await store.gates.pause(now, "a word that must not stay")
        await store.gates.go_on()
    await database.tidy()

    if database.file:
        assert Path(f"{database.file}-wal").stat().st_size == 0
