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


def told(now: datetime) -> datetime:
    """Take the time as it is told: for who is alone and moves its clock, as demo and tests do."""
    return now


def of_the_database(_: datetime) -> sa.ColumnElement[datetime]:
    """Let PostgreSQL look at its own clock, at the moment it runs the statement."""
    return sa.func.clock_timestamp(type_=Instant())


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


def shown(moment: Any) -> sa.ColumnElement[datetime]:
    """Return a moment of a clock as a column of a question."""
    return sa.literal(moment, Instant()) if isinstance(moment, datetime) else moment
