"""Who has a seat and who waits: never a seat sold twice, nobody overtaken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.approve import term
from domain.network import Network
from domain.person import Person
from domain.presence_shortened import WHOLE, Shortened
from domain.seats_quota import Division, Share, divided
from domain.training import Closed, Training
from domain.vocabulary import EventStatus, RegistrationStatus

#: With these a seat is not free for anybody else.
HOLDING = frozenset({RegistrationStatus.CONFIRMED, RegistrationStatus.OFFERED})
ACTIVE = HOLDING | {RegistrationStatus.WAITLISTED}


@dataclass(frozen=True, slots=True)
class Registration:
    """A person's standing in a training; `position` is given by order of arrival, never reused.

    `seat_code` is the number of the person on the list at the door, from the first registration
    on. `away` says that the person cannot be reached, and so is not given a seat. `came` is whether
    somebody with a seat was there, where that is noted, else None, and `shortened` how much of it
    they missed. Until `approve_by` the own office must approve, where a training wants that
    (`approve`). `since` is the position at which somebody came who was put to the end of the line.
    """

    id: int
    training_id: int
    person_id: int
    status: RegistrationStatus
    position: int
    muted: bool = False
    seat_code: int = 0
    away: bool = False
    came: bool | None = None
    approve_by: datetime | None = None
    shortened: Shortened = WHOLE
    since: int | None = None

    @property
    def came_at(self) -> int:
        """The position at which they came: it tells which hosts they knew of."""
        return self.since or self.position

    @property
    def active(self) -> bool:
        """Whether it holds a seat or a place in the queue."""
        return self.status in ACTIVE


class Tally(StrEnum):
    """What happened to registrations, counted a training, without any person."""

    CONFIRMED = "registration-confirmed"
    WAITLISTED = "registration-waitlisted"
    PROMOTED = "registration-promoted"
    WITHDRAWN = "registration-withdrawn"
    LATE_WITHDRAWN = "registration-late-withdrawn"


@dataclass(frozen=True, slots=True)
class Registered:
    """The answer to a wish for a seat; `fresh` is False if nothing changed.

    `place_in_line` counts from 1 for who waits and is 0 for who has a seat.
    """

    training: Training
    registration: Registration
    place_in_line: int
    fresh: bool


@dataclass(frozen=True, slots=True)
class NotRegistered:
    """No seat and no place in the queue, and why."""

    training: Training | None
    reason: Closed | None


class Unseen(NotRegistered):
    """The facts are others than those that were shown with the button."""


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody gave up a seat or a place in the queue; `moved_up` have a seat from now on."""

    training: Training
    late: bool
    moved_up: tuple[Registration, ...]


def taken(registrations: Iterable[Registration]) -> int:
    """Return how many seats are given away, or kept for who is asked."""
    return sum(r.status in HOLDING for r in registrations)


def line(registrations: Iterable[Registration]) -> list[Registration]:
    """Return who waits, first come first."""
    waiting = [r for r in registrations if r.status is RegistrationStatus.WAITLISTED]
    return sorted(waiting, key=lambda r: r.position)


def next_in_line(seats: int | None, registrations: Iterable[Registration]) -> list[Registration]:
    """Return the waiting registrations that fit into the free seats, first come first.

    Who cannot be reached is passed over and keeps the place in the line until back.
    """
    everyone = list(registrations)
    waiting = in_reach(line(everyone))
    if seats is None:
        return waiting
    return waiting[: max(0, seats - taken(everyone))]


def in_reach(waiting: Iterable[Registration]) -> list[Registration]:
    """Return those of a line who can be told of a seat."""
    return [each for each in waiting if not each.away]


@dataclass(frozen=True, slots=True)
class Hall:
    """A training's seats in numbers, and one person's own standing in it, if active.

    `own_place` counts the line from 1 and is 0 for who does not wait. `away` are those of the
    waiting who cannot be reached.
    """

    taken: int
    waiting: int
    own: Registration | None = None
    own_place: int = 0
    away: int = 0

    def free(self, training: Training) -> int | None:
        """Return how many seats are free for everybody; None without a limit."""
        return free_seats(training, self.taken, self.waiting - self.away)


class Seats(Protocol):
    """What registering needs from storage.

    `lock` hands out the training and the next position; nobody else can change its
    registrations until the transaction ends. `shares` are the seats that are kept and taken, first
    come first; they are asked of trainings with quotas only.
    """

    async def lock(self, training_id: int) -> tuple[Training, int] | None: ...
    async def hall(self, training_id: int, person_id: int) -> Hall: ...
    async def active(self, training_id: int) -> Sequence[Registration]: ...
    async def enter(
        self,
        training_id: int,
        person_id: int,
        status: RegistrationStatus,
        position: int,
        now: datetime,
        *,
        approve_by: datetime | None = None,
    ) -> Registration: ...
    async def set_status(
        self, registration_ids: Sequence[int], status: RegistrationStatus, now: datetime
    ) -> None: ...
    async def count(self, training_id: int, events: Sequence[tuple[Tally, int]]) -> None: ...
    async def uncount(self, training_id: int, event: Tally, n: int) -> None: ...
    async def shares(self, training_id: int) -> Sequence[Share]: ...


class Shared(Protocol):
    """Where the seats of a training are that are kept and taken."""

    async def shares(self, training_id: int) -> Sequence[Share]: ...


async def division(seats: Shared, of: Training) -> Division:
    """Return how a training with quotas stands, by office."""
    return divided(of.plan.seats or 0, await seats.shares(of.id))


async def register(
    seats: Seats,
    training_id: int,
    person: Person,
    now: datetime,
    *,
    shown: int | None = None,
    network: Network | None = None,
) -> Registered | NotRegistered:
    """Give a person a seat, or the last place in the queue; a second wish changes nothing.

    `shown` stands for the facts that the person saw (`Plan.offered`), None where nobody was shown
    any; if the facts are others now, nothing is done. The calendar of the network counts the days
    in which an office approves, where a training wants that.
    """
    locked = await seats.lock(training_id)
    if locked is None:
        return NotRegistered(None, None)
    training, position = locked
    hall = await seats.hall(training_id, person.id)
    if hall.own is not None:
        return Registered(training, hall.own, hall.own_place, fresh=False)
    reason = training.closed_for(person.sector, now)
    if reason is not None:
        return NotRegistered(training, reason)
    if shown is not None and shown != training.plan.offered:
        return Unseen(training, None)
    status = await _standing(seats, training, person, hall, now)
    until = term(training, person, network, now)
    own = await seats.enter(training_id, person.id, status, position, now, approve_by=until)
    await seats.count(training_id, [(_tally(status), 1)])
    waits = status is RegistrationStatus.WAITLISTED
    return Registered(training, own, hall.waiting + 1 if waits else 0, fresh=True)


async def _standing(
    seats: Seats, training: Training, person: Person, hall: Hall, now: datetime
) -> RegistrationStatus:
    """Return what a newcomer gets: a seat only if one is free and nobody waits for it."""
    if training.keeping(now):
        free = (await division(seats, training)).seats_newcomer(person.office)
    else:
        free = hall.free(training) != 0
    return RegistrationStatus.CONFIRMED if free else RegistrationStatus.WAITLISTED


def free_seats(training: Training, taken: int, waiting: int) -> int | None:
    """Return how many seats are free for everybody; None without a limit.

    `waiting` are those who can be reached. None of them waits while a seat is free, but for the
    moment between a release and its tick: the seats of those who then wait are theirs.
    """
    if training.seats is None:
        return None
    if waiting and not training.quota_seats:
        return 0
    return max(0, training.seats - taken - waiting)


def _tally(status: RegistrationStatus) -> Tally:
    if status is RegistrationStatus.CONFIRMED:
        return Tally.CONFIRMED
    return Tally.WAITLISTED


async def leave(seats: Seats, training_id: int, person_id: int, now: datetime) -> Left | None:
    """Give up a person's place, whatever they saw of the training last."""
    found = await withdraw(seats, training_id, person_id, now, shown=None)
    return found if isinstance(found, Left) else None


async def withdraw(
    seats: Seats, training_id: int, person_id: int, now: datetime, *, shown: int | None
) -> Left | Unseen | None:
    """Give up a person's place and let the queue move up; None if there was none to give up.

    `shown` stands for the facts that the person saw, as in registering.

    Nothing is given up once the training has begun: then only the closing counts. Nor is there
    anything to give up in a training that is off.
    """
    locked = await seats.lock(training_id)
    if locked is None:
        return None
    training, _ = locked
    everyone = list(await seats.active(training_id))
    own = next((r for r in everyone if r.person_id == person_id), None)
    if own is None or training.running(now) or training.status is EventStatus.CANCELLED:
        return None
    if shown is not None and shown != training.plan.shown:
        return Unseen(training, None)
    return await give_up(seats, training, everyone, own, now)


async def give_up(
    seats: Seats,
    training: Training,
    everyone: Sequence[Registration],
    own: Registration,
    now: datetime,
) -> Left:
    """Give up what one of everyone has, and let the queue move up; the training must be locked.

    A seat that no office has approved yet is never given up late.
    """
    had_seat = own.status is RegistrationStatus.CONFIRMED
    late = had_seat and own.approve_by is None and now >= training.plan.withdraw_by
    status = RegistrationStatus.LATE_WITHDRAWN if late else RegistrationStatus.WITHDRAWN
    await seats.set_status([own.id], status, now)
    if had_seat:  # who leaves the queue gives up no seat; the report's rates count seats
        await seats.count(training.id, [(Tally.LATE_WITHDRAWN if late else Tally.WITHDRAWN, 1)])
    others = [each for each in everyone if each.id != own.id]
    return Left(training, late, await move_up(seats, training, others, now))


async def move_up(
    seats: Seats, training: Training, registrations: Iterable[Registration], now: datetime
) -> tuple[Registration, ...]:
    """Give free seats to the first in line; the training must be locked.

    Nobody moves up into a training that has begun or is off, and nobody unasked where people are
    asked first (`moveup`).
    """
    if not training_open(training, now) or training.asks(now):
        return ()
    first = await first_in_line(seats, training, registrations, now)
    if first:
        await give_seats(seats, training, first, now)
    return tuple(first)


async def give_seats(
    seats: Seats, training: Training, first: Sequence[Registration], now: datetime
) -> None:
    """Give seats to those who wait and are first; counted as moving up."""
    await seats.set_status([r.id for r in first], RegistrationStatus.CONFIRMED, now)
    await seats.count(training.id, [(Tally.PROMOTED, len(first))])


def training_open(training: Training, now: datetime) -> bool:
    """Return whether seats of a training can still be had: it is not off and has not begun."""
    off = training.status in {EventStatus.CANCELLED, EventStatus.HELD}
    return not off and not training.running(now)


async def put_back(seats: Seats, training: Training, unheard: Sequence[int], now: datetime) -> int:
    """Put those back into the line who moved up and could not be told; return how many.

    They have their old place in it. The training must be locked, and must not have begun.
    """
    if training.status is EventStatus.CANCELLED or training.running(now):
        return 0
    seated = {r.id for r in await seats.active(training.id) if _has_seat(r)}
    back = [number for number in unheard if number in seated]
    if back:
        await seats.set_status(back, RegistrationStatus.WAITLISTED, now)
        await seats.uncount(training.id, Tally.PROMOTED, len(back))
    return len(back)


def _has_seat(own: Registration) -> bool:
    return own.status is RegistrationStatus.CONFIRMED


async def first_in_line(
    seats: Seats,
    training: Training,
    registrations: Iterable[Registration],
    now: datetime,
    silent: Collection[int] = (),
) -> list[Registration]:
    """Return who gets a seat now: of those who may have one, who came first.

    Those of the `silent` registrations are passed over, as if they were out of reach.
    """
    if not training.keeping(now):
        heard = [replace(r, away=True) if r.id in silent else r for r in registrations]
        return next_in_line(training.seats, heard)
    shares = await seats.shares(training.id)
    heard_of = [replace(s, away=True) if s.waits in silent else s for s in shares]
    admitted, _ = divided(training.plan.seats or 0, heard_of).admitted()
    return [each for each in line(registrations) if each.id in admitted]


async def fewest_seats(
    seats: Seats, training: Training, registrations: Iterable[Registration], now: datetime
) -> int:
    """Return how many seats a training needs: those given away, and those kept for an office."""
    given = taken(registrations) + training.block_seats
    if not training.keeping(now):
        return max(given, training.quota_seats)
    return max(given, (await division(seats, training)).bound)


async def free_for(seats: Seats, training: Training, office: str, now: datetime) -> int | None:
    """Return how many who come now from an office would get a seat; None without a limit."""
    if training.keeping(now):
        return (await division(seats, training)).free(office)
    everyone = await seats.active(training.id)
    return free_seats(training, taken(everyone), len(in_reach(line(everyone))))
