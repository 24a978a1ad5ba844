"""What was erased does not linger in a journal."""

import asyncio
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from domain.channel import in_chat
from domain.draft import Draft
from storage.crypto import Vault
from storage.database import Database


async def test_nothing_lingers_in_the_journal_of_sqlite(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        await store.drafts.put(in_chat(101), Draft("name", "name", {"word": "must not stay"}), now)
        await store.drafts.drop(in_chat(101))
    await database.tidy()

    assert journal_size(database) == 0


def journal_size(database: Database) -> int:
    """Return the size of the write-ahead log in bytes, 0 where there is none."""
    return Path(f"{database.file}-wal").stat().st_size if database.file else 0


LOOK = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM person')"


async def test_a_second_connection_lets_go_of_no_lock(
    sqlite_template: Path, tmp_path: Path, vault: Vault
) -> None:
    """Else another process that closes the file would take our journal away with it."""
    path = tmp_path / "netzbote.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}", vault, "rhein-kreis-neuss")
    async with database.transaction() as store:
        await store.persons.count()
    async with database.reading() as one, database.reading() as other:
        await one.persons.count()
        await other.persons.count()
    command = [sys.executable, "-c", f"{LOOK}; c.close()", str(path)]
    await asyncio.to_thread(subprocess.run, command, check=True)
    kept = path.with_name("netzbote.db-wal").exists()
    await database.close()

    assert kept
