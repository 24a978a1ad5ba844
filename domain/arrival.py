"""What came in and could not be handled: when it is tried again, and when no more."""

from __future__ import annotations

from datetime import datetime, timedelta

#: How often an update is taken up before it is given up; a worker that dies counts, too.
MOST_ATTEMPTS = 6


def retry_after(attempts: int) -> timedelta:
    """Return how long an update is left alone that failed so often."""
    return timedelta(seconds=2**attempts) if attempts else timedelta()


def next_try(attempts: int, now: datetime) -> datetime | None:
    """Return when an update that failed so often is tried again; None if it is given up."""
    return now + retry_after(attempts) if attempts < MOST_ATTEMPTS else None
