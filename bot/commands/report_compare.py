"""`netzbote report compare`: the published reports of several networks side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import Language, say
from domain.problem import Problem
from domain.report_compare import (
    Alone,
    Comparison,
    NotRead,
    PrintedReport,
    Twice,
    Unread,
    compare,
)

FORMS = ("pdf", "html", "xlsx", "csv")
_MAKE = "netzbote report YEAR --format csv --publish"


def report_compare(
    files: Annotated[list[Path], typer.Argument(help="CSV files of published reports.")],
    out: Annotated[
        Path | None, typer.Option(help="Folder for files; else it is only shown.")
    ] = None,
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format", help=f"Only these forms, with commas or repeated: {', '.join(FORMS)}."
        ),
    ] = None,
    language: Annotated[Language, typer.Option(help="Language of the comparison.")] = Language.DE,
) -> None:
    """Put the published reports of several networks side by side, from their CSV files.

    Rates, joint trainings, sectors and measures, each value as its report prints it: what is hidden
    stays hidden, what is rounded says so, and nothing is added up or worked out anew. Trials,
    interim reports and an office's own version are refused. It needs no database and no settings.
    """
    forms = _forms(form)
    if forms and out is None:
        raise Problem("--format is for files; name a folder for them with --out")
    comparison = _compared(files)
    # memory: what draws and writes, which the bot's process must not carry
    from bot.commands.report_compare_files import shown, written

    say(shown(comparison, language))
    for path in written(comparison, language, out, forms or FORMS) if out else ():
        say(str(path))


def _forms(wanted: Iterable[str] | None) -> tuple[str, ...]:
    named = {name.strip().lower() for each in wanted or () for name in each.split(",")} - {""}
    if unknown := sorted(named - set(FORMS)):
        raise Problem(f"--format {', '.join(unknown)}: no such form; there are {', '.join(FORMS)}")
    return tuple(form for form in FORMS if form in named)


def _compared(files: Sequence[Path]) -> Comparison:
    match compare([_read(path) for path in files]):
        case Twice(network, year):
            raise Problem(f"two files are of {network} and {year}; name only one of them")
        case Alone():
            raise Problem("there is one network only; name the files of at least two")
        case Comparison() as found:
            return found


def _read(path: Path) -> PrintedReport:
    from texts.documents.report_csv_read import LARGEST, read_back  # memory: as above

    with path.open("rb") as file:
        found = read_back(file.read(LARGEST + 1))
    if isinstance(found, Unread):
        raise Problem(f"{path}: {_why(found)}")
    return found


def _why(unread: Unread) -> str:
    """Return what is the matter with a file, and what to do."""
    match unread.why:
        case NotRead.NOT_OURS:
            return f"no CSV file of a report; make one with: {_MAKE}"
        case NotRead.OTHER_FORM:
            return (
                f"its form has the number {unread.about}; make it anew with this Netzbote: {_MAKE}"
            )
        case NotRead.NOT_FOR_ALL:
            return f"it is not for everybody («{unread.about}»); take the published one: {_MAKE}"
        case NotRead.CHANGED:
            return f"line {unread.about} is not as Netzbote wrote it; take the file as it was made"
