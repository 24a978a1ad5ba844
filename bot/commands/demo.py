"""`netzbote demo`: the whole job in the browser, as a tour or as a year, without Telegram."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import progress, say, wait_for
from bot.network_file import load
from domain.problem import Problem

if TYPE_CHECKING:
    from bot.demo.tale import Tale  # memory: a bot in service has no demo in it


class Story(StrEnum):
    """What can be played beside the tour."""

    YEAR = "year"  # of a network, in fast motion
    DAY = "day"  # of 380 seats, and a series: from draft to certificate


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the page.")] = 8080,
    browser: Annotated[bool, typer.Option(help="Open a browser where there is one.")] = True,
    tour: Annotated[bool, typer.Option("--tour", help="Play the story here, no browser.")] = False,
    story: Annotated[
        Story | None,
        typer.Option(
            help="year: years of a network, with the report of the last. "
            "day: a day of 380 seats and a series, from draft to certificate."
        ),
    ] = None,
    network: Annotated[
        str,
        typer.Option(help="File of a network, or a shipped one by name. Told stories have theirs."),
    ] = "rhein-kreis-neuss",
    seed: Annotated[
        int, typer.Option(help="With --story year: the same number plays the same years.")
    ] = 1,
    years: Annotated[
        int, typer.Option(min=1, max=10, help="With --story year: how many, the last is 2026.")
    ] = 2,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder: transcript and files (--tour), database and report (year)."),
    ] = None,
) -> None:
    """Play the whole job against a stand-in for Telegram: no token, no phone, no network."""
    if story is Story.YEAR:
        for path in _year(network, seed, years, out):
            say(str(path))
        return
    tale = _told(story)
    if tour:
        from bot.demo.tour import play  # memory: a bot in service has no demo in it

        if not wait_for(play(out, tale)):
            raise Problem("the story did not come out as it should")
        return
    from bot.demo.app import serve  # memory: a bot in service has no demo in it

    own = None if story else load(network)
    wait_for(serve(port, own, tale=tale, browser=browser))


def _told(story: Story | None) -> Tale:
    """Return the story that is told on the page, or here."""
    from bot.demo.day import DAY  # memory: a bot in service has no demo in it
    from bot.demo.story import TOUR  # likewise

    return TOUR if story is None else DAY


def _year(network: str, seed: int, years: int, out: Path | None) -> list[Path]:
    """Play the years and return the files that were left."""
    if out is None:
        raise Problem("--story year needs --out FOLDER for what it leaves")
    from bot.demo.year_play import play  # memory: a bot in service has no demo in it

    found = load(network)
    try:
        with progress("Playing") as show:
            played = wait_for(play(found, out, seed=seed, years=years, tell=show))
    except Exception as error:
        reason = getattr(error, "orig", None)  # what SQLite itself said
        if not isinstance(reason, sqlite3.Error):
            raise
        raise Problem(f"the database in {out} cannot be written: {reason}") from error
    return [played.database, played.settings, played.truth, *played.documents]


def register(app: typer.Typer) -> None:
    """Add the command."""
    example = "netzbote demo --story year --network kreis-steinfurt --out year"
    app.command(epilog=f"Example: {example}")(demo)
