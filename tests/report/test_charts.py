"""Which tables are drawn, and what the charts say to those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.report_maker import drawn
from bot.report_values import Gathered
from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Chart
from domain.report_order import Wanted, What
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_charts import Point, largest_of, moving, tells
from texts.documents.report_elements import Field, Grid, Pages
from texts.documents.report_pages import compose

TEXTS = Texts()


def points(*sizes: float | None) -> list[Point]:
    """Return bars of these sizes; None is a secret one."""
    return [
        Point(f"row {n}", "", size or 0.0, "·" if size is None else str(size), hidden=size is None)
        for n, size in enumerate(sizes)
    ]


def drawn_cells(grid: Grid) -> dict[str, Field]:
    """Return the cells a chart shows, by what they are called."""
    several = grid.chart is Chart.STACKED
    return {
        f"{row[0].text}, {grid.header[n]}" if several else row[0].text: row[n]
        for row in grid.rows
        for n in range(1, 1 + grid.parts)
    }


@pytest.mark.parametrize(
    ("sizes", "worth"),
    [
        ((1, 2, 3, 4, 5), True),
        ((1, 2, 3, 4), False),
        ((4, 4, 4, 4, 4, 4), False),
        ((0, 0, 0, 0, 0), False),
        ((7, 7, None, 7, 7, None), False),
        ((None, None, None, None, None), False),
        ((7, 7, 0, 7, 7), True),
        ((), False),
    ],
)
def test_only_what_differs_among_some_rows_is_drawn(
    sizes: Sequence[float | None], worth: bool
) -> None:
    assert tells(points(*sizes)) is worth


def test_of_a_course_over_years_only_what_moved_is_drawn() -> None:
    def course(name: str, *sizes: float | None) -> list[Point]:
        found = points(*sizes)
        return [replace(each, row=name, column=each.row) for each in found]

    still, moved = course("still", 4.0, 4.0, 4.1), course("moved", 44.5, 42.7, 46.1)
    secret, nothing = course("secret", None, None, None), course("nothing", 0, 0, 0)
    one, falling = course("one", None, 7, None), course("falling", 7, None, 0)

    assert moving([*still, *moved, *secret, *nothing, *one, *falling]) == [*moved, *falling]


def test_a_secret_value_is_never_the_largest() -> None:
    assert [point.row for point in largest_of(points(3, None, 5, 5, 0))] == ["row 2", "row 3"]


def test_no_chart_of_the_year_has_few_rows_or_equal_values(pages: Pages) -> None:
    charted = {grid.code for grid in pages.grids() if grid.picture}

    assert {"C1", "C4", "E2", "K7"} >= charted >= {"C1", "C4"}


def test_alt_texts_name_all_the_largest_that_are_shown_and_count_the_secret(pages: Pages) -> None:
    for grid in pages.grids():
        if grid.picture is None:
            continue
        cells = drawn_cells(grid)
        most = max(cell.number for cell in cells.values() if cell.number is not None)
        names = [name for name, cell in cells.items() if cell.number == most]
        hidden = sum(cell.text == "·" for cell in cells.values())
        alt = grid.picture.alt

        assert "; ".join(names if len(names) <= 3 else ["mehreren Einträgen"]) in alt, grid.code
        assert ("geheim" in alt) is (hidden > 0)
        assert f"{hidden} Werte sind geheim" in alt or hidden < 2


def test_where_numbers_are_secret_the_alt_text_claims_no_largest_of_all(network: Network) -> None:
    course = training(1)
    counts = {"rkn-neuss": 9, "rkn-kaarst": 3, "rkn-dormagen": 9, "rkn-meerbusch": 12}
    rows = closed(course, counts, {"school": sum(counts.values())})
    report, _ = build(network, Material(YEAR, rows, [course]), Order(AS_OF))
    for language, first in (("de", "Größter veröffentlichter"), ("en", "Largest published")):
        composed = compose(TEXTS.in_language(language), network, report)
        grid = next(grid for grid in composed.grids() if grid.code == "C4")
        values = {cell.text for cell in drawn_cells(grid).values()}

        assert grid.picture is not None
        assert "·" in values
        assert f"{first} value" in grid.picture.alt or f"{first} Wert" in grid.picture.alt
        told = set(re.findall(r"\b\d+\b", grid.picture.alt))
        secret = sum(cell.text == "·" for cell in drawn_cells(grid).values())
        assert told <= values | {str(secret)}


def test_the_chat_is_shown_two_charts_of_a_year_that_has_numbers(story_year: StoryYear) -> None:
    gathered = Gathered(story_year.material, (), Order(AS_OF))
    shown, said = drawn(story_year.network, gathered, Wanted(YEAR, What.CHARTS), "de")

    assert said is not None
    assert {name.partition("/")[0] for name in said.said} == {"office"}
    assert [message.text.partition("\n")[0] for message in shown] == [
        f"<b>Teilnahmen an Fortbildungen nach Jugendamtsbezirk, {YEAR}</b>",
        f"<b>Fortbildungen nach Monat, {YEAR}</b>",
    ]
