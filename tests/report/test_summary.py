"""The first figures of a year: counted right, and small numbers hidden."""

from __future__ import annotations

from datetime import date

import pytest

from bot.report_solver import HighsSolver
from domain.disclosure.values import Shown, Sign, Unit
from domain.network import Network
from domain.report.build import build_quarter
from domain.report.material import Material
from domain.report.order import Order
from domain.vocabulary import EventFormat, EventStatus
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build, summary_of
from texts.numbers import shown


def test_figures_are_counted_and_small_ones_hidden(network: Network) -> None:
    first, second = training(1), training(2, format=EventFormat.NETWORK_MEETING, units=2)
    forgotten = training(3, status=EventStatus.PUBLISHED)
    entries = [
        *closed(
            first,
            {"rkn-neuss": 30, "rkn-kaarst": 2, "rkn-dormagen": 9, "rkn-meerbusch": 11},
            {"school": 52},
        ),
        *closed(second, {"rkn-neuss": 12}, {"police": 12}),
    ]
    summary = summary_of(network, Material(YEAR, entries, [first, second, forgotten]), Order(AS_OF))

    assert summary.events.plain == 2
    assert summary.trainings.plain == 1
    assert summary.attendances.plain == 64
    assert summary.units.plain == 6
    assert summary.attendance_units.plain == 52 * 4 + 12 * 2
    assert summary.exchanges.plain == 1
    assert {slug: shown(value) for slug, value in summary.offices.items()} == {
        "rkn-kreis": "–",
        "rkn-dormagen": "·",
        "rkn-grevenbroich": "–",
        "rkn-kaarst": "·",
        "rkn-meerbusch": "·",
        "rkn-neuss": "30",
    }
    assert summary.sectors["school"].plain == 52
    assert summary.unclosed == (forgotten,)


def test_each_version_is_remembered_for_what_it_shows_and_no_more(network: Network) -> None:
    """Pages show no single event and no quarter, a report no quarter, a quarter nothing else.

    Each page has its own numbers; hints looked at more than they say, as those of the report did.
    """
    rows = closed(training(1), {"rkn-neuss": 30, "rkn-kaarst": 12}, {"school": 42})
    material, order = Material(YEAR, rows, [training(1)]), Order(AS_OF)
    of = summary_of(network, material, order)
    page, places = of.asked.by_figures(), of.asked.by_places(of.offices, of.sectors)
    potentials = of.asked.by_hints(of.hints)
    _, report = build(network, material, order)
    _, quarter = build_quarter(network, material, 1, order, HighsSolver())
    quarters = {f"{name}/{n}" for name in ("came", "hours") for n in range(1, 5)}

    assert page.values == quarter.values
    assert quarter.said.keys() == {"came/1", "hours/1"}
    assert quarters <= report.values.keys()
    assert report.said.keys().isdisjoint(quarters)
    assert page.said.keys() == {"came", "hours"}
    assert {name.partition("/")[0] for name in places.said} == {"office", "sector"}
    for each in (page, places, potentials):
        assert each.said.items() < report.said.items()
    assert page.maybe == places.maybe == quarter.maybe == frozenset()
    assert "event/1" in report.said.keys() - page.said.keys()
    assert report.maybe == frozenset({"topic-waitlisted/basics", "topic-wishes/basics"})
    assert potentials.maybe is not None
    assert potentials.maybe > {"topic-waitlisted/basics", "absent"}
    assert "courses" in potentials.said.keys() - potentials.maybe  # O4 speaks, and names it


@pytest.mark.parametrize(("came", "surely"), [(30, {"came", "hours"}), (3, set[str]())])
def test_the_year_before_is_read_where_the_change_to_it_is_shown(
    network: Network, came: int, surely: set[str]
) -> None:
    """Beside a hidden number there is no change: then it was only looked at."""

    def in_year(year: int, n: int) -> Material:
        of = training(1, day=date(year, 5, 4))
        return Material(year, closed(of, {"rkn-neuss": n}, {"school": n}), [of])

    of = summary_of(network, in_year(YEAR, came), Order(AS_OF), in_year(YEAR - 1, 40))
    (before,) = of.asked.by_figures().of_years.values()

    assert before.said.keys() == {"came", "hours"}
    assert {name for name in before.said if before.surely(name)} == surely


def test_nobody_else_can_make_a_value_to_show() -> None:
    with pytest.raises(TypeError):
        Shown(Sign.VALUE, None, Unit.PEOPLE)


def test_an_empty_year_is_all_dashes(network: Network) -> None:
    summary = summary_of(network, Material(YEAR, [], []), Order(AS_OF))

    assert shown(summary.events) == shown(summary.attendances) == "–"
    assert all(value.sign is Sign.NONE for value in summary.offices.values())
