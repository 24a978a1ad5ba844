"""The first figures of a year: counted right, and small numbers hidden."""

from __future__ import annotations

import pytest

from domain.disclosure.values import Shown, Sign, Unit
from domain.network import Network
from domain.report.build import Order
from domain.report.facts import Material
from domain.vocabulary import EventFormat, EventStatus
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import summary_of
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


def test_nobody_else_can_make_a_value_to_show() -> None:
    with pytest.raises(TypeError):
        Shown(Sign.VALUE, None, Unit.PEOPLE)


def test_an_empty_year_is_all_dashes(network: Network) -> None:
    summary = summary_of(network, Material(YEAR, [], []), Order(AS_OF))

    assert shown(summary.events) == shown(summary.attendances) == "–"
    assert all(value.sign is Sign.NONE for value in summary.offices.values())
