"""Who sends next: slots at an even pace, for the more urgent first."""

from __future__ import annotations

import asyncio
import bisect
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from itertools import count
from typing import Any

from telegram.error import NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.wire.outcome import NOT_LEFT, classify
from bot.wire.pace import Pace
from domain.delivery import NotSent, Priority

_PACED = ("send", "edit", "copy", "forward")
_FREE = frozenset({"sendChatAction"})


class Grant(Enum):
    """What a caller of the library says instead of a priority."""

    GIVEN = "given"  # a slot was taken for this call already


@dataclass(frozen=True, slots=True)
class Ticket:
    """A place in the line."""

    priority: Priority
    number: int
    chat_id: int | str | None


class Line:
    """Those who wait for a slot: by priority, then in order; a chat that must wait is passed."""

    __slots__ = ("_numbers", "_pace", "_tickets")

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._tickets: list[Ticket] = []
        self._numbers = count()

    def join(self, priority: Priority, chat_id: int | str | None) -> Ticket:
        """Stand in line."""
        ticket = Ticket(priority, next(self._numbers), chat_id)
        bisect.insort(self._tickets, ticket, key=lambda other: (other.priority, other.number))
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """Give up waiting; nothing happens if the ticket was served."""
        if ticket in self._tickets:
            self._tickets.remove(ticket)

    def serve(self, now: float, least: Priority = Priority.ANNOUNCEMENT) -> list[Ticket]:
        """Return whose turn it is, and take their slots; nobody less urgent than `least`."""
        served = []
        for ticket in self._tickets:
            if ticket.priority > least or not self._pace.free(now):
                break
            if self._pace.take(ticket.chat_id, now):
                served.append(ticket)
        for ticket in served:
            self._tickets.remove(ticket)
        return served

    def wait(self, now: float) -> float | None:
        """Return the seconds until somebody may be served; None if nobody waits."""
        if not self._tickets:
            return None
        chats = (ticket.chat_id for ticket in self._tickets)
        waits = (0.0 if chat is None else self._pace.chat_wait(chat, now) for chat in chats)
        return max(self._pace.wait(now), min(waits))


class Limiter(BaseRateLimiter[Priority | Grant]):
    """Keeps all that leaves this process within the limits; times in seconds.

    The dispatcher asks `ready` and `take` before it marks a row as sending. Calls made past the
    dispatcher wait in line by the priority in `rate_limit_args`; what is not a message
    (`getUpdates`, `answerCallbackQuery`, `getMe` ...) passes at once, in a halt too.
    """

    __slots__ = ("_clock", "_line", "_pace", "_timer", "_waiting")

    def __init__(
        self,
        rate: float | None = 28.0,
        *,
        pace: Pace | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pace = pace or Pace(rate)
        self._line = Line(self._pace)
        self._clock = clock
        self._waiting: dict[Ticket, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Stop waking those who wait."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def ready(self, limit: int) -> int:
        """Wait until a message may go; return how many may go right now, at most `limit`."""
        while True:
            self._serve(Priority.ANSWER)
            now = self._clock()
            if free := self._pace.free(now):
                return min(free, limit)
            await asyncio.sleep(self._pace.wait(now))

    def take(self, priority: Priority, chat_id: int) -> bool:
        """Take a slot now; False if the chat must wait or the slot is gone: see `next_free`.

        Callers in line who are at least as urgent go first.
        """
        self._serve(priority)
        return self._pace.take(chat_id, self._clock())

    def next_free(self, chat_id: int) -> float:
        """Return the seconds until a message to this chat may go; 0 if it may now."""
        now = self._clock()
        return max(self._pace.wait(now), self._pace.chat_wait(chat_id, now))

    def pause(self, seconds: float) -> None:
        """Let no message go for so long."""
        self._pace.pause(seconds, self._clock())
        self._arm()

    def paused_for(self) -> float:
        """Return the seconds the halt still lasts; 0 if there is none."""
        return self._pace.paused_for(self._clock())

    async def slot(self, priority: Priority, chat_id: int | str | None) -> None:
        """Wait in line for a slot, and take it."""
        ticket = self._line.join(priority, chat_id)
        turn = asyncio.get_running_loop().create_future()
        self._waiting[ticket] = turn
        self._serve(priority)
        self._arm()
        try:
            await turn
        except asyncio.CancelledError as cancelled:
            cancelled.add_note(NOT_LEFT)
            raise
        finally:
            self._waiting.pop(ticket, None)
            self._line.leave(ticket)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Priority | Grant | None,
    ) -> Any:
        """Make the library's call when its turn comes.

        Raises RetryAfter without calling if a halt began after the slot was granted.
        """
        if endpoint in _FREE or not endpoint.startswith(_PACED):
            return await callback(*args, **kwargs)
        await self._admit(rate_limit_args, data.get("chat_id"))
        try:
            return await callback(*args, **kwargs)
        except (RetryAfter, NetworkError) as error:
            self._heed(error)
            raise

    async def _admit(self, wish: Priority | Grant | None, chat_id: int | str | None) -> None:
        if not isinstance(wish, Grant):
            await self.slot(Priority.ANSWER if wish is None else wish, chat_id)
        elif remaining := self.paused_for():
            raise RetryAfter(timedelta(seconds=remaining))

    def _heed(self, error: RetryAfter | NetworkError) -> None:
        outcome = classify(error)
        if isinstance(outcome, NotSent) and outcome.pause_all and outcome.retry_after:
            self.pause(outcome.retry_after.total_seconds())

    def _serve(self, least: Priority = Priority.ANNOUNCEMENT) -> None:
        for ticket in self._line.serve(self._clock(), least):
            turn = self._waiting.pop(ticket)
            if not turn.done():
                turn.set_result(None)

    def _arm(self) -> None:
        """Have the line served when the next slot or chat is free."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        wait = self._line.wait(self._clock())
        if wait is not None:
            self._timer = asyncio.get_running_loop().call_later(wait, self._tick)

    def _tick(self) -> None:
        self._serve()
        self._arm()
