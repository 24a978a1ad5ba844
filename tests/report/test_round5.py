"""Why rounded sums differ, and that what is not over ends with its day."""

from __future__ import annotations

from datetime import date

import pytest

from domain.disclosure.cells import Mode
from domain.disclosure.values import Unit
from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from domain.report_order import days_of, has_begun
from tests.report.builders import AS_OF, YEAR
from tests.report.making import build, build_quarter, summary_of
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_elements import Grid, Paragraph
from texts.documents.report_pages import Wishes, compose

TEXTS = Texts(strict=True)
PLAIN = Wishes(charts=False)


def sums(grid: Grid) -> list[tuple[float, float]]:
    """Return the sum of the printed rows and the printed one, by column, where all are shown."""
    found = []
    for column, whole in enumerate(grid.total or ()):
        numbers = [row[column].number for row in grid.rows]
        if whole.unit is Unit.PEOPLE and whole.number is not None and None not in numbers:
            found.append((sum(number or 0 for number in numbers), whole.number))
    return found


@pytest.mark.wide
@pytest.mark.parametrize("language", ["de", "en"])
def test_each_rounded_table_says_why_its_sum_differs(story: StoryYear, language: str) -> None:
    texts = TEXTS.in_language(language)
    report, _ = build(story.network, story.material, Order(AS_OF, Mode.ROUND5))
    grids = [*compose(texts, story.network, report, PLAIN).grids()]
    differ = [grid for grid in grids if any(made != told for made, told in sums(grid))]

    assert len(differ) > 1
    for grid in grids:
        said = [note for note in grid.under if "gerundet" in note or "rounded" in note]

        assert len(said) == sum(made != told for made, told in sums(grid)), grid.code
        assert all(f"{told:g}" in said[0].replace(".", "").replace(",", "")
                   for made, told in sums(grid) if made != told)  # fmt: skip
    plain = compose(texts, story.network, story.report, PLAIN)
    assert not any("gerundet" in note for grid in plain.grids() for note in grid.notes)


@pytest.mark.parametrize(
    ("year", "quarter", "first", "last"),
    [
        (2026, None, date(2026, 1, 1), date(2026, 12, 31)),
        (2026, 1, date(2026, 1, 1), date(2026, 3, 31)),
        (2028, 1, date(2028, 1, 1), date(2028, 3, 31)),
        (2026, 3, date(2026, 7, 1), date(2026, 9, 30)),
        (2026, 4, date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_the_days_of_a_year_and_of_its_quarters(
    year: int, quarter: int | None, first: date, last: date
) -> None:
    assert days_of(year, quarter) == (first, last)
    assert has_begun(year, first, quarter)
    assert not has_begun(year, date.fromordinal(first.toordinal() - 1), quarter)


def test_an_interim_report_ends_with_its_day_and_is_compared_with_no_whole_year(
    network: Network,
) -> None:
    order, before = Order(date(YEAR, 7, 3)), Material(YEAR - 1)
    report, _ = build(network, Material(YEAR), order, [before])
    pages = compose(TEXTS, network, report, PLAIN)
    over, _ = build(network, Material(YEAR), Order(AS_OF), [before])
    words = [each.text for each in pages.elements if isinstance(each, Paragraph)]

    assert pages.lines[1] == f"Berichtszeitraum 1. Januar bis 3. Juli {YEAR}"
    assert all(not figure.earlier for figure in report.figures().values())
    assert any(figure.earlier for figure in over.figures().values())
    assert any("nicht mit ganzen Jahren verglichen" in text for text in words)
    assert summary_of(network, Material(YEAR), order, before).changes == {}
    assert summary_of(network, Material(YEAR), Order(AS_OF), before).changes != {}
    whole = compose(TEXTS, network, over, PLAIN)
    assert whole.lines[1] == f"Berichtszeitraum 1. Januar bis 31. Dezember {YEAR}"


def test_a_report_made_before_its_year_says_that_there_is_nothing_yet(network: Network) -> None:
    report, _ = build(network, Material(YEAR), Order(date(YEAR - 1, 12, 1)))
    pages = compose(TEXTS, network, report, Wishes(assessment=("Nichts davon.",), charts=False))

    assert pages.elements == (Paragraph(TEXTS.plain("report-not-begun")),)
    assert "Es liegt noch nichts vor." in pages.lines[1]
    assert pages.assessment == ()


def test_a_running_quarter_ends_with_its_day(network: Network) -> None:
    report = build_quarter(network, Material(YEAR), 2, Order(date(YEAR, 5, 9)))

    assert compose(TEXTS, network, report, PLAIN).lines[1] == (
        f"Berichtszeitraum 1. April bis 9. Mai {YEAR}"
    )
