"""`netzbote db`: the tables of the database."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from bot import copying
from bot.commands.common import (
    AsJson,
    group,
    open_database,
    progress,
    read_settings,
    say,
    table,
    wait_for,
    words,
    write_json,
)
from bot.private import FOLDER_MODE
from domain.problem import Problem
from storage import migrate
from storage.database import Database

app = group("db", "The database: bring it up to date, check it, move it to another one.")


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


@app.command(epilog="Example: netzbote db copy --to /etc/netzbote/new_database_url")
def copy(
    to: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="An empty database of the other kind; or a file that holds its address, so that "
            "nobody sees its password among the processes.",
        ),
    ] = None,
    stay: Annotated[
        bool, typer.Option("--stay", help="Go on with this database after all, not with its copy.")
    ] = False,
) -> None:
    """Copy everything from SQLite to PostgreSQL, or back, while the bot is stopped.

    The tables are laid out, all rows carried over and compared. Then no bot starts on the former
    database any more. Broken off, it goes on where it was when it is called again.
    """
    if (to is None) != stay:
        raise Problem("name the new database: netzbote db copy --to URL; or to stay: --stay")
    source = open_database(read_settings(), noting=False)
    if to is None:
        if not copying.stay(source):
            raise Problem("this database is not closed by a copy; there is nothing to do")
        say("The bot may start on this database again. Let none start on its copy.")
        return
    # Its driver warns of a batch that was refused; the refusal itself is told in one line.
    logging.getLogger("psycopg").setLevel(logging.ERROR)
    _tell(wait_for(_copy(source, _address(to))))


def _address(to: str) -> str:
    """Return the address that was named, or that stands in the file that was named."""
    if "://" in to:
        return to
    try:
        return Path(to).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        raise Problem(
            f"--to {to} is no address and no file that can be read; write "
            "postgresql+psycopg://… or sqlite:///FILE"
        ) from None


async def _copy(source: Database, address: str) -> copying.Copied:
    target = Database(address, source.vault, source.network)
    try:
        if target.file:
            target.file.parent.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
        with progress("Copying") as show:
            return await copying.copied(source, target, show)
    finally:
        await source.close()
        await target.close()


def _tell(done: copying.Copied) -> None:
    rows = [(name, n) for name, n in sorted(done.counts.items()) if n]
    if rows:
        table(["table", "rows"], rows)
        say(words("copied", n=sum(done.counts.values())))
    else:
        say("It was copied and compared before.")
    say("The former database is closed. Name the new one in NETZBOTE_DATABASE_URL, start the bot.")


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
