"""Many offices and many small events: the main totals stay, and no question is too hard."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from bot.report_solver import HighsSolver
from domain.disclosure.cells import Mode
from domain.network import Network
from domain.register import Tally
from domain.report.build import build
from domain.report.material import Material
from domain.report.order import Order
from domain.vocabulary import EventFormat, Topic
from tests.report.builders import AS_OF, YEAR, closed, training

OFFICES, EVENTS = 24, 60
FORMATS = (EventFormat.SEMINAR, EventFormat.WORKSHOP, EventFormat.COORDINATION_CONFERENCE)


@pytest.fixture(scope="module")
def large(network: Network) -> Network:
    """Return a network of many offices."""
    town = network.offices[0].municipalities[0]
    offices = tuple(
        replace(
            network.offices[0],
            slug=f"office-{n}",
            label=f"Jugendamt {n}",
            short_label=f"Amt {n}",
            functions=(),
            municipalities=(replace(town, ags=f"051620{n:02d}", name=f"Dorf {n}"),),
        )
        for n in range(OFFICES)
    )
    return replace(network, offices=offices, contacts=())


def year(network: Network, more: frozenset[int] = frozenset()) -> Material:
    """Return a year of small events; one person more came to those of `more`."""
    draw = random.Random(11)
    entries, trainings = [], []
    for n in range(1, EVENTS + 1):
        day = date(YEAR, draw.randint(1, 12), draw.randint(1, 28))
        kind, topic = draw.choice(FORMATS), draw.choice(list(Topic)[:12])
        seats = draw.choice([None, 12, 20])
        course = training(n, day=day, format=kind, topic=topic, seats=seats)
        offices: dict[str, int] = {}
        sectors: dict[str, int] = {}
        for _ in range(draw.randint(1, 12)):
            _one(offices, draw.choice(network.offices).slug)
            _one(sectors, draw.choice(list(network.sectors)).value)
        if n in more:
            _one(offices, network.offices[0].slug)
            _one(sectors, next(iter(network.sectors)).value)
        there = sum(offices.values()) + 2 - (n in more)
        tallies = {Tally.CONFIRMED: there + 1, Tally.WITHDRAWN: 1, Tally.WAITLISTED: n % 3}
        entries += closed(course, offices, sectors, registered=there, tallies=tallies)
        trainings.append(course)
    return Material(YEAR, entries, trainings)


def _one(counts: dict[str, int], slug: str) -> None:
    counts[slug] = counts.get(slug, 0) + 1


@pytest.mark.parametrize("mode", Mode)
def test_main_totals_stay_and_no_question_is_too_hard(large: Network, mode: Mode) -> None:
    solver = HighsSolver()
    report, _ = build(large, year(large), Order(AS_OF, mode), solver)
    figures = report.figures()

    assert solver.limited == 0
    assert all(figures[code].value.open for code in ("A3", "A5"))
    assert all(row[1].open for row in report.tables()["C6"].rows)  # type: ignore[union-attr]  # numbers


@pytest.mark.long
def test_a_correction_of_one_person_hides_what_would_tell_it_and_no_more(large: Network) -> None:
    solver = HighsSolver()
    first, out = build(large, year(large), Order(AS_OF), solver)
    order = Order(AS_OF, published=(out,))
    second, _ = build(large, year(large, frozenset({7})), order, solver)
    topics = second.tables()["C6"].rows

    assert solver.limited == 0
    assert not second.figures()["A3"].value.open  # both together were one person
    assert sum(not row[1].open for row in topics) <= 2  # type: ignore[union-attr]  # numbers
    assert second.hidden < first.hidden + 20
