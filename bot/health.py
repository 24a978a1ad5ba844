"""What the bot knows about its own health: checks for readiness, figures for the metrics."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from bot.app import Bot
from bot.checks import Check, ask
from bot.metrics import Metrics
from bot.secret_words import washed
from scheduler import lead
from scheduler.clockwatch import ClockWatch

#: Sending that is later than this is late, in seconds.
LATE = 60.0
#: How long Telegram may stay silent while we poll, in seconds.
SILENCE = 120.0
#: How long a failed call of the webhook is held against us.
WEBHOOK_ERROR = timedelta(minutes=5)
#: So many signs of what Telegram says about it are shown.
LONGEST_REASON = 100
#: How long an answer about the webhook is good for, in seconds.
WEBHOOK_FRESH = 30.0


class Health:
    """The checks of one process; Telegram's part is noted by who talks to it."""

    def __init__(self, bot: Bot, metrics: Metrics, *, webhook: bool) -> None:
        self._bot = bot
        self._metrics = metrics
        self._webhook = webhook
        self._asked: tuple[float, str | None] | None = None
        self._heard: float | None = None
        self.telegram: str | None = "not reached yet"
        self.clock: ClockWatch | None = None

    @property
    def ready(self) -> dict[str, Check]:
        """What must be well for this process to do its work."""
        return {
            "database": self._database,
            "lease": self._lease,
            "lag": self._lag,
            "telegram": self._telegram,
            "clock": self._clock,
            "hold": self._hold,
        }

    def heard(self) -> None:
        """Note an answer of Telegram to polling."""
        self.telegram = None
        self._heard = time.monotonic()

    def failed(self, problem: str) -> None:
        """Note what keeps updates from coming in."""
        self.telegram = problem

    async def _database(self) -> str | None:
        """Write: a database that only answers would take nothing in."""
        try:
            async with self._bot.database.transaction() as store:
                await store.gates.write(self._bot.owner)
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing can be kept
            return f"cannot be written: {str(getattr(error, 'orig', error))[:100]}"
        return None

    async def _lease(self) -> str | None:
        if self._bot.database.sqlite:
            return None
        async with self._bot.database.reading() as store:
            seen = await store.gates.look(lead.NAME, self._bot.now())
        # Who leads by a wrong clock keeps the lease from nobody, and renews it at each look.
        over = timedelta(seconds=-2 * lead.LOOK)
        return "nobody leads" if seen.owner is None or seen.left < over else None

    async def _lag(self) -> str | None:
        async with self._bot.database.reading() as store:
            backlog, waiting = await store.oversight.outbox(), await store.oversight.inbox()
        lag = max(self._age(backlog.due_since), self._age(waiting.due_since))
        return f"{lag:.0f} seconds late" if lag > LATE else None

    async def _clock(self) -> str | None:
        return "is wrong, sending waits" if self.clock and not self.clock.steady() else None

    async def _hold(self) -> str | None:
        async with self._bot.database.reading() as store:
            held = await store.gates.held()
        return f"sending is held: {held}; netzbote restore --go" if held else None

    async def _telegram(self) -> str | None:
        problem = self.telegram or self._bot.outbox.broken
        if problem is None and self._webhook:
            return await self._webhook_error()
        if problem is None and self._heard and time.monotonic() - self._heard > SILENCE:
            return "silent"
        return problem

    async def _webhook_error(self) -> str | None:
        now = time.monotonic()
        if self._asked is None or now - self._asked[0] > WEBHOOK_FRESH:
            self._asked = now, await self._last_error()
        return self._asked[1]

    async def _last_error(self) -> str | None:
        info = await self._bot.channel.api.get_webhook_info()
        why = washed(info.last_error_message or "")[:LONGEST_REASON]
        self._metrics.show_webhook(info.last_error_date, why, info.pending_update_count)
        if info.last_error_date is None:
            return None
        old = self._bot.now() - info.last_error_date > WEBHOOK_ERROR
        return None if old else f"webhook: {why}"

    def _age(self, moment: datetime | None) -> float:
        return max(0.0, (self._bot.now() - moment).total_seconds()) if moment else 0.0

    async def refresh(self) -> None:
        """Bring the figures that the database knows up to date."""
        self._metrics.show_process(leads=self._bot.tools.leads(), now=self._bot.now())
        for name, found in (await ask(self.ready)).items():
            self._metrics.show_ready(name, well=found == "ok")
        async with self._bot.database.reading() as store:
            backlog, waiting = await store.oversight.outbox(), await store.oversight.inbox()
            aside = await store.aside.counts()
        self._metrics.show_set_aside(aside)
        self._metrics.show_outbox(backlog.counts, backlog.doubts, self._age(backlog.due_since))
        self._metrics.show_inbox(waiting.dead, self._age(waiting.due_since))
