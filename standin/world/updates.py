"""Updates on their way to the bot: kept until confirmed or expired, one poller at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from standin.world.journal import Signal
from standin.world.refusals import OTHER_POLL, WEBHOOK_ACTIVE, RefusedError

PRESS_LIVES = timedelta(seconds=150)
MESSAGE_LIVES = timedelta(hours=24)
LONGEST_POLL = 50

#: What a bot gets only if it asks for it by name.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True)
class Pending:
    """An update that the bot has not confirmed yet; `key` orders those of one chat."""

    id: int
    kind: str
    key: int
    content: dict[str, Any]
    expires_at: datetime
    not_before: float = 0.0
    failures: int = 0
    under_way: bool = False

    @property
    def body(self) -> dict[str, Any]:
        """Return it as Telegram does."""
        return {"update_id": self.id, self.kind: self.content}


@dataclass(slots=True)
class Webhook:
    """Where updates are delivered to, and how the last delivery went."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error_at: datetime | None = None
    last_error: str = ""


@dataclass(slots=True)
class Updates:
    """The queue of one bot."""

    now: Callable[[], datetime]
    next_id: int = 100_000_001
    pending: list[Pending] = field(default_factory=list)
    allowed: tuple[str, ...] = ()
    webhook: Webhook | None = None
    webhook_set_at: datetime | None = None
    signal: Signal = field(default_factory=Signal)
    dropped: list[Pending] = field(default_factory=list)
    _turn: int = 0
    _ended_by: str = OTHER_POLL

    def add(self, kind: str, content: dict[str, Any], key: int, lives: timedelta) -> None:
        """Put an update in the queue, unless the bot did not want its kind."""
        if kind in self.allowed or (not self.allowed and kind not in ON_REQUEST):
            self.pending.append(Pending(self.next_id, kind, key, content, self.now() + lives))
            self.next_id += 1
            self.signal.ring()

    def waiting(self) -> list[Pending]:
        """Return what is unconfirmed, oldest first; drop what has expired."""
        now = self.now()
        self.dropped += [update for update in self.pending if update.expires_at <= now]
        self.pending = [update for update in self.pending if update.expires_at > now]
        return self.pending

    def confirm(self, offset: int) -> None:
        """Forget everything below an offset; a negative one keeps so many of the newest."""
        if offset < 0:
            self.pending = self.waiting()[offset:]
        elif offset:
            self.pending = [update for update in self.pending if update.id >= offset]

    def done(self, update: Pending) -> None:
        """Forget one update that was delivered."""
        self.pending = [other for other in self.pending if other is not update]

    def take(self) -> list[dict[str, Any]]:
        """Return all waiting updates and forget them: for tests in the same process."""
        taken = [update.body for update in self.waiting()]
        self.pending = []
        return taken

    def end_poll(self, reason: str) -> None:
        """Answer a poll that is under way with a conflict."""
        self._turn += 1
        self._ended_by = reason
        self.signal.ring()

    async def poll(self, offset: int, limit: int, seconds: int) -> list[dict[str, Any]]:
        """Return waiting updates, at most `limit`; wait so many (real) seconds for one."""
        if self.webhook:
            raise RefusedError(409, WEBHOOK_ACTIVE)
        self.end_poll(OTHER_POLL)
        turn = self._turn
        self.confirm(offset)
        clock = asyncio.get_running_loop().time
        deadline = clock() + seconds
        while not self.waiting() and clock() < deadline:
            await self.signal.wait(deadline - clock())
            if turn != self._turn:
                raise RefusedError(409, self._ended_by)
        return [update.body for update in self.waiting()[:limit]]
