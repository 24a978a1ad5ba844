"""Noting that somebody attended less than the whole: by the hosts, of who is there by the marks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from domain.manage_people import Attendee
from domain.network import Network
from domain.person import Person
from domain.presence import Marks, NotNow, not_marked, there
from domain.presence_shortened import Shortened, with_session, with_units
from domain.rights import Act, may
from domain.training import Training
from domain.vocabulary import EventStatus, RegistrationStatus


class Locks(Protocol):
    """What is locked first."""

    async def lock(self, training_id: int) -> tuple[Training, int] | None: ...


class Attendees(Protocol):
    """The people of a training, by the numbers of their seats, and what is marked of them."""

    async def by_code(self, training_id: int, seat_code: int) -> Attendee | None: ...
    async def marks(self, training_id: int) -> Marks: ...
    async def set_shortened(self, registration_id: int, shortened: Shortened) -> None: ...


class Desk(Protocol):
    """Everything that noting it touches, in one transaction."""

    @property
    def registrations(self) -> Locks: ...
    @property
    def attendees(self) -> Attendees: ...


def not_shortened(network: Network, training: Training | None, now: datetime) -> NotNow | None:
    """Return why nothing can be noted now; after the closing it still can, as it changes no sum."""
    why = not_marked(network, training, now)
    held = training is not None and training.status is EventStatus.HELD
    return None if why is NotNow.CLOSED and held else why


async def set_units(
    desk: Desk,
    network: Network,
    training_id: int,
    seat_code: int,
    units: int,
    host: Person,
    now: datetime,
) -> NotNow | None:
    """Note that who has this number attended so many units; return why not, or None when done."""
    return await _shorten(
        desk, network, training_id, seat_code, host, now, lambda of, _: with_units(of.plan, units)
    )


async def set_session(
    desk: Desk,
    network: Network,
    training_id: int,
    seat_code: int,
    session: int,
    host: Person,
    now: datetime,
    *,
    missed: bool,
) -> NotNow | None:
    """Note that who has this number missed a session, or did not; return why not, or None."""
    return await _shorten(
        desk,
        network,
        training_id,
        seat_code,
        host,
        now,
        lambda of, before: with_session(of.plan, before, session, missed=missed),
    )


async def _shorten(
    desk: Desk,
    network: Network,
    training_id: int,
    seat_code: int,
    host: Person,
    now: datetime,
    said: Callable[[Training, Shortened], Shortened | None],
) -> NotNow | None:
    """Note what is said of somebody, once the training is locked."""
    locked = await desk.registrations.lock(training_id) if network.presence else None
    if locked is None:
        return NotNow.UNKNOWN
    training, _ = locked
    if not may(host, Act.MARK, training):
        return NotNow.NOT_YOURS
    why = not_shortened(network, training, now)
    if why is not None:
        return why
    found = await desk.attendees.by_code(training_id, seat_code)
    if found is None or found.registration.status is not RegistrationStatus.CONFIRMED:
        return NotNow.NO_SEAT
    own = found.registration
    if not there(own, await desk.attendees.marks(training_id)):
        return NotNow.AWAY
    after = said(training, own.shortened)
    if after is None:
        return NotNow.NOTHING_LEFT
    await desk.attendees.set_shortened(own.id, after)
    return None
