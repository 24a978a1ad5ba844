"""`netzbote run`: the bot itself."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.common import read_settings
from bot.run import main


def run(
    take_over: Annotated[
        bool,
        typer.Option("--take-over", help="Remove a webhook that is set for this bot, and poll."),
    ] = False,
    also: Annotated[
        bool,
        typer.Option("--also", help="Run although other networks' people are in the database."),
    ] = False,
) -> None:
    """Run the bot until it is told to stop (Ctrl+C or SIGTERM).

    It polls, or receives a webhook where NETZBOTE_WEBHOOK_URL is set.
    """
    settings = read_settings()
    main(settings, take_over=take_over, also=also)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: netzbote run --take-over")(run)
