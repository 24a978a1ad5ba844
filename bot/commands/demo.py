"""`netzbote demo`: the whole job in the browser or as a tour, without Telegram."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import wait_for
from domain.problem import Problem


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the page.")] = 8080,
    browser: Annotated[bool, typer.Option(help="Open a browser where there is one.")] = True,
    tour: Annotated[bool, typer.Option("--tour", help="Play the story here, no browser.")] = False,
    out: Annotated[
        Path | None, typer.Option(help="With --tour: folder for transcript and files.")
    ] = None,
) -> None:
    """Play the whole job against a stand-in for Telegram: no token, no phone, no network."""
    if tour:
        from bot.demo.tour import play  # here: dear to import

        if not wait_for(play(out)):
            raise Problem("the tour did not come out as it should")
        return
    from bot.demo.app import serve  # here: dear to import

    wait_for(serve(port, browser=browser))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: netzbote demo --tour --out tour")(demo)
