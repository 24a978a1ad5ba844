"""Beats the ticks: APScheduler keeps nothing and decides nothing, and no step of a clock stops it.

It plans by the machine's clock. After a step back it would wait until that clock has come as far
again; after a long step ahead it would count every beat it missed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from scheduler.jobs import TICKS, Tick, guarded, led
from scheduler.tools import Tools

#: How long a beat may take to end, in seconds, before and after it is told to.
GRACE = 2.0


class From(BaseTrigger):  # type: ignore[misc]  # untyped library
    """Fires so long after the last look, whenever it was meant to fire: no missed beat counts."""

    def __init__(self, every: timedelta) -> None:
        self._every = every

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """Return the moment of the next beat."""
        return now + self._every

    def __str__(self) -> str:
        """Say it for the log."""
        return f"every {self._every}"


class Metronome:
    """The ticks of one process, and what else it gives along."""

    def __init__(self, tools: Tools, more: Sequence[Tick] = ()) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._beating: set[asyncio.Task[None]] = set()
        self._stopped = False
        for tick in (*TICKS, *more):
            beat: Callable[[Tools, Tick], Awaitable[None]] = led if tick in TICKS else guarded
            names = {"id": tick.name, "name": tick.name}
            self._scheduler.add_job(self._beat, From(tick.every), (beat, tools, tick), **names)

    def start(self) -> None:
        """Begin to beat."""
        self._scheduler.start()

    def plan_anew(self) -> None:
        """Plan each tick from the time as it is now: the clock was set."""
        for job in self._scheduler.get_jobs():
            job.resume()

    async def stop(self) -> None:
        """Beat no more. What beats has a moment to end, then it is ended: it can be done anew."""
        self._stopped = True
        self._scheduler.pause()
        await self._quiet()
        for task in self._beating:
            task.cancel()
        await self._quiet()
        self._scheduler.shutdown(wait=False)

    async def _quiet(self) -> None:
        if self._beating:
            await asyncio.wait(self._beating, timeout=GRACE)

    async def _beat(
        self, beat: Callable[[Tools, Tick], Awaitable[None]], tools: Tools, tick: Tick
    ) -> None:
        """Beat; when stopped in the midst, end quietly: APScheduler would log a failure."""
        task = asyncio.current_task()
        assert task is not None  # APScheduler makes one for each beat
        if self._stopped:
            return
        self._beating.add(task)
        try:
            await beat(tools, tick)
        except asyncio.CancelledError:
            if not self._stopped:
                raise
        finally:
            self._beating.discard(task)
