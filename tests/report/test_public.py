"""What everybody can add up from the annex and the programme is known to the attacker we assume.

Here it is derived again from what is printed: days, formats and units of the annex, topics and
seats of the programme. The world that is protected must imply each line of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import inf

import pytest

from domain.disclosure.cells import World
from domain.network import Network
from domain.report.cells import world_of
from domain.report.facts import Facts
from domain.report.structure import Label, Report
from tests.disclosure.known import lines as recounted
from tests.disclosure.known import truth
from tests.disclosure.solver import Bounds, Line, Solver
from tests.report.recount import EXCHANGE, OTHERS, Recount
from tests.report.small_years import report_of, year_of
from tests.report.test_kept_worlds import MANY, THREE, course
from tests.story_years import StoryYear, ToldYear

#: How the recount calls numbers that the program calls by another name.
CALLED = {
    "waited": "waitlisted", "vain": "in-vain", "R": "registered-all", "early": "withdrawn",
    "gone": "withdrawn-all", "ever": "confirmed-ever", "missed": "undelivered",
    "away": "stayed-away",
}  # fmt: skip
BY_TOPIC = {"waited": "topic-waitlisted", "wishes": "topic-wishes", "direct": "topic-direct"}


def of_the_annex(of: ToldYear, report: Report) -> Iterator[Line]:
    """Yield what the list of events says of sums, with the topics and seats of the programme."""
    rows = list(zip(_numbers(of), report.tables()["X1"].rows, strict=True))
    sums: dict[str, dict[str, int]] = {}
    seats = {t.id: t.plan.seats for t in of.material.trainings}
    topics = {t.id: t.plan.topic for t in of.material.trainings}
    for number, (day, _, format_, _, units, _) in rows:
        assert isinstance(day, Label)
        assert isinstance(format_, Label)
        leaf, quarter = f"event/{number}", (date.fromisoformat(day.slug).month + 2) // 3
        wholes = {"came": 1, f"came/{quarter}": 1}
        hours = int(units.number or 0)  # type: ignore[union-attr]  # a number of things
        wholes |= {"hours": hours, f"hours/{quarter}": hours}
        if format_.slug not in EXCHANGE | OTHERS:
            wholes |= {"courses": 1, f"topic/{topics[number]}": 1}
            if seats[number] is not None:
                wholes |= {"capped": 1}
        for whole, weight in wholes.items():
            sums.setdefault(whole, {})[leaf] = weight
        if (most := seats[number]) is not None:
            yield {leaf: 1}, 0, most
    for whole, parts in sums.items():
        yield {**parts, whole: -1}, 0, 0
    courses = [n for n, row in rows if row[2].slug not in EXCHANGE | OTHERS]  # type: ignore[union-attr]  # labels
    if all(seats[n] is not None for n in courses):
        yield {"registered": 1, "registered-all": -1}, 0, 0


def _numbers(of: ToldYear) -> list[int]:
    return [h.training.id for h in of.facts().held]


def counted_again(of: ToldYear) -> Iterator[Line]:
    """Yield what the recount says adds up, in the names of the program."""
    recount = Recount(of)
    for weights, low, high in recounted(recount, truth(recount)):
        yield {_called(name): weight for name, weight in weights.items()}, low, high


def _called(name: str) -> str:
    first, slash, rest = name.partition("/")
    if slash and first in BY_TOPIC:
        return f"{BY_TOPIC[first]}/{rest}"
    return CALLED.get(name, name)


def not_implied(world: World, lines: Iterator[Line]) -> list[Line]:
    """Return the lines that a world may break which agrees with all relations we protect."""
    known: list[Line] = [
        ({name: weight for weight, name in r.terms}, r.low, r.high) for r in world.relations
    ]
    bounds: Bounds = dict.fromkeys(world.cells, (0, inf))
    wrong = []
    for weights, low, high in lines:
        there = {name: weight for name, weight in weights.items() if weight}
        if not there or not there.keys() <= bounds.keys():
            continue
        solver = Solver({**bounds, "line": (-inf, inf)}, [*known, ({**there, "line": -1}, 0, 0)])
        least, most = solver.between("line")
        if least < low or most > high:
            wrong.append((there, low, high))
    return wrong


def small(network: Network) -> ToldYear:
    """Return a year with limited and unlimited trainings, a conference, and few people."""
    courses = [course(THREE, seats=9), course(MANY, month=9), course(THREE, units=0, seats=12)]
    return year_of(network, {"courses": courses, "needs": [], "advice": []})


def limited(network: Network) -> ToldYear:
    """Return a year in which the seats of all trainings are limited."""
    return year_of(network, {"courses": [course(THREE, seats=9)] * 2, "needs": [], "advice": []})


@pytest.mark.parametrize("made", [small, limited])
def test_what_the_annex_tells_is_known_to_the_attacker(network: Network, made: object) -> None:
    of = made(network)  # type: ignore[operator]  # one of the two above
    world = world_of(of.facts())
    lines = [*of_the_annex(of, report_of(of)), *counted_again(of)]

    assert len(lines) > 40
    assert not_implied(world, iter(lines)) == []


@pytest.mark.parametrize(
    "whole", ["came", "courses", "capped", "hours", "came/2", "registered-open"]
)
def test_a_world_that_lacks_a_relation_is_found_out(network: Network, whole: str) -> None:
    of = limited(network)
    world = world_of(of.facts())
    fewer = tuple(r for r in world.relations if whole not in {name for _, name in r.terms})

    assert len(fewer) < len(world.relations)
    assert not_implied(replace(world, relations=fewer), of_the_annex(of, report_of(of)))


def test_the_played_year_holds_all_that_its_annex_tells(story_year: StoryYear) -> None:
    names = {"came", "hours", "courses", "capped", "registered-all"}
    lines = [line for line in of_the_annex(story_year, story_year.report) if names & line[0].keys()]

    assert len(lines) >= 4
    assert not_implied(world_of(story_year.facts()), iter(lines)) == []


def test_presence_at_an_event_is_known_to_the_attacker(network: Network) -> None:
    of = small(network)
    facts: Facts = of.facts()
    world = world_of(facts)
    told = world.told([aside.name for aside in world.asides])
    lines: list[Line] = [
        ({f"event/{h.training.id}": 1}, len(h.sectors), inf) for h in facts.courses
    ]

    assert not_implied(told, iter(lines)) == []
    assert not_implied(world, iter(lines)) == lines
