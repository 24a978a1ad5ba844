"""`netzbote status`: whether all is well, for people and for those who watch by mail."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated, Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

import typer

from bot.clock import system_clock
from bot.commands.common import (
    AsJson,
    open_database,
    read_settings,
    say,
    wait_for,
    words,
    write_json,
)
from bot.health import LATE
from bot.settings import Settings
from bot.version import version
from storage import migrate

#: How long a bot may take to say how it is, in seconds.
PATIENCE = 10.0
_RIGHT = "ok"


def status(
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Say nothing if all is well, for a timer that mails.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say in a few lines whether all is well. Exit code 1 if anything is not.

    It asks the bot itself where NETZBOTE_LISTEN is set, and looks into the database. Doctor looks
    at much more, and says what to do.
    """
    settings = read_settings()
    found = {**_asked(settings), **wait_for(_looked(settings))}
    wrong = {name: text for name, text in found.items() if not text.startswith(_RIGHT)}
    if as_json:
        write_json({"version": version(), "network": settings.network, "checks": found})
    elif wrong or not quiet:
        say(f"netzbote {version()}, {settings.load_network().name}")
        for name, text in (wrong if quiet else found).items():
            say(f"{name:<10} {text}")
        if wrong:
            say("What to do says: netzbote doctor")
    if wrong:
        raise typer.Exit(1)


def _asked(settings: Settings) -> dict[str, str]:
    """Return what the bot says of itself."""
    address = settings.address()
    if address is None:
        return {"bot": "is not asked: NETZBOTE_LISTEN is not set"}
    host = address[0] if address[0] not in {"0.0.0.0", "::"} else "127.0.0.1"  # noqa: S104 - asked
    opener = build_opener(ProxyHandler({}))
    try:
        with opener.open(f"http://{host}:{address[1]}/health/ready", timeout=PATIENCE) as answer:
            checks: dict[str, Any] = json.load(answer)["checks"]
    except HTTPError as error:
        with error:
            checks = json.load(error)["checks"]
    except (OSError, ValueError, KeyError):
        return {"bot": "does not answer; is it started? systemctl status netzbote"}
    return {"bot": _RIGHT, **{name: str(text) for name, text in checks.items()}}


async def _looked(settings: Settings) -> dict[str, str]:
    """Return what the database shows."""
    database = open_database(settings)
    try:
        current, newest = await migrate.state(database.engine)
        if current != newest:
            return {"tables": f"at {current or 'nothing yet'}, this version at {newest}"}
        async with database.reading() as store:
            outbox, inbox = await store.oversight.outbox(), await store.oversight.inbox()
        return {
            "waiting": _late(outbox.due_since, inbox.due_since),
            "in doubt": _none(outbox.doubts, "netzbote deliveries list --state unknown"),
            "given up": _none(inbox.dead, "updates; the log says why"),
        }
    finally:
        await asyncio.shield(database.close())


def _late(*since: Any) -> str:
    now = system_clock()
    late = max((round((now - each).total_seconds()) for each in since if each), default=0)
    return _RIGHT if late <= LATE else words("late", n=late)


def _none(n: int, what: str) -> str:
    return f"{n}: {what}" if n else _RIGHT


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: netzbote status --quiet")(status)
