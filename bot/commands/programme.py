"""`netzbote trainings template` and `import`: a whole year's programme from one file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import opened, progress, read_settings, say, wait_for
from bot.commands.trainings import app
from domain.localtime import day_begins, local_day
from domain.network import Network
from domain.problem import Problem
from domain.training import Plan

if TYPE_CHECKING:
    from storage.store import Store
    from texts.documents.programme import RawRow, RowProblem


@app.command(epilog="Example: netzbote trainings template programme.xlsx")
def template(
    file: Annotated[Path, typer.Argument(help="Where to write it (.xlsx).")] = Path(
        "programme.xlsx"
    ),
) -> None:
    """Write an Excel file to fill in, with lists to choose from and explanations."""
    from texts.documents.programme import template as made  # here: dear to import

    file.write_bytes(made())
    say(f"{file} written. Fill it in and call: netzbote trainings import {file}")


@app.command("import", epilog="Example: netzbote trainings import programme.xlsx --host rkn-kaarst")
def import_(
    file: Annotated[Path, typer.Argument(help="The filled file, .xlsx or .csv.")],
    host: Annotated[str, typer.Option(help="Slug of the office that invites.")],
    check_only: Annotated[
        bool, typer.Option("--check", help="Only say what is wrong, keep nothing.")
    ] = False,
) -> None:
    """Take all trainings of a file, or name each wrong cell and take none."""
    network = read_settings().load_network()
    if network.find_office(host) is None:
        raise Problem(f"--host {host}: not in this network; see: netzbote network show")
    rows = _read(file)
    problems, taken = wait_for(_import(network, rows, host, keep=not check_only))
    for problem in problems:
        typer.echo(f"row {problem.row}, {problem.column}: {problem.message}", err=True)
    if problems:
        raise Problem(f"nothing was taken: {len(problems)} cells are wrong in {file}")
    say(f"{taken} trainings {'could be taken' if check_only else 'taken'}.")


def _read(file: Path) -> list[RawRow]:
    from texts.documents.programme import UnreadableFile, read_programme  # here: dear to import

    try:
        return read_programme(file, file.name)
    except UnreadableFile as error:
        raise Problem(f"{file}: {error}") from error


async def _import(
    network: Network, rows: Sequence[RawRow], host: str, *, keep: bool
) -> tuple[list[RowProblem], int]:
    from bot.clock import system_clock  # here: dear to import
    from texts.documents.programme import already_there, check

    plans, problems = check(rows, network, system_clock())
    if problems:
        return problems, 0
    async with opened(read_settings()) as database, database.transaction() as store:
        there = [await _is_there(store, network, plan) for plan in plans]
        problems = [already_there(row) for row, known in zip(rows, there, strict=True) if known]
        if problems or not keep:
            return problems, len(plans)
        with progress("Taking") as show:
            for number, plan in enumerate(plans, 1):
                await store.trainings.add(plan, host, None)
                show(number, len(plans))
    return [], len(plans)


async def _is_there(store: Store, network: Network, plan: Plan) -> bool:
    begins: datetime = day_begins(local_day(plan.starts_at, network.zone), network.zone)
    return await store.trainings.on_day(plan.title, begins, begins + timedelta(days=1))
