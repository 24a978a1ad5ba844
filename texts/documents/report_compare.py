"""Lays out the reports of several networks side by side: as pages, as CSV, and for a screen."""

from __future__ import annotations

import csv
import io
import itertools
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from domain.disclosure.values import Sign, Unit
from domain.report_compare import (
    GROUPS,
    PART,
    VALUE,
    WHOLE,
    Compared,
    ComparedGroup,
    Comparison,
    PrintedReport,
    PrintedValue,
)
from domain.typed import for_spreadsheet
from texts.catalogue import Texts
from texts.dates import plain_day
from texts.documents.report_csv_read import label
from texts.documents.report_elements import Element, Field, Grid, Heading, Pages, Paragraph, grid
from texts.numbers import NOTHING, number, percent

#: So many columns of numbers stand beside each other on a page.
ACROSS = 4
#: So many signs fit on a line of the screen; the names of networks take at most so many of them.
SCREEN, NAMES, _GAP = 80, 26, 2
COLUMNS = (
    *("network", "name", "year", "as_of", "code", "part", "figure"),
    *("value", "shown", "rounded"),
)
#: The table of measures, as the report calls it, and that of the reports themselves.
MEASURES, REPORTS = "M2", "R"
_MEASURES = ("reason", "responsible", "due", "state")
_UNSHOWN = {
    Sign.HIDDEN: "compare-hidden",
    Sign.TOO_FEW: "compare-too-few",
    Sign.MISSING: "compare-missing",
}
_OF_JOINT = {VALUE: "compare-share", PART: "compare-number", WHOLE: "compare-of"}


def compose(texts: Texts, comparison: Comparison) -> Pages:
    """Return the document; its day is that of the newest data, so it is the same bytes again."""
    years = ", ".join(map(str, comparison.years))
    mark = texts.plain("report-sample") if comparison.sample else ""
    names = dict.fromkeys(comparison.named(each) for each in comparison.reports)
    return Pages(
        language=texts.language,
        title=texts.plain("compare-title", years=years),
        author=texts.plain("compare-author"),
        year=comparison.years[-1],
        made_on=max(each.as_of for each in comparison.reports),
        lines=(", ".join(names), *([mark] if mark else [])),
        elements=tuple(_elements(texts, comparison)),
        mark=mark,
        method=tuple(_notes(texts, comparison)),
        brief=True,
    )


def _elements(texts: Texts, comparison: Comparison) -> Iterator[Element]:
    yield Heading(1, texts.plain("compare-table-reports"), "1")
    yield _reports(texts, comparison)
    if len(comparison.years) > 1:
        years = ", ".join(map(str, comparison.years))
        yield Paragraph(texts.plain("compare-years", years=years))
    yield Heading(1, texts.plain("compare-figures"), "2")
    found = (each for group in GROUPS for each in _group(texts, comparison, group))
    yield from (replace(each, code=str(number_)) for number_, each in enumerate(found, 1))
    yield Heading(1, texts.plain("compare-measures"), "3")
    yield _measures(texts, comparison)
    yield Heading(1, texts.plain("compare-how"), "4")
    yield from (Paragraph(text) for text in _notes(texts, comparison))


def _reports(texts: Texts, comparison: Comparison) -> Grid:
    heads = tuple(
        texts.plain(f"compare-col-{c}") for c in ("network", "year", "as-of", "protected")
    )
    rows = tuple(
        (
            Field(comparison.named(each)),
            Field(str(each.year)),
            Field(plain_day(each.as_of, texts.language)),
            Field(texts.plain(f"compare-protected-{'round5' if each.rounded else 'suppress'}")),
        )
        for each in comparison.reports
    )
    name = texts.plain("compare-table-reports")
    return replace(grid(texts, REPORTS, name, heads, rows), tab=name)


def _notes(texts: Texts, comparison: Comparison) -> Iterator[str]:
    said = ("as-printed", "order", "signs", "not-there")
    yield from (texts.plain(f"compare-{each}") for each in said)
    if comparison.rounded:
        yield texts.plain("compare-is-rounded")


def _group(texts: Texts, comparison: Comparison, group: ComparedGroup) -> Iterator[Grid]:
    """Yield the tables of a group: a network a row, so that as many as like fit."""
    there = comparison.there(group)
    parts = _parts(there)
    name = texts.plain(f"compare-group-{group.id}")
    for number_, compared in enumerate(parts, 1):
        caption = name
        if len(parts) > 1:
            caption = texts.plain("compare-part", name=name, part=number_, parts=len(parts))
        heads = (texts.plain("compare-col-network"), *(_column(texts, of) for of in compared))
        rows = tuple(
            (Field(_row_name(comparison, each)), *(_field(texts, each, of) for of in compared))
            for each in comparison.reports
        )
        yield replace(grid(texts, group.id, caption, heads, rows), even=True, tab=name)


def _parts(there: Sequence[Compared]) -> list[Sequence[Compared]]:
    """Return the columns of each table, about as many in each."""
    tables = -(-len(there) // ACROSS)
    ends = [len(there) * at // tables for at in range(tables + 1)] if tables else [0]
    return [there[start:end] for start, end in itertools.pairwise(ends)]


def _row_name(comparison: Comparison, report: PrintedReport) -> str:
    """Return a network, with its year where they differ."""
    name = comparison.named(report)
    return f"{name} {report.year}" if len(comparison.years) > 1 else name


def _column(texts: Texts, of: Compared) -> str:
    """Return how a column is called within its group."""
    code, what = of.place
    return texts.plain(_OF_JOINT[what]) if code == "C17" else label(texts, of.place)


def _field(texts: Texts, report: PrintedReport, of: Compared) -> Field:
    """Return a value; a rounded one is no number for programs, which would drop its mark."""
    printed = report.values.get(of.place)
    text = _text(texts, report, of, printed)
    plain = printed is not None and not report.rounds(of)
    return Field(text, printed.number if printed and plain else None, of.unit)


def _text(texts: Texts, report: PrintedReport, of: Compared, printed: PrintedValue | None) -> str:
    if printed is None:
        return texts.plain("compare-absent")
    if printed.number is None:
        return texts.plain(_UNSHOWN[printed.sign])
    if not report.rounds(of):
        return _as_printed(texts, report, of, printed, printed.number)
    nothing = printed.text == NOTHING
    value = "0" if nothing else _as_printed(texts, report, of, printed, printed.number)
    return texts.plain("compare-rounded", value=value)


def _as_printed(
    texts: Texts, report: PrintedReport, of: Compared, printed: PrintedValue, plain: float
) -> str:
    """Return a number as it is printed; in another language as that writes it."""
    if report.language == texts.language or printed.text == NOTHING:
        return printed.text
    if of.unit is Unit.RATE:
        return percent(plain, texts.language)
    return number(plain, texts.language, 1 if of.unit is Unit.MEAN else None)


def _measures(texts: Texts, comparison: Comparison) -> Grid:
    heads = (
        texts.plain("compare-col-network"),
        *(texts.plain(f"report-col-{each}") for each in ("measure", *_MEASURES)),
    )
    rows = tuple(
        tuple(
            map(Field, (_row_name(comparison, each), of.what, *(getattr(of, m) for m in _MEASURES)))
        )
        for each in comparison.reports
        for of in each.measures
    )
    name, nothing = texts.plain("compare-measures"), texts.plain("compare-no-measures")
    return replace(grid(texts, MEASURES, name, heads, rows), nothing=nothing, tab=name)


def compare_csv(texts: Texts, comparison: Comparison) -> bytes:
    """Return a line a value, as the CSV of a report has them; `rounded` is 1 or 0."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(for_spreadsheet, line) for line in _lines(texts, comparison))
    return out.getvalue().encode("utf-8-sig")


def _lines(texts: Texts, comparison: Comparison) -> Iterator[tuple[str, ...]]:
    if comparison.sample:
        yield (
            *("",) * 4,
            "M",
            "",
            texts.plain("report-mark"),
            "",
            texts.plain("report-sample"),
            "",
        )
    for each in comparison.reports:
        about = (each.network, each.name, str(each.year), each.as_of.isoformat())
        for group in GROUPS:
            for of in comparison.there(group):
                printed = each.values.get(of.place)
                value = "" if printed is None or printed.number is None else f"{printed.number:g}"
                shown = _text(texts, each, of, printed)
                rounded = str(int(bool(value) and each.rounds(of)))
                yield (*about, *of.place, label(texts, of.place), value, shown, rounded)
        for measure in each.measures:
            for slug in _MEASURES:
                yield (*about, MEASURES, slug, measure.what, "", getattr(measure, slug), "0")


def screen(pages: Pages, width: int = SCREEN) -> str:
    """Return the document for a screen: no line is longer than `width`."""
    said: list[str] = [line for text in (pages.title, *pages.lines) for line in _wrap(text, width)]
    head = ""
    for element in pages.elements:
        if isinstance(element, Heading):
            head = element.text
            said += ["", *_wrap(head.upper(), width)]
        elif isinstance(element, Paragraph):
            said += _wrap(element.text, width)
        elif isinstance(element, Grid):
            named = [] if element.caption == head else ["", *_wrap(element.caption, width)]
            lines = _entries if element.code == MEASURES else _table
            said += [*named, *lines(element, width)]
    return "\n".join(said)


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _entries(of: Grid, width: int) -> Iterator[str]:
    """Yield the rows of a table of words: the network and what it does, the rest below."""
    if not of.rows:
        yield from _wrap(of.nothing, width)
    for row in of.rows:
        yield from textwrap.wrap(f"{row[0].text}: {row[1].text}", width)
        rest = (f"{head}: {cell.text}" for head, cell in zip(of.header[2:], row[2:], strict=True))
        yield from textwrap.wrap(
            "; ".join(rest), width, initial_indent="  ", subsequent_indent="  "
        )


def _table(of: Grid, width: int) -> Iterator[str]:
    """Yield the lines of a table; columns that find no room go on below, with the names again."""
    names = [row[0].text for row in of.rows]
    first = min(NAMES, max(map(len, (of.header[0], *names))))
    columns = [(head, [row[at].text for row in of.rows]) for at, head in enumerate(of.header) if at]
    numbers = {at for at in range(1, len(of.header)) if of.rows[0][at].unit is not None}
    wide = [_wide(head, cells, width - first - _GAP, at in numbers)
            for at, (head, cells) in enumerate(columns, 1)]  # fmt: skip
    for start, end in _packed(wide, width - first):
        heads = (of.header[0], *(head for head, _ in columns[start:end]))
        widths = (
            first,
            *_widened([h for h, _ in columns[start:end]], wide[start:end], width - first),
        )
        right = [False, *(at in numbers for at in range(start + 1, end + 1))]
        yield from _row(heads, widths, right)
        yield "-" * min(width, sum(widths) + _GAP * (len(widths) - 1))
        for place, name in enumerate(names):
            yield from _row(
                (name, *(cells[place] for _, cells in columns[start:end])), widths, right
            )
        if end < len(wide):
            yield ""


def _wide(head: str, cells: Sequence[str], most: int, whole: bool) -> int:
    """Return how wide a column is: its words are not broken, numbers not wrapped."""
    words = [word for text in (head, *cells) for word in text.split()]
    longest = max(map(len, (*words, *(cells if whole else ()))))
    texts = max(map(len, cells))
    return min(most, max(longest, longest if whole else min(NAMES, texts)))


def _widened(heads: Sequence[str], wide: Sequence[int], room: int) -> list[int]:
    """Return the widths with what is left of the line, given to the highest of the heads."""
    found = list(wide)
    for _ in range(room - sum(found) - _GAP * len(found)):
        high = [len(_wrap(head, each)) for head, each in zip(heads, found, strict=True)]
        if max(high) == 1:
            break
        found[high.index(max(high))] += 1
    return found


def _packed(wide: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where columns stand beside each other."""
    start, taken = 0, 0
    for at, each in enumerate(wide):
        if at > start and taken + _GAP + each > room:
            yield start, at
            start, taken = at, 0
        taken += _GAP + each
    yield start, len(wide)


def _row(cells: Iterable[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    lines = [_wrap(c, w) for c, w in zip(cells, widths, strict=True)]
    for at in range(max(map(len, lines))):
        texts = [of[at] if at < len(of) else "" for of in lines]
        yield (
            (" " * _GAP)
            .join(
                text.rjust(w) if r else text.ljust(w)
                for text, w, r in zip(texts, widths, right, strict=True)
            )
            .rstrip()
        )
