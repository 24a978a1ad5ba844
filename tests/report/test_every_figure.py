"""Every number of people in a report is one of the protected world; all else is about things.

The same report is put together twice with the same view: once with the year's own facts, once
with facts of as many events, sectors and offices, but of other numbers of people. Whatever differs
was taken from the facts, past the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from bot.report_solver import HighsSolver
from domain.disclosure.values import Unit, ratio, things
from domain.ledger.entries import LedgerKind
from domain.network import Network
from domain.report import build as by
from domain.report.build import put_together
from domain.report.facts import Facts
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Chapter, Figure, Report, Section
from domain.report.trend import Seen
from tests.disclosure.test_one_path import PEOPLE, a_year
from tests.report.builders import AS_OF
from tests.story_years import StoryYear

#: What is proven apart, with where: it may depend on numbers of people.
PROVEN = {"O5": "tests/report/test_quotas.py lists what O5 allows"}


def others(material: Material) -> Material:
    """Return a year with the same events in which other numbers of people did everything."""
    grown = {"entries": PEOPLE, "counters": None, "answers": None}

    def other(each: Any, place: int, kinds: set[LedgerKind] | None) -> Any:
        counts = kinds is None or each.kind in kinds
        return replace(each, n=each.n * (2 + place % 3)) if counts else each

    changed: dict[str, Any] = {
        name: [other(each, place, kinds) for place, each in enumerate(getattr(material, name))]
        for name, kinds in grown.items()
    }
    return replace(material, **changed)


def leaves(item: object, place: str = "") -> Iterator[tuple[str, object]]:
    """Yield all that a reader sees of a report, each with its place."""
    if is_dataclass(item) and not isinstance(item, type):
        for each in fields(item):
            yield from leaves(getattr(item, each.name), f"{place}.{each.name}")
    elif isinstance(item, tuple | list):
        for number, part in enumerate(item):
            code = getattr(part, "code", None) or getattr(part, "id", None) or number
            yield from leaves(part, f"{place}/{code}")
    else:
        yield place, item


def unprotected(report: Report, other: Report) -> list[str]:
    """Return the places of what is not the same, but for what is proven apart."""
    first, second = dict(leaves(report)), dict(leaves(other))
    every = first.keys() | second.keys()
    differing = {place for place in every if first.get(place) != second.get(place)}
    return sorted(p for p in differing if not any(f"/{code}." in p for code in PROVEN))


def seen_of(network: Network, material: Material) -> tuple[Seen, Facts]:
    facts, view = by.see(network, material, Order(AS_OF), HighsSolver())
    return (facts, view), Facts(network, others(material), AS_OF)


def test_all_that_is_said_of_people_went_through_the_rule(story: StoryYear) -> None:
    (facts, view), other = seen_of(story.network, story.material)
    report = put_together((facts, view), Order(AS_OF))

    assert len(report.figures()) > 15
    assert len(report.hints) > 3
    assert unprotected(report, put_together((other, view), Order(AS_OF))) == []


def test_nothing_of_a_quarter_passes_by_the_rule(network: Network) -> None:
    material = a_year(network, 3)
    for quarter in by.QUARTERS:
        (facts, view), other = seen_of(network, material)
        parts = (by._part(network, each, quarter) for each in (material, others(material)))
        mine, theirs = (
            by._quarter((of, view), part, quarter, Order(AS_OF))
            for of, part in zip((facts, other), parts, strict=True)
        )

        assert unprotected(mine, theirs) == []


def nobody(material: Material, third: int) -> Material:
    """Return a year with the same events in which every third number of people is none."""

    def none(each: Any, place: int) -> Any:
        counts = each.kind in PEOPLE and place % 3 == third
        return replace(each, n=0) if counts else each

    entries = [none(each, place) for place, each in enumerate(material.entries)]
    return replace(material, entries=entries)


@pytest.mark.parametrize("third", range(3))
def test_whether_anybody_came_is_told_by_what_is_guarded_apart(
    network: Network, third: int
) -> None:
    """B2 says where somebody was, and is hidden where that tells how many."""
    material = a_year(network, 3)
    facts, view = by.see(network, material, Order(AS_OF), HighsSolver())
    other = Facts(network, nobody(material, third), AS_OF)
    first, second = (put_together((of, view), Order(AS_OF)) for of in (facts, other))
    found = unprotected(first, second)

    assert view.tells("B2")
    assert found
    assert [place for place in found if "/B2." not in place] == []


def test_the_other_facts_are_of_other_people(network: Network) -> None:
    material = a_year(network, 3)
    facts, other = (Facts(network, each, AS_OF) for each in (material, others(material)))

    assert facts.by_office() != other.by_office()
    assert facts.needs() != other.needs()
    assert facts.sum_of(LedgerKind.REGISTRATION_CONFIRMED) < other.sum_of(
        LedgerKind.REGISTRATION_CONFIRMED
    )
    assert facts.events == other.events


@pytest.mark.parametrize("shown", ["sum", "rate", "office"])
def test_a_number_that_passes_by_the_rule_is_found(network: Network, shown: str) -> None:
    """Three careless chapters, one for each way to take a number from the facts."""
    (facts, view), other = seen_of(network, a_year(network, 3))

    def careless(of: Facts) -> Report:
        came = sum(of.by_office().values())
        value = {
            "sum": things(came),
            "rate": ratio(sum(of.by_sector().values()) - came + 3, max(came, 1), Unit.RATE),
            "office": things(max(of.by_office().values())),
        }[shown]
        report = put_together((of, view), Order(AS_OF))
        chapter = Chapter("careless", (Section("careless", (Figure("Z1", value),)),))
        return replace(report, chapters=(*report.chapters, chapter))

    found = unprotected(careless(facts), careless(other))

    assert found
    assert all("/Z1." in place for place in found)
