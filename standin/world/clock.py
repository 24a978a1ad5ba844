"""A clock that runs like a real one and can be moved."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class MovableClock:
    """Runs on with the machine's monotonic time, plus whatever it was moved by.

    A change of the machine's own clock does not reach it once it is built.
    """

    def __init__(self, start: datetime | None = None) -> None:
        self._start = start or datetime.now(UTC)
        self._begun = time.monotonic()
        self.moved = timedelta()

    def now(self) -> datetime:
        """Return the time as an aware datetime in UTC."""
        return self._start + self.moved + timedelta(seconds=time.monotonic() - self._begun)

    def monotonic(self) -> float:
        """Return seconds that pass as this clock's time does, moves included."""
        return self.now().timestamp()

    def move(self, by: timedelta) -> datetime:
        """Move the clock forward (or back, if negative) and return the new time."""
        self.moved += by
        return self.now()

    def move_to(self, moment: datetime) -> datetime:
        """Move the clock to a moment and return the new time."""
        return self.move(moment - self.now())

    def restart(self) -> None:
        """Begin anew at the moment it was built with."""
        self._begun = time.monotonic()
        self.moved = timedelta()

    def reset(self) -> None:
        """Take back every move."""
        self.moved = timedelta()
