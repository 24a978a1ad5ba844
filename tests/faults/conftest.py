"""Processes that can die anywhere, all in one: each with connections of its own to one database."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from telegram.request import BaseRequest

from bot.app import Bot, Parts
from bot.demo.phones import stand_in
from domain.channel import in_chat
from domain.delivery import Delivery, Kind, Letter, State
from domain.message import Button, Message
from domain.network import Defaults, Network
from domain.person import Newcomer, Person, Place
from domain.training import Plan, Training
from domain.vocabulary import DeliveryMode, EventFormat, Role, Sector, Topic
from scheduler import outbox
from standin.inprocess import InProcessRequest
from standin.telegram import TOKEN, Telegram
from standin.world.clock import MovableClock
from standin.world.journal import Accepted
from storage.crypto import Vault
from storage.database import Database
from storage.store import Store
from storage.tables import delivery_attempt
from tests.chat.conftest import SOON, START

BERLIN = ZoneInfo("Europe/Berlin")
TEXT = "Grüße an <b>A &amp; B</b> 🌱"
#: After so long the rows of a dead process are taken over.
LEASE = outbox.LEASE + timedelta(seconds=1)


class Crash(BaseException):
    """The end of a process: nothing catches it, nothing happens after it."""


@dataclass
class Life:
    """When a process dies: at the n-th pass of a named place; afterwards it does nothing."""

    place: str = ""
    passes: int = 1
    dead: bool = False
    then: Callable[[], None] | None = None
    seen: Counter[str] = field(default_factory=Counter)

    def failpoint(self, place: str) -> None:
        """Pass a place; raise Crash at the chosen one, or do what shall happen there."""
        self.goes_on()
        self.seen[place] += 1
        if place == self.place and self.seen[place] == self.passes:
            if self.then is not None:
                self.then()
                return
            self.dead = True
            raise Crash(place)

    def goes_on(self) -> None:
        """Raise Crash if this process is dead."""
        if self.dead:
            raise Crash


class MortalDatabase(Database):
    """A database as a process that may be dead, or cut off from it, sees it."""

    life: Life
    away: bool = False

    def _reached(self) -> None:
        self.life.goes_on()
        if self.away:
            raise sa.exc.OperationalError("", {}, ConnectionError(), connection_invalidated=True)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Store]:
        self._reached()
        async with super().transaction() as store:
            yield store
            self._reached()

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[Store]:
        self._reached()
        async with super().reading() as store:
            yield store


@dataclass
class Plant:
    """The world beside the processes: one Telegram, one database, one clock."""

    url: str
    vault: Vault
    network: Network
    clock: MovableClock
    telegram: Telegram
    bots: list[Bot] = field(default_factory=list)
    #: What looks in from outside, by the address of the database.
    outside: dict[str, Database] = field(default_factory=dict)

    async def bot(self, place: str = "", passes: int = 1, **how: Any) -> Bot:
        """Start a process, which dies at the n-th pass of a place."""
        life = Life(place, passes, then=how.pop("then", None))
        database = MortalDatabase(self.url, self.vault, self.network.slug, self.shows)
        database.life = life
        request: BaseRequest = how.pop("request", None) or InProcessRequest(self.telegram)
        parts = Parts(
            self.network,
            database,
            request,
            TOKEN,
            now=how.pop("now", self.clock.now),
            monotonic=self.clock.monotonic,
            rate=how.pop("rate", None),
            failpoint=life.failpoint,
            **how,
        )
        made = Bot(parts)
        if isinstance(request, InProcessRequest):
            await made.initialize()
        self.bots.append(made)
        return made

    def shows(self, _: datetime) -> datetime:
        """Return the database's time, whatever a process takes it for."""
        return self.clock.now()

    async def member(self, number: int = 101) -> Person:
        """Let somebody have joined."""
        self.telegram.person(number, f"P<{number}>")
        await self._presses_start(number)
        async with self.store() as store:
            place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
            newcomer = Newcomer(in_chat(number), Role.SPECIALIST, place)
            return await store.persons.add(newcomer, self.clock.now().date())

    async def _presses_start(self, number: int) -> None:
        await self.telegram.people[number].says("/start")
        self.telegram.take_updates()

    @contextlib.asynccontextmanager
    async def store(self) -> AsyncIterator[Store]:
        """Look into the database from outside of all processes."""
        if self.url not in self.outside:
            self.outside[self.url] = Database(self.url, self.vault, self.network.slug, self.shows)
        async with self.outside[self.url].transaction() as store:
            yield store

    async def put(self, key: str, to: Person, **more: Any) -> int:
        """Put a message into the outbox; return its number."""
        letter = Letter(
            key=key,
            kind=more.pop("kind", Kind.REMINDER),
            due_at=more.pop("due_at", self.clock.now()),
            person_id=to.id,
            message=more.pop("message", Message(TEXT, ((Button("Gut", "menu"),),))),
            **more,
        )
        async with self.store() as store:
            await store.deliveries.put(letter)
            found = await store.deliveries.listed(list(State), 1)
        return found[0].id

    async def row(self, number: int) -> Delivery:
        """Return a delivery as it stands."""
        async with self.store() as store:
            found = await store.deliveries.get(number)
        assert found is not None
        return found

    async def states(self) -> dict[State, int]:
        """Return how many deliveries are in each state."""
        async with self.store() as store:
            return dict(await store.deliveries.states())

    async def attempts(self, number: int) -> list[str]:
        """Return what became of each attempt."""
        async with self.store() as store:
            query = sa.select(delivery_attempt.c.outcome).order_by(delivery_attempt.c.id)
            mine = query.where(delivery_attempt.c.delivery_id == number)
            return list((await store.deliveries._run(mine)).scalars())

    def sent(self, to: int | None = None) -> list[Accepted]:
        """Return what Telegram accepted: the truth."""
        return [one for one in self.telegram.sent if to is None or one.chat_id == to]

    async def passes(self, bot: Bot, by: timedelta) -> None:
        """Let time pass, and a process do what is to do; what beats more seldom does not yet."""
        self.clock.move(by)
        await bot.settle_down(max(by, SOON))


async def dies(bot: Bot) -> None:
    """Let a process work until it dies."""
    with pytest.raises(Crash):
        await bot.settle_down()


@pytest.fixture
async def plant(database_url: str, vault: Vault, network: Network) -> AsyncIterator[Plant]:
    clock = MovableClock(START)
    made = Plant(database_url, vault, network, clock, stand_in(clock.now))
    yield made
    for bot in made.bots:
        await bot.channel.limiter.shutdown()
    for database in (*(bot.database for bot in made.bots), *made.outside.values()):
        await database.close()


@pytest.fixture
async def training(plant: Plant) -> Training:
    """Return a training on Friday, 12 March 2027, with the usual reminders."""
    starts = datetime(2027, 3, 12, 9, 0, tzinfo=BERLIN)
    return await added(plant, starts)


async def added(plant: Plant, starts: datetime) -> Training:
    plan = Plan(
        title="Gespräche <führen> & verstehen",
        topic=Topic.CONVERSATION_SKILLS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        deadline_at=starts - timedelta(days=1),
        withdraw_by=starts - timedelta(days=1),
        seats=10,
        units=4,
        place="Rathaus Büttgen, Saal 2",
        reminders=Defaults().reminders,
    )
    async with plant.store() as store:
        return await store.trainings.add(plan, "rkn-kaarst", None)
