"""Names of others in a chat: not to be passed on, gone by the end, and told where they stayed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.manage import names_gone_by
from domain.training import Training
from standin.people.person import Message, Person
from talk.manage import Attendance
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, plan, planned

NAME = "Anna Ölßen"


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def registers(world: World, person: Person, name: str | None) -> None:
    await world.joins(person, office="rkn-neuss", name=name)
    await person.says("/termine")
    await person.taps(f"1. {TITLE}")
    await person.taps("Anmelden")


async def lists(world: World, coordinator: Person, of: Training) -> Message:
    await hand(world, coordinator, "Liste", Attendance(of.id))
    await coordinator.taps("Liste")
    return coordinator.last


def guarded(world: World) -> list[str]:
    """Return the texts that were sent so that nobody can pass them on."""
    calls = (call for call in world.telegram.calls if call.method == "sendMessage")
    return [c.parameters["text"] for c in calls if c.parameters.get("protect_content")]


@pytest.mark.long
async def test_a_list_with_names_goes_at_the_end_of_its_training(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna, NAME)
    await coordinates(world, coordinator)
    await world.moves_to(STARTS - timedelta(hours=10))
    shown = await lists(world, coordinator, training)
    assert NAME in shown.text
    assert len([text for text in guarded(world) if NAME in text]) == 1

    await world.moves_to(training.plan.ends_at - timedelta(minutes=1))
    assert shown.message_id in [m.message_id for m in coordinator.messages]

    await world.moves_to(training.plan.ends_at + timedelta(minutes=1))
    assert shown.message_id not in [m.message_id for m in coordinator.messages]


async def test_a_list_without_names_stays(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna, None)
    await coordinates(world, coordinator)
    shown = await lists(world, coordinator, training)
    await world.moves(timedelta(days=3))

    assert guarded(world) == []
    assert shown.message_id in [m.message_id for m in coordinator.messages]


async def test_who_sees_the_own_people_and_those_of_a_training_sees_them_for_two_days(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna, NAME)
    await coordinates(world, coordinator, "rkn-neuss")
    await coordinator.says("/mitglieder")
    assert NAME in coordinator.last.text
    shown = coordinator.last.message_id
    await world.moves(timedelta(hours=47, minutes=1))

    assert shown not in [m.message_id for m in coordinator.messages]
    assert all(NAME not in m.text for m in coordinator.messages)


async def test_names_that_stayed_are_told(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    """The bot was away until the channel takes nothing out any more."""
    await registers(world, anna, NAME)
    await coordinates(world, coordinator)
    shown = await lists(world, coordinator, training)
    world.clock.move(timedelta(hours=49))
    await world.settled()
    await world.moves(timedelta(days=1))

    assert shown.message_id in [m.message_id for m in coordinator.messages]
    assert [m for m in coordinator.messages if "ließ sich nicht" in m.text]


def test_the_end_and_two_days_bound_how_long_names_are_shown() -> None:
    of = Training(1, "u", "rkn-kaarst", plan(), status=None)  # type: ignore[arg-type]
    early, late = STARTS - timedelta(days=9), STARTS + timedelta(days=1)

    assert names_gone_by(of, early) == early + timedelta(hours=47)
    assert names_gone_by(of, STARTS) == of.plan.ends_at
    assert names_gone_by(of, late) == late + timedelta(hours=1)
    assert names_gone_by(None, late) == late + timedelta(hours=47)
