"""Asking to be let in: once a chat, decided by one who may, and nothing kept of who stays out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from domain.access import (
    AccessRequest,
    Asked,
    Decided,
    NotAsked,
    NotDecided,
    ask,
    let_in,
    turn_away,
)
from domain.channel import Address, in_chat
from domain.person import Newcomer, Person, Place
from domain.vocabulary import Role, Sector

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 3, 2, 9, tzinfo=UTC)
DAY = date(2027, 1, 4)
NEW = Newcomer(in_chat(8), Role.SPECIALIST, Place("a", Sector.SCHOOL))
OWN = Person(1, in_chat(1), Role.COORDINATOR, "a", Sector.YOUTH_OFFICE, "de", None, 1, DAY, DAY)
OTHER = replace(OWN, id=2, address=in_chat(2), office="b")
MADE = replace(OWN, id=9, address=in_chat(8), role=Role.SPECIALIST)
REQUEST = AccessRequest(5, NEW, NOW)
SECONDS = int(NOW.timestamp())


@dataclass
class House:
    """One request or none, and who coordinates; what is done is kept in its order."""

    waits: AccessRequest | None = None
    taken: AccessRequest | None = REQUEST
    number: int | None = 5
    people: Sequence[Person] = (OWN, OTHER)
    member: Person | None = None
    done: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def access(self) -> Requests:
        return Requests(self)

    @property
    def persons(self) -> House:
        return self

    async def coordinators(self) -> Sequence[Person]:
        return self.people

    async def by_chat(self, address: Address) -> Person | None:
        assert address == NEW.address
        return self.member

    async def add(self, newcomer: Newcomer, day: date) -> Person:
        self.done.append(("in", newcomer, day))
        return MADE


@dataclass
class Requests:
    """The open requests."""

    house: House

    async def of_chat(self, address: Address) -> AccessRequest | None:
        assert address == NEW.address
        return self.house.waits

    async def add(self, newcomer: Newcomer, now: datetime) -> int | None:
        self.house.done.append(("ask", newcomer, now))
        return self.house.number

    async def get(self, request_id: int) -> AccessRequest | None:
        assert request_id == 5
        return self.house.waits

    async def take(self, request_id: int) -> AccessRequest | None:
        self.house.done.append(("take", request_id))
        return self.house.taken


async def test_a_request_is_kept_for_the_coordinators_of_its_office() -> None:
    house = House()

    assert await ask(house, NEW, NOW) == Asked(REQUEST, (OWN,))
    assert house.done == [("ask", NEW, NOW)]


async def test_nobody_asks_twice_nor_where_nobody_decides() -> None:
    waiting, alone, faster = House(REQUEST), House(people=()), House(number=None)

    assert await ask(waiting, NEW, NOW) is NotAsked.WAITING
    assert await ask(alone, NEW, NOW) is NotAsked.NOBODY
    assert waiting.done == alone.done == []
    assert await ask(faster, NEW, NOW) is NotAsked.WAITING


async def test_who_is_let_in_is_a_member_since_asking() -> None:
    house = House(REQUEST)

    assert await let_in(house, OWN, 5, SECONDS, BERLIN) == Decided(REQUEST, MADE)
    assert house.done == [("take", 5), ("in", NEW, NOW.date())]


async def test_in_the_first_hour_of_a_day_it_is_that_day_in_the_network() -> None:
    asked_at = datetime(2027, 2, 28, 23, 30, tzinfo=UTC)
    request = replace(REQUEST, requested_at=asked_at)
    house = House(request, request)

    await let_in(house, OWN, 5, request.seconds, BERLIN)
    assert house.done == [("take", 5), ("in", NEW, date(2027, 3, 1))]


async def test_who_came_in_meanwhile_stays_as_they_are() -> None:
    house = House(REQUEST, member=MADE)

    assert await let_in(house, OWN, 5, SECONDS, BERLIN) == Decided(REQUEST)
    assert house.done == [("take", 5)]


async def test_who_is_turned_away_leaves_nothing() -> None:
    house = House(REQUEST)

    assert await turn_away(house, OWN, 5, SECONDS) == Decided(REQUEST)
    assert house.done == [("take", 5)]


async def test_only_one_decides_and_only_who_may_and_only_on_what_was_seen() -> None:
    for decide in (partial(let_in, zone=BERLIN), turn_away):
        none, theirs, faster = House(), House(REQUEST), House(REQUEST, None)

        assert await decide(none, OWN, 5, SECONDS) is NotDecided.TOO_LATE
        assert await decide(theirs, OWN, 5, SECONDS + 1) is NotDecided.TOO_LATE
        assert await decide(theirs, OTHER, 5, SECONDS) is NotDecided.NOT_YOURS
        assert none.done == theirs.done == []
        assert await decide(faster, OWN, 5, SECONDS) is NotDecided.TOO_LATE
