"""A member's new account: who may make a link, who gets by it, and what moves when."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.account import (
    AccountMove,
    Moved,
    NotMoved,
    claim,
    concerned,
    look,
    make,
    move,
    not_yours,
    stop,
    tell_office,
    unused,
)
from domain.channel import Address, in_chat
from domain.delivery import Letter
from domain.invite import token_hash
from domain.message import Message
from domain.person import Person
from domain.vocabulary import Role
from tests.domain.test_membership import person

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
OWN, MEMBER = person(3, Role.COORDINATOR), person(5, Role.SPECIALIST)
NEW = in_chat(77)


@dataclass
class Desk:
    """Two members, and the one link there is."""

    people: dict[int, Person] = field(default_factory=lambda: {3: OWN, 5: MEMBER})
    kept: AccountMove | None = None
    hash: bytes = b""
    done: list[tuple[object, ...]] = field(default_factory=list)
    fast: bool = True
    letters: list[Letter] = field(default_factory=list)

    @property
    def accounts(self) -> Desk:
        return self

    persons = deliveries = drafts = accounts

    async def put(self, *given: Any) -> Any:
        if given and not isinstance(given[0], Letter):
            person_id, self.hash, expires_at = given
            self.kept = AccountMove(1, person_id, expires_at)
            return 1
        self.letters += given
        return len(given)

    async def find(self, hashed: bytes) -> AccountMove | None:
        return self.kept if hashed == self.hash else None

    async def claim(self, move_id: int, to: Address, language: str, moves_at: datetime) -> bool:
        assert self.kept is not None
        assert move_id == self.kept.id
        if self.fast:
            self.kept = replace(self.kept, to=to, language=language, moves_at=moves_at)
        return self.fast

    async def take_due(self, move_id: int, now: datetime) -> AccountMove | None:
        kept = self.kept
        due = kept is not None and kept.moves_at is not None and kept.moves_at <= now
        found = kept if kept and due and kept.id == move_id else None
        self.kept = None if found else self.kept
        return found

    async def take_of(self, person_id: int) -> AccountMove | None:
        assert person_id == MEMBER.id
        found, self.kept = self.kept, None
        return found

    async def take_unused(self, move_id: int, now: datetime) -> AccountMove | None:
        kept = self.kept
        over = kept is not None and kept.moves_at is None and kept.expires_at <= now
        found = kept if kept and over and kept.id == move_id else None
        self.kept = None if found else self.kept
        return found

    async def coordinators(self) -> list[Person]:
        return [each for each in self.people.values() if each.coordinates]

    async def get(self, person_id: int) -> Person | None:
        return self.people.get(person_id)

    async def by_chat(self, address: Address) -> Person | None:
        return next((each for each in self.people.values() if each.address == address), None)

    async def follow(self, *given: Any) -> None:
        self.done.append(("follow", *given))
        if isinstance(given[0], int):
            there = Address(given[2], given[1])
            self.people[given[0]] = replace(self.people[given[0]], address=there)

    async def set_unreachable(self, *given: Any) -> None:
        self.done.append(("reached", *given))

    async def drop(self, address: Address) -> bool:
        self.done.append(("drop", address))
        return True


def made(**changed: Any) -> Desk:
    desk = Desk()
    assert asyncio.run(make(desk, OWN, MEMBER, "secret", NOW)) == NOW + 48 * HOUR
    assert desk.kept is not None
    desk.kept = replace(desk.kept, **changed)
    return desk


def test_who_could_end_the_membership_makes_a_link() -> None:
    desk = Desk()

    assert not_yours(OWN, MEMBER) is None
    assert not_yours(OWN, replace(MEMBER, office="bb")) is NotMoved.NOT_YOURS
    assert not_yours(OWN, replace(OWN, id=9)) is NotMoved.COORDINATES
    assert not_yours(person(1, Role.LEAD), OWN) is None
    assert asyncio.run(make(desk, OWN, OWN, "secret", NOW)) is NotMoved.COORDINATES
    assert desk.kept is None
    assert made().kept == AccountMove(1, 5, NOW + 48 * HOUR)


@pytest.mark.parametrize(
    ("changed", "token", "to", "at", "why"),
    [
        ({}, "other", NEW, NOW, NotMoved.GONE),
        ({"to": NEW}, "secret", NEW, NOW, NotMoved.GONE),
        ({}, "secret", NEW, NOW + 48 * HOUR, NotMoved.EXPIRED),
        ({}, "secret", MEMBER.address, NOW, NotMoved.MEMBER),
        ({"person_id": 9}, "secret", NEW, NOW, NotMoved.GONE),
    ],
)
def test_who_gets_nothing_by_a_link(
    changed: dict[str, Any], token: str, to: Address, at: datetime, why: NotMoved
) -> None:
    desk = made(**changed)
    before = desk.kept

    assert asyncio.run(claim(desk, token, to, "en", at)) is why
    assert desk.kept == before


def test_who_agrees_waits_for_a_day_and_the_first_one_has_it() -> None:
    desk = made()

    assert asyncio.run(look(desk, "secret", NEW, NOW)) == desk.kept
    assert asyncio.run(claim(desk, "secret", NEW, "en", NOW)) == (MEMBER, NOW + 24 * HOUR)
    assert desk.kept == AccountMove(1, 5, NOW + 48 * HOUR, NEW, "en", NOW + 24 * HOUR)

    desk = made()
    desk.fast = False

    assert asyncio.run(claim(desk, "secret", NEW, "en", NOW)) is NotMoved.GONE
    assert desk.hash == token_hash("secret")


def test_the_old_chat_stops_it() -> None:
    desk = made(to=NEW)
    kept = desk.kept

    assert asyncio.run(stop(desk, MEMBER)) == kept
    assert asyncio.run(stop(desk, MEMBER)) is None


def test_what_hangs_on_the_person_stays_and_the_address_changes() -> None:
    desk = made(to=NEW, moves_at=NOW)

    assert asyncio.run(move(desk, 1, NOW)) == Moved(replace(MEMBER, address=NEW), MEMBER.address)
    assert desk.done == [
        ("drop", MEMBER.address),
        ("follow", 5, "77", "telegram"),
        ("reached", 5, None, "telegram"),
        ("follow", MEMBER.address.name, "77", 5),
    ]
    assert asyncio.run(move(desk, 1, NOW)) is None


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"to": NEW},
        {"to": NEW, "moves_at": NOW + HOUR},
        {"to": NEW, "moves_at": NOW, "person_id": 9},
        {"to": NEW, "moves_at": NOW, "id": 2},
    ],
)
def test_what_is_not_due_does_not_move(changed: dict[str, Any]) -> None:
    desk = made(**changed)

    assert asyncio.run(move(desk, 1, NOW)) is None
    assert desk.done == []


def test_a_chat_that_came_in_by_another_way_stays_who_it_is() -> None:
    desk = made(to=OWN.address, moves_at=NOW)
    kept = desk.kept

    assert asyncio.run(move(desk, 1, NOW)) == kept
    assert desk.done == []


def test_who_could_have_made_the_link_learns_that_nothing_moved() -> None:
    second, other = replace(OWN, id=4), replace(OWN, id=6, office="bb")
    gone = replace(OWN, id=7, unreachable_since=NOW)
    lead = replace(person(1, Role.LEAD), office="bb")

    assert concerned(MEMBER, [OWN, second, other, gone, lead, MEMBER]) == [OWN, second]
    assert concerned(OWN, [OWN, second, other, lead]) == [lead]
    assert concerned(MEMBER, [gone, other]) == []

    desk = made()
    asyncio.run(tell_office(desk, MEMBER, "stopped:1", NOW, lambda to: Message(f"an {to.id}")))

    assert [(e.key, e.person_id, e.message) for e in desk.letters] == [
        ("account-stopped:1:3", 3, Message("an 3"))
    ]


def test_a_link_that_nobody_opened_in_time_is_taken_back_once() -> None:
    desk = made()

    assert asyncio.run(unused(desk, 1, NOW + 47 * HOUR)) is None
    assert asyncio.run(unused(desk, 1, NOW + 48 * HOUR)) == MEMBER
    assert asyncio.run(unused(desk, 1, NOW + 48 * HOUR)) is None
    opened = made(to=NEW, moves_at=NOW + 60 * HOUR)
    assert asyncio.run(unused(opened, 1, NOW + 49 * HOUR)) is None
