"""Migrations and tables tell the same story, on both databases."""

from storage import migrate
from storage.database import Database


async def test_migrations_build_exactly_our_tables(database: Database) -> None:
    await migrate.check(database.engine)


async def test_upgrading_twice_changes_nothing(database: Database) -> None:
    await migrate.upgrade(database.engine)

    current, newest = await migrate.state(database.engine)

    assert current == newest == "0010"
