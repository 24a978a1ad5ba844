"""`netzbote db`: the tables of the database."""

from __future__ import annotations

from bot.commands.common import (
    AsJson,
    group,
    open_database,
    read_settings,
    say,
    wait_for,
    write_json,
)
from domain.problem import Problem
from storage import migrate

app = group("db", "The database: bring it up to date, check it.")


@app.command(epilog="Example: netzbote db upgrade")
def upgrade() -> None:
    """Bring the database to the tables of this version; `run` does so by itself."""
    say("Brought up to date." if wait_for(_upgrade()) else "Nothing to do.")


async def _upgrade() -> bool:
    database = open_database(read_settings())
    try:
        return await migrate.upgrade(database.engine)
    finally:
        await database.close()


@app.command(epilog="Example: netzbote db check --json")
def check(as_json: AsJson = False) -> None:
    """Say how far the database is, and whether its tables are as they should be."""
    current, newest, difference = wait_for(_check())
    if as_json:
        write_json({"revision": current, "newest": newest, "difference": difference})
    else:
        say(f"Database at {current or 'nothing yet'}, this version at {newest}.")
    if current != newest:
        raise Problem("the database is not up to date; call: netzbote db upgrade")
    if difference:
        raise Problem(f"the tables differ from this version: {difference}")


async def _check() -> tuple[str | None, str, str | None]:
    from storage import alembic_runs  # memory: only this command needs Alembic

    database = open_database(read_settings())
    try:
        current, newest = await migrate.state(database.engine)
        different = current == newest and await alembic_runs.difference(database.engine)
        return current, newest, different or None
    finally:
        await database.close()
