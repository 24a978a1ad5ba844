"""Calls that only look better: nobody waits for them, and nothing depends on them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

#: How long one may take at most, in seconds; it shows on the phone as a small clock meanwhile.
LIMIT = 5.0
#: How many may be under way at once: when they hang, connections are left for what matters.
MOST = 16

Call = Callable[[], Awaitable[object]]


class Courtesies:
    """Calls under way, each bounded in time; those of one visit go in their order."""

    def __init__(self, limit: float = LIMIT) -> None:
        self._limit = limit
        self._room = asyncio.Semaphore(MOST)
        self._under_way: set[asyncio.Task[None]] = set()

    def begin(self, *calls: Call) -> None:
        """Make these calls, one after the other, without anybody waiting for them."""
        task = asyncio.create_task(self._make(calls))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _make(self, calls: tuple[Call, ...]) -> None:
        for call in calls:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._limit), self._room:
                    await call()

    async def idle(self) -> None:
        """Wait until none is under way."""
        while self._under_way:
            await asyncio.wait(list(self._under_way))
