"""The first figures of a year, and what is remembered of each page that shows some of them."""

from __future__ import annotations

from datetime import date

import pytest

from domain.disclosure.values import Sign
from domain.report.material import Ahead, Material
from domain.report.order import Order
from domain.report.summary import Summary
from domain.vocabulary import Topic
from tests.domain.full_year import AHEAD, FORGOTTEN, MATERIAL, MOVED, item, made
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event
from tests.report.making import summary_of

OFFICES = frozenset({"office/a", "office/b"})
SECTORS = frozenset({"sector/youth-office", "sector/school", "sector/police", "sector/other"})


def before(people: int) -> Material:
    """Return the year before, with one training."""
    of = event(1, year=YEAR - 1)
    return Material(YEAR - 1, closed(of, {"a": people}, {"school": people}), [of])


def first(earlier: Material | None = None) -> Summary:
    """Return the first figures of the year."""
    return summary_of(NETWORK, MATERIAL, Order(AS_OF, ahead=AHEAD), earlier)


def test_the_first_figures_are_those_of_the_report() -> None:
    of = first(before(90))
    main = [of.events, of.trainings, of.attendances, of.units, of.attendance_units, of.exchanges]

    assert of.year == YEAR
    assert [item(each) for each in main] == [4, 3, 88, 17, 400, 5]
    assert {slug: item(n) for slug, n in of.offices.items()} == {"a": 60, "b": 16}
    assert {slug: item(n) for slug, n in of.sectors.items()} == {
        "youth-office": 10, "school": 48, "police": 18, "other": 0
    }  # fmt: skip
    assert of.unclosed == (FORGOTTEN, MOVED)
    assert {code: item(each) for code, each in of.changes.items()} == {
        "A1": 3, "A2": 2, "A3": -2, "A4": 13, "A5": 40, "A6": 5
    }  # fmt: skip
    assert of.hints == made().hints
    assert first().changes == {}


def test_the_first_figures_know_what_is_planned() -> None:
    ahead = (Ahead(date(YEAR + 1, 2, 2), "Schule", Topic.SCHOOL),)
    summary = summary_of(NETWORK, MATERIAL, Order(AS_OF, ahead=ahead))

    assert "suggestion-O3-planned" in [hint.suggestion for hint in summary.hints]


def test_the_page_of_the_main_figures_told_them_alone() -> None:
    page = first().asked.by_figures()

    assert page.said.keys() == {"came", "hours"}
    assert page.maybe == frozenset()
    assert page.of_years == {}
    assert (page.values["came"], page.values["hours"]) == (88, 400)


def test_the_page_of_the_places_told_them_alone() -> None:
    of = first()

    assert of.asked.by_places(of.offices, of.sectors).said.keys() == OFFICES | SECTORS
    assert of.asked.by_places(of.offices, of.sectors).maybe == frozenset()
    assert of.asked.by_places(of.offices).maybe == SECTORS
    assert of.asked.by_places().maybe == OFFICES | SECTORS


def test_hints_looked_at_more_than_those_on_the_page_say() -> None:
    """So it does not matter which of them are shown: that the others are not tells of them."""
    of = first()
    whole, few, none = (of.asked.by_hints(hints) for hints in (of.hints, of.hints[:3], ()))

    assert whole.said == few.said == none.said
    assert none.maybe == frozenset(none.said)
    assert whole.maybe is not None
    assert few.maybe is not None
    assert whole.maybe < few.maybe <= none.maybe
    assert none.said.keys().isdisjoint({"hours", *OFFICES})


@pytest.mark.parametrize(("came", "surely"), [(40, {"came", "hours"}), (3, set[str]())])
def test_of_the_year_before_a_page_tells_where_its_change_is_shown(
    came: int, surely: set[str]
) -> None:
    """Beside a hidden number there is no change: then the year before was only looked at."""
    of = event(1)
    year = Material(YEAR, closed(of, {"a": came}, {"school": came}), [of])
    summary = summary_of(NETWORK, year, Order(AS_OF), before(90))
    page = summary.asked.by_figures()

    assert (summary.attendances.sign is Sign.HIDDEN) == (came == 3)
    assert page.of_years.keys() == {YEAR - 1}
    (earlier,) = page.of_years.values()
    assert earlier.said.keys() == {"came", "hours"}
    assert {name for name in earlier.said if earlier.surely(name)} == surely
    assert page.surely("came") is not None
