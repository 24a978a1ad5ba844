"""Tells whoever runs the bot, in one line, that something is wrong, and that it is over."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from datetime import timedelta

import structlog

from bot.app import Bot
from bot.checks import ask
from bot.health import Health
from bot.judgement import looked, wrong_of
from domain.trouble import LOOKS, WELL, Wrong, known, news
from scheduler.jobs import Tick
from texts import operator

#: How often to look, and how long a line may take to leave, in seconds.
EVERY, PATIENCE = timedelta(minutes=1), 20.0
#: What a database could not say is no word about who leads.
_LEADERLESS = frozenset({"database", "lease"})

_log = structlog.get_logger(__name__)


class Operator:
    """Looks as `netzbote status` does, and writes to one chat.

    The line goes past the outbox: that may be what is in trouble. What was told is kept in the
    database, so that neither a restart nor another process says it again, and here for as long as
    the database is away.
    """

    def __init__(self, bot: Bot, health: Health, chat_id: int) -> None:
        self._bot = bot
        self._health = health
        self._chat_id = chat_id
        self._looks: deque[Wrong] = deque(maxlen=LOOKS)
        self._told: Wrong | None = None
        self._mine = True

    @property
    def tick(self) -> Tick:
        """The beat of its looks."""
        return Tick("operator", EVERY, lambda _: self.look())

    async def look(self) -> None:
        """Look once, and say what is new."""
        wrong = await self._wrong()
        self._looks.append(wrong)
        if not wrong & _LEADERLESS:
            self._mine = self._bot.tools.leads()
        if not self._mine:
            self._told = None
            return
        told = await self._known()
        said = news(told, self._looks)
        if said is not None and await self._say(said):
            self._told = known(told, said)
        await self._keep()

    async def _wrong(self) -> Wrong:
        found = await ask(self._health.ready)
        with suppress(Exception):  # a database that is away is found above
            found |= await looked(self._bot.database, self._bot.now())
        return frozenset(wrong_of(found))

    async def _known(self) -> Wrong:
        """Return what was told, by us or by who led before us."""
        if self._told is None:
            with suppress(Exception):
                async with self._bot.database.reading() as store:
                    self._told = frozenset(await store.gates.told())
        return self._told or WELL

    async def _say(self, wrong: Wrong) -> bool:
        line = operator.line(self._bot.texts, self._bot.network, sorted(wrong))
        try:
            async with asyncio.timeout(PATIENCE):
                await self._bot.channel.api.send_message(self._chat_id, line)
        except Exception as error:  # noqa: BLE001 - the next look tries again
            _log.warning("operator not told", error=type(error).__name__)
            return False
        return True

    async def _keep(self) -> None:
        """Keep what was told, as soon as the database can be written again."""
        with suppress(Exception):
            async with self._bot.database.reading() as store:
                kept = frozenset(await store.gates.told())
            if self._told is not None and kept != self._told:
                async with self._bot.database.transaction() as store:
                    if self._told:
                        await store.gates.tell(sorted(self._told))
                    else:
                        await store.gates.tell_it_is_over()
