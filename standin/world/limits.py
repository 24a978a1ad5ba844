"""How many messages Telegram takes: 30 a second, and one a second in a chat after a burst."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from standin.world.refusals import too_many

PER_SECOND = 30
CHAT_BURST = 5
SECOND = timedelta(seconds=1)


class Limits:
    """Counts messages against the clock; refuses with 429 and the seconds to wait."""

    def __init__(self, now: Callable[[], datetime], *, on: bool = True) -> None:
        self._now = now
        self.on = on
        self._last_second: deque[datetime] = deque()
        self._filled: dict[int, tuple[float, datetime]] = {}

    def count(self, chat_id: int) -> None:
        """Count one message to a chat, or raise the 429 if it is one too many."""
        if not self.on:
            return
        now = self._now()
        self._check_all(now)
        self._check_chat(chat_id, now)
        self._last_second.append(now)

    def _check_all(self, now: datetime) -> None:
        # A clock moved back must not lock everybody out: what lies ahead counts as gone.
        while self._last_second and not timedelta() <= now - self._last_second[0] < SECOND:
            self._last_second.popleft()
        if len(self._last_second) >= PER_SECOND:
            raise too_many(_whole_seconds(self._last_second[0] + SECOND - now))

    def _check_chat(self, chat_id: int, now: datetime) -> None:
        level, since = self._filled.get(chat_id, (0.0, now))
        level = max(0.0, level - max(0.0, (now - since).total_seconds()))
        if level > CHAT_BURST - 1:
            raise too_many(_whole_seconds(timedelta(seconds=level - CHAT_BURST + 1)))
        self._filled[chat_id] = (level + 1, now)


def _whole_seconds(wait: timedelta) -> int:
    return max(1, math.ceil(wait.total_seconds()))
