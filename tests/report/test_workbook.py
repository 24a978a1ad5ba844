"""The report as a workbook, opened by a library that did not write it."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from docx import Document

from domain.report.structure import Chart
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_elements import Grid, Pages, glance_of
from texts.documents.report_files import Form, render
from texts.documents.report_pages import Wishes, compose
from texts.documents.report_xlsx import tabs

TEXTS = Texts()
#: The height of a line in points; the letters of a column of which nothing is said.
LINE, NARROW = 15.0, 8.43
Made = Callable[[Form], bytes]


def test_the_workbook_has_the_same_numbers_and_signs(pages: Pages, made: Made) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(Form.XLSX)))
    names = tabs(pages)
    for grid in pages.sheets():
        for number, row in enumerate(grid.rows, 4):
            for column, cell in enumerate(row, 1):
                value = book[names[grid.code]].cell(number, column).value
                expected = cell.text if cell.number is None or cell.unit is None else cell.number
                if cell.day is not None:
                    assert isinstance(value, datetime)
                    assert value.date() == cell.day
                    continue

                assert value == pytest.approx(expected) if expected else not value, grid.code
    book.close()


def widths_of(sheet: Any) -> list[float]:
    """Return how many letters the first columns of a sheet hold."""
    given = {n: each.width for each in sheet.column_dimensions.values()
             for n in range(each.min, each.max + 1)}  # fmt: skip
    return [given.get(column, NARROW) for column in range(1, 9)]


def test_the_overview_has_room_for_each_text(pages: Pages, made: Made) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(Form.XLSX)))
    sheet: Any = book.worksheets[0]
    wide = widths_of(sheet)
    merged = {(each.min_row, each.min_col): each.max_col for each in sheet.merged_cells.ranges}
    for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value):
        text, first = str(cell.value), cell.column - 1
        if cell.alignment.wrap_text:
            room = sum(wide[first : merged.get((cell.row, cell.column), cell.column)])
            lines = len(textwrap.wrap(text, int(room)))

            assert (sheet.row_dimensions[cell.row].height or LINE) >= LINE * lines, text
        else:
            assert len(text) <= sum(wide[first:]), text
    grids = [each for each in glance_of(pages) if isinstance(each, Grid)]
    assert max(len(grid.header) for grid in grids) == 5
    book.close()


def test_the_workbook_has_charts_one_can_change(pages: Pages, made: Made) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(Form.XLSX)))
    names = tabs(pages)
    for grid in pages.sheets():
        sheet = book[names[grid.code]]
        each = len(grid.rows) if grid.chart is Chart.TREND else 1
        drawn = each if grid.picture is not None else 0
        charts = sheet._charts  # type: ignore[attr-defined]  # not in the stubs

        assert len(charts) == drawn, grid.code
        assert sheet.freeze_panes == "B4"
        assert sheet.print_title_rows == "$3:$3"
    heat = book[names["K2"]]

    assert list(heat.conditional_formatting)
    book.close()


def test_the_title_sheet_explains_signs_method_and_that_people_are_not_counted(
    pages: Pages,
    made: Made,
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(Form.XLSX)))
    cover = book.worksheets[0]
    said = [str(row[0].value) for row in cover.iter_rows() if row[0].value]
    linked = (cell.hyperlink for row in cover.iter_rows() for cell in row if cell.hyperlink)
    links = {str(link.location) for link in linked}
    noted = {
        sheet.title
        for sheet in book.worksheets
        if any(row[0].value == TEXTS.plain("report-hidden") for row in sheet.iter_rows())
    }
    book.close()

    assert any(text.startswith("Zeichen: – ") for text in said)
    assert any("Teilnahmen, nicht Personen" in text for text in said)
    assert any("unter 5 werden nicht veröffentlicht" in text for text in said)
    assert "'C4 Jugendamt'!A1" in links
    assert noted == {tabs(pages)[grid.code] for grid in pages.sheets() if grid.notes}
    assert noted


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sheet_says_what_it_holds(story_year: StoryYear, language: str) -> None:
    texts = TEXTS.in_language(language)
    wishes = Wishes(charts=False, assessment=("Gut.",))
    pages = compose(texts, story_year.network, story_year.report, wishes)
    book = openpyxl.load_workbook(io.BytesIO(render(Form.XLSX, texts, pages)))

    assert all(grid.tab for grid in pages.sheets())
    assert book.sheetnames == list(tabs(pages, texts.plain("report-section-assessed")).values())

    book.close()


def test_names_of_sheets_are_such_as_excel_takes(pages: Pages) -> None:
    grids = [
        replace(next(pages.sheets()), code=code, tab=tab)
        for code, tab in (("C1", "a/b: [c]*?\\ 'd'"), ("c1", "A B C D"), ("X", "lang " * 20))
    ]
    grids.append(replace(grids[0], code="Y" * 40, tab=""))
    bad = replace(pages, title="'Bericht: [2026]'" * 4, elements=tuple(grids))
    names = list(tabs(bad).values())
    book = openpyxl.load_workbook(io.BytesIO(render(Form.XLSX, TEXTS, bad)))

    assert book.sheetnames == names
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert not any(name.startswith("'") or name.endswith("'") for name in names)

    book.close()


@pytest.mark.parametrize(
    "title", ["Bericht 👨‍👩‍👧‍👦 & " * 20, "👨‍👩‍👧‍👦" * 40, "ü" * 300, "A&" * 150]
)
def test_a_title_of_any_length_and_signs_keeps_no_form_back(pages: Pages, title: str) -> None:
    for mark in ("", "Nur für den Dienstgebrauch"):
        told = replace(pages, title=title, author=title, mark=mark, elements=())
        book = openpyxl.load_workbook(io.BytesIO(render(Form.XLSX, TEXTS, told)))
        [name, *_] = book.sheetnames
        footer = book[name].oddFooter
        assert footer is not None
        word = Document(io.BytesIO(render(Form.DOCX, TEXTS, told)))

        assert title.startswith(name)
        assert len(name.encode("utf-16-le")) <= 2 * 31
        assert mark in str(footer.left.text)
        assert word.core_properties.title == title[:255]


def test_it_opens_on_the_year_in_short(pages: Pages, made: Made) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(Form.XLSX)))
    first = book.worksheets[0]
    said = {cell.value for row in first.iter_rows() for cell in row if cell.value is not None}
    links = [cell for row in first.iter_rows() for cell in row if cell.hyperlink]
    short = {grid.code: grid for grid in glance_of(pages) if isinstance(grid, Grid)}
    active = book.active
    book.close()

    assert active is not None
    assert active.title == first.title
    assert set(short) == {"A", "GH", "GZ"}
    for grid in short.values():
        assert grid.caption in said
        assert {cell.text for row in grid.rows for cell in row if cell.unit is None} <= said
    assert {row[-2].number for row in short["A"].rows} <= said
    assert len(links) == len([*pages.sheets()])


def test_tables_that_say_again_what_others_do_are_no_sheets_and_not_in_the_csv(
    pages: Pages, made: Made
) -> None:
    again = {grid.code for grid in pages.grids() if grid.again}
    lines = made(Form.CSV).decode("utf-8-sig").splitlines()
    codes = {line.split(";")[2] for line in lines[1:]}

    assert again == {"GH", "GZ"}
    assert again.isdisjoint(tabs(pages))
    assert again.isdisjoint(codes)
    assert codes >= {grid.code for grid in pages.sheets() if grid.rows and grid.code != "O"}
