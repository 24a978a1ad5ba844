"""Taking somebody out of a training: as if they had withdrawn, told, and only by those who may."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.delivery import Kind, Letter
from domain.letters import moved_up_letters
from domain.manage_people import Attendee, NotRemoved, RemovalReason, Removed, remove
from domain.network import Network
from domain.register import Tally, leave, register
from domain.vocabulary import RegistrationStatus
from tests.domain.test_registration import NOW, START, Hall
from tests.domain.test_registration import person as specialist

TWICE = RemovalReason.TWICE


class Desk(Hall):
    """A training with one seat, whose numbers are those of the people."""

    def __init__(self) -> None:
        super().__init__(1)
        self.letters: list[Letter] = []
        self.cancelled: list[tuple[object, ...]] = []

    @property
    def registrations(self) -> Desk:
        return self

    attendees = plans = deliveries = registrations

    async def by_code(self, training_id: int, seat_code: int) -> Attendee | None:
        own = self.rows.get(seat_code)
        if training_id != 1 or own is None or not own.active:
            return None
        return Attendee(own, "rkn-kaarst", "school", None)

    async def cancel(self, reason: str, kinds: Collection[Kind], now: Any, **of: Any) -> int:
        self.cancelled.append((reason, kinds, now, of))
        return 1

    async def put(self, *letters: Letter) -> int:
        self.letters += letters
        return len(letters)


def desk() -> Desk:
    made = Desk()
    for number in (1, 2, 3):
        asyncio.run(register(made, 1, specialist(number), NOW))
    return made


def test_who_has_a_seat_goes_is_told_and_the_line_moves_up(network: Network) -> None:
    house = desk()
    own = house.rows[1]
    done = asyncio.run(remove(house, network, 1, 1, TWICE, NOW))

    assert done == Removed(house.training, 1)
    assert house.rows[1].status is RegistrationStatus.WITHDRAWN
    assert house.rows[2].status is RegistrationStatus.CONFIRMED
    assert house.tallies[Tally.WITHDRAWN] == house.tallies[Tally.PROMOTED] == 1
    assert house.cancelled == [("removed", (Kind.REMINDER,), NOW, {"registration_id": 1})]
    assert house.letters == [
        Letter(
            key=f"taken-out:1:{own.position}",
            kind=Kind.TAKEN_OUT,
            due_at=NOW,
            person_id=1,
            expires_at=START + timedelta(hours=3),
            training_id=1,
            registration_id=1,
            facts={"reason": TWICE, "was": RegistrationStatus.CONFIRMED},
        ),
        *moved_up_letters(
            network,
            house.training,
            [replace(house.rows[2], status=RegistrationStatus.WAITLISTED)],
            NOW,
        ),
    ]
    assert asyncio.run(remove(house, network, 1, 1, TWICE, NOW)) is NotRemoved.GONE
    assert len(house.cancelled) == 1


def test_who_waits_goes_and_nothing_is_counted(network: Network) -> None:
    house = desk()
    late = START - timedelta(days=1)

    assert asyncio.run(remove(house, network, 1, 3, TWICE, late)) == Removed(house.training, 0)
    assert house.tallies[Tally.LATE_WITHDRAWN] == house.tallies[Tally.WITHDRAWN] == 0
    assert [each.facts["was"] for each in house.letters] == [RegistrationStatus.WAITLISTED]
    assert asyncio.run(remove(house, network, 1, 1, TWICE, late)) == Removed(house.training, 1)
    assert house.tallies[Tally.LATE_WITHDRAWN] == 1


@pytest.mark.parametrize(
    ("training_id", "code", "at", "why"),
    [
        (1, 9, NOW, NotRemoved.GONE),
        (2, 1, NOW, NotRemoved.GONE),
        (1, 1, START, NotRemoved.CLOSED),
    ],
)
def test_why_nobody_is_taken_out(
    network: Network, training_id: int, code: int, at: Any, why: NotRemoved
) -> None:
    house = desk()

    assert asyncio.run(remove(house, network, training_id, code, TWICE, at)) is why
    assert house.letters == []
    assert house.rows[1].active


class Leaving(Desk):
    """A training that somebody leaves just before they would be taken out."""

    async def by_code(self, training_id: int, seat_code: int) -> Attendee | None:
        found = await super().by_code(training_id, seat_code)
        await leave(self, 1, 1, NOW)
        return found


def test_who_leaves_at_the_same_moment_is_gone(network: Network) -> None:
    house = Leaving()
    asyncio.run(register(house, 1, specialist(1), NOW))

    assert asyncio.run(remove(house, network, 1, 1, TWICE, NOW)) is NotRemoved.GONE
    assert house.letters == []


def test_it_is_told_outside_of_quiet_times(network: Network) -> None:
    house, night = desk(), NOW.replace(hour=22)

    asyncio.run(remove(house, network, 1, 1, TWICE, night))

    assert house.letters[0].due_at > night
