"""The report as a workbook: a sheet a table, numbers as numbers, charts one can change."""

from __future__ import annotations

import io
import re
import textwrap
from typing import Any

import xlsxwriter

from domain.disclosure.values import Unit
from domain.report.structure import Chart
from texts.catalogue import Texts
from texts.documents.report_elements import Field, Grid, Listing, Pages, Paragraph, glance_of
from texts.documents.steady import noon, repacked

_WIDEST = 60
_HEIGHT = 15  # points a line
_FOOT = 110  # letters of a footer; Excel takes 255 with its orders, and `&` counts twice
_BESIDE = 70  # letters; a chart stands below a wider table, else beside it
#: The overview: letters of its columns, and across how many of them a sentence stands.
_FIRST, _OTHERS, _ACROSS = 44, 22, 5
_TOP = 2  # rows over the header: the caption and a blank one
#: Excel shows these as its user's country writes numbers; a true zero is a dash.
_COUNT, _CHANGE = '#,##0;−#,##0;"–"', "+#,##0;−#,##0;±0"
_FORMATS = {Unit.RATE: "0.0 %", Unit.MEAN: "0.0", Unit.DAYS: "#,##0.##"}
#: A day stays a day, written as the language of the report does.
_DAYS = {"de": "dd.mm.yyyy", "en": "dd/mm/yyyy"}
_PAPER_A4 = 9
#: Names of sheets: how long they may be, what they may not hold or be, and that of the assessment.
_LONGEST, _FORBIDDEN, _RESERVED = 31, re.compile(r"[\[\]:*?/\\]"), {"", "history"}
ASSESSED = "P"
_ACCENT, _PALE, _LINE = "#235278", "#E8F0F6", "#BEC8D2"
#: Charts tell their bars apart by shade and by the labels on them, never by hue.
_SHADES = ("#123A56", "#2F6690", "#6A9BC0", "#A9C6DD", "#DCE8F1")


def xlsx(texts: Texts, pages: Pages) -> bytes:
    """Return the workbook; hidden numbers are their signs, and no chart draws them."""
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        facts = {"title": pages.title, "author": pages.author, "comments": pages.mark}
        book.set_properties(facts | {"created": noon(pages.made_on)})
        assessed = texts.plain("report-section-assessed")
        sheets = _Sheets(book, pages, tabs(pages, assessed))
        sheets.overview()
        for grid in pages.sheets():
            sheets.add(grid)
        if pages.assessment:
            sheets.assessment(assessed)
    return repacked(out.getvalue())


class _Sheets:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, pages: Pages, names: dict[str | None, str]) -> None:
        self._book, self._pages, self._names = book, pages, names
        self._known: dict[tuple[tuple[str, Any], ...], Any] = {}

    def _format(self, **looks: Any) -> Any:
        """Return one format for the same looks: a workbook holds few of them."""
        key = tuple(sorted(looks.items()))
        if key not in self._known:
            self._known[key] = self._book.add_format({"valign": "top", **looks})
        return self._known[key]

    def overview(self) -> None:
        """Write the first sheet: the year in short, a link to each table, how to read numbers."""
        pages = self._pages
        sheet = self._sheet(self._names[None])
        sheet.set_column(0, 0, _FIRST)
        shown = glance_of(self._pages)
        most = max((len(each.header) for each in shown if isinstance(each, Grid)), default=0)
        sheet.set_column(1, max(most, _ACROSS) - 1, _OTHERS)
        sheet.write_string(
            0, 0, pages.title, self._format(bold=True, font_size=18, font_color=_ACCENT)
        )
        sheet.set_row(0, 30)
        for row, line in enumerate(pages.lines, 2):
            self._across(sheet, row, line, bold=line == pages.mark)
        row = len(pages.lines) + 3
        for each in shown:
            row = self._short(sheet, row, each) + 1
        for grid in pages.sheets():
            target = self._names[grid.code].replace("'", "''")
            sheet.write_url(row, 0, f"internal:'{target}'!A1", string=f"{grid.code} {grid.caption}")
            row += 1
        for number, text in enumerate(pages.method, row + 1):
            self._across(sheet, number, text)

    def _short(self, sheet: Any, row: int, each: Grid | Listing | Paragraph) -> int:
        """Write something of the year on one page; return the row behind it."""
        if isinstance(each, Grid):
            bold = self._format(bold=True, font_color=_ACCENT)
            sheet.write_string(row, 0, each.caption, bold)
            for column, text in enumerate(each.header):
                head = self._format(
                    bold=True, bg_color=_PALE, bottom=1, text_wrap=True, align=_side(each, column)
                )
                sheet.write_string(row + 1, column, text, head)
            sheet.set_row(row + 1, _HEIGHT * _overview_lines(tuple(map(Field, each.header))))
            for number, line in enumerate(each.rows, row + 2):
                sheet.set_row(number, _HEIGHT * _overview_lines(line))
                self._row(sheet, number, line, change=each.code == "A")
            return row + 2 + len(each.rows)
        texts = each.items if isinstance(each, Listing) else (each.text,)
        for number, text in enumerate(texts, row):
            self._across(sheet, number, text)
        return row + len(texts)

    def _across(self, sheet: Any, row: int, text: str, *, bold: bool = False) -> None:
        """Write a sentence across the columns of the overview."""
        looks = self._format(text_wrap=True, bold=bold)
        sheet.merge_range(row, 0, row, _ACROSS - 1, text, looks)
        wide = _FIRST + _OTHERS * (_ACROSS - 1)
        sheet.set_row(row, _HEIGHT * (len(textwrap.wrap(text, wide)) or 1) + 3)

    def _sheet(self, name: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(_PAPER_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{_foot(self._pages)}&R&P / &N")
        sheet.hide_gridlines(2)
        return sheet

    def add(self, grid: Grid) -> None:
        """Write one table with its chart."""
        sheet = self._sheet(self._names[grid.code])
        title = self._format(bold=True, font_size=13, font_color=_ACCENT)
        sheet.write_string(0, 0, grid.caption, title)
        for column, text in enumerate(grid.header):
            head = self._format(
                bold=True, bg_color=_PALE, bottom=1, text_wrap=True, align=_side(grid, column)
            )
            sheet.write_string(_TOP, column, text, head)
            sheet.set_column(column, column, _width(grid, column))
        sheet.set_row(_TOP, _HEIGHT * _lines(grid, tuple(map(Field, grid.header)), slack=2))
        for number, row in enumerate(grid.rows, _TOP + 1):
            sheet.set_row(number, _HEIGHT * _lines(grid, row))
            self._row(sheet, number, row, change=grid.code == "A")
        if grid.total:
            self._row(sheet, _TOP + 1 + len(grid.rows), grid.total, bold=True)
        if not grid.rows:
            sheet.write_string(_TOP + 1, 0, grid.nothing)
        for number, note in enumerate(grid.notes, _end(grid) + 1):
            sheet.write_string(number, 0, note)
        sheet.freeze_panes(_TOP + 1, 1)
        sheet.repeat_rows(_TOP)
        if grid.chart is Chart.HEAT and grid.rows:
            _shade(sheet, grid)
        elif grid.picture is not None:
            _draw(self._book, sheet, grid)

    def assessment(self, head: str) -> None:
        """Write what the coordinators wrote on a sheet of its own."""
        sheet = self._sheet(self._names[ASSESSED])
        sheet.set_column(0, 0, 100)
        sheet.write_string(0, 0, head, self._format(bold=True, font_size=13, font_color=_ACCENT))
        for row, paragraph in enumerate(self._pages.assessment, _TOP):
            sheet.set_row(row, _HEIGHT * (len(textwrap.wrap(paragraph, 95)) or 1))
            sheet.write_string(row, 0, paragraph, self._format(text_wrap=True))

    def _row(
        self, sheet: Any, number: int, row: tuple[Field, ...], *, bold: bool = False, **more: bool
    ) -> None:
        for column, cell in enumerate(row):
            last = more.get("change", False) and column == len(row) - 1
            self._cell(sheet, (number, column), cell, bold=bold, change=last)

    def _cell(
        self, sheet: Any, place: tuple[int, int], cell: Field, *, bold: bool, change: bool
    ) -> None:
        looks: dict[str, Any] = {"bottom": 1, "bottom_color": _LINE, "bold": bold}
        if cell.day is not None:
            pattern = _DAYS.get(self._pages.language, _DAYS["de"])
            sheet.write_datetime(
                *place, cell.day, self._format(num_format=pattern, align="left", **looks)
            )
            return
        if cell.number is None or cell.unit is None:
            looks |= {"text_wrap": True, "align": "right" if cell.unit is not None else "left"}
            if cell.unit is None and place[1]:
                looks["indent"] = 1
            sheet.write_string(*place, cell.text, self._format(**looks))
            return
        pattern = _CHANGE if change else _FORMATS.get(cell.unit, _COUNT)
        sheet.write_number(*place, cell.number, self._format(num_format=pattern, **looks))


def tabs(pages: Pages, assessed: str = "") -> dict[str | None, str]:
    """Return the name of each sheet by the code of its table; None is the title page.

    Excel takes names of at most 31 letters without some signs, each once whatever its case.
    """
    wanted: dict[str | None, str] = {None: pages.title}
    wanted |= {grid.code: f"{grid.code} {grid.tab}" for grid in pages.sheets()}
    wanted |= {ASSESSED: assessed} if pages.assessment else {}
    names: dict[str | None, str] = {}
    for code, text in wanted.items():
        plain = " ".join(_FORBIDDEN.sub(" ", text).split()).strip("' ")
        name, taken = _cut(plain), {each.casefold() for each in names.values()}
        while name.casefold() in taken or name.casefold() in _RESERVED:
            name = f"{_cut(name, _LONGEST - 4)} {len(names)}"
        names[code] = name
    return names


def _cut(text: str, longest: int = _LONGEST) -> str:
    """Shorten a text to what Excel takes, behind a whole word if there is one."""
    first, *words = text.split(" ")
    while _units(first) > longest:
        first = first[:-1].rstrip("\u200d")  # what joins two signs joins nothing at the end
    for word in words:
        if _units(f"{first} {word}") > longest:
            break
        first = f"{first} {word}"
    return first.strip("' ") if first != text else text


def _units(text: str) -> int:
    """Return how long a text is for Excel, for which most pictures are two letters each."""
    return len(text.encode("utf-16-le")) // 2


def _overview_lines(row: tuple[Field, ...]) -> int:
    wide = (_FIRST, *[_OTHERS] * len(row))
    return max(len(textwrap.wrap(c.text, w - 2)) or 1 for c, w in zip(row, wide, strict=False))


def _end(grid: Grid) -> int:
    """Return the first row under a table."""
    return _TOP + 1 + max(1, len(grid.rows)) + bool(grid.total)


def _foot(pages: Pages) -> str:
    """Return what stands under each page; Excel leaves out what is too long as a whole.

    In a footer `&` begins an order, and stands there twice.
    """
    mark = f"  {_cut(pages.mark, _FOOT - 2)}".replace("&", "&&") if pages.mark else ""
    room = _FOOT - _units(mark) - pages.title.count("&")
    return _cut(pages.title, max(0, room)).replace("&", "&&") + mark


def _side(grid: Grid, column: int) -> str:
    numeric = column > 0 and any(row[column].unit is not None for row in grid.rows)
    return "right" if numeric else "left"


def _lines(grid: Grid, row: tuple[Field, ...], slack: int = 0) -> int:
    """Return how many lines the fullest cell of a row needs."""
    return max(
        len(textwrap.wrap(cell.text, _width(grid, index) - slack)) or 1
        for index, cell in enumerate(row)
    )


def _width(grid: Grid, column: int) -> int:
    rows = [*grid.rows, *([grid.total] if grid.total else [])]
    longest = max((len(row[column].text) for row in rows), default=0)
    if grid.chart is Chart.HEAT and column:
        return 6
    words = max(map(len, grid.header[column].split()), default=0)
    return min(_WIDEST, max(longest + 2, words + 3, 10))


def _shade(sheet: Any, grid: Grid) -> None:
    """Let a matrix show by its fields' shades where much is; their numbers stand in them."""
    last = (_TOP + len(grid.rows), len(grid.header) - 1)
    scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#7FA8C9"}
    sheet.conditional_format(_TOP + 1, 1, *last, scale)


def _draw(book: Any, sheet: Any, grid: Grid) -> None:
    name = sheet.get_name()
    if grid.chart is Chart.TREND:
        _draw_small(book, sheet, grid)
        return
    kind = {"type": "column"} if grid.chart is Chart.COLUMN else {"type": "bar"}
    if grid.chart is Chart.STACKED:
        kind["subtype"] = "stacked"
    chart = book.add_chart(kind)
    for shade, column in enumerate(_columns(grid)):
        chart.add_series(_series(name, grid, column, shade))
    _dress(chart, grid)
    assert grid.picture is not None
    where = {"object_position": 1, "description": grid.picture.alt}
    if sum(_width(grid, index) for index in range(len(grid.header))) > _BESIDE:
        sheet.insert_chart(_end(grid) + len(grid.notes) + 2, 0, chart, where)
    else:
        sheet.insert_chart(_TOP, len(grid.header) + 1, chart, where)


def _draw_small(book: Any, sheet: Any, grid: Grid) -> None:
    """Draw a small chart of each row below the table: each has a measure of its own."""
    assert grid.picture is not None
    name, last = sheet.get_name(), len(grid.header) - 1
    for number, row in enumerate(grid.rows):
        chart, at = book.add_chart({"type": "column"}), _TOP + 1 + number
        chart.add_series(
            {
                "categories": [name, _TOP, 1, _TOP, last],
                "values": [name, at, 1, at, last],
                "data_labels": {"value": True},
                "fill": {"color": "#2F6690"},
                "gap": 50,
            }
        )
        chart.set_title({"name": row[0].text, "name_font": {"size": 10}})
        chart.set_legend({"none": True})
        chart.set_x_axis({"line": {"color": _LINE}, "major_tick_mark": "none"})
        chart.set_y_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
        chart.set_size({"width": 360, "height": 200})
        line = _end(grid) + len(grid.notes) + 2 + 11 * number
        sheet.insert_chart(line, 0, chart, {"description": grid.picture.alt})


def _columns(grid: Grid) -> list[int]:
    """Return the columns a chart draws: the first of numbers, or all parts of a stacked one."""
    if grid.chart is not Chart.STACKED:
        return [1]
    return list(range(1, 1 + grid.parts))


def _series(name: str, grid: Grid, column: int, shade: int) -> dict[str, Any]:
    first, last = _TOP + 1, _TOP + len(grid.rows)
    stacked = grid.chart is Chart.STACKED
    color = _SHADES[shade % len(_SHADES)] if stacked else "#2F6690"
    dark = not stacked or shade % len(_SHADES) < 2
    font = {"color": "#FFFFFF" if dark and stacked else "#1D2A36"}
    labels: dict[str, Any] = {"value": True, "num_format": "#,##0;;", "font": font}
    if not stacked:
        labels["custom"] = [
            {"value": row[column].text} if row[column].number is None else None for row in grid.rows
        ]
    return {
        "name": [name, _TOP, column],
        "categories": [name, first, 0, last, 0],
        "values": [name, first, column, last, column],
        "data_labels": labels,
        "fill": {"color": color},
        "border": {"color": "#FFFFFF"},
        "gap": 50,
    }


def _dress(chart: Any, grid: Grid) -> None:
    chart.set_title({"name": grid.caption, "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"} if grid.chart is Chart.STACKED else {"none": True})
    words: dict[str, Any] = {"line": {"color": _LINE}, "major_tick_mark": "none"}
    sizes = {"visible": False, "major_gridlines": {"visible": False}}
    if grid.chart is Chart.COLUMN:
        chart.set_x_axis(words)
        chart.set_y_axis(sizes)
    else:
        chart.set_x_axis(sizes)
        chart.set_y_axis({"reverse": True, **words})
    chart.set_size({"width": 720, "height": 160 + 24 * max(6, len(grid.rows))})
