"""What one person does not do alone: a new lead, and erasing a training."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.training import CoHost, Training
from domain.vocabulary import Role
from standin.people.person import Person
from talk.action import Action
from talk.plan_back import TakeBack
from talk.second import AgreeAsSecond
from tests.chat.conftest import World
from tests.chat.stage import coordinates, hand, plan, planned


async def presses(world: World, person: Person, action: Action) -> None:
    await hand(world, person, "Drücken", action)
    await person.taps("Drücken")


async def there(world: World, training: Training) -> bool:
    async with world.bot.database.reading() as store:
        return await store.trainings.get(training.id) is not None


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(co_hosts=(CoHost("rkn-meerbusch"),)))


@pytest.mark.long
async def test_a_training_is_erased_by_two_of_its_hosts(
    world: World, anna: Person, coordinator: Person, outsider: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    co_host = await coordinates(world, world.telegram.person(902, "Mit"), "rkn-meerbusch")
    other = await coordinates(world, world.telegram.person(903, "Fremd"), "rkn-neuss")
    await world.joins(anna)
    await outsider.says("/start")
    await presses(world, coordinator, TakeBack(training.id))

    assert "Eine zweite Person muss zustimmen." in coordinator.last.text
    assert "Diese Fortbildung soll gelöscht werden." in co_host.last.text
    assert "gelöscht" not in other.reads()

    for person in (coordinator, other, anna, outsider):
        await presses(world, person, AgreeAsSecond(1))

        assert await there(world, training)

    await co_host.taps("Zustimmen")

    assert not await there(world, training)
    assert "Zurückgenommen." in coordinator.reads()
    await presses(world, co_host, AgreeAsSecond(1))
    assert "schon entschieden" in co_host.toast


async def test_a_second_person_may_say_no_or_nothing(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    co_host = await coordinates(world, world.telegram.person(902, "Mit"), "rkn-meerbusch")
    await presses(world, coordinator, TakeBack(training.id))
    await co_host.taps("Ablehnen")

    assert "Abgelehnt." in coordinator.last.text

    await presses(world, coordinator, TakeBack(training.id))
    await world.moves(timedelta(days=9))
    await presses(world, co_host, AgreeAsSecond(2))

    assert "verfallen" in co_host.toast
    assert await there(world, training)


async def test_who_is_alone_is_told_who_can_do_it(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    training = await planned(world)
    await presses(world, coordinator, TakeBack(training.id))

    assert "Wer den Bot betreibt" in coordinator.last.text
    assert await there(world, training)


async def leads(world: World, person: Person) -> None:
    """Let somebody invite a lead of Kaarst."""
    await person.says("/einladen")
    await person.taps("Federführung/Geschäftsführung")
    await person.taps(next(each for each in person.last.labels if "Kaarst" in each))
    for _ in range(2):
        if "zweite Person" not in person.last.text:
            await person.taps(person.last.labels[0])


@pytest.mark.long
async def test_a_lead_is_made_by_two(
    world: World, anna: Person, coordinator: Person, outsider: Person
) -> None:
    await coordinates(world, coordinator)
    other = await coordinates(world, world.telegram.person(903, "Fremd"), "rkn-neuss")
    lead = await coordinates(world, world.telegram.person(904, "Leitung"), "rkn-neuss", Role.LEAD)
    await world.joins(anna)
    await outsider.says("/start")
    await leads(world, lead)

    assert "Eine zweite Person muss zustimmen." in lead.last.text
    assert "Jemand soll die Federführung erhalten." in coordinator.last.text

    for person in (lead, other, anna, outsider):
        await presses(world, person, AgreeAsSecond(1))
    async with world.bot.database.reading() as store:
        now = world.clock.now()
        assert [each.role for each in await store.invitations.open(now)] == []

    await coordinator.taps("Zustimmen")

    assert "Mit diesem Link" in lead.reads()
    assert "Mit diesem Link" not in coordinator.reads()
    async with world.bot.database.reading() as store:
        [made] = await store.invitations.open(world.clock.now())
    assert (made.role, made.office) == (Role.LEAD, "rkn-kaarst")
