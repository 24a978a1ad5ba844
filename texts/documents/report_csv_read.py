"""Reads back the CSV file of a report: the one place that finds its values by their names again.

A file is from somebody else. What is not as Netzbote writes it is refused, never guessed at.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.disclosure.cells import Mode
from domain.disclosure.values import Sign
from domain.report_compare import (
    GROUPS,
    TOTAL,
    UNNAMED,
    NotRead,
    Place,
    PrintedMeasure,
    PrintedReport,
    PrintedValue,
    Unread,
)
from domain.report_order import FIRST_YEAR, is_over
from domain.typed import for_spreadsheet, one_line
from texts.catalogue import GERMAN, Texts, languages
from texts.documents.report_csv import COLUMNS, FORM, MARK, VERSION
from texts.numbers import NO_BREAK, NOTHING, UNSHOWN

#: A larger file is no report.
LARGEST = 4_000_000
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]+)?(?:e[+-]?[0-9]{1,2})?")
_SHOWN = re.compile(r"[0-9]+(?:[.,][0-9]+)*(?: ?%)?")
_COMMAS = str.maketrans(".,", ",.")
#: What is written for people has one place behind the comma, or two.
_APART = 0.06
_NAME = 80
#: The tables that are compared, and which column of each.
_TABLES = {"C5": ("C5", "people"), "E2": ("E2", "mean")}
#: The columns that are read.
_READ = ("year", "as_of", "code", "number", "row", "column", "value", "shown")
_MEASURES = ("reason", "responsible", "due", "state")


class _Stop(Exception):
    """Ends the reading of a file."""

    def __init__(self, why: NotRead, about: str = "") -> None:
        super().__init__(why)
        self.unread = Unread(why, about)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file; `at` is its number there."""

    at: int
    year: str
    as_of: str
    code: str
    number: str
    row: str
    column: str
    value: str
    shown: str


def read_back(content: bytes) -> PrintedReport | Unread:
    """Return what a file prints of what is compared, or why it is not read."""
    try:
        return _report(list(_lines(content)))
    except _Stop as stop:
        return stop.unread


def _lines(content: bytes) -> Iterator[_Line]:
    if len(content) > LARGEST:
        raise _Stop(NotRead.NOT_OURS)
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    except (UnicodeDecodeError, csv.Error):
        raise _Stop(NotRead.NOT_OURS) from None
    if not rows or tuple(rows[0]) != COLUMNS:
        raise _Stop(NotRead.NOT_OURS)
    for at, row in enumerate(rows[1:], 2):
        if len(row) != len(COLUMNS):
            raise _Stop(NotRead.CHANGED, str(at))
        of = dict(zip(COLUMNS, map(_bare, row), strict=True))
        yield _Line(at, **{name: of[name] for name in _READ})


def _bare(text: str) -> str:
    """Return a text without the sign that kept a spreadsheet from taking it for a formula."""
    bare = text.removeprefix("'")
    return one_line(bare if for_spreadsheet(bare) == text else text)


def _report(lines: Sequence[_Line]) -> PrintedReport:
    version = {each.column: each for each in lines if each.code == VERSION}
    form = version.get("form")
    if form is None:
        raise _Stop(NotRead.NOT_OURS)
    if form.shown != str(FORM):
        raise _Stop(NotRead.OTHER_FORM, form.shown[:_NAME])
    said = _Said(version, form.at)
    texts = Texts().in_language(said.one_of("language", languages()))
    mode = said.one_of("mode", list(Mode))
    network, name = said("network"), said("name")
    if not _SLUG.fullmatch(network):
        raise _Stop(NotRead.CHANGED, str(form.at))
    year, as_of = _days(lines)
    return PrintedReport(
        network=network,
        name=name,
        year=year,
        as_of=as_of,
        language=texts.language,
        rounded=mode == Mode.ROUND5,
        sample=_sample(texts, lines, year, as_of),
        values=_values(texts, lines),
        measures=tuple(_measures(texts, lines)),
    )


class _Said:
    """What a file says of its version; everything must be there."""

    def __init__(self, version: Mapping[str, _Line], at: int) -> None:
        self._version, self._at = version, at

    def __call__(self, name: str) -> str:
        """Return a word of the version."""
        line = self._version.get(name)
        if line is None or not 0 < len(line.shown) <= _NAME:
            raise _Stop(NotRead.CHANGED, str(self._at))
        return line.shown

    def one_of(self, name: str, known: Iterable[str]) -> str:
        """Return a word of the version that must be a known one."""
        found = self(name)
        if found not in known:
            raise _Stop(NotRead.CHANGED, str(self._version[name].at))
        return found


def _days(lines: Sequence[_Line]) -> tuple[int, date]:
    """Return the year and the day of the data, the same in each line."""
    first = lines[0]
    for each in lines:
        if (each.year, each.as_of) != (first.year, first.as_of):
            raise _Stop(NotRead.CHANGED, str(each.at))
    try:
        year, as_of = int(first.year), date.fromisoformat(first.as_of)
    except ValueError:
        raise _Stop(NotRead.CHANGED, str(first.at)) from None
    if not FIRST_YEAR <= year <= date.max.year:
        raise _Stop(NotRead.CHANGED, str(first.at))
    return year, as_of


def _sample(texts: Texts, lines: Sequence[_Line], year: int, as_of: date) -> bool:
    """Return whether it is marked as made up; what bears another mark is not for everybody."""
    marks = [each.shown for each in lines if each.code == MARK]
    sample = texts.plain("report-sample")
    others = [mark for mark in marks if mark != sample]
    if others:
        raise _Stop(NotRead.NOT_FOR_ALL, others[0][: 2 * _NAME])
    if not is_over(year, as_of):
        raise _Stop(NotRead.NOT_FOR_ALL, texts.plain("report-interim"))
    return bool(marks)


def label(texts: Texts, place: Place) -> str:
    """Return the name of the row in which a value stands."""
    code, what = place
    if code == "C5":
        known = {UNNAMED: "report-unnamed", TOTAL: "report-total"}
        return texts.plain(known.get(what, f"sector-{what}"))
    return texts.label("feedback", what) if code == "E2" else texts.plain(f"report-fig-{code}")


def names(texts: Texts) -> dict[tuple[str, str, str], Place]:
    """Return by which names a value is found: the table's code, the row and the column.

    Figures stand in tables of several, whose code begins with `F-`.
    """
    found = {}
    for of in (of for group in GROUPS for of in group.compared):
        code, what = of.place
        table, column = _TABLES.get(code, ("F-", what))
        found[table, label(texts, of.place), texts.plain(f"report-col-{column}")] = of.place
    return found


def _values(texts: Texts, lines: Sequence[_Line]) -> dict[Place, PrintedValue]:
    """Return the values that are compared; one that stands there twice was not written by us."""
    known = names(texts)
    found: dict[Place, PrintedValue] = {}
    for line in lines:
        table = "F-" if line.code.startswith("F-") else line.code
        place = known.get((table, line.row, line.column))
        if place is None:
            continue
        if place in found:
            raise _Stop(NotRead.CHANGED, str(line.at))
        found[place] = _printed(line, texts.language)
    if not found:
        raise _Stop(NotRead.NOT_OURS)
    return found


def _printed(line: _Line, language: str) -> PrintedValue:
    """Return a value; one that does not read as its number is none of ours, nor a hidden one."""
    unshown = {text: sign for sign, text in UNSHOWN.items()}
    if not line.value and line.shown in unshown:
        return PrintedValue(unshown[line.shown], line.shown)
    if not _NUMBER.fullmatch(line.value) or not _reads_as(line.shown, float(line.value), language):
        raise _Stop(NotRead.CHANGED, str(line.at))
    number = float(line.value)
    text = line.shown.replace(" ", NO_BREAK)
    return PrintedValue(Sign.VALUE if number else Sign.NONE, text, number)


def _reads_as(shown: str, number: float, language: str) -> bool:
    """Return whether a text is a number as it is written for people; none is a dash."""
    if shown == NOTHING:
        return number == 0
    if not _SHOWN.fullmatch(shown):
        return False
    digits = shown.rstrip("% ")
    digits = digits.translate(_COMMAS) if language == GERMAN else digits
    try:
        read = float(digits.replace(",", ""))
    except ValueError:
        return False
    return abs(read - number * (100 if shown.endswith("%") else 1)) <= _APART


def _measures(texts: Texts, lines: Sequence[_Line]) -> Iterator[PrintedMeasure]:
    """Yield the measures that were worked out from this report."""
    columns = {texts.plain(f"report-col-{slug}"): slug for slug in _MEASURES}
    rows: dict[str, dict[str, str]] = {}
    for line in lines:
        if line.code != "M2":
            continue
        if line.column not in columns:
            raise _Stop(NotRead.CHANGED, str(line.at))
        row = rows.setdefault(line.number, {"what": line.row, **dict.fromkeys(_MEASURES, "")})
        row[columns[line.column]] = line.shown
    yield from (PrintedMeasure(**row) for row in rows.values())
