"""A migration lets the release before work on: it adds, and takes nothing away.

The tables themselves are compared, before it and after it. One that takes away says why that may be
by `contract = "…"` in its file; what it takes away, no release but those long gone still uses.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command

from storage import alembic_runs, migrate
from storage.database import Database
from tests.storage.test_migrations import emptied

pytestmark = pytest.mark.postgres

VERSIONS = Path(migrate.__file__).with_name("migrations") / "versions"
#: The rule came after it.
FIRST = "0014"


def chain() -> list[str]:
    """Return all revisions, each behind the one that it builds upon."""
    named = migrate._named()
    found = [migrate.newest()]
    while (wanted := named[found[-1]]) is not None:
        found.append(wanted)
    return found[::-1]


def declared(revision: str) -> str | None:
    """Return why a migration may take something away, if it says so."""
    (path,) = VERSIONS.glob(f"{revision}_*.py")
    spec = importlib.util.spec_from_file_location(f"revision_{revision}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, "contract", None)


def described(connection: sa.Connection) -> dict[str, dict[str, Any]]:
    """Return of each table its columns, and the rules that may refuse a row."""
    look = sa.inspect(connection)
    found = {}
    for table in look.get_table_names():
        columns = {each["name"]: each for each in look.get_columns(table)}
        unique = [each["name"] for each in look.get_indexes(table) if each["unique"]]
        rules = [
            each["name"]
            for each in (
                *look.get_unique_constraints(table),
                *look.get_check_constraints(table),
                *look.get_foreign_keys(table),
            )
        ]
        found[table] = {"columns": columns, "rules": {*unique, *rules}}
    return found


def refuses(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the release before can no longer do."""
    for table, was in before.items():
        if table not in after:
            yield f"{table} is gone"
            continue
        now = after[table]
        yield from _narrower(table, was["columns"], now["columns"])
        yield from (f"{table} has a new rule: {rule}" for rule in now["rules"] - was["rules"])


def _narrower(table: str, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for name, column in was.items():
        if name not in now:
            yield f"{table}.{name} is gone"
        elif str(column["type"]) != str(now[name]["type"]):
            yield f"{table}.{name} is of another type"
        elif column["nullable"] and not now[name]["nullable"]:
            yield f"{table}.{name} must not be empty any more"
    for name in now.keys() - was.keys():
        column = now[name]
        if not column["nullable"] and column["default"] is None:
            yield f"{table}.{name} must be given"


def _upgraded(connection: sa.Connection, revision: str) -> None:
    command.upgrade(alembic_runs.config(connection), revision)


@pytest.mark.long
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_migration_lets_the_release_before_work_on(database: Database) -> None:
    taken: dict[str, list[str]] = {}
    async with database.engine.begin() as connection:
        await connection.run_sync(emptied)
        before: dict[str, Any] = {}
        for revision in chain():
            await connection.run_sync(_upgraded, revision)
            after = await connection.run_sync(described)
            if found := list(refuses(before, after)):
                taken[revision] = found
            before = after

    assert "person.chat_key is gone" in taken[FIRST]  # so that this test sees anything
    assert "registration has a new rule: ix_registration_training_id_seat_code" in taken["0010"]
    late = {revision: found for revision, found in taken.items() if revision >= FIRST}
    assert {revision: found for revision, found in late.items() if not declared(revision)} == {}
    assert [r for r in chain() if r >= FIRST and declared(r) and r not in taken] == []


def test_each_way_to_take_away_is_seen() -> None:
    def column(kind: str = "INTEGER", *, nullable: bool = True, default: str | None = None) -> Any:
        return {"type": kind, "nullable": nullable, "default": default}

    before = {
        "a": {"columns": {"x": column(), "y": column(), "z": column()}, "rules": set()},
        "b": {"columns": {}, "rules": {"old"}},
    }
    columns = {"y": column("TEXT"), "z": column(nullable=False), "new": column(nullable=False)}
    columns |= {"fine": column(), "given": column(nullable=False, default="0")}
    after = {"a": {"columns": columns, "rules": {"uq"}}, "c": {"columns": {}, "rules": {"ck"}}}

    assert list(refuses(before, after)) == [
        "a.x is gone",
        "a.y is of another type",
        "a.z must not be empty any more",
        "a.new must be given",
        "a has a new rule: uq",
        "b is gone",
    ]
