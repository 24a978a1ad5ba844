"""What commands share: settings, an open database, tables, JSON and progress."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Coroutine,
    Iterable,
    Iterator,
    Sequence,
)
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer
from telegram import Bot
from telegram.error import EndPointNotFound, InvalidToken, TelegramError
from typer.core import TyperGroup

from bot.held import refuse
from bot.private import FOLDER_MODE
from bot.settings import Settings, read
from bot.telegram.transport import Transport
from domain.problem import Problem
from storage import migrate
from storage.crypto import Vault
from storage.database import Database
from texts.catalogue import Texts

T = TypeVar("T")

#: Telegram's answer to a question of the command line must come within so many seconds.
PATIENCE = 10.0

#: No row has a larger number, on no database.
MOST_NUMBER = 2**63 - 1

AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, for scripts.")]


class Language(StrEnum):
    """A language of what is written."""

    DE = "de"
    EN = "en"


class DefaultGroup(TyperGroup):
    """Commands of which one needs no word of its own: `report 2027` beside `report compare`."""

    DEFAULT = "year"

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take what begins with no known word for the words of the default."""
        known = bool(args) and args[0] in self.commands
        return super().parse_args(ctx, args if known else [self.DEFAULT, *args])

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find a command; the default is called by the group's name."""
        name, command, rest = super().resolve_command(ctx, args)
        return "" if name == self.DEFAULT else name, command, rest


def group(name: str, meaning: str) -> typer.Typer:
    """Return a group of commands."""
    return typer.Typer(name=name, help=meaning, no_args_is_help=True, rich_markup_mode=None)


def read_settings() -> Settings:
    """Return the settings. Raises SettingsProblem."""
    return read()


def wait_for(doing: Coroutine[Any, Any, T]) -> T:
    """Do something asynchronous and return what came of it."""
    return asyncio.run(doing)


def open_database(settings: Settings, *, noting: bool = True) -> Database:
    """Return the database as it is; who is erased is noted in the journal, unless not `noting`."""
    network, vault = settings.load_network().slug, Vault(settings.keys())
    erasures = settings.erasures() if noting else None
    database = Database(settings.database(), vault, network, erasures=erasures)
    if database.file:
        database.file.parent.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    return database


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """Yield the database, brought up to date. Raises what keeps it closed, in one line."""
    database = open_database(settings)
    try:
        await migrate.upgrade(database.engine)
        async with database.reading() as store:
            if not await store.keys.open_everything():
                raise Problem("none of the encryption keys opens the stored data")
            refuse(await store.gates.held())
        yield database
    finally:
        await database.close()


async def ask_telegram(
    settings: Settings, ask: Callable[[Bot], Awaitable[T]]
) -> tuple[T, datetime | None]:
    """Return what Telegram answers to a question, and the time it tells. Raises Problem."""
    transport = Transport(read_timeout=PATIENCE)
    bot = Bot(settings.token(), base_url=f"{settings.bot_api_url}/bot", request=transport)
    await transport.initialize()
    try:
        result = await ask(bot)
    except (InvalidToken, EndPointNotFound):
        raise Problem("Telegram refuses the bot token; ask @BotFather for the right one") from None
    except TelegramError as error:
        raise Problem(f"Telegram does not answer ({error})") from None
    except (KeyError, TypeError, ValueError, AttributeError):  # the library stumbles over it
        raise Problem("Telegram does not answer as it should") from None
    finally:
        await transport.shutdown()
    return result, transport.time


def words(text_id: str, **values: str | int) -> str:
    """Return what the command line says where a number matters; it speaks English."""
    return Texts("en").plain(f"command-{text_id}", **values)


def reason(text_id: str) -> str:
    """Return a sentence of the catalogue as the end of one of the command line's own."""
    said = Texts("en").plain(text_id).rstrip(".")
    return said[0].lower() + said[1:]


def say(text: str = "") -> None:
    """Write a line for people."""
    typer.echo(text)


def write_json(value: Any) -> None:
    """Write JSON; moments become ISO 8601."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write aligned columns; the last one is as long as it likes."""
    lines = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        say("  ".join(cells).rstrip())


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that is told how much is done of how much; shown on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console  # memory: a bot draws no bar
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
