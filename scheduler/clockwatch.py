"""Notices that the machine's clock was set, and holds sending back until it is right again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NoReturn

import structlog

#: A greater step than this within one look is no drift.
STEP = timedelta(minutes=2)
#: After a step of more than this the ticks would come too late: they are planned anew.
SHIFT = timedelta(seconds=1)
#: How often it is looked whether the clock was set, and how often somebody else is asked for
#: the time while ours is wrong, in seconds that nobody can set.
BEAT, ASK = 1.0, 10.0
#: How long a beat may take, in seconds.
LONGEST = 5.0

_log = structlog.get_logger(__name__)

#: Asks somebody else for the time; None if nobody answers.
Ask = Callable[[], Awaitable[datetime | None]]


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do when a clock was set: plan the ticks anew, put right what it wrote."""

    plan_anew: Callable[[], None]
    put_right: Callable[[], Awaitable[None]]


class ClockWatch:
    """Compares the wall clock with the monotonic one, and with the database's.

    After a step of more than two minutes nothing is sent: a clock that jumped would send
    tomorrow's reminders today. Nor is anything sent while the clock is more than two minutes
    away from the database's. Sending goes on as soon as the clock is back where it was, or
    somebody else (Telegram) tells the same time as ours; or the process is restarted.
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
        self._zero = self._seen = self._offset()
        self._asked = -ASK
        self._ahead = self._agreed = timedelta()
        #: Who was here before us may have had a wrong clock.
        self._doubted = True
        #: Whether somebody noticed a step since the last beat: it may be over before the next one.
        self._noticed = False
        self.stepped = False

    def _offset(self) -> datetime:
        """Return what the wall clock showed when the monotonic clock was at zero."""
        return self._now() - timedelta(seconds=self._monotonic())

    def compare(self, ahead: timedelta) -> None:
        """Take note of how far our clock is ahead of the database's."""
        self._ahead = ahead

    def _near(self) -> bool:
        """Whether ours is near the database's, or somebody else confirmed that the other is off."""
        return min(abs(self._ahead), abs(self._ahead - self._agreed)) <= STEP

    def steady(self) -> bool:
        """Compare, and return whether messages may go; cheap enough for each of them."""
        offset = self._offset()
        step = offset - self._zero
        if abs(step) <= STEP and self._near():
            self._zero = offset  # clocks drift; only steps count
            self._go_on("the clock is back")
        elif not self.stepped:
            self.stepped = self._doubted = True
            self._noticed = self._noticed or abs(offset - self._seen) > SHIFT
            seconds, ahead = step.total_seconds(), self._ahead.total_seconds()
            _log.error("clock is wrong, sending waits", set=round(seconds), ahead=round(ahead))
        return not self.stepped

    def doubt(self) -> None:
        """Let what a clock wrote be put right, at the next beat that is steady."""
        self._doubted = True

    async def run(self, remedy: Remedy) -> NoReturn:
        """Beat until cancelled; asyncio's sleep is monotonic, so that no step stops us."""
        while True:
            await asyncio.sleep(BEAT)
            try:
                await self.beat(remedy)
            except Exception as error:  # noqa: BLE001 - the next beat tries again
                _log.warning("clock not looked at", error=type(error).__name__)

    async def beat(self, remedy: Remedy) -> None:
        """Plan the ticks anew after a step; put right what was written once our clock is right.

        While it is wrong, somebody else is asked for the time now and then.
        """
        offset = self._offset()
        if self._noticed or abs(offset - self._seen) > SHIFT:
            self.doubt()
            remedy.plan_anew()
        self._seen, self._noticed = offset, False
        async with asyncio.timeout(LONGEST):  # the clock may be set again meanwhile
            if not self.steady() and self._monotonic() - self._asked >= ASK:
                self._asked = self._monotonic()
                await self.look()
            if self._doubted and self.steady():
                await remedy.put_right()
                self._doubted = False

    async def look(self) -> None:
        """Ask somebody else for the time while sending waits."""
        if self.steady():
            return
        told = await self._ask()
        if told is not None and abs(told - self._now()) <= STEP:
            self._zero, self._agreed = self._offset(), self._ahead
            self._go_on("the time is confirmed")

    def _go_on(self, why: str) -> None:
        if self.stepped:
            self.stepped = False
            _log.warning("sending goes on", why=why)
