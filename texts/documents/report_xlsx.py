"""The report as a workbook: a sheet a table, numbers as numbers, charts one can change."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from domain.disclosure.values import Unit
from domain.report.structure import Chart
from texts.catalogue import Texts
from texts.documents.report_pages import Cell, Grid, Pages

_WIDEST = 60
_FORMATS = {Unit.RATE: "0.0 %", Unit.MEAN: "0.0"}
_TOP = 2  # rows over the header: the caption and a blank one


def xlsx(texts: Texts, pages: Pages) -> bytes:
    """Return the workbook; hidden numbers are their signs, and no chart draws them."""
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": pages.title, "author": pages.author})
        _cover(book, pages)
        for grid in pages.grids():
            _sheet(book, grid)
        if pages.assessment:
            _assessment(book, texts.plain("report-section-assessed"), pages.assessment)
    return out.getvalue()


def _cover(book: Any, pages: Pages) -> None:
    sheet = book.add_worksheet(pages.title[:31])
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 80)
    sheet.write_string(0, 0, pages.title, book.add_format({"bold": True, "font_size": 16}))
    for row, line in enumerate(pages.lines, 1):
        sheet.write_string(row, 0, line)
    first = len(pages.lines) + 2
    for row, grid in enumerate(pages.grids(), first):
        sheet.write_url(row, 0, f"internal:'{grid.code}'!A1", string=grid.code)
        sheet.write_string(row, 1, grid.caption)


def _sheet(book: Any, grid: Grid) -> None:
    sheet = book.add_worksheet(grid.code)
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "bg_color": "#E8F0F6", "bottom": 1, "text_wrap": True})
    sheet.write_string(0, 0, grid.caption, book.add_format({"bold": True, "font_size": 13}))
    for column, text in enumerate(grid.header):
        sheet.write_string(_TOP, column, text, head)
        sheet.set_column(column, column, _width(grid, column))
    for number, row in enumerate(grid.rows, _TOP + 1):
        _write(book, sheet, number, row)
    if grid.total:
        sheet.set_row(_TOP + 1 + len(grid.rows), None, bold)
        _write(book, sheet, _TOP + 1 + len(grid.rows), grid.total)
    sheet.freeze_panes(_TOP + 1, 1)
    sheet.repeat_rows(_TOP)
    _chart(book, sheet, grid)


def _assessment(book: Any, head: str, paragraphs: Sequence[str]) -> None:
    """Write what the coordinators wrote on a sheet of its own."""
    sheet = book.add_worksheet(head[:31])
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, head, book.add_format({"bold": True, "font_size": 13}))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for row, paragraph in enumerate(paragraphs, _TOP):
        sheet.write_string(row, 0, paragraph, wrapped)


def _width(grid: Grid, column: int) -> int:
    longest = max((len(row[column].text) for row in grid.rows), default=0)
    return min(_WIDEST, max(longest, len(grid.header[column]) + 2, 6))


def _write(book: Any, sheet: Any, number: int, row: tuple[Cell, ...]) -> None:
    for column, cell in enumerate(row):
        if cell.number is None or cell.unit is None:
            sheet.write_string(number, column, cell.text)
        else:
            pattern = _FORMATS.get(cell.unit, "#,##0")
            sheet.write_number(
                number, column, cell.number, book.add_format({"num_format": pattern})
            )


def _chart(book: Any, sheet: Any, grid: Grid) -> None:
    if grid.picture is None or grid.chart is None:
        return
    if grid.chart is Chart.HEAT:
        last = (_TOP + len(grid.rows), len(grid.header) - 1)
        scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#7FA8C9"}
        sheet.conditional_format(_TOP + 1, 1, *last, scale)
        return
    kind = {"type": "column"} if grid.chart is Chart.COLUMN else {"type": "bar"}
    if grid.chart is Chart.STACKED:
        kind["subtype"] = "stacked"
    chart = book.add_chart(kind)
    for column in _columns(grid):
        chart.add_series(_series(grid, column))
    _dress(chart, grid)
    where = {"object_position": 1, "description": grid.picture.alt}
    sheet.insert_chart(_TOP, len(grid.header) + 1, chart, where)


def _columns(grid: Grid) -> list[int]:
    """Return the columns a chart draws: the first of numbers, or all parts of a stacked one."""
    if grid.chart is not Chart.STACKED:
        return [1]
    return [
        index
        for index in range(1, len(grid.header) - 1)
        if all(row[index].unit is not Unit.MEAN for row in grid.rows)
    ][: 5 if grid.code == "E2" else None]


def _series(grid: Grid, column: int) -> dict[str, Any]:
    first, last = _TOP + 1, _TOP + len(grid.rows)
    return {
        "name": [grid.code, _TOP, column],
        "categories": [grid.code, first, 0, last, 0],
        "values": [grid.code, first, column, last, column],
        "data_labels": {"value": True, "num_format": "#,##0;;"},
    }


def _dress(chart: Any, grid: Grid) -> None:
    chart.set_title({"name": grid.caption, "name_font": {"size": 12}})
    if grid.chart is not Chart.STACKED:
        chart.set_legend({"none": True})
    if grid.chart is not Chart.COLUMN:
        chart.set_y_axis({"reverse": True})
    chart.set_size({"width": 640, "height": 140 + 24 * max(6, len(grid.rows))})
