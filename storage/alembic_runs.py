"""What only Alembic can do: put the migrations to work, and compare tables with models.

Alembic takes 7 MiB; a database that is up to date is opened without it.
"""

from __future__ import annotations

import io
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy.ext.asyncio import AsyncEngine

_FOLDER = Path(__file__).with_name("migrations")


def config(connection: sa.Connection | None = None) -> Config:
    """Return Alembic's configuration, handed the open connection."""
    made = Config(stdout=io.StringIO())  # it would talk into our output
    made.set_main_option("script_location", str(_FOLDER))
    made.attributes["connection"] = connection
    return made


def upgrade(connection: sa.Connection) -> None:
    """Bring the tables to the newest revision."""
    command.upgrade(config(connection), "head")


async def check(engine: AsyncEngine) -> None:
    """Compare the tables with the models. Raises if they tell different stories."""
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: command.check(config(sync)))


async def difference(engine: AsyncEngine) -> str | None:
    """Return how the tables differ from the models, in one line; None if they do not."""
    try:
        await check(engine)
    except CommandError as error:
        return str(error).replace("\n", " ")
    return None
