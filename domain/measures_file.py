"""Measures as a CSV file: a row for each state, out as it is and in from before Netzbote."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from domain.ledger.file import BadRow, Fault, Wrong, unreadable, wrong
from domain.ledger.table import table_of
from domain.measures import NETWORK, AboutKind, Measure, MeasureKind, MeasureSource, MeasureState
from domain.network import Network
from domain.typed import for_spreadsheet
from domain.vocabulary import EventFormat, Topic

MEASURE_COLUMNS = (
    *("measure", "report", "day", "source", "what", "about_kind", "about", "responsible"),
    *("due_year", "due_quarter", "state_since", "state"),
)
#: What a row of one measure says again.
_SAME = MEASURE_COLUMNS[:10]
_FIRST, _LAST = 2000, 2100


def is_measures(text: str) -> bool:
    """Return whether a file has measures and no rows of the ledger."""
    heading = text.removeprefix("\ufeff").partition("\n")[0]
    return heading.replace(";", ",").strip() == ",".join(MEASURE_COLUMNS)


def measures_csv(found: Iterable[Measure]) -> str:
    """Return measures as CSV with a heading; it holds slugs, dates and numbers only."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(MEASURE_COLUMNS)
    for each in found:
        said = (each.number, each.year, each.day, each.source, each.what, each.about_kind.value)
        who = each.office or NETWORK
        about = (each.about, who, each.due_year, each.due_quarter)
        for day, state in [(each.day, MeasureState.PLANNED), *each.states]:
            row = (*said, *about, day, state.value)
            writer.writerow([for_spreadsheet(str(value)) for value in row])
    return out.getvalue()


def read_measures(
    text: str, network: Network, sealed: Collection[int], today: date
) -> tuple[list[Measure], list[BadRow]]:
    """Return the measures of a file, or every row that is bad: then nothing may be taken.

    Rows of one number are one measure; the number itself only holds them together.
    """
    table = table_of(text)
    if table.broken is not None:
        return [], [unreadable(table.broken)]
    found: dict[str, Measure] = {}
    seen: dict[str, tuple[str | None, ...]] = {}
    bad: list[BadRow] = []
    for line, row in table.rows:
        problems = [*_problems(row, network, sealed, today)]
        said = tuple(row.get(name) for name in _SAME)
        if not problems and seen.setdefault(row["measure"], said) != said:
            problems = [("measure", wrong(Fault.TWICE))]
        bad += [BadRow(line, column, what) for column, what in problems]
        if not problems:
            number = row["measure"]
            found[number] = _with_state(found.get(number) or _measure(row), row)
    return list(found.values()), bad


def _with_state(of: Measure, row: Mapping[str, str]) -> Measure:
    """Return a measure with the state of a row; that it was planned goes without saying."""
    state, day = MeasureState(row["state"]), date.fromisoformat(row["state_since"])
    if not of.states and state is MeasureState.PLANNED:
        return of
    return replace(of, states=(*of.states, (day, state)))


def _measure(row: Mapping[str, str]) -> Measure:
    who = row["responsible"]
    return Measure(
        number=0,
        year=int(row["report"]),
        day=date.fromisoformat(row["day"]),
        source=row["source"],
        what=row["what"],
        about_kind=AboutKind(row["about_kind"]),
        about=row["about"],
        office=None if who == NETWORK else who,
        due_year=int(row["due_year"]),
        due_quarter=int(row["due_quarter"]),
    )


def _problems(
    row: Mapping[str, str | None], network: Network, sealed: Collection[int], today: date
) -> Iterator[tuple[str, Wrong]]:
    if None in row or None in row.values():
        yield "measure", wrong(Fault.CELLS)
        return
    said = {name: value or "" for name, value in row.items()}
    for column, known in _lists(said, network).items():
        if said[column] not in known:
            yield column, wrong(Fault.NOT_LISTED, value=said[column], known=[*known])
    for column in ("day", "state_since"):
        yield from _day(column, said[column], sealed, today)
    numbers = (("report", _FIRST, _LAST), ("due_year", _FIRST, _LAST), ("due_quarter", 1, 4))
    for column, least, most in numbers:
        value = said[column]
        if not (value.isascii() and value.isdigit() and least <= int(value[:5]) <= most):
            yield column, wrong(Fault.NO_NUMBER, value=value)
        elif column == "report" and int(value) in sealed:
            yield column, wrong(Fault.SEALED, year=int(value))


def _lists(said: Mapping[str, str], network: Network) -> dict[str, list[str]]:
    """Return what each column may say."""
    rules = [f"o{n}" for n in range(1, 100)]
    sources = [MeasureSource.NEED.value, MeasureSource.IDEA.value]
    subjects = {
        AboutKind.TOPIC: [each.value for each in Topic],
        AboutKind.SECTOR: [each.value for each in network.sectors],
        AboutKind.FORMAT: [each.value for each in EventFormat],
        AboutKind.ALL: [""],
    }
    kind = next((each for each in AboutKind if each == said["about_kind"]), AboutKind.ALL)
    source = said["source"]
    return {
        "source": [*sources, *([source] if source in rules else [])],
        "what": [*(each.slug for each in network.measures), *MeasureKind],
        "about_kind": [*AboutKind],
        "about": subjects[kind],
        "responsible": [NETWORK, *(office.slug for office in network.offices)],
        "state": [*MeasureState],
    }


def _day(
    column: str, value: str, sealed: Collection[int], today: date
) -> Iterator[tuple[str, Wrong]]:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        yield column, wrong(Fault.NO_DAY, value=value)
        return
    if day.year < _FIRST:
        yield column, wrong(Fault.TOO_EARLY, first=_FIRST)
    elif day > today:
        yield column, wrong(Fault.TOO_LATE, before=today)
    elif column == "state_since" and day.year in sealed:
        yield column, wrong(Fault.SEALED, year=day.year)
