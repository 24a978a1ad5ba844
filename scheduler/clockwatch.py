"""Notices that the machine's clock was set, and holds sending back until it is right again."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

#: A greater step than this within one look is no drift.
STEP = timedelta(minutes=2)

_log = structlog.get_logger(__name__)

#: Asks somebody else for the time; None if nobody answers.
Ask = Callable[[], Awaitable[datetime | None]]


class ClockWatch:
    """Compares the wall clock with the monotonic one.

    After a step of more than two minutes nothing is sent: a clock that jumped would send
    tomorrow's reminders today. Sending goes on as soon as the clock is back where it was, or
    somebody else (Telegram) tells the same time as the new one; or the process is restarted.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        ask: Ask,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._now = now
        self._ask = ask
        self._monotonic = monotonic
        self._zero = self._offset()
        self.stepped = False

    def _offset(self) -> datetime:
        """Return what the wall clock showed when the monotonic clock was at zero."""
        return self._now() - timedelta(seconds=self._monotonic())

    def steady(self) -> bool:
        """Compare, and return whether messages may go; cheap enough for each of them."""
        offset = self._offset()
        step = offset - self._zero
        if abs(step) <= STEP:
            self._zero = offset  # clocks drift; only steps count
            self._go_on("the clock is back")
        elif not self.stepped:
            self.stepped = True
            _log.error("clock was set, sending waits", seconds=round(step.total_seconds()))
        return not self.stepped

    async def look(self) -> None:
        """Ask somebody else for the time while sending waits."""
        if self.steady():
            return
        told = await self._ask()
        if told is not None and abs(told - self._now()) <= STEP:
            self._zero = self._offset()
            self._go_on("the time is confirmed")

    def _go_on(self, why: str) -> None:
        if self.stepped:
            self.stepped = False
            _log.warning("sending goes on", why=why)
