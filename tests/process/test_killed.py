"""Whoever is killed while a database is changed or copied may call it again, and nothing is lost.

Each command dies by signal 9 at steps all over its work; what it leaves is never taken for whole.
"""

from __future__ import annotations

import asyncio
import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql

from domain.channel import in_chat
from storage import migrate
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.conftest import NETWORK
from tests.process.killing import killed, spread, steps_of
from tests.process.support import ROOT, call
from tests.process.test_copy import asked, content

pytestmark = [pytest.mark.process, pytest.mark.differs, pytest.mark.usefixtures("programs")]

RELEASE = ROOT / "tests" / "storage" / "release_0007"
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
#: Steps at which each command is killed; `make soak` tries many more.
POINTS = [4, pytest.param(120, marks=pytest.mark.soak)]
_ENDINGS = ("", "-wal", "-shm", "-journal")


@dataclass
class Place:
    """A database that can be lost and laid down again, as an old release left it."""

    folder: Path
    url: str

    @property
    def settings(self) -> dict[str, str]:
        return {
            "NETZBOTE_BOT_TOKEN": "1:demo",
            "NETZBOTE_ENCRYPTION_KEYS": KEY,
            "NETZBOTE_DATABASE_URL": self.url,
            "NETZBOTE_ERASURES_FILE": str(self.folder / "erasures.jsonl"),
        }

    @property
    def file(self) -> Path | None:
        return Path(self.url.partition(":///")[2]) if self.url.startswith("sqlite") else None

    def is_emptied(self) -> None:
        if self.file:
            for ending in _ENDINGS:
                Path(f"{self.file}{ending}").unlink(missing_ok=True)
            return
        self._runs("DROP SCHEMA public CASCADE")
        self._runs("CREATE SCHEMA public")

    def is_laid_down(self) -> None:
        """Let it be as the release with revision 0007 left it."""
        self.is_emptied()
        if not self.file:
            self._runs((RELEASE / "postgresql.sql").read_text(encoding="utf-8"))
            return
        connection = sqlite3.connect(self.file)
        connection.executescript((RELEASE / "sqlite.sql").read_text(encoding="utf-8"))
        connection.close()

    def _runs(self, statement: str) -> None:
        url = sa.make_url(self.url)
        host = str(url.query["host"])
        with psycopg.connect(
            host=host, user=url.username, dbname=url.database, autocommit=True
        ) as server:
            server.execute(sql.SQL(statement))

    def says(self, *words: str, code: int = 0, **settings: str) -> str:
        done = call(*words, settings={**self.settings, **settings}, cwd=self.folder)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def revision(self) -> str:
        return str(asked(self.url, "SELECT version_num FROM alembic_version")[0][0])

    def left(self) -> list[str]:
        """Return what lies in the folder and is none of what should stay."""
        known = {"erasures.jsonl", "erasures.jsonl.lock", "one.backup", "steps"}
        known |= {f"netzbote.db{ending}" for ending in (*_ENDINGS, ".lock")}
        return sorted({path.name for path in self.folder.iterdir()} - known)


@pytest.fixture
def place(database_url: str, tmp_path: Path) -> Place:
    made = Place(tmp_path, database_url)
    made.is_laid_down()
    return made


@pytest.mark.parametrize("points", POINTS)
def test_an_upgrade_is_done_or_not_begun(place: Place, points: int) -> None:
    command = ("db", "upgrade")
    steps = steps_of(*command, settings=place.settings, cwd=place.folder)
    whole = content(place.url)
    met, at = 0, spread(steps, points)
    for step in at:
        place.is_laid_down()
        met += killed(*command, at=step, settings=place.settings, cwd=place.folder)
        assert place.revision() in {"0007", migrate.newest()}
        place.says(*command)
        assert content(place.url) == whole
        place.says("db", "check")

    assert met >= len(at) - 1  # the last steps may differ by one


@pytest.mark.parametrize("points", POINTS)
def test_a_change_of_keys_goes_on(place: Place, points: int) -> None:
    new = new_key()
    both = {**place.settings, "NETZBOTE_ENCRYPTION_KEYS": f"{new},{KEY}"}
    place.says("db", "upgrade")
    steps = steps_of("keys", "rotate", settings=both, cwd=place.folder)
    met, at = 0, spread(steps, points)
    for step in at:
        place.is_laid_down()
        place.says("db", "upgrade")
        met += killed("keys", "rotate", at=step, settings=both, cwd=place.folder)
        assert _kim(place, [new, KEY]) == "Kim Muster"
        place.says("keys", "rotate", NETZBOTE_ENCRYPTION_KEYS=f"{new},{KEY}")
        assert _kim(place, [new]) == "Kim Muster"

    assert met >= len(at) - 1  # the last steps may differ by one


def _kim(place: Place, keys: list[str]) -> str | None:
    """Return the name of somebody whose chat and all else these keys open."""

    async def ask() -> str | None:
        database = Database(place.url, Vault(keys), NETWORK)
        async with database.reading() as store:
            assert await store.keys.open_everything()
            found = await store.persons.by_chat(in_chat(4711))
        await database.close()
        return found.name if found else None

    return asyncio.run(ask())


@pytest.mark.parametrize("points", POINTS)
def test_a_backup_has_its_name_only_when_it_is_whole(place: Place, points: int) -> None:
    command = ("backup", "one.backup")
    place.says("db", "upgrade")
    file = place.folder / "one.backup"
    steps = steps_of(*command, settings=place.settings, cwd=place.folder)
    met, at = 0, spread(steps, points)
    for step in at:
        file.unlink()
        met += killed(*command, at=step, settings=place.settings, cwd=place.folder)
        if not file.exists():
            place.says(*command)
        place.says("backup", "verify", str(file))
        assert place.left() == []

    assert met >= len(at) - 1  # the last steps may differ by one


def test_what_a_trial_left_that_was_killed_goes_with_the_next(place: Place) -> None:
    """It holds all that the database holds, and nobody would look for it."""
    command = ("backup", "verify", "one.backup")
    own = f"netzbote_verify_{zlib.crc32(str(sa.make_url(place.url).database).encode()):08x}"
    databases = f"SELECT datname FROM pg_database WHERE starts_with(datname, '{own}')"
    place.says("db", "upgrade")
    place.says("backup", "one.backup")
    steps = steps_of(*command, settings=place.settings, cwd=place.folder)
    killed(*command, at=steps // 2, settings=place.settings, cwd=place.folder)
    left = place.left() if place.file else asked(place.url, databases)
    place.says(*command)

    assert len(left) == 1
    assert place.left() == []
    assert place.file or asked(place.url, databases) == []


@pytest.mark.parametrize("points", POINTS)
def test_a_restore_goes_on_where_it_was(place: Place, points: int) -> None:
    """Nobody is ever served from half a database: there is nothing, or it says that it is half."""
    command = ("restore", "one.backup")
    place.says("db", "upgrade")
    place.says("backup", "one.backup")
    place.is_emptied()
    steps = steps_of(*command, settings=place.settings, cwd=place.folder)
    whole = content(place.url)
    met, at = 0, spread(steps, points)
    for step in at:
        place.is_emptied()
        met += killed(*command, at=step, settings=place.settings, cwd=place.folder)
        if (held := _held(place)) == "restoring":
            assert "half restored" in place.says("run", code=1)
        assert held in {None, "restoring", "restored"}
        if held != "restored":
            place.says(*command)
        assert content(place.url) == whole
        assert place.left() == []

    assert met >= len(at) - 1  # the last steps may differ by one


@pytest.mark.parametrize("write", [1, 2, 3])
def test_a_restore_killed_before_its_last_words_has_not_begun(place: Place, write: int) -> None:
    """A program of PostgreSQL that is fed by us would take our end for the end of the backup."""
    place.says("db", "upgrade")
    place.says("backup", "one.backup")
    place.is_emptied()
    at = f"write:{write}"
    killed("restore", "one.backup", at=at, settings=place.settings, cwd=place.folder)

    assert _held(place) != ""
    if _held(place) is None:
        place.says("restore", "one.backup")
    assert _held(place) == "restored"


def _held(place: Place) -> str | None:
    """Return why sending is held, empty if it is not; None where there are no tables yet."""
    if place.file and not place.file.exists():
        return None
    engine = sa.create_engine(place.url)
    there = sa.inspect(engine).get_table_names()
    engine.dispose()
    if not there:
        return None
    found = asked(place.url, "SELECT owner FROM lease WHERE name = 'hold'")
    return str(found[0][0]) if found else ""
