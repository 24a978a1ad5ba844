"""`netzbote trainings template` and `import`: a whole year's programme from one file.

What is said of a file is said in German, the language of the file and of who fills it in.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.commands.common import opened, progress, read_settings, say, wait_for
from bot.commands.trainings import app
from domain.network import Network, Office
from domain.plan_publish import is_there, publish
from domain.problem import Problem
from domain.training import Plan
from texts.documents.programme import (
    Programme,
    RawRow,
    RowProblem,
    UnreadableFile,
    already_there,
    check,
    read_programme,
)
from texts.documents.programme import template as made
from texts.documents.programme_echo import announced, notes, told
from texts.documents.programme_table import german
from texts.documents.whole import write_whole


@app.command(epilog="Example: netzbote trainings template programme.xlsx")
def template(
    file: Annotated[Path, typer.Argument(help="Where to write it (.xlsx).")] = Path(
        "programme.xlsx"
    ),
) -> None:
    """Write an Excel file to fill in, with lists to choose from and explanations."""
    write_whole(file, made())
    say(f"{file} written. Fill it in and call: netzbote trainings import {file}")


@app.command("import", epilog="Example: netzbote trainings import programme.xlsx --host rkn-kaarst")
def import_(
    file: Annotated[Path, typer.Argument(help="The filled file, .xlsx or .csv.")],
    host: Annotated[str, typer.Option(help="Slug of the office that invites.")],
    check_only: Annotated[
        bool, typer.Option("--check", help="Only say what would be taken, keep nothing.")
    ] = False,
) -> None:
    """Take all trainings of a file, or name each wrong cell and take none.

    Each row is shown as it will be announced, and whatever of the file was not read is named.
    """
    network = read_settings().load_network()
    office = network.find_office(host)
    if office is None:
        raise Problem(f"--host {host}: not in this network; see: netzbote network show")
    programme = _read(file)
    _say_aside(programme)
    plans, problems = wait_for(_import(network, programme, host, keep=not check_only))
    if problems:
        _refuse(file, problems)
    _say_understood(network, programme.rows, plans, office, kept=not check_only)


def _read(file: Path) -> Programme:

    try:
        return read_programme(file, file.name)
    except UnreadableFile as error:
        raise Problem(f"{file}: {error}") from error


def _say_aside(programme: Programme) -> None:

    for note in notes(programme.aside):
        say(note)


def _refuse(file: Path, problems: Sequence[RowProblem]) -> None:

    for problem in problems:
        typer.echo(told(problem), err=True)
    raise Problem(german().plain("programme-nothing-taken", n=len(problems), file=str(file)))


def _say_understood(
    network: Network, rows: Sequence[RawRow], plans: Sequence[Plan], office: Office, *, kept: bool
) -> None:

    for row, plan in zip(rows, plans, strict=True):
        say(announced(network, row, plan))
    text_id = "programme-taken" if kept else "programme-could-be-taken"
    say(german().plain(text_id, n=len(plans), host=office.label))


async def _import(
    network: Network, programme: Programme, host: str, *, keep: bool
) -> tuple[list[Plan], list[RowProblem]]:

    if programme.faults:
        return [], list(programme.faults)
    rows = programme.rows
    plans, problems = check(rows, network, system_clock())
    if problems:
        return [], problems
    async with opened(read_settings()) as database, database.transaction() as store:
        there = [await is_there(store.trainings, plan, network.zone) for plan in plans]
        problems = [already_there(row) for row, known in zip(rows, there, strict=True) if known]
        if problems or not keep:
            return plans, problems
        with progress("Taking") as show:
            for number, plan in enumerate(plans, 1):
                await publish(store.trainings, plan, host, None)
                show(number, len(plans))
    return plans, []


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
