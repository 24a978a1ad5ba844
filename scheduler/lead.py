"""Who of several processes polls and sends: the holder of one lease row."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta
from typing import NoReturn

import structlog

from scheduler.tools import Tools

NAME = "lead"
#: A dead leader is replaced after its term and a look, within 30 seconds.
TERM = timedelta(seconds=24)
#: How often the leader renews its term, and how often the others look, in seconds.
RENEW, LOOK = 8.0, 3.0
#: What the leader stops short of its term, in seconds: it must end before another begins.
MARGIN = 4.0

_log = structlog.get_logger(__name__)


class Lead:
    """This process's part in the lease; on SQLite there is one process, and it leads.

    Leading is for economy only (one poller, one rate of sending): what must not happen twice
    is kept by claims and unique keys. `monotonic` is in seconds; a process that was frozen
    finds by it that its term is over.
    """

    def __init__(self, tools: Tools, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._tools = tools
        self._alone = tools.database.sqlite
        self._monotonic = monotonic
        self._until = 0.0
        self._aside = 0.0
        self._was = False
        self._generation: int | None = None

    @property
    def held(self) -> bool:
        """Whether this process leads right now."""
        return self._alone or self._monotonic() < self._until

    async def run(self) -> NoReturn:
        """Take the lease when it is free and renew it, until cancelled."""
        while True:
            await asyncio.sleep(RENEW if self.held else LOOK)
            if not self._alone:
                await self.look()

    async def begin(self) -> None:
        """Take our first look, before anything is sent."""
        if not self._alone:
            await self.look()

    async def look(self) -> None:
        """Take or renew the lease if we may; a database that is away ends our term in time."""
        if self._monotonic() < self._aside:
            return
        asked = self._monotonic()
        tools = self._tools
        try:
            async with asyncio.timeout(RENEW), tools.database.transaction() as store:
                lead = await store.gates.lead(NAME, tools.owner, tools.now(), TERM)
                if lead and lead.generation != self._generation:
                    await store.takeover.deliveries(tools.owner, tools.now())
                    self._generation = lead.generation
        except Exception as error:  # noqa: BLE001 - whatever it is, the next look tries again
            _log.warning("lease not renewed", error=type(error).__name__)
        else:
            self._until = asked + TERM.total_seconds() - MARGIN if lead else 0.0
        self._tell()

    def _tell(self) -> None:
        if self.held is not self._was:
            self._was = self.held
            _log.info("this process leads" if self._was else "another process leads")
            self._tools.database.wake()

    async def until(self, *, held: bool) -> None:
        """Wait until this process leads, or no longer leads."""
        while self.held is not held:  # noqa: ASYNC110 - a term ends by time, without an event
            await asyncio.sleep(0.25)

    async def step_down(self, aside: float = 0.0) -> None:
        """Give the lease back, and leave it to others for so many seconds."""
        if self._alone:
            return
        self._until, self._aside = 0.0, self._monotonic() + aside
        tools = self._tools
        async with asyncio.timeout(RENEW), tools.database.transaction() as store:
            await store.gates.step_down(NAME, tools.owner, tools.now())
        self._tell()
