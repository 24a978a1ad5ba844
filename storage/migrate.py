"""Brings a database to the tables of this version, and says how far it is."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.ext.asyncio import AsyncEngine


def config(connection: sa.Connection | None = None) -> Config:
    """Return Alembic's configuration, handed the open connection."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    made.attributes["connection"] = connection
    return made


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the database to the newest tables; doing it twice changes nothing."""
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: command.upgrade(config(sync), "head"))


async def check(engine: AsyncEngine) -> None:
    """Compare the tables with the models. Raises if they tell different stories."""
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: command.check(config(sync)))


async def revisions(engine: AsyncEngine) -> tuple[str | None, str | None]:
    """Return the database's revision and the newest one."""
    async with engine.connect() as connection:
        current = await connection.run_sync(
            lambda sync: MigrationContext.configure(sync).get_current_revision()
        )
    return current, ScriptDirectory.from_config(config()).get_current_head()
