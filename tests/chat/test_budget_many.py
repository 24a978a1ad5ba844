"""Of sixty trainings and four hundred people no list takes a statement more than of ten."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from domain.announce_audience import Audience
from domain.training import CalledOff
from domain.vocabulary import EventStatus, RegistrationStatus
from scheduler import daily, nudge
from standin.people.person import Person
from talk.action import Action
from talk.announce import Announce
from talk.manage import ManageDrafts, ManagePast
from talk.offer import Browse
from talk.write import Write, WriteToAll
from tests.chat.budget import budget
from tests.chat.conftest import World
from tests.chat.stage import coordinates, crowd, hand, plan, planned

FEW, MANY = (10, 10), (60, 400)
DAY = timedelta(days=1)


async def grow(world: World, before: tuple[int, int], upto: tuple[int, int]) -> None:
    """Let there be so many trainings, drafts and past ones, and so many people in them."""
    people = await crowd(world, upto[1] - before[1], first=10_000 + before[1])
    now = world.clock.now()
    async with world.bot.database.transaction() as store:
        numbers = await store.persons._ids()
        for n in range(before[0], upto[0]):
            made = plan(now + (2 + n % 3) * DAY, title=f"Kommend {n}", minimum=9, seats=9)
            coming = await store.trainings.add(made, "rkn-kaarst", None)
            await store.registrations.enter(
                coming.id, numbers[-1 - n % len(people)], list(RegistrationStatus)[n % 3], 1, now
            )
            draft = plan(now + 9 * DAY, title=f"Entwurf {n}")
            await store.trainings.add(draft, "rkn-kaarst", None, EventStatus.DRAFT)
            past = plan(now - 2 * DAY, title=f"Vergangen {n}")
            over = await store.trainings.add(past, "rkn-kaarst", None)
            await store.trainings.set_cancelled(over.id, now, CalledOff())


async def near_its_deadline(world: World) -> None:
    """Let there be a training that was announced, and that may be asked about."""
    now = world.clock.now()
    async with world.bot.database.transaction() as store:
        made = plan(now + 15 * DAY, title="Bald")
        near = await store.trainings.add(made, "rkn-kaarst", None)
        told = await store.broadcasts.add(near, Audience(), now - 9 * DAY, None)
        await store.broadcasts.set_running(told.id, 1, 0)


class Counting:
    """How many statements each of the things took that were done."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.found: dict[str, int] = {}

    @asynccontextmanager
    async def of(self, name: str, *, everything: bool = False) -> AsyncIterator[None]:
        with budget(self.world.bot.database, everything=everything) as counted:
            yield
        self.found[name] = len(counted.statements)


async def measured(world: World, anna: Person, coordinator: Person, number: int) -> dict[str, int]:
    """Open each list, look how many something reaches, and sum up the day."""
    counting = Counting(world)
    async with counting.of("the day is planned", everything=True):
        await daily.run(world.bot.tools)
    async with counting.of("the day is sent", everything=True):
        await world.bot.outbox.drain()

    assert coordinator.last.text.startswith("Heute für Sie")

    for command, person in (("/termine", anna), ("/meine", anna), ("/verwalten", coordinator)):
        async with counting.of(command):
            await person.says(command)
    for action in (ManageDrafts(0), ManagePast(0), Browse(1)):
        person = anna if isinstance(action, Browse) else coordinator
        await hand(world, person, "Blättern", action)
        async with counting.of(type(action).__name__):
            await person.taps("Blättern")
    begun: tuple[tuple[Action, str], ...] = (
        (Announce(number), "Alle im Netzwerk"),
        (Write(number), "Wer nicht geantwortet hat"),
        (WriteToAll(), "Alle im Netzwerk"),
    )
    for opens, label in begun:
        name = type(opens).__name__
        await hand(world, coordinator, "Beginnen", opens)
        async with counting.of(f"{name} begins"):
            await coordinator.taps("Beginnen")
        async with counting.of(f"{name} to whom"):
            await coordinator.taps(label)
        if name != "Announce":
            async with counting.of(f"{name} is counted"):
                await coordinator.says("Die neue Leitlinie gilt ab Montag.")
        await coordinator.says("/abbrechen")
    await near_its_deadline(world)
    async with counting.of("who has not answered is asked", everything=True):
        await nudge.run(world.bot.tools)
    return counting.found


@pytest.mark.long
async def test_no_list_takes_a_statement_more_than_of_ten(
    world: World, anna: Person, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    await grow(world, (0, 0), FEW)
    of = (await planned(world)).id
    few = await measured(world, anna, coordinator, of)
    world.clock.move(DAY)
    for person in (anna, coordinator):
        await person.says("/hilfe")  # the first sign of life of a day is kept
    await world.bot.outbox.drain()
    await grow(world, FEW, MANY)
    many = await measured(world, anna, coordinator, of)

    assert many == few
    assert all(few.values()), few
