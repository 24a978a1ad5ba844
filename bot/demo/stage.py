"""The stage of the demo: stand-in, bot, people and a clock, all in one process."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import Bot, Parts
from bot.demo.phones import COLLEAGUE, Cast, cast_of, stand_in
from bot.network_file import load
from bot.telegram.about import announce_commands, describe
from bot.telegram.updates import poll
from domain.invite import expiry, invite
from domain.network import Network
from scheduler import jobs
from standin.http.page import hand_out
from standin.inprocess import InProcessRequest
from standin.people.person import Person
from standin.telegram import TOKEN
from standin.world.clock import MovableClock
from storage import migrate
from storage.crypto import Vault, new_key, new_token
from storage.database import Database
from talk.start import Opening, Purpose
from texts.catalogue import Texts

NETWORK = "rhein-kreis-neuss"
#: A Tuesday at ten in the morning in Berlin, in a week without holidays.
START = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
#: How often to look whether the clock was moved or the bot is done, in seconds.
GLANCE = 0.02
#: How long the bot may take to get done, in (real) seconds.
PATIENCE = 60.0
#: What was put off because its chat had just got several messages is as good as due.
CHAT_PAUSE = timedelta(seconds=3)
#: Ticks that beat within this time are part of what follows a press: a seat that becomes free late
#: is offered within a minute.
SOON = timedelta(minutes=1)


class Stage:
    """Everything of the demo, in a folder; begun anew by `start_over`, ended by `close`."""

    bot: Bot
    database: Database

    def __init__(self, network: Network, folder: Path, cast: Cast | None = None) -> None:
        self.clock = MovableClock(START)
        self.telegram = stand_in(self.clock.now)
        self.network = network
        self.cast = cast or cast_of(network)
        self.texts = Texts()
        self._folder = folder
        self._tasks: list[asyncio.Task[None]] = []
        #: Up to where somebody saw that the clock was moved.
        self._seen = timedelta()
        self._number = 0
        #: Held while all begins anew: the page asks on meanwhile, and there is no database then.
        self._change = asyncio.Lock()

    async def open(self) -> None:
        """Let the bot begin, with an empty database and keys of its own."""
        hand_out(self.telegram, self.cast.phones)
        self._number += 1
        path = self._folder / f"demo-{self._number}.db"
        vault = Vault([new_key()])
        self.database = Database(f"sqlite+aiosqlite:///{path}", vault, self.network.slug)
        await migrate.upgrade(self.database.engine)
        request = InProcessRequest(self.telegram)
        self.bot = Bot(
            Parts(
                self.network,
                self.database,
                request,
                TOKEN,
                now=self.clock.now,
                monotonic=self.clock.monotonic,
                rate=None,
            )
        )
        await self.bot.initialize()
        await announce_commands(self.bot.channel.api, self.bot.texts)
        await describe(self.bot.channel.api, self.bot.texts, self.bot.network)
        self._start(self.bot.work())
        self._start(poll(self.bot.channel.api, self.bot.accept))
        self._start(self._watch_clock())

    def _start(self, part: Coroutine[Any, Any, None]) -> None:
        self._tasks.append(asyncio.create_task(part))

    async def _stop(self) -> None:
        for task in reversed(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        await self.bot.shutdown()

    async def close(self) -> None:
        """End the bot."""
        await self._stop()

    async def start_over(self) -> None:
        """Put everything back to the start; who asks meanwhile is answered afterwards."""
        async with self._change:
            await self._stop()
            self.clock.restart()
            self._seen = self.clock.moved
            self.telegram.reset()
            await self.open()

    def person(self, person_id: int) -> Person:
        """Return somebody with a phone."""
        return self.telegram.people[person_id]

    def phones(self) -> list[Person]:
        """Return who has a phone, without a crowd that is only counted."""
        shown = {phone.id for phone in self.cast.phones} | {COLLEAGUE}
        return [each for number, each in self.telegram.people.items() if number in shown]

    def colleague(self) -> Person:
        """Return who coordinates beside the first one, with a phone of their own."""
        name = self.cast.phones[0].name["de"]
        return self.telegram.person(COLLEAGUE, f"{name}, Vertretung")

    def label(self, text_id: str, **values: str | int) -> str:
        """Return what stands on a button."""
        return self.texts.plain(text_id, **values)

    async def invitation(self, person_id: int) -> str:
        """Make an invitation for somebody and return what its link opens."""
        part = self.cast.parts[person_id]
        token = new_token()
        async with self._change, self.database.transaction() as store:
            await invite(
                store.invitations,
                token,
                part.role,
                office=part.office,
                sector=part.sector,
                uses=1,
                expires_at=expiry(self.clock.now(), 14),
            )
        return Opening(Purpose.INVITATION, token).written()

    async def next_due(self) -> datetime | None:
        """Return when the next message goes out by itself; None if none is planned."""
        async with self._change, self.database.reading() as store:
            due = await store.deliveries.next_due()
        return due if due and due > self.clock.now() else None

    async def moves_to(self, moment: datetime) -> None:
        """Let time pass until a moment, and stop wherever something is due on the way."""
        passes = max(moment - self.clock.now(), SOON)
        due = await self.next_due()
        while due is not None and due < moment:
            self._move(due)
            await self.settled(passes)
            due = await self.next_due()
        self._move(moment)
        await self.settled(passes)

    def _move(self, moment: datetime) -> None:
        now = self.clock.move_to(moment).isoformat()
        self._seen = self.clock.moved  # whoever moves it waits for its ticks
        moved = self._seen.total_seconds()
        self.telegram.world.journal.add("clock", now=now, moved_seconds=moved)

    async def _watch_clock(self) -> None:
        """Let the bot look at once what is due whenever the clock was moved on the page."""
        while True:
            await asyncio.sleep(GLANCE)
            if self.clock.moved != self._seen:
                self._seen = self.clock.moved
                await self._tick(timedelta.max)

    async def _tick(self, within: timedelta) -> None:
        """Let all ticks beat that beat within such a time."""
        with suppress(OSError):
            await jobs.run_all(self.bot.tools, within)
        self.bot.inbox.wake()
        self.bot.database.wake()

    async def settled(self, within: timedelta = SOON) -> None:
        """Wait until the bot has done everything there is to do now.

        Of the ticks only those that beat within such a time: just after a press that is enough.
        """
        deadline = time.monotonic() + PATIENCE
        before = None
        while time.monotonic() < deadline:
            counts = await self._quiet()
            if counts is None:
                before = None
                await asyncio.sleep(GLANCE)
            elif counts == before:
                return  # the last tick made nothing more to do
            else:
                before = counts
                await self._tick(within)

    async def idle(self) -> None:
        """Wait until nothing is under way; what only a tick would begin is left alone."""
        deadline = time.monotonic() + PATIENCE
        before = None
        while time.monotonic() < deadline:
            counts = await self._quiet()
            if counts is not None and counts == before:
                return
            before = counts
            await asyncio.sleep(GLANCE)

    async def _quiet(self) -> Mapping[Any, int] | None:
        """Return how many messages there are of each kind; None while something is under way.

        What a tick makes may be done before the tick returns: only the numbers tell of it.
        """
        if self.telegram.world.updates.waiting():  # first: what is taken in is kept
            return None
        async with self.database.reading() as store:
            if await store.oversight.busy(self.clock.now() + CHAT_PAUSE):
                return None
            return await store.oversight.counts()


@asynccontextmanager
async def staged(network: Network | None = None, cast: Cast | None = None) -> AsyncIterator[Stage]:
    """Yield an open stage, of the network that the tour is told of unless another is given.

    Its databases are gone with it.
    """
    made = tempfile.TemporaryDirectory(prefix="netzbote-demo-", ignore_cleanup_errors=True)
    with made as folder:
        stage = Stage(network or load(NETWORK), Path(folder), cast)
        await stage.open()
        try:
            yield stage
        finally:
            await stage.close()
