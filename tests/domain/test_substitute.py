"""A seat that goes to a colleague: never free, never twice, and nobody in the line is overtaken."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.delivery import Kind, Letter, Priority
from domain.invite import token_hash
from domain.letters import moved_up_letters, reminder_letters
from domain.network import Defaults, Network
from domain.person import Person
from domain.register import Registration, Tally, leave, line, register, taken
from domain.substitute import (
    Handed,
    NotHanded,
    SeatLink,
    Substitute,
    colleagues,
    look,
    offer,
    take,
    valid_until,
)
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, EventStatus, RegistrationStatus, Sector
from tests.domain.test_registration import NOW, START, Hall
from tests.domain.test_registration import person as specialist

HOUR = timedelta(hours=1)


@dataclass
class Link:
    """A link as it is kept."""

    hash: bytes
    of: Substitute


class Desk(Hall):
    """The seats of one training, links to them, and who comes by them."""

    def __init__(self, seats: int = 1) -> None:
        super().__init__(seats)
        self.people: dict[int, Person] = {n: specialist(n) for n in range(1, 7)}
        self.links: dict[int, Link] = {}
        self.letters: list[Letter] = []
        self.cancelled: list[tuple[object, ...]] = []
        self.made = 0

    @property
    def registrations(self) -> Desk:
        return self

    substitutes = trainings = plans = deliveries = registrations

    @property
    def persons(self) -> Any:
        return People(self.people)

    async def get(self, training_id: int) -> Training | None:
        return self.training if training_id == 1 else None

    async def of(self, training_id: int, person_id: int) -> Registration | None:
        return self.rows.get(person_id) if training_id == 1 else None

    # Links.

    async def put(self, *given: Any) -> Any:
        if given and isinstance(given[0], Registration):
            of, hashed, expires_at = given
            self.made += 1
            kept = Substitute(self.made, of.training_id, of.person_id, of.position, expires_at)
            self.links[of.person_id] = Link(hashed, kept)
            return None
        self.letters += given
        return len(given)

    async def find(self, hashed: bytes) -> Substitute | None:
        return next((each.of for each in self.links.values() if each.hash == hashed), None)

    async def take(self, link_id: int) -> bool:
        found = [who for who, each in self.links.items() if each.of.id == link_id]
        for who in found:
            del self.links[who]
        return bool(found)

    async def drop(self, training_id: int, person_id: int) -> bool:
        raise NotImplementedError(f"{training_id} {person_id}")

    async def cancel(self, reason: str, kinds: Collection[Kind], now: Any, **of: Any) -> int:
        self.cancelled.append((reason, kinds, now, of))
        return 1

    @property
    def shown(self) -> int:
        return self.training.plan.shown


class People:
    def __init__(self, there: dict[int, Person]) -> None:
        self.there = there

    async def get(self, person_id: int) -> Person | None:
        return self.there.get(person_id)


def desk(*who: int, seats: int = 1) -> Desk:
    """Return a training for which these have registered, in this order."""
    made = Desk(seats)
    for number in who:
        asyncio.run(register(made, 1, made.people[number], NOW))
    return made


def offers(house: Desk, who: int = 1, token: str = "secret") -> SeatLink | NotHanded:
    return asyncio.run(offer(house, 1, house.people[who], token, NOW))


def takes(
    network: Network,
    house: Desk,
    who: int,
    at: datetime = NOW,
    token: str = "secret",
    shown: int | None = None,
) -> Handed | NotHanded:
    seen = house.shown if shown is None else shown
    return asyncio.run(take(house, network, token, house.people[who], at, shown=seen))


def test_the_seat_changes_hands_and_both_are_told(network: Network) -> None:
    house = desk(1, 2, 3)
    _set(house, plan=replace(house.training.plan, reminders=Defaults().reminders))
    before = house.rows[1]

    assert offers(house) == SeatLink(house.training, NOW + 48 * HOUR)

    house.letters.clear()
    done = takes(network, house, 4)
    after = house.rows[4]

    assert done == Handed(house.training, before, after)
    assert after == Registration(4, 1, 4, RegistrationStatus.CONFIRMED, 4)
    assert house.rows[1] == replace(before, status=RegistrationStatus.WITHDRAWN)
    assert [each.person_id for each in line(house.rows.values())] == [2, 3]
    assert house.tallies[Tally.CONFIRMED] == 2
    assert house.tallies[Tally.WITHDRAWN] == 1
    assert house.tallies[Tally.LATE_WITHDRAWN] == house.tallies[Tally.PROMOTED] == 0
    assert house.cancelled == [("handed-over", (Kind.REMINDER,), NOW, {"registration_id": 1})]
    told = [
        Letter(
            key=f"{kind}:{own.id}:{own.position}",
            kind=kind,
            due_at=NOW,
            person_id=own.person_id,
            priority=Priority.ANSWER,
            expires_at=house.training.plan.ends_at,
            training_id=1,
            registration_id=own.id,
        )
        for kind, own in ((Kind.HANDED_OVER, before), (Kind.CONFIRMATION, after))
    ]
    reminders = reminder_letters(network, house.training, after, NOW)
    assert reminders
    assert house.letters == [*told, *reminders]
    assert takes(network, house, 5) is NotHanded.GONE


def test_who_waits_leaves_the_line_for_the_seat(network: Network) -> None:
    house = desk(1, 2, 3)
    offers(house)

    assert isinstance(takes(network, house, 3), Handed)
    assert [each.person_id for each in line(house.rows.values())] == [2]
    assert taken(house.rows.values()) == 1


def test_whatever_is_free_besides_goes_to_the_line(network: Network) -> None:
    house = desk(1, 2)
    waiting = house.rows[2]
    offers(house)
    _set(house, plan=replace(house.training.plan, seats=2))

    assert isinstance(takes(network, house, 3), Handed)
    assert taken(house.rows.values()) == 2
    told = moved_up_letters(network, house.training, [waiting], NOW)
    assert told
    assert house.letters[-len(told) :] == told


def test_a_late_hand_over_is_no_late_withdrawal(network: Network) -> None:
    house = desk(1)
    late = START - HOUR

    assert asyncio.run(offer(house, 1, house.people[1], "secret", late)) == SeatLink(
        house.training, START
    )
    assert isinstance(takes(network, house, 2, late), Handed)
    assert house.tallies[Tally.LATE_WITHDRAWN] == 0


def test_a_link_holds_for_two_days_and_never_beyond_the_start() -> None:
    of = desk().training

    assert valid_until(of, NOW) == NOW + 48 * HOUR
    assert valid_until(of, START - 47 * HOUR) == START
    assert valid_until(of, START - 49 * HOUR) == START - HOUR


def test_a_newer_link_takes_the_place_of_the_older_one(network: Network) -> None:
    house = desk(1)
    offers(house, token="old")
    offers(house, token="new")

    assert takes(network, house, 2, token="old") is NotHanded.GONE
    assert isinstance(takes(network, house, 2, token="new"), Handed)


OTHER = replace(specialist(2), office="rkn-neuss")
WIDE = replace(specialist(1), office=COUNTY_WIDE)


def test_who_is_a_colleague() -> None:
    one = specialist(1)

    assert colleagues(one, specialist(2))
    assert colleagues(one, replace(specialist(2), sector=Sector.POLICE))
    assert not colleagues(one, OTHER)
    assert colleagues(WIDE, replace(specialist(2), office=COUNTY_WIDE))
    assert not colleagues(WIDE, replace(specialist(2), office=COUNTY_WIDE, sector=Sector.POLICE))
    assert not colleagues(WIDE, one)
    assert not colleagues(one, WIDE)


def _set(house: Desk, **values: Any) -> None:
    house.training = replace(house.training, **values)


def _only(house: Desk, *sectors: Sector) -> None:
    _set(house, plan=replace(house.training.plan, sectors=sectors))


def _again(house: Desk) -> None:
    asyncio.run(leave(house, 1, 1, NOW))
    asyncio.run(register(house, 1, house.people[1], NOW))


@pytest.mark.parametrize(
    ("change", "who", "at", "why"),
    [
        (lambda house: house.links.clear(), 2, NOW, NotHanded.GONE),
        (lambda house: house.people.pop(1), 2, NOW, NotHanded.GONE),
        (lambda _: None, 2, NOW + 48 * HOUR, NotHanded.EXPIRED),
        (lambda house: _set(house, status=EventStatus.CANCELLED), 2, NOW, NotHanded.CLOSED),
        (lambda house: _set(house, status=EventStatus.HELD), 2, NOW, NotHanded.CLOSED),
        (lambda house: _set(house, status=EventStatus.DRAFT), 2, NOW, NotHanded.CLOSED),
        (lambda house: asyncio.run(leave(house, 1, 1, NOW)), 4, NOW, NotHanded.NO_SEAT),
        (_again, 4, NOW, NotHanded.NO_SEAT),
        (lambda _: None, 1, NOW, NotHanded.OWN),
        (lambda house: asyncio.run(register(house, 1, house.people[5], NOW)), 5, NOW,
         NotHanded.SEATED),
        (lambda house: house.people.update({2: OTHER}), 2, NOW, NotHanded.OTHER_OFFICE),
        (lambda house: _only(house, Sector.POLICE), 2, NOW, NotHanded.NOT_FOR_SECTOR),
    ],
)  # fmt: skip
def test_why_a_seat_stays_where_it_is(
    network: Network, change: Any, who: int, at: datetime, why: NotHanded
) -> None:
    house = desk(1, seats=2)
    offers(house)
    taker = house.people[who]
    change(house)
    rows, letters = dict(house.rows), list(house.letters)

    assert asyncio.run(look(house, "secret", house.people.get(who, taker), at)) is why
    assert takes(network, house, who, at) is why
    assert house.rows == rows
    assert house.letters == letters


def test_who_looks_changes_nothing_and_new_facts_are_shown_first(network: Network) -> None:
    house = desk(1)
    offers(house)
    _only(house, Sector.SCHOOL)
    rows = dict(house.rows)

    assert asyncio.run(look(house, "secret", house.people[2], NOW)) == SeatLink(
        house.training, NOW + 48 * HOUR
    )
    assert takes(network, house, 2, shown=1) is NotHanded.UNSEEN
    assert house.rows == rows
    assert isinstance(takes(network, house, 2), Handed)


@pytest.mark.parametrize(
    ("who", "status", "at", "why"),
    [
        (2, EventStatus.PUBLISHED, NOW, NotHanded.NO_SEAT),
        (3, EventStatus.PUBLISHED, NOW, NotHanded.NO_SEAT),
        (1, EventStatus.CANCELLED, NOW, NotHanded.CLOSED),
        (1, EventStatus.PUBLISHED, START, NotHanded.CLOSED),
    ],
)
def test_who_has_no_seat_makes_no_link(
    who: int, status: EventStatus, at: datetime, why: NotHanded
) -> None:
    house = desk(1, 2)
    _set(house, status=status)

    assert asyncio.run(offer(house, 1, house.people[who], "secret", at)) is why
    assert house.links == {}


def test_a_training_that_is_gone_hands_nothing_over(network: Network) -> None:
    house = desk(1)

    assert asyncio.run(offer(house, 2, house.people[1], "secret", NOW)) is NotHanded.CLOSED

    house.links[1] = Link(token_hash("secret"), Substitute(1, 2, 1, 1, NOW + HOUR))

    assert asyncio.run(look(house, "secret", house.people[2], NOW)) is NotHanded.GONE
    assert takes(network, house, 2) is NotHanded.GONE


acts = st.lists(
    st.tuples(
        st.sampled_from(["register", "leave", "offer", "take"]),
        st.integers(1, 6),
        st.integers(1, 6),
    ),
    max_size=25,
)


@given(seats=st.integers(1, 3), lives=acts)
def test_whatever_happens_no_seat_is_sold_twice_and_nobody_waits_longer(
    network: Network, seats: int, lives: list[tuple[str, int, int]]
) -> None:
    """The line only loses those who leave it or get a seat; it never gets a new first one."""
    house = Desk(seats)
    for what, who, whose in lives:
        before = [each.person_id for each in line(house.rows.values())]
        match what:
            case "register":
                asyncio.run(register(house, 1, house.people[who], NOW))
            case "leave":
                asyncio.run(leave(house, 1, who, NOW))
            case "offer":
                offers(house, who, str(who))
            case "take":
                takes(network, house, who, token=str(whose))
        rows = list(house.rows.values())
        after = [each.person_id for each in line(rows)]
        stay = [each for each in before if each in after]

        assert taken(rows) <= seats
        assert not after or taken(rows) == seats
        assert after[: len(stay)] == stay
        given = house.tallies[Tally.CONFIRMED] + house.tallies[Tally.PROMOTED]
        assert taken(rows) == given - house.tallies[Tally.WITHDRAWN]
