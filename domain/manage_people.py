"""The people of one training, as its hosts see them, and taking one of them out of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from domain.delivery import Kind, Letter
from domain.letters import Outbox, moved_up_letters
from domain.network import Network
from domain.person import Person
from domain.plan_change import notice_time
from domain.register import Left, Registration, Seats, withdraw
from domain.rights import Act, NamedOne, may
from domain.training import Training

#: So many people stand on a page, two buttons in a row.
A_PAGE = 10


class RemovalReason(StrEnum):
    """Why somebody is taken out, as coarse as can be; never that somebody is ill."""

    ASKED = "asked"
    LEFT_OFFICE = "left-office"
    TWICE = "twice"
    NOT_MEANT = "not-meant"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody registered, as a list shows it: a seat code, a name if given."""

    registration: Registration
    office: str
    sector: str
    name: str | None


def as_seen(viewer: Person, training: Training, one: Attendee) -> Attendee:
    """Return somebody as a coordinator may see them: a name only where they may read it."""
    of = NamedOne(training, one.office, one.registration.came_at)
    reads = may(viewer, Act.READ_NAME, of)
    return one if reads else replace(one, name=None)


class NotRemoved(StrEnum):
    """Why nobody was taken out: it has begun or is off, or there is nobody by this number."""

    CLOSED = "closed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Removed:
    """Somebody was taken out, and so many of the line moved up."""

    training: Training
    moved_up: int


class Attendees(Protocol):
    """The people of a training, by the numbers of their seats."""

    async def by_code(self, training_id: int, seat_code: int) -> Attendee | None: ...


class Plans(Protocol):
    """What waits to be sent."""

    async def cancel(
        self, reason: str, kinds: Collection[Kind], now: datetime, **of: Any
    ) -> int: ...


class Desk(Protocol):
    """Everything that taking somebody out touches, in one transaction."""

    @property
    def attendees(self) -> Attendees: ...
    @property
    def registrations(self) -> Seats: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def deliveries(self) -> Outbox: ...


async def remove(
    desk: Desk,
    network: Network,
    training_id: int,
    seat_code: int,
    reason: RemovalReason,
    now: datetime,
) -> Removed | NotRemoved:
    """Take who has this number out of a training, as if they had withdrawn; all are told.

    It counts like a withdrawal, and the line moves up. Doing it twice changes nothing.
    """
    found = await desk.attendees.by_code(training_id, seat_code)
    if found is None:
        return NotRemoved.GONE
    own = found.registration
    left = await withdraw(desk.registrations, training_id, own.person_id, now, shown=None)
    if not isinstance(left, Left):  # begun or off; or gone since the list was read
        still = await desk.attendees.by_code(training_id, seat_code)
        return NotRemoved.GONE if still is None else NotRemoved.CLOSED
    await desk.plans.cancel("removed", (Kind.REMINDER,), now, registration_id=own.id)
    told = moved_up_letters(network, left.training, left.moved_up, now)
    await desk.deliveries.put(_letter(network, left.training, own, reason, now), *told)
    return Removed(left.training, len(left.moved_up))


def _letter(
    network: Network, of: Training, own: Registration, reason: RemovalReason, now: datetime
) -> Letter:
    return Letter(
        key=f"{Kind.TAKEN_OUT}:{own.id}:{own.position}",
        kind=Kind.TAKEN_OUT,
        due_at=notice_time(now, of.plan.starts_at, network),
        person_id=own.person_id,
        expires_at=of.plan.ends_at,
        training_id=of.id,
        registration_id=own.id,
        facts={"reason": reason, "was": own.status},
    )
