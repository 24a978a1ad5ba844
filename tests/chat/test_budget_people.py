"""What is done with the people of a training takes no statement more for 380 than for 20."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.network import Network
from domain.paper import Paper
from domain.presence import Mark
from domain.register import register
from domain.training import Training
from standin.people.person import Person
from talk.action import Action
from talk.close import Close
from talk.manage import ManageOne
from talk.manage_people import SeePeople
from talk.paper import Print
from talk.presence import MarkPresence, SeePresence
from tests.chat.budget import budget
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates, crowd, hand, plan, planned

FEW, MANY = 20, 380
POLICE = ("county-wide", "police")


@pytest.fixture
def network(network: Network) -> Network:
    return replace(network, presence=True)


async def full(world: World, seats: int, first: int) -> Training:
    """Return a training of which each seat is taken, three of them for an institution."""
    training = await planned(world, plan(seats=seats))
    people = await crowd(world, seats - 3, first=first)
    async with world.bot.database.transaction() as store:
        await store.seating.set_block(training.id, POLICE, 3)
        numbers = (await store.persons._ids())[-len(people) :]
        for someone in (await store.persons.many(numbers)).values():
            await register(store.registrations, training.id, someone, world.clock.now())
            own = await store.registrations.of(training.id, someone.id)
            assert own is not None
            await store.registrations.set_muted(own.id, muted=True)
    return training


async def spent(world: World, person: Person, action: Action) -> int:
    """Return how many statements it takes to answer a press."""
    await hand(world, person, "Los", action)
    with budget(world.bot.database) as counted:
        await person.taps("Los")
    return len(counted.statements)


@pytest.mark.long
async def test_no_statement_more_for_380_than_for_20(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    few, many = await full(world, FEW, 10_000), await full(world, MANY, 20_000)
    found: dict[str, list[int]] = {}

    async def looked_at(*actions: Action) -> None:
        for action in actions:
            name = f"{type(action).__name__} {getattr(action, 'paper', '')}"
            found.setdefault(name, []).append(await spent(world, coordinator, action))

    await world.moves_to(STARTS - timedelta(minutes=30))
    await spent(world, coordinator, Print(few.id, Paper.CHECK_IN))  # makes the key of the code
    for number in (few.id, many.id):
        await looked_at(
            ManageOne(number),
            Print(number, Paper.LIST),
            Print(number, Paper.TABLE),
            Print(number, Paper.CHECK_IN),
            SeePeople(number, 0),
            SeePresence(number, 0),
            MarkPresence(number, 1, Mark.CAME, 0),
        )
    await world.moves_to(STARTS + timedelta(hours=4))
    await spent(world, coordinator, Print(few.id, Paper.CERTIFICATES))  # likewise
    for number in (few.id, many.id):
        await looked_at(Print(number, Paper.CERTIFICATES), Close(number))
        await coordinator.says("/abbrechen")  # an open dialogue would be asked again

    assert {name: one for name, (one, _) in found.items()} == {
        name: other for name, (_, other) in found.items()
    }
    assert all(min(each) > 1 for each in found.values()), found
