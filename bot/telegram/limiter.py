"""Keeps all that leaves this process within Telegram's limits: slots at an even pace."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from datetime import timedelta
from enum import Enum
from typing import Any

from telegram.error import NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.telegram.outcome import NOT_LEFT, classify
from bot.telegram.pace import Pace
from domain.delivery import NotSent

_PACED = ("send", "edit", "copy", "forward")
_FREE = frozenset({"sendChatAction"})


class Grant(Enum):
    """What the dispatcher tells the limiter through the library."""

    GIVEN = "given"  # a slot was taken for this call already


class Limiter(BaseRateLimiter[Grant]):
    """Keeps all that leaves this process within the limits; times in seconds.

    The dispatcher asks `ready` and `take` before it marks a row as sending. Messages sent past the
    dispatcher wait for a slot of their own; what is no message (`getUpdates`,
    `answerCallbackQuery`, `getMe` ...) passes at once, in a halt too.
    """

    __slots__ = ("_clock", "_pace")

    def __init__(
        self,
        rate: float | None = 28.0,
        *,
        pace: Pace | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pace = pace or Pace(rate)
        self._clock = clock

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def ready(self, limit: int) -> int:
        """Wait until a message may go; return how many may go right now, at most `limit`."""
        while True:
            now = self._clock()
            if free := self._pace.free(now):
                return min(free, limit)
            await asyncio.sleep(self._pace.wait(now))

    def take(self, chat_id: int | str | None) -> bool:
        """Take a slot now; False if the chat must wait or the slot is gone: see `next_free`."""
        return self._pace.take(_named(chat_id), self._clock())

    def next_free(self, chat_id: int | str | None) -> float:
        """Return the seconds until a message to this chat may go; 0 if it may now."""
        now = self._clock()
        chat = 0.0 if chat_id is None else self._pace.chat_wait(str(chat_id), now)
        return max(self._pace.wait(now), chat)

    def pause(self, seconds: float) -> None:
        """Let no message go for so long."""
        self._pace.pause(seconds, self._clock())

    def paused_for(self) -> float:
        """Return the seconds the halt still lasts; 0 if there is none."""
        return self._pace.paused_for(self._clock())

    async def slot(self, chat_id: int | str | None) -> None:
        """Wait for a slot, and take it."""
        try:
            while True:
                if self.take(chat_id):
                    return
                await asyncio.sleep(self.next_free(chat_id))
        except asyncio.CancelledError as cancelled:
            cancelled.add_note(NOT_LEFT)
            raise

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Grant | None,
    ) -> Any:
        """Make the library's call when its turn comes.

        Raises RetryAfter without calling if a halt began after the slot was granted.
        """
        if not self.is_paced(endpoint):
            return await callback(*args, **kwargs)
        await self._admit(rate_limit_args, data.get("chat_id"))
        try:
            return await callback(*args, **kwargs)
        except (RetryAfter, NetworkError) as error:
            self._heed(error)
            raise

    @staticmethod
    def is_paced(endpoint: str) -> bool:
        """Return whether a call waits for a slot."""
        return endpoint.startswith(_PACED) and endpoint not in _FREE

    async def _admit(self, grant: Grant | None, chat_id: int | str | None) -> None:
        if grant is None:
            await self.slot(chat_id)
        elif remaining := self.paused_for():
            raise RetryAfter(timedelta(seconds=remaining))

    def _heed(self, error: RetryAfter | NetworkError) -> None:
        outcome = classify(error)
        if isinstance(outcome, NotSent) and outcome.pause_all and outcome.retry_after:
            self.pause(outcome.retry_after.total_seconds())


def _named(chat_id: int | str | None) -> str | None:
    """Return a chat as deliveries name it: whoever writes to it shares its pace."""
    return None if chat_id is None else str(chat_id)
