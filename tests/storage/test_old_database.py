"""A database of the release that ended with revision 0007, full of made-up data, is opened."""

from __future__ import annotations

import re
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.channel import in_chat
from domain.ledger import sealing
from domain.network import Network
from domain.vocabulary import RegistrationStatus, Sector, Topic
from storage import alembic_runs, migrate
from storage.crypto import Vault
from storage.database import Database, DatabaseProblem
from storage.report.tables import metadata
from tests.conftest import NETWORK, NOW

RELEASE = Path(__file__).with_name("release_0007")
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
_TRIGGERS = {
    "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT t.tgname, t.tgrelid::regclass::text, pg_get_triggerdef(t.oid) || p.prosrc"
        " FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal"
    ),
}


@pytest.fixture
def old_url(database_url: str, tmp_path: Path) -> str:
    """Return the address of a database as the old release left it."""
    if database_url.startswith("sqlite"):
        path = tmp_path / "old.db"
        connection = sqlite3.connect(path)
        connection.executescript((RELEASE / "sqlite.sql").read_text(encoding="utf-8"))
        connection.close()
        return f"sqlite:///{path}"
    url = sa.make_url(database_url)
    host = str(url.query["host"])
    with psycopg.connect(
        host=host, user=url.username, dbname=url.database, autocommit=True
    ) as server:
        server.execute("DROP SCHEMA public CASCADE")
        server.execute("CREATE SCHEMA public")
        server.execute(sql.SQL((RELEASE / "postgresql.sql").read_text(encoding="utf-8")))
    return database_url


async def _described(engine: AsyncEngine) -> dict[str, Any]:
    """Return all that a schema is made of: columns, keys, checks, indexes, triggers."""

    def described(connection: sa.Connection) -> dict[str, Any]:
        look = sa.inspect(connection)
        found: dict[str, Any] = {}
        for name in look.get_table_names():
            found[name] = [
                _told(look.get_columns(name)),
                _told([look.get_pk_constraint(name)]),
                _told(look.get_foreign_keys(name)),
                _told(look.get_indexes(name)),
                _told(look.get_unique_constraints(name)),
                _told(look.get_check_constraints(name)),
            ]
        rows = connection.exec_driver_sql(_TRIGGERS[engine.dialect.name]).all()
        return {**found, "triggers": sorted(str([_plain(each) for each in row]) for row in rows)}

    async with engine.connect() as connection:
        return await connection.run_sync(described)


def _told(listed: Any) -> list[str]:
    """Return each thing as text; a dumped PostgreSQL writes casts and brackets another way."""
    rows = [{name: _plain(value) for name, value in each.items()} for each in listed]
    return sorted(str(row) for row in rows)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    text = value if isinstance(value, list | bool) else str(value)
    return re.sub(r"::[a-z ]+(\[\])?|[()]", "", text) if isinstance(text, str) else text


@pytest.mark.long
async def test_an_old_database_becomes_what_a_new_one_is(
    database_url: str, request: pytest.FixtureRequest
) -> None:
    new = Database(database_url, Vault([KEY]), NETWORK)
    made = await _described(new.engine)
    await new.close()
    old = Database(request.getfixturevalue("old_url"), Vault([KEY]), NETWORK)
    await migrate.upgrade(old.engine)

    assert await _described(old.engine) == made
    await alembic_runs.check(old.engine)

    await old.close()


@pytest.mark.long
async def test_everything_an_old_database_held_can_be_read(old_url: str, network: Network) -> None:
    database = Database(old_url, Vault([KEY]), NETWORK)
    await migrate.upgrade(database.engine)

    async with database.reading() as store:
        kim = await store.persons.by_chat(in_chat(4711))
        assert kim is not None
        assert (kim.name, kim.office, kim.sector) == ("Kim Muster", "rkn-neuss", Sector.HEALTH)
        assert await store.persons.topics(kim.id) == {Topic.TRAUMA}
        assert await store.access.of_chat(in_chat(4713)) is not None
        draft = await store.drafts.get(in_chat(4711))
        assert draft is not None
        assert (draft.kind, draft.step, draft.version) == ("plan", "title", 7)
        entered = await store.registrations.of_person(kim.id, NOW)
        assert [own.status for _, own in entered] == [RegistrationStatus.CONFIRMED]
        assert entered[0][0].title == "Schutzkonzepte <b>&</b> Beteiligung"
        assert await store.reports.assessment(2026)
        assert await store.years.published(2026)
        checked = await sealing.verify(store, network)
        assert ([seal.year for seal in checked.seals], checked.broken) == ([2026], [])
        assert checked.whole
        assert await store.ledger.between(date(2027, 1, 1), date(2027, 12, 31))
    async with database.engine.connect() as connection:
        empty = [
            table.name
            for table in metadata.sorted_tables
            if await connection.scalar(sa.select(sa.func.count()).select_from(table)) == 0
        ]
    later = ["account_move", "agreement", "deed", "moveup", "place_change", "regret"]
    later += ["saved_audience", "seal_end", "second", "secret", "session_missed", "set_aside"]
    later += ["assessment_part", "endorsement", "goal_judgement", "measure", "measure_state"]
    assert sorted(empty) == sorted([*later, "substitute"])

    await database.close()


@pytest.mark.parametrize(
    ("revision", "said"), [("0003", "begins with 0007"), ("9999", "knows nothing after")]
)
async def test_a_database_of_no_revision_of_ours_is_refused(
    old_url: str, revision: str, said: str
) -> None:
    database = Database(old_url, Vault([KEY]), NETWORK)
    async with database.engine.begin() as connection:
        await connection.execute(sa.text(f"UPDATE alembic_version SET version_num = '{revision}'"))

    with pytest.raises(DatabaseProblem, match=said):
        await migrate.upgrade(database.engine)

    await database.close()
