"""Chat stories: real library, real database, people who type and tap; only the wire is ours."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.util import await_

from bot import bounded
from bot.app import Bot, Parts
from bot.demo.phones import stand_in
from domain.flood import ONE_MORE, ONE_MORE_TRY, Buckets, Flood
from domain.invite import expiry, invite
from domain.network import Network
from domain.vocabulary import Role, Sector
from standin.inprocess import InProcessRequest
from standin.people.person import Person
from standin.telegram import TOKEN, Telegram
from standin.world.clock import MovableClock
from storage.crypto import new_token
from storage.database import Database
from storage.inline import InlineDialect
from tests.fixtures import warm

#: A Tuesday at ten in the morning in Berlin, far from any change of the clock.
START = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
#: Ticks that beat within this time are part of what follows a press.
SOON = timedelta(seconds=2)
#: Without time passing nothing new is due that is looked for each hour only.
NOT_HOURLY = timedelta(minutes=10)
ANNA, BELA, OUTSIDER, COORDINATOR = 101, 102, 666, 900


@dataclass
class World:
    """A bot, its people and a clock that only moves when told."""

    bot: Bot
    telegram: Telegram
    clock: MovableClock
    written: Callable[[], int] | None = None

    async def settled(self, within: timedelta = NOT_HOURLY) -> None:
        """Let the bot take in and do everything there is to do, with ticks that beat within it."""
        await self._accepted()
        await self.bot.settle_down(within, self.written)
        while await self._accepted():
            await self.bot.settle_down(within, self.written)

    async def pressed(self) -> None:
        """Let the bot do what follows at once, as after each press; time does not pass."""
        while await self._accepted():
            await self.bot.settle_down(SOON, self.written)

    async def _accepted(self) -> bool:
        updates = self.telegram.take_updates()
        if updates:
            await self.bot.accept(updates)
        return bool(updates)

    async def moves(self, by: timedelta) -> None:
        """Let time pass; what beats more seldom than that need not have beaten meanwhile."""
        self.clock.move(by)
        await self.settled(max(by, SOON))

    async def moves_to(self, moment: datetime) -> None:
        """Let time pass until a moment."""
        await self.moves(moment - self.clock.now())

    async def invite(
        self,
        role: Role = Role.SPECIALIST,
        office: str | None = "rkn-kaarst",
        sector: Sector | None = None,
        uses: int = 1,
    ) -> str:
        """Make an invitation and return its token."""
        token = new_token()
        async with self.bot.database.transaction() as store:
            await invite(
                store.invitations,
                token,
                role,
                office=office,
                sector=sector,
                uses=uses,
                expires_at=expiry(self.clock.now(), 14),
            )
        return token

    async def joins(
        self,
        person: Person,
        role: Role = Role.SPECIALIST,
        office: str = "rkn-kaarst",
        name: str | None = None,
    ) -> Person:
        """Let a person come in by an invitation."""
        await person.opens(await self.invite(role, office))
        await person.taps("Einverstanden")
        if name is None:
            await person.taps("Ohne Namen weiter")
        else:
            await person.says(name)
        return person


@pytest.fixture(autouse=True, scope="module")
def copies() -> Iterator[None]:
    """Let what looks at a template begin as a copy: `tests/process` has new ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bounded, "METHOD", warm.METHOD)
        yield


@pytest.fixture(autouse=True, scope="module")
def commits() -> Iterator[None]:
    """Commit without a thread: these files wait for no disk. Storage and processes prove it."""

    def commit(_: InlineDialect, connection: sqlite3.Connection) -> None:
        connection.commit()
        await_(asyncio.sleep(0))  # others may go on meanwhile, as beside the thread

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(InlineDialect, "do_commit", commit)
        yield


@pytest.fixture
def flood() -> Flood:
    """Bound nobody: who acts in a story does in a moment what takes people minutes."""
    boundless = 1_000_000
    return Flood(Buckets(boundless, ONE_MORE), Buckets(boundless, ONE_MORE_TRY))


@pytest.fixture
async def world(
    database: Database, network: Network, flood: Flood, written: Callable[[], int]
) -> AsyncIterator[World]:
    clock = MovableClock(START)
    telegram = stand_in(clock.now)
    bot = Bot(
        Parts(
            network,
            database,
            InProcessRequest(telegram),
            TOKEN,
            now=clock.now,
            monotonic=clock.monotonic,
            rate=None,
            flood=flood,
        )
    )
    made = World(bot, telegram, clock, written)
    telegram.settled = made.pressed
    await bot.initialize()
    yield made
    await bot.shutdown()


Joined = Callable[..., Awaitable[Person]]


@pytest.fixture
def anna(world: World) -> Person:
    return world.telegram.person(ANNA, "Anna <&>")


@pytest.fixture
def bela(world: World) -> Person:
    return world.telegram.person(BELA, "Béla 🌱")


@pytest.fixture
def outsider(world: World) -> Person:
    return world.telegram.person(OUTSIDER, "Otto")


@pytest.fixture
def coordinator(world: World) -> Person:
    return world.telegram.person(COORDINATOR, "Koordination")
