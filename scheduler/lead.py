"""Who of several processes takes in, handles and sends: the holder of one lease row."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta
from typing import NoReturn, Protocol

import structlog

from scheduler.tools import Tools
from storage.outbox.gates import Lead as Leader
from storage.outbox.gates import Look
from storage.store import Store

NAME = "lead"
#: A dead leader is replaced after its term and a look, within 10 seconds.
TERM = timedelta(seconds=8)
#: How often the leader renews its term, and how often the others look, in seconds.
RENEW, LOOK = 2.5, 1.5
#: What the leader stops short of its term, in seconds: it must end before another begins.
MARGIN = 2.0
#: How long a look may take, in seconds.
PATIENCE = 2.0

_log = structlog.get_logger(__name__)


class Watch(Protocol):
    """Who knows whether our clock is right."""

    def steady(self) -> bool:
        """Return whether it is."""

    def compare(self, ahead: timedelta) -> None:
        """Take note of how far it is ahead of the clock of leases."""

    def doubt(self) -> None:
        """Have put right what somebody else's clock wrote."""


class Unwatched:
    """For who has no clock but the one of leases."""

    def steady(self) -> bool:
        """Return True."""
        return True

    def compare(self, ahead: timedelta) -> None:
        """Do nothing: there is nothing to compare."""

    def doubt(self) -> None:
        """Do nothing: there is no other clock."""


class OwnLead:
    """This process's part in the lease; on SQLite there is one process, and it leads.

    Leading is for economy and order only (one poller, one rate of sending, one order of taps):
    what must not happen twice is kept by claims and unique keys. `monotonic` is in seconds; a
    process that was frozen finds by it that its term is over.

    The lease is measured by the clock of the database. Whose own clock is wrong sends nothing;
    it holds the lease for nobody else, so that one whose clock is right takes it at the next
    look. If none comes, it goes on taking in.
    """

    def __init__(
        self,
        tools: Tools,
        watch: Watch | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tools = tools
        self._alone = tools.database.sqlite
        self._watch = watch or Unwatched()
        self._monotonic = monotonic
        self._until = 0.0
        self._aside = 0.0
        self._was = False
        self._generation: int | None = None
        self._new_until = 0.0

    @property
    def held(self) -> bool:
        """Whether this process leads right now."""
        return self._alone or self._monotonic() < self._until

    async def run(self) -> NoReturn:
        """Take the lease when it is free and renew it, until cancelled."""
        while True:
            await asyncio.sleep(RENEW if self.held and self._watch.steady() else LOOK)
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
        try:
            async with asyncio.timeout(PATIENCE):
                ours = await self._looked()
        except Exception as error:  # noqa: BLE001 - whatever it is, the next look tries again
            _log.warning("lease not renewed", error=type(error).__name__)
        else:
            self._until = asked + TERM.total_seconds() - MARGIN if ours else 0.0
        self._tell()

    async def _looked(self) -> bool:
        """Compare our clock, and return whether the lease is ours now."""
        tools = self._tools
        async with tools.database.reading() as store:
            seen = await store.gates.look(NAME, tools.now())
        self._watch.compare(tools.now() - seen.clock)
        steady = self._watch.steady()
        if seen.owner != tools.owner and not _is_free(seen, steady=steady):
            return False
        async with tools.database.transaction() as store:
            lead = await self._taken(store, steady=steady)
        if lead is None:
            return False
        if lead.generation != self._generation:
            self._generation = lead.generation
            self._new_until = self._monotonic() + TERM.total_seconds()
        if self._monotonic() < self._new_until:
            # The clock of who led before us may be wrong, and it may handle a moment longer.
            self._watch.doubt()
        return True

    async def _taken(self, store: Store, *, steady: bool) -> Leader | None:
        tools = self._tools
        now, none = tools.now(), timedelta()
        term, patience = (TERM, none) if steady else (none, TERM)
        lead = await store.gates.lead(NAME, tools.owner, now, term, patience)
        if lead and lead.generation != self._generation:
            await store.takeover.deliveries(tools.owner, now)
            await store.takeover.updates(tools.owner, now)
        return lead

    def _tell(self) -> None:
        if self.held is not self._was:
            self._was = self.held
            _log.info("this process leads" if self._was else "this process leads no longer")
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
        async with asyncio.timeout(TERM.total_seconds()), tools.database.transaction() as store:
            await store.gates.step_down(NAME, tools.owner, tools.now())
        self._tell()


def _is_free(seen: Look, *, steady: bool) -> bool:
    """Whether the lease may be ours: whose clock is wrong leaves it to others for a term more."""
    return seen.owner is None or seen.left <= (timedelta() if steady else -TERM)
