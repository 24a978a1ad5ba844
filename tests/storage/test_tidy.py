"""What was erased does not linger in a journal."""

from datetime import datetime
from pathlib import Path

from storage.database import Database


async def test_nothing_lingers_in_the_journal_of_sqlite(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        await store.gates.pause(now, "a word that must not stay")
        await store.gates.go_on()
    await database.tidy()

    assert journal_size(database) == 0


def journal_size(database: Database) -> int:
    """Return the size of the write-ahead log in bytes, 0 where there is none."""
    return Path(f"{database.file}-wal").stat().st_size if database.file else 0
