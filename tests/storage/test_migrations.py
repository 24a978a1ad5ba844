"""Migrations and tables tell the same story, on both databases."""

import contextlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import command

from storage import alembic_runs, migrate
from storage.crypto import Vault
from storage.database import Database
from storage.tables import training
from storage.training_rows import plan_values
from tests.chat.stage import plan
from tests.conftest import NETWORK


async def test_migrations_build_exactly_our_tables(database: Database) -> None:
    await alembic_runs.check(database.engine)


async def test_a_new_file_is_laid_out_as_migrations_build_it(
    sqlite_template: Path, tmp_path: Path, vault: Vault
) -> None:
    """Tests lay out a new file as the template is; it must be the same in all."""
    path = tmp_path / "new.db"
    new = Database(f"sqlite:///{path}", vault, NETWORK)

    assert await migrate.upgrade(new.engine)

    await new.close()

    assert built(path) == built(sqlite_template)


def built(path: Path) -> list[tuple[str, ...]]:
    """Return what a file is built of, and by which version."""
    with contextlib.closing(sqlite3.connect(path)) as file:
        tables = file.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
        return [*tables, *file.execute("SELECT * FROM alembic_version")]


async def test_upgrading_twice_changes_nothing(database: Database) -> None:
    await migrate.upgrade(database.engine)

    current, newest = await migrate.state(database.engine)

    assert current == newest == migrate.newest()


async def test_what_was_called_off_before_has_an_end_too(database: Database) -> None:
    """When it was is not known any more: when it ended, or else the day of the upgrade."""
    async with database.engine.begin() as connection:
        await connection.run_sync(emptied)
        await connection.run_sync(lambda sync: command.upgrade(alembic_runs.config(sync), "0007"))
        for year, status in ((2020, "cancelled"), (2900, "cancelled"), (2901, "published")):
            starts = datetime(year, 3, 12, 9, tzinfo=UTC)
            made = plan_values(plan(starts))
            row = {"network": NETWORK, "uid": str(year), "host": "rkn-neuss", "status": status}
            await connection.execute(sa.insert(training).values(**row, **made))
    await migrate.upgrade(database.engine)
    async with database.engine.connect() as connection:
        rows = (await connection.execute(sa.select(training).order_by(training.c.id))).all()
    over, ahead, on = rows

    assert over.cancelled_at == over.ends_at
    assert over.ends_at < ahead.cancelled_at < ahead.ends_at
    assert on.cancelled_at is None


def emptied(connection: sa.Connection) -> None:
    """Take everything out of a database."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        return
    tables = sa.MetaData()
    tables.reflect(connection)
    tables.drop_all(connection)
