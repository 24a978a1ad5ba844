"""Where somebody stands in a training, and what a press can do by it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from domain.register import Registration
from domain.training import Closed, Training
from domain.vocabulary import RegistrationStatus, Sector


class Stand(StrEnum):
    """A seat, a place in the line, or neither: all that is said to somebody follows from it."""

    SEAT = "seat"
    LINE = "line"
    NEITHER = "neither"


_STANDS = {
    RegistrationStatus.CONFIRMED: Stand.SEAT,
    RegistrationStatus.ATTENDED: Stand.SEAT,
    RegistrationStatus.ABSENT: Stand.SEAT,
    RegistrationStatus.WAITLISTED: Stand.LINE,
    RegistrationStatus.OFFERED: Stand.LINE,
    RegistrationStatus.WITHDRAWN: Stand.NEITHER,
    RegistrationStatus.LATE_WITHDRAWN: Stand.NEITHER,
}


def stand_of(status: RegistrationStatus | None) -> Stand:
    """Return where a registration's status puts somebody; without one, it is neither."""
    return Stand.NEITHER if status is None else _STANDS[status]


def stand(own: Registration | None) -> Stand:
    """Return where somebody stands who has this registration."""
    return stand_of(own.status if own else None)


class Press(StrEnum):
    """What somebody can want of a training."""

    REGISTER = "register"
    LEAVE = "leave"
    MUTE = "mute"


class Obstacle(StrEnum):
    """Why a press changes nothing; each has one sentence, whatever was pressed."""

    GONE = "gone"
    DRAFT = "draft"
    CANCELLED = "cancelled"
    OVER = "over"
    BEGUN = "started"
    SEATED = "seated"
    WAITING = "waiting"
    DEADLINE = "deadline"
    REGISTRATION_CLOSED = "registration-closed"
    NOT_FOR_SECTOR = "not-for-sector"
    NOT_IN = "not-in"


_OBSTACLES = {
    Closed.DRAFT: Obstacle.DRAFT,
    Closed.CANCELLED: Obstacle.CANCELLED,
    Closed.OVER: Obstacle.OVER,
    Closed.STARTED: Obstacle.BEGUN,
    Closed.DEADLINE: Obstacle.DEADLINE,
    Closed.REGISTRATION_CLOSED: Obstacle.REGISTRATION_CLOSED,
    Closed.NOT_FOR_SECTOR: Obstacle.NOT_FOR_SECTOR,
}
#: It has begun, or is over: nobody comes or goes any more.
BEGUN = frozenset({Closed.STARTED, Closed.OVER})
#: With these nothing can be done any more, or not yet, by anybody.
FINAL = BEGUN | {Closed.DRAFT, Closed.CANCELLED}
_IN = {Stand.SEAT: Obstacle.SEATED, Stand.LINE: Obstacle.WAITING}


def obstacle(
    press: Press, training: Training | None, where: Stand, sector: Sector, now: datetime
) -> Obstacle | None:
    """Return the one reason why a press is not possible; None if it is.

    First comes what is so for everybody, then where the person stands, then what only keeps
    newcomers out.
    """
    if training is None:
        return Obstacle.GONE
    closed = training.closed_for(sector, now)
    if closed in FINAL and not (press is Press.MUTE and _still_reminds(training, now)):
        return _OBSTACLES[closed]
    if press is not Press.REGISTER:
        return Obstacle.NOT_IN if where is Stand.NEITHER else None
    if where in _IN:
        return _IN[where]
    return None if closed is None else _OBSTACLES[closed]


def _still_reminds(training: Training, now: datetime) -> bool:
    """Return whether a series has begun of which one is still reminded."""
    coming = now < training.plan.dates[-1].starts_at
    return training.closed(now) is Closed.STARTED and coming
