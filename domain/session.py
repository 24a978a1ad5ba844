"""The dates of a series: one training that is held on several days, each of them a session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

#: So many sessions a series has at most; with one it is a training like any other.
MOST_SESSIONS = 10
#: The number of the only date of a training that never was a series.
FIRST = 1


@dataclass(frozen=True, slots=True)
class Session:
    """One date of a series: both moments are UTC, `units` its teaching units.

    Its `number` stays its own when it is moved, and is never given again: calendars and reminders
    know it by that. People read its place among the others instead.
    """

    number: int
    starts_at: datetime
    ends_at: datetime
    units: int

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """When it begins and ends."""
        return self.starts_at, self.ends_at


def in_order(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Return sessions as they follow each other."""
    return tuple(sorted(sessions, key=lambda each: (each.starts_at, each.number)))


def numbered(dates: Sequence[tuple[datetime, datetime, int]]) -> tuple[Session, ...]:
    """Return the sessions of a new series, in their order, from start, end and units of each."""
    ordered = sorted(dates)
    return tuple(Session(n, *each) for n, each in enumerate(ordered, FIRST))


def overlapping(sessions: Iterable[Session]) -> bool:
    """Return whether one of them begins before another one has ended."""
    return any(after.starts_at < one.ends_at for one, after in pairwise(in_order(sessions)))


def place_of(sessions: Sequence[Session], number: int) -> int:
    """Return which session of all it is by date, from 1; 0 if it is none of them."""
    ordered = in_order(sessions)
    return next((at for at, each in enumerate(ordered, 1) if each.number == number), 0)


def next_of(sessions: Sequence[Session], now: datetime) -> Session:
    """Return the session that runs or comes next; the last one once all are over."""
    ordered = in_order(sessions)
    return next((each for each in ordered if now < each.ends_at), ordered[-1])
