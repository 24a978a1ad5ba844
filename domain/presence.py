"""Who is there: what the hosts mark, and what that means; off unless a network wants it.

A mark stands on the registration and nowhere else: it is read by the hosts of that training and by
the person, never counted by person, and goes with the registration.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.network import Network
from domain.register import Registration
from domain.training import ON_OFFER, Training

Place = tuple[str, str]

#: So long before a session people are let in.
EARLY = timedelta(hours=1)


class Mark(StrEnum):
    """What a host notes of somebody with a seat."""

    CAME = "came"
    MISSED = "missed"
    NONE = "none"

    @property
    def came(self) -> bool | None:
        """As it stands on the registration."""
        return {Mark.CAME: True, Mark.MISSED: False}.get(self)


def mark_of(came: bool | None) -> Mark:
    """Return the mark that stands on a registration."""
    return Mark.NONE if came is None else Mark.CAME if came else Mark.MISSED


def next_mark(came: bool | None) -> Mark:
    """Return what a tap makes of a mark: there, not there, nothing, and so on."""
    return {Mark.NONE: Mark.CAME, Mark.CAME: Mark.MISSED}.get(mark_of(came), Mark.NONE)


@dataclass(frozen=True, slots=True)
class Marked:
    """How many with a seat are marked as there, and how many as missing."""

    came: int = 0
    missed: int = 0


#: By (office, sector); an institution without a mark is not there.
Marks = Mapping[Place, Marked]


def in_all(marks: Marks) -> Marked:
    """Return the marks of a training, together."""
    return Marked(sum(e.came for e in marks.values()), sum(e.missed for e in marks.values()))


def counts_as_there(marks: Marks) -> Collection[bool | None]:
    """Return which marks mean that somebody came.

    If anybody is marked as there, only these came. If hosts marked only who is missing, all the
    others did; without any mark, everybody.
    """
    found = in_all(marks)
    if found.came:
        return (True,)
    return (True, None) if found.missed else (True, None, False)


def expected(marks: Marks, registered: Mapping[Place, int]) -> dict[Place, int]:
    """Return how many came by the marks, of those who have a seat."""
    if in_all(marks).came:
        return {place: marks.get(place, Marked()).came for place in registered}
    return {place: n - marks.get(place, Marked()).missed for place, n in registered.items()}


class NotNow(StrEnum):
    """Why nothing is marked, and nobody checked in or let in; each has one sentence."""

    UNKNOWN = "unknown"  # no such code; or the network does not want it
    NOT_YOURS = "not-yours"
    EARLY = "early"
    OVER = "over"
    OFF = "off"  # called off, or a draft
    CLOSED = "closed"
    NO_SEAT = "no-seat"
    NOBODY = "nobody"  # nobody waits
    FULL = "full"
    AWAY = "away"  # by the marks, who it is about did not come
    NOTHING_LEFT = "nothing-left"  # of what was attended


def not_marked(network: Network, training: Training | None, now: datetime) -> NotNow | None:
    """Return why nothing can be marked now; None from an hour before until the closing."""
    if not network.presence or training is None:
        return NotNow.UNKNOWN
    if training.closed_at is not None:
        return NotNow.CLOSED
    if training.status not in ON_OFFER:
        return NotNow.OFF
    return NotNow.EARLY if now < training.plan.starts_at - EARLY else None


def there(own: Registration, marks: Marks) -> bool:
    """Return whether somebody with a seat came, by the marks."""
    return own.came in counts_as_there(marks)
