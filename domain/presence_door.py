"""The door: a code that checks in, the hosts' marks, and who of the line is let in.

The code holds the number of the training and a proof by a key of ours over it and the day. So
nothing of it is stored, and one that was photographed is of no use on another day.
"""

from __future__ import annotations

import base64
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.delivery import Letter
from domain.letters import moved_up_letter
from domain.localtime import local_day
from domain.manage_people import Attendee
from domain.moveup import OfferEnd, Offers
from domain.network import Network
from domain.person import Person
from domain.presence import EARLY, Mark, NotNow, not_marked
from domain.register import Registration, Seats, first_in_line, give_seats, line
from domain.rights import Act, may
from domain.session import Session
from domain.training import Training
from domain.vocabulary import RegistrationStatus

#: Bytes of the proof in a code, whole groups of letters: 120 bits.
PROOF = 15
#: The most digits of a training's number.
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class NotCheckedIn:
    """Why not; `session` is the one that a code is for."""

    why: NotNow
    training: Training | None = None
    session: Session | None = None


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Somebody is there; `fresh` is False for who was before."""

    training: Training
    fresh: bool


@dataclass(frozen=True, slots=True)
class FromTheLine:
    """The first of the line has a seat, and is there."""

    training: Training
    registration: Registration


class Registrations(Seats, Protocol):
    """The registrations of a training."""

    async def of(self, training_id: int, person_id: int) -> Registration | None: ...


class Attendees(Protocol):
    """The people of a training, by the numbers of their seats, and what is marked of them."""

    async def by_code(self, training_id: int, seat_code: int) -> Attendee | None: ...
    async def set_came(self, registration_id: int, came: bool | None) -> None: ...


class Trainings(Protocol):
    """What is read before anything is locked."""

    async def get(self, training_id: int) -> Training | None: ...


class Outbox(Protocol):
    """Where messages go."""

    async def put(self, *letters: Letter) -> int: ...


class Desk(Protocol):
    """Everything that the door touches, in one transaction."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def registrations(self) -> Registrations: ...
    @property
    def attendees(self) -> Attendees: ...
    @property
    def moveups(self) -> Offers: ...
    @property
    def deliveries(self) -> Outbox: ...


def code_of(key: bytes, network: str, training_id: int, day: date) -> str:
    """Return the code that is shown at the door on a day: a number, and a proof by our key."""
    said = f"check-in|{network}|{training_id}|{day}"
    proof = hmac.digest(key, said.encode(), "sha256")[:PROOF]
    return f"{training_id}-{base64.urlsafe_b64encode(proof).decode()}"


def training_in(code: str) -> int | None:
    """Return which training a code says it is for; None if it cannot be one."""
    number, dash, _ = code.partition("-")
    whole = number.isascii() and number.isdigit() and len(number) <= _DIGITS
    return int(number) if dash and whole and int(number) < 2**31 else None


def sessions_of(
    key: bytes, network: str, training: Training, code: str, zone: ZoneInfo
) -> list[Session]:
    """Return the sessions of the day that a code is for; none if it is not of this training."""

    def proven(each: Session) -> bool:
        own = code_of(key, network, training.id, local_day(each.starts_at, zone))
        return hmac.compare_digest(own.encode(), code.encode())

    return [each for each in training.plan.dates if proven(each)]


def _open(sessions: Sequence[Session], training: Training, now: datetime) -> NotCheckedIn | None:
    """Return why nobody is checked in at these sessions of a day now."""
    if any(each.starts_at - EARLY <= now < each.ends_at for each in sessions):
        return None
    later = next((each for each in sessions if now < each.starts_at), None)
    if later is not None:
        return NotCheckedIn(NotNow.EARLY, training, later)
    return NotCheckedIn(NotNow.OVER, training, sessions[-1])


async def check_in(
    desk: Desk, network: Network, key: bytes, code: str, person: Person, now: datetime
) -> CheckedIn | NotCheckedIn:
    """Note that somebody with a seat is there, once; else say why not, and nothing changes.

    The training is locked first, so a closing comes before or after, never between.
    """
    number = training_in(code)
    if not network.presence or number is None:
        return NotCheckedIn(NotNow.UNKNOWN)
    seen = await desk.trainings.get(number)
    if seen is None or not sessions_of(key, network.slug, seen, code, network.zone):
        return NotCheckedIn(NotNow.UNKNOWN)  # what is not ours locks nothing
    locked = await desk.registrations.lock(number)
    training = seen if locked is None else locked[0]
    sessions = sessions_of(key, network.slug, training, code, network.zone)
    if not sessions:
        return NotCheckedIn(NotNow.UNKNOWN)
    why = not_marked(network, training, now)
    if why is not None and why is not NotNow.EARLY:
        return NotCheckedIn(why, training)
    if (refused := _open(sessions, training, now)) is not None:
        return refused
    own = await desk.registrations.of(number, person.id)
    if own is None or own.status is not RegistrationStatus.CONFIRMED:
        return NotCheckedIn(NotNow.NO_SEAT, training)
    if not own.came:
        await desk.attendees.set_came(own.id, True)
    return CheckedIn(training, fresh=not own.came)


async def _at_the_door(
    desk: Desk, network: Network, training_id: int, host: Person, now: datetime
) -> Training | NotNow:
    """Return a training, locked, of whose people somebody may mark who is there."""
    locked = await desk.registrations.lock(training_id) if network.presence else None
    if locked is None:
        return NotNow.UNKNOWN
    training, _ = locked
    if not may(host, Act.MARK, training):
        return NotNow.NOT_YOURS
    return not_marked(network, training, now) or training


async def mark(
    desk: Desk,
    network: Network,
    training_id: int,
    seat_code: int,
    mark: Mark,
    host: Person,
    now: datetime,
) -> NotNow | None:
    """Note of who has this number whether they are there; return why not, or None when done."""
    training = await _at_the_door(desk, network, training_id, host, now)
    if isinstance(training, NotNow):
        return training
    found = await desk.attendees.by_code(training_id, seat_code)
    if found is None or found.registration.status is not RegistrationStatus.CONFIRMED:
        return NotNow.NO_SEAT
    await desk.attendees.set_came(found.registration.id, mark.came)
    return None


async def let_in(
    desk: Desk, network: Network, training_id: int, host: Person, now: datetime
) -> FromTheLine | NotNow:
    """Give a free seat to the first of the line, who stands at the door; they are told.

    Seats are free by the rules that hold for everybody: who does not come keeps the seat.
    """
    training = await _at_the_door(desk, network, training_id, host, now)
    if isinstance(training, NotNow):
        return training
    if training.over(now):
        return NotNow.OVER
    seats = desk.registrations
    everyone = await seats.active(training.id)
    first = (await first_in_line(seats, training, everyone, now))[:1]
    if not first:
        return NotNow.FULL if line(everyone) else NotNow.NOBODY
    own = first[0]
    await give_seats(seats, training, first, now)
    await desk.attendees.set_came(own.id, True)
    await _end_offers(desk, training, own, now)
    letter = moved_up_letter(training, own, now)
    await desk.deliveries.put(replace(letter, expires_at=training.plan.ends_at))
    return FromTheLine(training, own)


async def _end_offers(desk: Desk, training: Training, own: Registration, now: datetime) -> None:
    """End what was offered to them: they have it."""
    running = await desk.moveups.running(training.id)
    if mine := [each.offer.id for each in running if each.own.id == own.id]:
        await desk.moveups.end(mine, OfferEnd.ACCEPTED, now)
