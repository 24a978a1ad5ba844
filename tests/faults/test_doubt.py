"""Doubt stays small, and is told (35)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from domain.announce_audience import Audience
from domain.delivery import Kind, Priority, State
from domain.message import Message
from domain.person import Person
from domain.training import Training
from domain.vocabulary import Role
from scheduler.line import MOST_LOST
from tests.faults.conftest import MortalDatabase, Plant

PEOPLE = 60
SECOND = timedelta(seconds=1)


@pytest.mark.long
@pytest.mark.parametrize("after", [False, True])
async def test_fault_35_an_outage_leaves_little_doubt(plant: Plant, *, after: bool) -> None:
    for n in range(PEOPLE):
        person = await plant.member(101 + n)
        await plant.put(f"a{n}", person, kind=Kind.ANNOUNCEMENT)
    bot = await plant.bot(rate=28.0)
    await bot.outbox.step()
    await bot.outbox.idle()
    plant.telegram.fault("sendMessage", "code", None, code=502, after=after)
    for _ in range(60):
        await bot.outbox.drain()
        plant.clock.move(SECOND)
    during = await plant.states()
    plant.telegram.faults.clear()
    for _ in range(40):
        await bot.outbox.drain()
        plant.clock.move(SECOND)
    states = await plant.states()

    assert during[State.SCHEDULED] > PEOPLE // 2
    assert states[State.UNKNOWN] == during[State.UNKNOWN] <= 24
    assert states[State.SENT] == PEOPLE - states[State.UNKNOWN]


async def test_fault_35_nothing_is_repeated_into_a_bad_line(plant: Plant) -> None:
    people = [await plant.member(101 + n) for n in range(MOST_LOST)]
    numbers = [await plant.put(f"a{n}", person) for n, person in enumerate(people)]
    bot = await plant.bot()
    plant.telegram.fault("sendMessage", "code", None, code=502)
    plant.telegram.fault("getMe", "code", None, code=502)
    await bot.settle_down()
    for _ in range(4):
        await plant.passes(bot, timedelta(seconds=91))
    tried = {tuple(await plant.attempts(number)) for number in numbers}
    plant.telegram.faults.clear()
    for _ in range(4):
        await plant.passes(bot, timedelta(seconds=91))

    assert tried == {("unknown",)}
    assert [(await plant.row(n)).state for n in numbers] == [State.SENT] * MOST_LOST


async def test_fault_35_a_probe_is_rather_a_change_in_place(plant: Plant) -> None:
    people = [await plant.member(101 + n) for n in range(MOST_LOST + 2)]
    bot = await plant.bot()
    card = await plant.put("card", people[-1])
    await bot.settle_down()
    shown = (await plant.row(card)).message_id
    plant.telegram.fault("sendMessage", "code", None, code=502)
    answer = {"kind": Kind.ANSWER, "priority": Priority.ANSWER}
    for n, person in enumerate(people[:-1]):
        await plant.put(f"a{n}", person, **answer)
        if n < MOST_LOST:
            await bot.outbox.step()
            await bot.outbox.idle()
    changed = await plant.put(
        "change", people[-1], message=Message("Neu").changing(shown), **answer
    )
    assert not bot.tools.line.trusted()
    plant.clock.move(2 * SECOND)
    await bot.outbox.step()
    await bot.outbox.idle()

    assert (await plant.states())[State.UNKNOWN] == MOST_LOST
    assert (await plant.row(changed)).state is State.SENT


async def test_fault_35_a_database_that_is_away_ends_no_probing(plant: Plant) -> None:
    for n in range(MOST_LOST + 2):
        await plant.put(f"a{n}", await plant.member(101 + n), kind=Kind.ANNOUNCEMENT)
    bot = await plant.bot()
    plant.telegram.fault("sendMessage", "code", MOST_LOST, code=502)
    for _ in range(MOST_LOST):
        await bot.outbox._send_some(1)
        await bot.outbox.idle()
    assert not bot.tools.line.trusted()
    plant.clock.move(2 * SECOND)
    database = bot.database
    assert isinstance(database, MortalDatabase)
    database.away = True
    with pytest.raises(OperationalError):
        await bot.outbox.step()
    database.away = False
    plant.clock.move(4 * SECOND)
    await bot.outbox.drain()

    assert len(plant.sent()) == 2


async def coordinator(plant: Plant) -> Person:
    """Let a coordinator of the training's office have joined."""
    person = await plant.member(900)
    async with plant.store() as store:
        return await store.persons.assign(
            person.id, Role.COORDINATOR, person.place, person.announced
        )


def told(plant: Plant) -> list[str]:
    return [one.text for one in plant.sent(900)]


async def test_fault_35_doubt_and_failures_are_told_once_an_hour(
    plant: Plant, training: Training
) -> None:
    people = [await plant.member(101 + n) for n in range(4)]
    await coordinator(plant)
    bot = await plant.bot()

    async def lost(n: int) -> None:
        about = {"kind": Kind.ANNOUNCEMENT, "training_id": training.id}
        await plant.put(f"a{n}", people[n], **about)
        plant.telegram.fault("sendMessage", "code", code=502, chat_id=int(people[n].address.name))
        await plant.passes(bot, timedelta(minutes=2))
        await plant.passes(bot, timedelta(minutes=2))

    await lost(0)
    assert [text.splitlines()[1] for text in told(plant)] == ["Ungewiss: 1"]
    await lost(1)
    assert len(told(plant)) == 1
    await plant.passes(bot, timedelta(hours=1))
    assert [text.splitlines()[1] for text in told(plant)] == ["Ungewiss: 1", "Ungewiss: 2"]
    await plant.passes(bot, timedelta(hours=2))
    assert len(told(plant)) == 2


async def test_fault_35_doubt_that_ends_by_itself_troubles_nobody(
    plant: Plant, training: Training
) -> None:
    anna = await plant.member(101)
    await coordinator(plant)
    bot = await plant.bot()
    await plant.put("a", anna, training_id=training.id)
    plant.telegram.fault("sendMessage", "code", code=502, chat_id=101)
    for _ in range(5):
        await plant.passes(bot, timedelta(minutes=2))

    assert len(plant.sent(101)) == 1
    assert told(plant) == []


@pytest.mark.parametrize("lost", [0, 2])
async def test_fault_35_who_announces_on_the_command_line_is_not_left_without_a_report(
    plant: Plant, training: Training, lost: int
) -> None:
    for n in range(4):
        await plant.member(101 + n)
    await coordinator(plant)
    async with plant.store() as store:
        everybody = Audience((), (), subscribers=False)
        await store.broadcasts.add(training, everybody, plant.clock.now(), None)
    bot = await plant.bot()
    for n in range(lost):
        plant.telegram.fault("sendMessage", "code", code=502, chat_id=101 + n)
    for _ in range(4):
        await plant.passes(bot, timedelta(minutes=2))
    said = "\n".join(post.text for post in plant.telegram.chat(900).shown())

    assert f"{5 - lost} von 5 zugestellt" in said
    assert ("ungewiss" in said.lower()) == bool(lost)
