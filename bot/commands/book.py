"""`netzbote ledger`: the exchange ledger, proved, sealed, handed out and taken in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.commands import ledger
from bot.commands.common import group, opened, read_settings, say, wait_for, words
from bot.commands.ledger_rows import told
from bot.private import keep_output_to_ourselves
from domain.ledger.file import BadRow
from domain.ledger.seal import Checked, Seal
from domain.localtime import local_day
from domain.problem import Problem
from storage.guards import GuardReport

app = group("ledger", "The exchange ledger: verify, seal a year, export, import old totals.")

#: Some 40,000 rows, more than a network logs in ten years.
MOST_BYTES = 2_000_000
Year = Annotated[int, typer.Argument(min=2000, max=2100, help="The year.")]


@app.command(epilog="Example: netzbote ledger verify")
def verify(
    digest: Annotated[
        str, typer.Option(help="What an earlier call told to keep: must be proved, too.")
    ] = "",
) -> None:
    """Check that what was sealed is still the same, and that nothing was taken off the end."""
    kept = _digest(digest)
    checked, watch = wait_for(_verify())
    for one in checked.seals:
        day = str(one.sealed_on)
        say(words("year-sealed", year=str(one.year), n=one.rows, day=day, digest=one.digest))
    for year, names in checked.changed.items():
        say(f"{year}: the network's file said something else then: {', '.join(names)}")
    if problems := list(_problems(checked, watch, kept)):
        raise Problem("; ".join(problems))
    if kept:
        year = checked.seals[checked.ends.index(kept)].year
        say(f"The digest proves all seals up to the one of {year}.")
    if not checked.seals:
        say("No year is sealed yet.")
        return
    say("Everything is as it was sealed.")
    say(_to_keep(checked.ends[-1]))


def _digest(typed: str) -> str:
    """Return a typed digest as it is written here. Raises Problem."""
    kept = typed.strip().lower()
    if kept and not re.fullmatch("[0-9a-f]{64}", kept):
        raise Problem("--digest needs the 64 digits that verify told to keep")
    return kept


def _problems(checked: Checked, watch: GuardReport, kept: str) -> Iterator[str]:
    if checked.broken:
        yield f"not the sealed rows: {', '.join(map(str, checked.broken))}"
    if not checked.whole:
        yield "the last seals are not the ones that were made"
    if kept and kept not in checked.ends:
        yield "these are not the seals of that digest"
    if watch.missing:
        yield f"the database guards less than it should: {', '.join(watch.missing)}"


def _to_keep(end: str) -> str:
    return f"Keep this elsewhere; verify --digest checks it later: {end}"


async def _verify() -> tuple[Checked, GuardReport]:

    settings = read_settings()
    async with opened(settings) as database:
        return await ledger.verify(database, settings.load_network())


@app.command(epilog="Example: netzbote ledger seal 2026")
def seal(year: Year) -> None:
    """Close a year for good; corrections are noted beside it from then on."""
    made, end = wait_for(_seal(year))
    say(words("year-sealed-now", year=str(made.year), n=made.rows, digest=made.digest))
    say(_to_keep(end))


async def _seal(year: int) -> tuple[Seal, str]:

    settings = read_settings()
    network = settings.load_network()
    today = local_day(system_clock(), network.zone)
    async with opened(settings) as database:
        return await ledger.seal(database, network, year, today)


@app.command(epilog="Example: netzbote ledger export 2025 2027 > ledger.csv")
def export(
    first: Year,
    last: Year,
    measures: Annotated[
        bool, typer.Option("--measures", help="The measures of these reports instead.")
    ] = False,
) -> None:
    """Write the rows of these years as CSV; docs/ledger.md names the columns."""
    keep_output_to_ourselves()
    typer.echo(wait_for(_export(first, last, measures=measures)), nl=False)


async def _export(first: int, last: int, *, measures: bool) -> str:

    async with opened(read_settings()) as database:
        if measures:
            return await ledger.export_measures(database, first, last)
        return await ledger.export_years(database, first, last)


@app.command("import", epilog="Example: netzbote ledger import totals.csv")
def import_(
    file: Annotated[Path, typer.Argument(help="Totals of earlier years: see docs/ledger.md.")],
) -> None:
    """Take totals of the time before the first event here, or name each bad row and take none."""
    with file.open("rb") as opened_file:
        content = opened_file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Problem(f"{file} is larger than {MOST_BYTES // 1_000_000} MB; import year by year")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(f"{file} is no text in UTF-8; save it as «CSV UTF-8»") from error
    bad = wait_for(_import(text))
    for row in bad:
        typer.echo(f"line {row.line}, {row.column}: {told(row.wrong)}", err=True)
    if bad:
        raise Problem(words("no-row-taken", n=len(bad), file=str(file)))
    say("Taken.")


async def _import(text: str) -> list[BadRow]:

    settings = read_settings()
    network = settings.load_network()
    today = local_day(system_clock(), network.zone)
    async with opened(settings) as database:
        return await ledger.import_text(database, network, text, today)


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
