"""Audiences that an office saved: a few, each once, and only what the network still has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from domain.announce_audience import Audience
from domain.announce_saved import MOST_SAVED, SavedAudience, may_save, save, usable
from domain.vocabulary import COUNTY_WIDE, Sector
from tests.domain.years import NETWORK

A, B, *_ = (office.slug for office in NETWORK.offices)
SCHOOL, POLICE = Sector.SCHOOL, Sector.POLICE


def saved(number: int, *offices: str, sectors: tuple[Sector, ...] = ()) -> SavedAudience:
    return SavedAudience(number, offices, sectors)


@dataclass
class Audiences:
    """What the office A saved."""

    there: list[SavedAudience] = field(default_factory=list)
    added: list[tuple[object, ...]] = field(default_factory=list)

    async def of_office(self, office: str) -> Sequence[SavedAudience]:
        assert office == A
        return self.there

    async def add(self, office: str, offices: Sequence[str], sectors: Sequence[Sector]) -> None:
        self.added.append((office, offices, sectors))


def test_the_first_few_are_offered_and_what_is_gone_is_not() -> None:
    every = [saved(n, A) for n in range(1, 6)]
    gone = [saved(6, A, "elsewhere"), saved(7, sectors=(Sector.JUSTICE,))]

    assert MOST_SAVED == 3
    assert usable([*gone, *every], NETWORK) == every[:3]
    assert usable([saved(8, COUNTY_WIDE), saved(9, sectors=(SCHOOL,))], NETWORK) == [
        saved(8, COUNTY_WIDE),
        saved(9, sectors=(SCHOOL,)),
    ]


@pytest.mark.parametrize(
    ("there", "audience", "may"),
    [
        ((), Audience(), False),
        ((), Audience(subscribers=True), False),
        ((), Audience(offices=(A,)), True),
        ((), Audience(sectors=(SCHOOL,)), True),
        ((saved(1, A, B),), Audience(offices=(B, A)), False),
        ((saved(1, A, B),), Audience(offices=(B,)), True),
        ((saved(1, A, sectors=(SCHOOL,)),), Audience(offices=(A,), sectors=(POLICE,)), True),
        ((saved(1, A, sectors=(SCHOOL,)),), Audience(offices=(A,), sectors=(SCHOOL,)), False),
        ((saved(1, A), saved(2, B)), Audience(offices=(A, B)), True),
        ((saved(1, A), saved(2, B), saved(3, COUNTY_WIDE)), Audience(offices=(A, B)), False),
    ],
)
async def test_each_is_saved_once_while_there_is_room(
    there: tuple[SavedAudience, ...], audience: Audience, *, may: bool
) -> None:
    audiences = Audiences(list(there))

    assert may_save(there, audience) is may
    assert await save(audiences, A, audience, NETWORK) is may
    assert len(audiences.added) == may


async def test_it_is_kept_in_the_order_of_the_network() -> None:
    audiences = Audiences()
    audience = Audience(offices=(COUNTY_WIDE, B, A), sectors=(POLICE, SCHOOL, POLICE))

    assert await save(audiences, A, audience, NETWORK)
    order = [each for each in Sector if each in {POLICE, SCHOOL}]
    assert audiences.added == [(A, [A, B, COUNTY_WIDE], order)]


async def test_what_the_network_has_no_more_takes_no_room() -> None:
    audiences = Audiences([saved(n, "elsewhere") for n in range(3)])

    assert await save(audiences, A, Audience(offices=(B,)), NETWORK)
