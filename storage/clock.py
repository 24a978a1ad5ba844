"""What leases are measured by: one clock for all processes, whatever the clock of each shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.tables import Instant

#: Makes of a process's own time the moment that counts for leases and pauses: a datetime, or
#: words for the database to work out.
Clock = Callable[[datetime], Any]


#: Where a statement that is written once reads the clock of leases: told with its values, or
#: looked at by PostgreSQL itself at the moment it runs the statement.
_TOLD = sa.bindparam("of_clock", type_=Instant())
_END_TOLD = sa.bindparam("of_end", type_=Instant())
_TICKING = sa.func.clock_timestamp(type_=Instant())


def told(now: datetime) -> datetime:
    """Take the time as it is told: for who is alone and moves its clock, as demo and tests do."""
    return now


def of_the_database(_: datetime) -> sa.ColumnElement[datetime]:
    """Let PostgreSQL look at its own clock, at the moment it runs the statement."""
    return _TICKING


def unmoved(now: Callable[[], datetime], monotonic: Callable[[], float] = time.monotonic) -> Clock:
    """Return a clock that begins now and goes on evenly, also when the machine's is set.

    For SQLite's one process: who comes after it takes over at once, by no clock at all.
    """
    zero = now() - timedelta(seconds=monotonic())
    return lambda _: zero + timedelta(seconds=monotonic())


def later(moment: Any, wait: timedelta) -> Any:
    """Return what is so long after a moment of a clock."""
    if isinstance(moment, datetime):
        return moment + wait
    return sa.type_coerce(moment + sa.literal(wait, sa.Interval()), Instant())


def place(moment: Any) -> sa.ColumnElement[datetime]:
    """Return where a statement that is written once has a moment of a clock; see `value`."""
    return _TOLD if isinstance(moment, datetime) else moment


def end(place_: sa.ColumnElement[datetime], lease: timedelta) -> sa.ColumnElement[datetime]:
    """Return where a statement that is written once has the end of a lease."""
    return _END_TOLD if place_ is _TOLD else later(place_, lease)


def value(moment: Any, lease: timedelta | None = None) -> dict[str, datetime]:
    """Return what such a statement is to be told of a moment, and of the end of a lease in it."""
    if not isinstance(moment, datetime):
        return {}
    return {"of_clock": moment} | ({"of_end": moment + lease} if lease is not None else {})
