"""The report's tables as one CSV file: a line a value, with the sign where none is shown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from domain.typed import for_spreadsheet, one_line
from texts.catalogue import Texts
from texts.documents.report_elements import Field, Grid, Pages

#: The codes of what is no table: what the coordinators wrote, the mark of the report, and which
#: version it is.
ASSESSMENT, MARK, VERSION = "P", "M", "V"
#: The number of the file's form. It grows whenever a word changes by which `report_csv_read` finds
#: a value again; a test tells.
FORM = 1
COLUMNS = (*("year", "as_of", "code", "table", "number", "row", "day", "column", "value", "shown"),)


def table_csv(texts: Texts, pages: Pages) -> bytes:
    """Return UTF-8 with a byte order mark, semicolons and plain numbers; `shown` is as on a page.

    `number` counts the rows of a table: two events of one day are two rows. A text that puts
    numbers together has a line of its own, and so has each of the numbers.

    Who may read it, or that its data are made up, is the first row; a report for all has none.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    about = (str(pages.year), pages.made_on.isoformat())
    writer.writerows(map(for_spreadsheet, (*about, *line)) for line in _all(texts, pages))
    return out.getvalue().encode("utf-8-sig")


def _all(texts: Texts, pages: Pages) -> Iterator[tuple[str, ...]]:
    if pages.mark:
        yield _words(MARK, texts.plain("report-mark"), 1, pages.mark)
    yield from _version(texts, pages)
    for grid in pages.sheets():
        rows = [*grid.rows, grid.total] if grid.total else grid.rows
        for number, row in enumerate(rows, 1):
            yield from _lines(grid, number, row)
    head = texts.plain("report-section-assessed")
    for number, paragraph in enumerate(pages.assessment, 1):
        yield _words(ASSESSMENT, head, number, paragraph)


def _version(texts: Texts, pages: Pages) -> Iterator[tuple[str, ...]]:
    """Yield what tells the version from others, for programs: the columns are never translated."""
    if pages.whose is None:
        return
    head, of = texts.plain("report-version"), pages.whose
    said = {"network": of.network, "name": one_line(of.name), "mode": of.mode.value}
    told = {"form": str(FORM), **said, "language": pages.language}
    for number, (column, text) in enumerate(told.items(), 1):
        value = text if column == "form" else ""
        yield (VERSION, head, str(number), "", "", column, value, text)


def _words(code: str, head: str, number: int, text: str) -> tuple[str, ...]:
    return (code, head, str(number), "", "", "", "", text)


def _lines(grid: Grid, number: int, row: tuple[Field, ...]) -> Iterator[tuple[str, ...]]:
    day = row[0].day.isoformat() if row[0].day else ""
    which = (grid.code, grid.caption, str(number), row[0].text, day)
    for heading, cell in zip(grid.header[1:], row[1:], strict=True):
        for name, each in ((heading, cell), *cell.parts):
            yield (*which, name, _number(each), each.text)


def _number(cell: Field) -> str:
    return (
        ""
        if cell.number is None
        else f"{cell.number:g}"
        if cell.number % 1
        else f"{cell.number:.0f}"
    )
