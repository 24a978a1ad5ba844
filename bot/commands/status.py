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
    write_json,
)
from bot.commands.fleet import USUAL_FOLDER, AllNetworks, Folder, status_all
from bot.fleet import unit_here
from bot.judgement import RIGHT, looked, wrong_of
from bot.settings import Settings
from bot.version import version

#: How long a bot may take to say how it is, in seconds.
PATIENCE = 10.0


def status(
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Say nothing if all is well, for a timer that mails.")
    ] = False,
    as_json: AsJson = False,
    all_networks: AllNetworks = False,
    folder: Folder = USUAL_FOLDER,
) -> None:
    """Say in a few lines whether all is well. Exit code 1 if anything is not.

    It asks the bot itself where NETZBOTE_LISTEN is set, and looks into the database. Doctor looks
    at much more, and says what to do.
    """
    if all_networks:
        status_all(folder, quiet=quiet, as_json=as_json)
        return
    settings = read_settings()
    found = {**_asked(settings), **wait_for(_looked(settings))}
    wrong = wrong_of(found)
    if as_json:
        name = settings.load_network().name
        write_json({"version": version(), "name": name, "checks": found, "wrong": wrong})
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
        return {"bot": "does not answer; is it started? systemctl status " + unit_here()}
    return {"bot": RIGHT, **{name: str(text) for name, text in checks.items()}}


async def _looked(settings: Settings) -> dict[str, str]:
    """Return what the database shows."""
    database = open_database(settings)
    try:
        return await looked(database, system_clock())
    finally:
        await asyncio.shield(database.close())


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: netzbote status --quiet")(status)
