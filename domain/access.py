"""Asking to be let in without an invitation: who decides, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.channel import Address
from domain.localtime import local_day
from domain.person import Newcomer, Person, Place
from domain.rights import Act, AskingIn, may

#: Stands in the place of an invitation's token for who has none.
ASKING = "ask"
#: How long a request waits for a decision; then it is forgotten.
WAITS = timedelta(days=30)


def responsible(place: Place, coordinators: Sequence[Person]) -> list[Person]:
    """Return who is asked about a newcomer: the office's own coordinators, else all there are.

    Who cannot be reached is asked nothing.
    """
    reached = [person for person in coordinators if person.reachable]
    own = [person for person in reached if person.office == place.office]
    return own or reached


def waiting(place: Place, coordinators: Sequence[Person]) -> AskingIn:
    """Return a newcomer together with who was asked about them."""
    return AskingIn(place, frozenset(each.id for each in responsible(place, coordinators)))


def stamp(requested_at: datetime) -> int:
    """Return the second of a request: numbers of requests may come again, seconds do not."""
    return int(requested_at.timestamp())


def code(request_id: int, seconds: int) -> str:
    """Return what both sides can name a request by on the telephone."""
    return f"{request_id}-{seconds % 1000:03d}"


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """Somebody without an invitation who agreed and asks to be let in."""

    id: int
    newcomer: Newcomer
    requested_at: datetime

    @property
    def seconds(self) -> int:
        """The second of the request: with the number, it names it."""
        return stamp(self.requested_at)

    @property
    def code(self) -> str:
        """What both sides can name it by on the telephone."""
        return code(self.id, self.seconds)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request is kept, and `deciders` are to learn of it."""

    request: AccessRequest
    deciders: tuple[Person, ...]


class NotAsked(StrEnum):
    """Why nothing is kept: this chat waits already, or there is nobody to decide."""

    WAITING = "waiting"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Decided:
    """A request is decided; `person` is in from now on, None if nobody new is."""

    request: AccessRequest
    person: Person | None = None


class NotDecided(StrEnum):
    """Why somebody decided nothing: another one was faster, or is to decide."""

    TOO_LATE = "too-late"
    NOT_YOURS = "not-yours"


class Requests(Protocol):
    """The open requests; only one gets what is taken."""

    async def of_chat(self, address: Address) -> AccessRequest | None: ...
    async def add(self, newcomer: Newcomer, now: datetime) -> int | None: ...
    async def get(self, request_id: int) -> AccessRequest | None: ...
    async def take(self, request_id: int) -> AccessRequest | None: ...


class People(Protocol):
    """The members."""

    async def coordinators(self) -> Sequence[Person]: ...
    async def by_chat(self, address: Address) -> Person | None: ...
    async def add(self, newcomer: Newcomer, day: date) -> Person: ...


class House(Protocol):
    """Everything that asking and letting in touches, in one transaction."""

    @property
    def access(self) -> Requests: ...
    @property
    def persons(self) -> People: ...


async def ask(house: House, newcomer: Newcomer, now: datetime) -> Asked | NotAsked:
    """Keep the request of somebody who agreed, one for each chat, for those who decide."""
    if await house.access.of_chat(newcomer.address) is not None:
        return NotAsked.WAITING
    deciders = responsible(newcomer.place, await house.persons.coordinators())
    if not deciders:
        return NotAsked.NOBODY
    number = await house.access.add(newcomer, now)
    if number is None:
        return NotAsked.WAITING
    return Asked(AccessRequest(number, newcomer, now), tuple(deciders))


async def let_in(
    house: House, decider: Person, request_id: int, seconds: int, zone: ZoneInfo
) -> Decided | NotDecided:
    """Let somebody in who asked; who came in meanwhile stays as they are."""
    request = await _taken(house, decider, request_id, seconds)
    if isinstance(request, NotDecided):
        return request
    if await house.persons.by_chat(request.newcomer.address) is not None:
        return Decided(request)
    asked_on = local_day(request.requested_at, zone)
    return Decided(request, await house.persons.add(request.newcomer, asked_on))


async def turn_away(
    house: House, decider: Person, request_id: int, seconds: int
) -> Decided | NotDecided:
    """Let somebody who asked stay outside; nothing of them is kept."""
    request = await _taken(house, decider, request_id, seconds)
    return request if isinstance(request, NotDecided) else Decided(request)


async def _taken(
    house: House, decider: Person, request_id: int, seconds: int
) -> AccessRequest | NotDecided:
    """Take a request out of everybody's hands, if this person may decide."""
    request = await house.access.get(request_id)
    if request is None or request.seconds != seconds:
        return NotDecided.TOO_LATE
    of = waiting(request.newcomer.place, await house.persons.coordinators())
    if not may(decider, Act.LET_IN, of):
        return NotDecided.NOT_YOURS
    return await house.access.take(request_id) or NotDecided.TOO_LATE
