"""Correcting where a member belongs: the new office agrees, and no quota is broken by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.access import responsible, waiting
from domain.person import Person, Place
from domain.register import HOLDING, Registration, Shared, division
from domain.rights import CONFIRMED, Act, may
from domain.training import Training
from domain.vocabulary import Announced, Role

#: So long somebody waits for the office to agree; then it is forgotten.
WAITS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """Where a member says they belong."""

    id: int
    person_id: int
    place: Place
    asked_on: date


class NotPlaced(StrEnum):
    """Why a member's office and sector stay as they are; each has one sentence."""

    SAME = "same"
    COORDINATES = "coordinates"  # a role belongs to its office
    NOBODY = "nobody"
    GONE = "gone"
    NOT_YOURS = "not-yours"
    QUOTA = "quota"


@dataclass(frozen=True, slots=True)
class Placed:
    """A member belongs elsewhere from now on."""

    person: Person


class Persons(Protocol):
    """The members."""

    async def get(self, person_id: int) -> Person | None: ...
    async def coordinators(self) -> Sequence[Person]: ...
    async def assign(
        self, person_id: int, role: Role, place: Place, announced: Announced
    ) -> Person: ...


class Changes(Protocol):
    """What members want corrected; only one gets what is taken."""

    async def drop(self, person_id: int) -> None: ...
    async def put(self, person_id: int, place: Place, day: date) -> int: ...
    async def get(self, change_id: int) -> PlaceChange | None: ...
    async def take(self, change_id: int) -> PlaceChange | None: ...


class Trainings(Protocol):
    """The trainings, each held until the transaction ends."""

    async def lock(self, training_id: int) -> Training | None: ...


class Seats(Shared, Protocol):
    """Who has which seat."""

    async def of_person(
        self, person_id: int, after: datetime
    ) -> Sequence[tuple[Training, Registration]]: ...


class House(Protocol):
    """Everything that correcting a place touches, in one transaction."""

    @property
    def persons(self) -> Persons: ...
    @property
    def place_changes(self) -> Changes: ...
    @property
    def trainings(self) -> Trainings: ...
    @property
    def registrations(self) -> Seats: ...


async def ask(
    house: House, person: Person, place: Place, today: date
) -> tuple[int, list[Person]] | NotPlaced:
    """Keep where a member says they belong; return its number, and who of there is asked."""
    if place == person.place:
        return NotPlaced.SAME
    if person.role not in CONFIRMED:
        return NotPlaced.COORDINATES
    asked = responsible(place, await house.persons.coordinators())
    if not asked:
        return NotPlaced.NOBODY
    await house.place_changes.drop(person.id)
    return await house.place_changes.put(person.id, place, today), asked


async def agree(house: House, decider: Person, change_id: int, now: datetime) -> Placed | NotPlaced:
    """Let a member belong where they say, if this is the decider's office and quotas hold."""
    taken = await _taken(house, decider, change_id)
    if isinstance(taken, NotPlaced):
        return taken
    member = await house.persons.get(taken.person_id)
    return NotPlaced.GONE if member is None else await put(house, member, taken.place, now)


async def decline(house: House, decider: Person, change_id: int) -> PlaceChange | NotPlaced:
    """Let a member stay where they are."""
    return await _taken(house, decider, change_id)


async def _taken(house: House, decider: Person, change_id: int) -> PlaceChange | NotPlaced:
    """Take a wish out of everybody's hands, if this person may decide about it."""
    wanted = await house.place_changes.get(change_id)
    if wanted is None:
        return NotPlaced.GONE
    of = waiting(wanted.place, await house.persons.coordinators())
    if not may(decider, Act.LET_IN, of):
        return NotPlaced.NOT_YOURS
    return await house.place_changes.take(change_id) or NotPlaced.GONE


async def put(house: House, member: Person, place: Place, now: datetime) -> Placed | NotPlaced:
    """Let a member belong to another place; their seats count for its office from now on."""
    if place == member.place:
        return NotPlaced.SAME
    if member.role not in CONFIRMED:
        return NotPlaced.COORDINATES
    for training, own in await house.registrations.of_person(member.id, now):
        if own.status in HOLDING and not await _fits(house, training.id, member, place, now):
            return NotPlaced.QUOTA
    return Placed(await house.persons.assign(member.id, member.role, place, member.announced))


async def _fits(
    house: House, training_id: int, member: Person, place: Place, now: datetime
) -> bool:
    """Return whether a seat may count for another office without taking one kept for others."""
    training = await house.trainings.lock(training_id)
    if training is None or place.office == member.office or not training.keeping(now):
        return True
    seats = await division(house.registrations, training)
    used = {**seats.used, member.office: max(0, seats.used.get(member.office, 0) - 1)}
    moved = replace(seats, used=used).with_one(place.office)
    return moved.bound <= max(seats.seats, seats.bound)
