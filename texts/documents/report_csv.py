"""The report's tables as one CSV file: a line a value, with the sign where none is shown."""

from __future__ import annotations

import csv
import io

from texts.catalogue import Texts
from texts.documents.report_elements import Cell, Grid, Pages

#: The codes of what is no table: what the coordinators wrote, and the mark of the report.
ASSESSMENT, MARK = "P", "M"
COLUMNS = ("code", "table", "row", "column", "value", "shown")


def table_csv(texts: Texts, pages: Pages) -> bytes:
    """Return UTF-8 with a byte order mark, semicolons and plain numbers; `shown` is as on a page.

    Who may read it, or that its data are made up, is the first row; a report for all has none.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    if pages.mark:
        writer.writerow((MARK, texts.plain("report-mark"), "1", "", "", _safe(pages.mark)))
    for grid in pages.grids():
        rows = [*grid.rows, grid.total] if grid.total else grid.rows
        writer.writerows(line for row in rows for line in _lines(grid, row))
    head = texts.plain("report-section-assessed")
    for number, paragraph in enumerate(pages.assessment, 1):
        writer.writerow((ASSESSMENT, head, str(number), "", "", _safe(paragraph)))
    return out.getvalue().encode("utf-8-sig")


def _lines(grid: Grid, row: tuple[Cell, ...]) -> list[tuple[str, ...]]:
    return [
        (grid.code, grid.caption, _safe(row[0].text), heading, _number(cell), _safe(cell.text))
        for heading, cell in zip(grid.header[1:], row[1:], strict=True)
    ]


def _safe(text: str) -> str:
    """Keep a spreadsheet from taking a title for a formula."""
    return f"'{text}" if text[:1] in {"=", "@", "\t"} else text


def _number(cell: Cell) -> str:
    return (
        ""
        if cell.number is None
        else f"{cell.number:g}"
        if cell.number % 1
        else f"{cell.number:.0f}"
    )
