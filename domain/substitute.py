"""A seat that goes to a colleague: by a link for one person, and it is free at no moment.

So nobody in the line is overtaken: the office has the same seat as before. It counts as what it
is, a registration more and a withdrawal in time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from domain.delivery import Kind, Letter, Priority
from domain.invite import token_hash
from domain.letters import Outbox, moved_up_letters, reminder_letters
from domain.network import Network
from domain.person import Person
from domain.register import Registration, Seats, Tally, move_up
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, EventStatus, RegistrationStatus

#: So long a link is valid, and no longer than until the start.
VALID = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Substitute:
    """A seat on its way: whose it is, of which training, and until when the link holds.

    `position` is that of the registration: who left and came again has another seat.
    """

    id: int
    training_id: int
    person_id: int
    position: int
    expires_at: datetime


class NotHanded(StrEnum):
    """Why a seat does not change hands; each has one sentence."""

    GONE = "gone"  # no such link: taken, withdrawn, or made up
    EXPIRED = "expired"
    CLOSED = "closed"  # it has begun or is off
    NO_SEAT = "no-seat"  # who made the link has no seat any more
    NOT_APPROVED = "not-approved"
    OWN = "own"
    SEATED = "seated"
    OTHER_OFFICE = "other-office"
    NOT_FOR_SECTOR = "not-for-sector"
    UNSEEN = "unseen"  # the facts are others than those that were shown


@dataclass(frozen=True, slots=True)
class SeatLink:
    """A link to a seat: the training, and until when it holds."""

    training: Training
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Handed:
    """A seat changed hands; who had it before, and who has it now."""

    training: Training
    before: Registration
    now: Registration


class Links(Protocol):
    """The links; one that is taken is gone, and only one gets it."""

    async def put(self, of: Registration, token_hash: bytes, expires_at: datetime) -> None: ...
    async def find(self, token_hash: bytes) -> Substitute | None: ...
    async def take(self, link_id: int) -> bool: ...
    async def drop(self, training_id: int, person_id: int) -> bool: ...


class Trainings(Protocol):
    """The trainings."""

    async def get(self, training_id: int) -> Training | None: ...


class Registrations(Seats, Protocol):
    """What looking at a link needs."""

    async def of(self, training_id: int, person_id: int) -> Registration | None: ...


class Persons(Protocol):
    """The members."""

    async def get(self, person_id: int) -> Person | None: ...


class Plans(Protocol):
    """What waits to be sent."""

    async def cancel(
        self, reason: str, kinds: Collection[Kind], now: datetime, **of: Any
    ) -> int: ...


class Desk(Protocol):
    """Everything that handing over touches, in one transaction."""

    @property
    def substitutes(self) -> Links: ...
    @property
    def trainings(self) -> Trainings: ...
    @property
    def registrations(self) -> Registrations: ...
    @property
    def persons(self) -> Persons: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def deliveries(self) -> Outbox: ...


def valid_until(training: Training, now: datetime) -> datetime:
    """Return when a link made now ends."""
    return min(now + VALID, training.plan.starts_at)


def colleagues(one: Person, other: Person) -> bool:
    """Return whether two people belong to one office; where there is none, to one sector, too."""
    if one.office == COUNTY_WIDE:
        return one.place == other.place
    return one.office == other.office


def _closed(training: Training, now: datetime) -> bool:
    off = training.status in {EventStatus.DRAFT, EventStatus.CANCELLED, EventStatus.HELD}
    return off or training.running(now)


def not_offered(
    training: Training | None, own: Registration | None, now: datetime
) -> NotHanded | None:
    """Return why somebody has no seat to hand over; None if they have one."""
    if training is None or _closed(training, now):
        return NotHanded.CLOSED
    if own is None or own.status is not RegistrationStatus.CONFIRMED:
        return NotHanded.NO_SEAT
    return NotHanded.NOT_APPROVED if own.approve_by else None


async def offer(
    desk: Desk, training_id: int, giver: Person, token: str, now: datetime
) -> SeatLink | NotHanded:
    """Make a link to somebody's seat; an earlier one of the same seat holds no more."""
    training = await desk.trainings.get(training_id)
    own = await desk.registrations.of(training_id, giver.id)
    why = not_offered(training, own, now)
    if why is not None or training is None or own is None:
        return why or NotHanded.CLOSED
    ends = valid_until(training, now)
    await desk.substitutes.put(own, token_hash(token), ends)
    return SeatLink(training, ends)


async def look(desk: Desk, token: str, taker: Person, now: datetime) -> SeatLink | NotHanded:
    """Return what a link leads to, or why this person gets nothing by it; nothing changes."""
    link = await desk.substitutes.find(token_hash(token))
    if link is None:
        return NotHanded.GONE
    training = await desk.trainings.get(link.training_id)
    if training is None:
        return NotHanded.GONE
    before = await desk.registrations.of(training.id, link.person_id)
    own = await desk.registrations.of(training.id, taker.id)
    giver = await desk.persons.get(link.person_id)
    why = _why_not(link, training, giver, taker, (before, own), now)
    return why or SeatLink(training, link.expires_at)


def _why_not(
    link: Substitute,
    training: Training,
    giver: Person | None,
    taker: Person,
    both: tuple[Registration | None, Registration | None],
    now: datetime,
) -> NotHanded | None:
    """Return why a seat does not go from one to the other; `both` are their registrations."""
    before, own = both
    if giver is None:
        return NotHanded.GONE
    if now >= link.expires_at:
        return NotHanded.EXPIRED
    if (why := not_offered(training, before, now)) is not None:
        return why
    if before is None or before.position != link.position:
        return NotHanded.NO_SEAT
    if giver.id == taker.id:
        return NotHanded.OWN
    if own is not None and own.status is RegistrationStatus.CONFIRMED:
        return NotHanded.SEATED
    if not colleagues(giver, taker):
        return NotHanded.OTHER_OFFICE
    if training.plan.sectors and taker.sector not in training.plan.sectors:
        return NotHanded.NOT_FOR_SECTOR
    return None


async def take(
    desk: Desk, network: Network, token: str, taker: Person, now: datetime, *, shown: int
) -> Handed | NotHanded:
    """Give the seat of a link to who opened it; of two who press at once, one gets it.

    `shown` stands for the facts that were shown with the button (`Plan.shown`).

    Who waited gives up the place in the line. The training is locked first, so a withdrawal of the
    seat and a line that moves come before or after, never between.
    """
    link = await desk.substitutes.find(token_hash(token))
    locked = None if link is None else await desk.registrations.lock(link.training_id)
    if link is None or locked is None:
        return NotHanded.GONE
    training, position = locked
    everyone = {each.person_id: each for each in await desk.registrations.active(training.id)}
    before, own = everyone.get(link.person_id), everyone.get(taker.id)
    giver = await desk.persons.get(link.person_id)
    if (why := _why_not(link, training, giver, taker, (before, own), now)) is not None:
        return why
    if shown != training.plan.shown:
        return NotHanded.UNSEEN
    if before is None or not await desk.substitutes.take(link.id):
        return NotHanded.GONE
    after = await _hand_over(desk.registrations, before, taker, position, now)
    await _tell(desk, network, Handed(training, before, after), now)
    await _let_move_up(desk, network, training, now)
    return Handed(training, before, after)


async def _hand_over(
    seats: Seats, before: Registration, taker: Person, position: int, now: datetime
) -> Registration:
    """Change who has the seat; no seat is lost, so nobody withdrew late."""
    number = before.training_id
    await seats.set_status([before.id], RegistrationStatus.WITHDRAWN, now)
    confirmed = RegistrationStatus.CONFIRMED
    after = await seats.enter(number, taker.id, confirmed, position, now)
    await seats.count(number, [(Tally.CONFIRMED, 1), (Tally.WITHDRAWN, 1)])
    return after


async def _tell(desk: Desk, network: Network, handed: Handed, now: datetime) -> None:
    training, before, after = handed.training, handed.before, handed.now
    await desk.plans.cancel("handed-over", (Kind.REMINDER,), now, registration_id=before.id)
    told = [(Kind.HANDED_OVER, before), (Kind.CONFIRMATION, after)]
    letters = [_letter(kind, training, own, now) for kind, own in told]
    reminders = reminder_letters(network, training, after, now)
    await desk.deliveries.put(*letters, *reminders)


def _letter(kind: Kind, training: Training, own: Registration, now: datetime) -> Letter:
    return Letter(
        key=f"{kind}:{own.id}:{own.position}",
        kind=kind,
        due_at=now,
        person_id=own.person_id,
        priority=Priority.ANSWER,
        expires_at=training.plan.ends_at,
        training_id=training.id,
        registration_id=own.id,
    )


async def _let_move_up(desk: Desk, network: Network, training: Training, now: datetime) -> None:
    """Let the line move up: whatever the taker held besides is free again."""
    everyone: Sequence[Registration] = await desk.registrations.active(training.id)
    first = await move_up(desk.registrations, training, everyone, now)
    await desk.deliveries.put(*moved_up_letters(network, training, first, now))
