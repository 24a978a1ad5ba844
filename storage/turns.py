"""Who came first takes the lock first: the line before a training's lock, on PostgreSQL.

Handlers run side by side, each on its own connection, and the server gives a lock to whoever
asks first. So that seats go by the order of the taps, a handler asks for the lock only when all
who came before it have theirs, or need none. SQLite's one writer keeps the order by itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
from dataclasses import dataclass

#: How long somebody slow may hold up those who came later, in seconds.
PATIENCE = 5.0


class Line:
    """Those who are being handled by one process, in the order they came."""

    def __init__(self) -> None:
        self._ahead: dict[PlaceInLine, asyncio.Event] = {}

    def join(self) -> PlaceInLine:
        """Return the last place."""
        turn = PlaceInLine(self)
        self._ahead[turn] = asyncio.Event()
        self._call()
        return turn

    async def reach(self, turn: PlaceInLine) -> None:
        """Wait until this place is the first, but not for ever."""
        called = self._ahead.get(turn)
        if called is not None and not called.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(called.wait(), PATIENCE)

    def leave(self, turn: PlaceInLine) -> None:
        """Give up a place; whoever is first now is called."""
        if self._ahead.pop(turn, None) is not None:
            self._call()

    def _call(self) -> None:
        for called in self._ahead.values():
            called.set()
            return


@dataclass(frozen=True, eq=False, slots=True)
class PlaceInLine:
    """A place in the line."""

    line: Line

    async def comes(self) -> None:
        """Wait until everybody before us has passed, but not for ever."""
        await self.line.reach(self)

    def passes(self) -> None:
        """Say that we hold our lock or need none; those behind us may go on."""
        self.line.leave(self)


current: contextvars.ContextVar[PlaceInLine | None] = contextvars.ContextVar("turn", default=None)
