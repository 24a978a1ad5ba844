"""`netzbote report`: the report of a year, in every form."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.commands.common import (
    DefaultGroup,
    Language,
    opened,
    progress,
    read_settings,
    say,
    wait_for,
)
from bot.commands.report_compare import report_compare
from domain.disclosure.cells import Mode
from domain.localtime import local_day
from domain.problem import Problem
from domain.report_order import Form, forms_of


def report(
    year: Annotated[int, typer.Argument(min=2000, max=2100, help="The year.")],
    out: Annotated[Path, typer.Option(help="Folder for the files.")] = Path("report"),
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format", help=f"Only these forms, with commas or repeated: {', '.join(Form)}."
        ),
    ] = None,
    quarter: Annotated[
        int | None, typer.Option(min=1, max=4, help="Main figures of a quarter, for internal use.")
    ] = None,
    office: Annotated[
        str | None, typer.Option(help="Open this office's own numbers, for internal use.")
    ] = None,
    mode: Annotated[
        Mode, typer.Option(help="Hide small numbers, or round all counts to fives.")
    ] = Mode.SUPPRESS,
    language: Annotated[Language, typer.Option(help="Language of the report.")] = Language.DE,
    template: Annotated[
        Path | None, typer.Option(help="Word file (.docx) to use, not the network's own.")
    ] = None,
    publish: Annotated[
        bool,
        typer.Option(
            "--publish",
            help="Remember this version of a past year as handed out; else it is a trial.",
        ),
    ] = False,
) -> None:
    """Write the report of a year: Word, PDF, Excel, CSV and HTML, small numbers hidden.

    With it comes the short form for a committee, as PDF and Word (-kurz).

    Versions that are not for everybody say so on each page, and in the names of their files: a
    quarter (-q1-intern), an office's own (-OFFICE-intern), a year that is not over
    (-zwischenstand). Rounded ones end in -round5. A form that cannot be made is named, and the
    exit code is 1; the others are written.

    Several networks side by side: netzbote report compare --help.
    """
    from texts.documents.report_files import Unmade  # memory: as below

    try:
        files = wait_for(
            _report(
                year, out, _forms(form, quarter), quarter, office, mode, language, template, publish
            )
        )
    except Unmade as unmade:
        for file in unmade.paths:
            say(str(file))
        raise
    for file in files:
        say(str(file))


def _forms(wanted: Iterable[str] | None, quarter: int | None) -> tuple[Form, ...]:
    """Return the forms of `docx,pdf`, in their own order; all there are if none is named."""
    named = {name.strip().lower() for each in wanted or () for name in each.split(",")} - {""}
    if unknown := sorted(named - set(Form)):
        raise Problem(f"--format {', '.join(unknown)}: no such form; there are {', '.join(Form)}")
    there = forms_of(quarter)
    if none := sorted(named - set(there)):
        raise Problem(f"--format {', '.join(none)}: a quarter has no short form")
    return tuple(form for form in there if form in named or not named)


async def _report(
    year: int,
    out: Path,
    forms: tuple[Form, ...],
    quarter: int | None,
    office: str | None,
    mode: Mode,
    language: str,
    template: Path | None,
    publish: bool,
) -> list[Path]:
    settings = read_settings()
    network = settings.load_network()
    if office is not None and network.find_office(office) is None:
        raise Problem(f"--office {office}: not in this network; see: netzbote network show")
    # memory: what draws and writes, which the bot's process must not carry
    from bot.commands.yearly import WantedReport, assessed, documents, figures, too_well_known

    request = WantedReport(
        year=year,
        as_of=local_day(system_clock(), network.zone),
        forms=forms,
        mode=mode,
        office=office,
        quarter=quarter,
        publish=publish,
        language=language,
        template=template,
    )
    if publish and not request.for_all:
        raise Problem("--publish is for a whole year that is over, without --office and --quarter")
    done = 0
    async with opened(settings) as database:
        with progress("Writing") as show:

            def tell(_: str) -> None:
                nonlocal done
                show(done := done + 1, len(forms) + 1)

            found = await figures(database, network, request)
            for line in too_well_known(network, found):
                typer.echo(line, err=True)
            request = await assessed(database, network, request)
            return documents(network, found, request, out, tell)


def register(app: typer.Typer) -> None:
    """Add the command, and what else there is to do with reports."""
    meaning = "The report of a year (netzbote report YEAR), and networks side by side."
    group = typer.Typer(name="report", help=meaning, cls=DefaultGroup, rich_markup_mode=None)
    group.command(
        DefaultGroup.DEFAULT,
        epilog="Example: netzbote report 2027 --format pdf --out reports",
    )(report)
    group.command(
        "compare", epilog="Example: netzbote report compare neuss.csv steinfurt.csv --out reports"
    )(report_compare)
    app.add_typer(group)
