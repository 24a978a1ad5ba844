"""Everything moves to the other database: each value of it, once, and the bot goes on there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from storage.copying import TABLES
from storage.migrate import newest
from tests.conftest import fill
from tests.fixtures.databases import admin
from tests.process.killing import killed, spread, steps_of
from tests.process.support import ROOT, call

pytestmark = [pytest.mark.process, pytest.mark.postgres]

OLD = ROOT / "tests" / "storage" / "release_0007" / "sqlite.sql"
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
_MORE = (
    "INSERT INTO set_aside VALUES ('kreis-x', 'delivery', 7, 'E', '2026-11-03 10:00:00.1')",
    "UPDATE person SET name = x'00ff80' WHERE id = (SELECT min(id) FROM person)",
    "DELETE FROM invitation WHERE id = (SELECT max(id) FROM invitation)",
    # Text that the two databases sort in different orders, unless they are told how.
    """INSERT INTO subscription SELECT min(id), column1 FROM person,
       (VALUES ('a-b'), ('ab'), ('a_b'), ('B'), ('ä'), ('z')) GROUP BY 2""",
    # More than one batch of rows.
    """WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2500)
       INSERT INTO delivery_attempt (delivery_id, number, ended_at, outcome)
       SELECT 71, 1000 + n, '2026-11-03 10:00:00', 'sent' FROM numbers""",
)
_GUARDS = (
    "SELECT tgrelid::regclass::text, tgname, tgenabled::text, pg_get_triggerdef(oid)"
    " FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2"
)
_SQLITE_GUARDS = "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY 2"


class Removal:
    """A folder with a database that has a row in each table, and an empty one on a server."""

    def __init__(self, folder: Path, there: str) -> None:
        self.folder, self.there = folder, there
        self.here = f"sqlite:///{folder}/old.db"
        self.settings = {"NETZBOTE_BOT_TOKEN": "1:demo", "NETZBOTE_ENCRYPTION_KEYS": KEY,
                         "NETZBOTE_DATABASE_URL": self.here}  # fmt: skip

    def says(self, *words: str, code: int = 0, **settings: str) -> str:
        done = call(*words, settings={**self.settings, **settings}, cwd=self.folder)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def empties(self) -> None:
        """Leave an empty place where the copy was."""
        name = str(sa.make_url(self.there).database)
        server = self.there.replace(f"/{name}?", "/{}?")
        admin(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        admin(server, f"CREATE DATABASE {name}")


def asked(address: str, statement: str) -> list[Any]:
    engine = sa.create_engine(address)
    try:
        with engine.begin() as connection:
            found = connection.exec_driver_sql(statement)
            return [tuple(row) for row in found] if found.returns_rows else []
    finally:
        engine.dispose()


def content(address: str) -> dict[str, list[str]]:
    """Return every row of every table, but who holds which lease."""
    engine, found = sa.create_engine(address), {}
    with engine.connect() as connection:
        for table in TABLES:
            if table.name != "lease":
                found[table.name] = sorted(
                    repr(tuple(r)) for r in connection.execute(sa.select(table))
                )
    engine.dispose()
    return found


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with a row in each table, some of them odd, brought up to date."""
    path = tmp_path_factory.mktemp("full") / "old.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
    connection.close()
    settings = {"NETZBOTE_ENCRYPTION_KEYS": KEY, "NETZBOTE_DATABASE_URL": f"sqlite:///{path}"}
    done = call("db", "upgrade", settings=settings, cwd=path.parent)
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(path) as connection:
        for statement in _MORE:
            connection.execute(statement)
    connection.close()
    return path


@pytest.fixture
def removal(full: Path, tmp_path: Path, postgres: str) -> Iterator[Removal]:
    (tmp_path / "old.db").write_bytes(full.read_bytes())
    name = f"copy_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"
    made = Removal(tmp_path, postgres.format(name))
    made.empties()
    yield made
    admin(postgres, f"DROP DATABASE {name} WITH (FORCE)")


def test_each_value_arrives_and_the_former_one_is_closed(removal: Removal) -> None:
    before = content(removal.here)
    said = removal.says("db", "copy", "--to", removal.there)

    assert content(removal.there) == before
    empty = {name for name, rows in before.items() if not rows}
    later = {"account_move", "agreement", "deed", "moveup", "place_change", "regret"}
    later |= {"saved_audience", "seal_end", "second", "secret", "session_missed", "substitute"}
    later |= {"assessment_part", "endorsement", "goal_judgement", "measure", "measure_state"}
    assert empty == later
    rows = sum(map(len, before.values())) + len(asked(removal.here, "SELECT 1 FROM lease")) - 2
    assert f"{rows:,} rows copied, each value of them compared." in said
    refused = removal.says("run", code=1)
    assert "this database was copied to another one, which goes on" in refused
    assert refused.count("\n") == 1
    assert "was copied to another one" in removal.says("keys", "rotate", code=1)


def test_it_goes_back_the_same_way(removal: Removal) -> None:
    before = content(removal.here)
    removal.says("db", "copy", "--to", removal.there)
    asked(removal.there, "UPDATE lease SET expires_at = now() WHERE name NOT IN ('hold', 'copied')")
    back = f"sqlite:///{removal.folder}/back.db"
    removal.says("db", "copy", "--to", back, NETZBOTE_DATABASE_URL=removal.there)

    assert content(back) == before
    assert asked(back, _SQLITE_GUARDS) == asked(removal.here, _SQLITE_GUARDS)
    assert asked(back, "SELECT * FROM sqlite_sequence ORDER BY name") == asked(
        removal.here, "SELECT * FROM sqlite_sequence WHERE seq > 0 ORDER BY name"
    )


def test_guards_stand_as_in_a_new_database(removal: Removal, postgres_template: str) -> None:
    removal.says("db", "copy", "--to", removal.there)
    name = str(sa.make_url(removal.there).database)
    new = asked(removal.there.replace(name, postgres_template), _GUARDS)

    assert new
    assert asked(removal.there, _GUARDS) == new
    with pytest.raises(sa.exc.IntegrityError):
        asked(removal.there, "UPDATE ledger SET n = n + 1")


def test_no_number_is_given_twice(removal: Removal) -> None:
    """A number of somebody who was erased never comes to mean somebody else."""
    removal.says("db", "copy", "--to", removal.there)
    last = dict(asked(removal.here, "SELECT name, seq FROM sqlite_sequence"))
    for table in TABLES:
        if "id" in table.c:
            (n,) = asked(removal.here, f"SELECT coalesce(max(id), 0) FROM {table.name}")[0]
            serial = f"SELECT nextval(pg_get_serial_sequence('{table.name}', 'id'))"
            assert asked(removal.there, serial) == [(max(n, last.get(table.name, 0)) + 1,)]
    assert last["invitation"] > asked(removal.here, "SELECT max(id) FROM invitation")[0][0]


def test_what_cannot_go_over_is_named_and_nothing_is_lost(removal: Removal) -> None:
    asked(removal.here, f"UPDATE delivery SET error = '{'x' * 301}' WHERE id = 55")
    refused = removal.says("db", "copy", "--to", removal.there, code=1)

    assert refused.count("\n") == 1
    assert "delivery, row 55: is not taken: value too long" in refused
    assert "xxx" not in refused
    assert "a copy of this database is not finished" in removal.says("run", code=1)
    half = removal.says("run", code=1, NETZBOTE_DATABASE_URL=removal.there)
    assert "this database is half a copy" in half
    assert asked(removal.there, _GUARDS)
    asked(removal.here, "UPDATE delivery SET error = NULL WHERE id = 55")
    removal.says("db", "copy", "--to", removal.there)
    assert content(removal.there) == content(removal.here)


def test_a_damaged_row_is_named(removal: Removal) -> None:
    asked(removal.here, "UPDATE delivery SET facts = '{' WHERE id = 55")
    refused = removal.says("db", "copy", "--to", removal.there, code=1)

    assert "delivery: the row after row 44 cannot be read; repair or delete it" in refused


@pytest.mark.parametrize(
    ("to", "says"),
    [
        ("mysql://root@localhost/x", "The database address begins with 'mysql'"),
        ("nowhere.txt", "--to nowhere.txt is no address and no file that can be read"),
        ("postgresql+psycopg://n:secret@127.0.0.1:9/x", "see that it answers (--to)"),
        ("sqlite:////proc/nothing/new.db", "/proc/nothing"),
    ],
)
def test_what_is_no_target_is_said_in_one_line(removal: Removal, to: str, says: str) -> None:
    refused = removal.says("db", "copy", "--to", to, code=1)

    assert says in refused
    assert refused.count("\n") == 1
    assert "secret" not in refused
    assert asked(removal.here, "SELECT 1 FROM lease WHERE name = 'hold'") == []


def test_a_full_disk_is_said_and_the_copy_goes_on_once_there_is_room(
    removal: Removal, small_disk: Path
) -> None:
    to = f"sqlite:///{small_disk}/new.db"
    filler = fill(small_disk)
    filler.write_bytes(filler.read_bytes()[: -450 * 1024])  # room to begin
    refused = removal.says("db", "copy", "--to", to, code=1)
    filler.unlink()
    removal.says("db", "copy", "--to", to)

    assert "the disk has no space left; make room" in refused
    assert refused.count("\n") == 1
    assert content(to) == content(removal.here)


def test_only_an_empty_target_of_the_same_tables_is_taken(removal: Removal) -> None:
    here, there = removal.here, removal.there
    same = removal.says("db", "copy", "--to", here, code=1)
    asked(there, "CREATE TABLE theirs (n int)")
    strange = removal.says("db", "copy", "--to", there, code=1)
    asked(there, "DROP TABLE theirs")
    removal.says("db", "upgrade", NETZBOTE_DATABASE_URL=there)
    asked(there, "INSERT INTO subscription SELECT 1, 'x' WHERE false")
    asked(there, "UPDATE alembic_version SET version_num = '0013'")
    other = removal.says("db", "copy", "--to", there, code=1)
    asked(there, f"UPDATE alembic_version SET version_num = '{newest()}'")
    asked(there, "INSERT INTO send_gate VALUES ('kreis', 'telegram', now(), 'x')")
    full = removal.says("db", "copy", "--to", there, code=1)

    assert "--to names the database that is copied" in same
    assert "the target is not empty; name an empty database in --to" in strange
    assert f"the target is at 0013, and this version at {newest()}" in other
    assert "the target is not empty, and no unfinished copy of this database" in full
    assert asked(here, "SELECT 1 FROM lease WHERE name = 'hold'") == []
    asked(there, "DELETE FROM send_gate")
    removal.says("db", "copy", "--to", there)


def test_a_copy_goes_to_one_place_only(removal: Removal) -> None:
    removal.says("db", "copy", "--to", removal.there)
    again = removal.says("db", "copy", "--to", removal.there)
    other = removal.says("db", "copy", "--to", f"sqlite:///{removal.folder}/x.db", code=1)
    stays = removal.says("db", "copy", "--stay")
    nothing = removal.says("db", "copy", "--stay", code=1)

    assert "It was copied and compared before." in again
    assert "was copied to another one before" in other
    assert "may start on this database again" in stays
    assert "there is nothing to do" in nothing


#: Steps at which it is killed; `make soak` tries many more.
SOME, MANY = 5, 150
POINTS = [SOME, pytest.param(MANY, marks=pytest.mark.soak)]


@pytest.mark.parametrize("points", POINTS)
def test_killed_at_any_step_it_goes_on(removal: Removal, full: Path, points: int) -> None:
    """Whatever it had done until then, it comes to its end when it is called again."""
    command = ("db", "copy", "--to", removal.there)
    before = content(removal.here)
    steps = steps_of(*command, settings=removal.settings, cwd=removal.folder)
    met, at = 0, spread(steps, points)
    for step in at:
        for path in removal.folder.glob("old.db*"):
            path.unlink()
        (removal.folder / "old.db").write_bytes(full.read_bytes())
        removal.empties()
        met += killed(*command, at=step, settings=removal.settings, cwd=removal.folder)
        if "filling" not in str(_marks(removal.there)):
            assert content_or_nothing(removal.there) in ({}, before)
        if points > SOME:
            killed(*command, at=steps // 2, settings=removal.settings, cwd=removal.folder)
        removal.says(*command)
        assert content(removal.there) == before == content(removal.here)
        assert {why.partition(":")[0] for (why,) in _marks(removal.here)} == {"moved"}

    assert met >= len(at) - 1  # the last steps may differ by one


def _has_tables(address: str) -> bool:
    engine = sa.create_engine(address)
    found = sa.inspect(engine).has_table("lease")
    engine.dispose()
    return found


def _marks(address: str) -> list[Any]:
    statement = "SELECT owner FROM lease WHERE name = 'hold'"
    return asked(address, statement) if _has_tables(address) else []


def content_or_nothing(address: str) -> dict[str, list[str]]:
    """Return what is in a database; nothing of one without tables or rows."""
    found = content(address) if _has_tables(address) else {}
    return found if any(found.values()) else {}
