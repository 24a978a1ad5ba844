"""Who orders of a year gets it, what is handed out is remembered, and a refusal names the place."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import cast

import pytest

from domain.channel import in_chat
from domain.close import ASK_AGAIN, Unclosed, due_to_ask
from domain.disclosure.cells import KnownTooWell, Publication, Range
from domain.person import Person
from domain.report.facts import Facts
from domain.report.naming import place_of
from domain.report.order import TooNarrow
from domain.report.structure import FigurePlace, Label
from domain.report_order import NotReadable, Ordered, Wanted, hand_out, order
from domain.vocabulary import Role, Sector

TODAY = date(2027, 7, 1)
NOW = datetime(2027, 7, 1, 9, tzinfo=UTC)


def person(role: Role = Role.COORDINATOR) -> Person:
    day = date(2027, 1, 1)
    return Person(5, in_chat(500), role, "rkn-kaarst", Sector.YOUTH_OFFICE, "de", None, 1, day, day)


@dataclass
class Requests:
    """What is waited for in memory: each thing once."""

    asked: list[tuple[object, ...]] = field(default_factory=list)

    async def ask(
        self, person_id: int, wanted: Wanted, language: str, card: str | None, now: datetime
    ) -> int | None:
        given = (person_id, wanted, language, card, now)
        if given in self.asked:
            return None
        self.asked.append(given)
        return 70 + len(self.asked)


async def test_what_is_ordered_is_asked_for_once_and_only_by_who_may_read_it() -> None:
    requests, wanted = Requests(), Wanted(2026)

    for number in (71, None):
        done = await order(requests, person(), wanted, "en", "9", TODAY, NOW)
        assert done == Ordered(number)
    refused = await order(requests, person(Role.SPECIALIST), wanted, "en", "9", TODAY, NOW)

    assert refused is NotReadable.READERS_ONLY
    assert (
        await order(requests, person(), Wanted(2031), "en", "9", TODAY, NOW) is NotReadable.NO_YEAR
    )
    assert requests.asked == [(5, wanted, "en", "9", NOW)]


def test_all_may_have_a_whole_year_that_is_over() -> None:
    assert Wanted(2026).for_all(TODAY)
    for wanted in (Wanted(2027), Wanted(2026, office="rkn-kaarst"), Wanted(2026, quarter=1)):
        assert not wanted.for_all(TODAY)


@dataclass
class Versions:
    """What was handed out, by year; held before it is read."""

    kept: list[tuple[int, date, Publication]] = field(default_factory=list)
    held: bool = False

    async def hold_versions(self) -> None:
        self.held = True

    async def newest_version(self) -> int:
        assert self.held
        return len(self.kept)

    async def published(self, year: int) -> Sequence[Publication]:
        assert self.held
        return [said for of, _, said in self.kept if of == year]

    async def add_version(self, year: int, made_on: date, said: Publication) -> None:
        self.kept.append((year, made_on, said))


def said(number: int, **of_years: Publication) -> Publication:
    years = {int(year[1:]): each for year, each in of_years.items()}
    return Publication({"came": number}, {"came": Range(number, number)}, of_years=years)


async def test_what_is_handed_out_is_remembered_with_the_years_it_tells_of() -> None:
    versions, before = Versions(), said(7)
    first = said(9, y2025=before)

    assert await hand_out(versions, 2026, TODAY, first)
    assert versions.kept == [(2025, TODAY, before), (2026, TODAY, first)]
    assert await hand_out(versions, 2026, TODAY, first, 2)
    assert len(versions.kept) == 2  # it says no more

    assert not await hand_out(versions, 2026, TODAY, said(8), 1)
    assert len(versions.kept) == 2  # something came between
    assert await hand_out(versions, 2026, TODAY, said(8), 2)
    assert [number for number, _, _ in versions.kept] == [2025, 2026, 2026]


FACTS = cast(Facts, SimpleNamespace(trainings=[SimpleNamespace(id=7, title="Gespräche")]))
MADE = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("came/2", FigurePlace("A3", Label("quarter", "2"), MADE)),
        ("came", FigurePlace("A3", None, MADE)),
        ("forms/7", FigurePlace("E1", None, MADE)),
        ("event/7", FigurePlace("X1", Label("title", "Gespräche"), MADE)),
        ("event/8", FigurePlace("X1", Label("title", "8"), MADE)),
        ("answers/useful/4", FigurePlace("E2", Label("feedback", "useful"), MADE)),
        ("pair/police+school", FigurePlace("K2", Label("parties", "police school"), MADE)),
        ("of-old/7", FigurePlace("X6", Label("title", "Gespräche"), MADE)),
        ("of-old", FigurePlace("X6", None, MADE)),
    ],
)
def test_a_number_that_would_be_known_has_its_place(name: str, place: FigurePlace) -> None:
    lost = KnownTooWell(name, MADE)

    assert place_of(lost, FACTS) == place

    refused = TooNarrow(lost, place)
    for each in (refused, pickle.loads(pickle.dumps(refused))):
        assert (each.lost, each.place, str(each)) == (
            lost,
            place,
            f"{name} would be known too well",
        )


def test_closings_are_asked_for_when_it_is_time() -> None:
    ended = NOW - ASK_AGAIN
    asked = {
        1: Unclosed(1, NOW, None),
        2: Unclosed(2, ended, ended),
        3: Unclosed(3, ended, NOW),
        4: Unclosed(4, NOW, NOW),
    }

    assert due_to_ask(asked.values(), NOW) == {1: 1, 2: 2}
