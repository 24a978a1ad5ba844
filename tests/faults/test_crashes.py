"""A process dies anywhere: nothing is lost, nothing repeated without a record (1-8, 29)."""

from __future__ import annotations

import contextlib
import random
from datetime import timedelta
from typing import Any

import pytest

from bot.app import Bot
from domain.arrival import MOST_ATTEMPTS
from domain.channel import in_chat
from domain.deliveries import MOST_CRASHES, believe
from domain.delivery import Kind, State
from domain.person import Person
from handlers.doors import on_words
from scheduler import jobs
from scheduler.inbox import LEASE as INBOX_LEASE
from tests.faults.conftest import LEASE, Crash, Plant, dies

pytestmark = pytest.mark.differs  # what a broken transaction leaves

WINDOW = ["before_request", "after_accept_before_commit"]


@pytest.fixture
async def anna(plant: Plant) -> Person:
    return await plant.member(101)


async def test_fault_01_killed_before_it_is_due(plant: Plant, anna: Person) -> None:
    number = await plant.put("later", anna, due_at=plant.clock.now() + timedelta(hours=1))
    first = await plant.bot()
    await first.settle_down()
    second = await plant.bot()
    await plant.passes(second, timedelta(hours=3))

    assert len(plant.sent()) == 1
    assert (await plant.row(number)).state is State.SENT


async def test_fault_02_killed_after_the_claim(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    await dies(await plant.bot("after_claim"))
    second = await plant.bot()
    await second.settle_down()

    assert plant.sent() == []

    await plant.passes(second, LEASE)

    assert len(plant.sent()) == 1
    assert (await plant.row(number)).state is State.SENT
    assert not (await plant.row(number)).repeated


@pytest.mark.parametrize("place", WINDOW)
async def test_fault_03_killed_around_the_request(plant: Plant, anna: Person, place: str) -> None:
    number = await plant.put("a", anna)
    await dies(await plant.bot(place))
    arrived = len(plant.sent())
    second = await plant.bot()
    await plant.passes(second, LEASE)

    assert arrived == WINDOW.index(place)
    assert (await plant.row(number)).state is State.UNKNOWN
    assert len(plant.sent()) == arrived

    await plant.passes(second, timedelta(seconds=91))

    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent()) == arrived + 1
    assert len({one.text for one in plant.sent()}) == arrived + 1  # the second says that it is one
    assert await plant.attempts(number) == ["unknown", "sent"]


@pytest.mark.parametrize("place", WINDOW)
async def test_fault_03_an_announcement_is_held(plant: Plant, anna: Person, place: str) -> None:
    number = await plant.put("a", anna, kind=Kind.ANNOUNCEMENT)
    await dies(await plant.bot(place))
    arrived = len(plant.sent())
    await plant.passes(await plant.bot(), LEASE)
    await plant.passes(plant.bots[-1], timedelta(days=1))

    assert (await plant.row(number)).state is State.UNKNOWN
    assert len(plant.sent()) == arrived <= 1


async def test_fault_03_a_press_proves_that_it_arrived(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    await dies(await plant.bot("after_accept_before_commit"))
    second = await plant.bot()
    await plant.passes(second, LEASE)
    await plant.telegram.people[101].taps("Gut")
    await second.accept(plant.telegram.take_updates())
    await second.settle_down()
    await plant.passes(second, timedelta(hours=1))

    assert (await plant.row(number)).state is State.SENT
    assert (await plant.row(number)).error == "pressed"
    assert [one.text for one in plant.sent()].count("Grüße an A & B 🌱") == 1


async def test_fault_03_nobody_else_can_prove_it(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna, kind=Kind.ANNOUNCEMENT)
    await dies(await plant.bot("after_accept_before_commit"))
    second = await plant.bot()
    await plant.passes(second, LEASE)
    async with plant.store() as store:
        still = await believe(store, {number: in_chat(666)}, plant.clock.now())

    assert still == set()
    assert (await plant.row(number)).state is State.UNKNOWN


async def test_fault_03_who_knows_to_be_alone_does_not_wait(plant: Plant, anna: Person) -> None:
    await plant.put("a", anna)
    await dies(await plant.bot("before_request"))
    second = await plant.bot()
    await jobs.take_over(second.tools)
    expected = State.UNKNOWN if second.database.sqlite else State.SENDING

    assert await plant.states() == {expected: 1}


async def test_fault_04_killed_again_and_again_in_an_announcement(plant: Plant) -> None:
    everybody = [await plant.member(200 + number) for number in range(12)]
    for one in everybody:
        await plant.put(f"announce:{one.id}", one, kind=Kind.ANNOUNCEMENT)
    draw = random.Random(4)
    places = ["after_claim", *WINDOW]
    for _ in range(6):
        bot = await plant.bot(draw.choice(places), draw.randint(1, 2), rate=500.0)
        with contextlib.suppress(Crash):
            await plant.passes(bot, LEASE)
    await plant.passes(await plant.bot(), LEASE)
    states = await plant.states()
    chats = [one.chat_id for one in plant.sent()]

    assert len(chats) == len(set(chats))
    assert states.get(State.SENT, 0) + states.get(State.UNKNOWN, 0) == len(everybody)
    assert set(states) <= {State.SENT, State.UNKNOWN}
    assert len(chats) >= states.get(State.SENT, 0)


def command(number: int, person: int, text: str) -> dict[str, Any]:
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 0,
            "chat": {"id": person, "type": "private"},
            "from": {"id": person, "is_bot": False, "first_name": "x"},
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
        },
    }


@pytest.mark.parametrize("place", ["after_keep", "before_handler", "after_handler"])
async def test_fault_06_killed_with_updates_in_memory(
    plant: Plant, anna: Person, place: str
) -> None:
    updates = [command(7, 101, "/hilfe")]
    first = await plant.bot(place)
    with contextlib.suppress(Crash):
        await first.accept(updates)
        await first.settle_down()
    second = await plant.bot()
    await second.accept(updates)  # it was not confirmed, so Telegram sends it again
    await plant.passes(second, INBOX_LEASE)

    assert first.database.life.dead  # type: ignore[attr-defined]  # it is a mortal one
    assert len(plant.sent(101)) == 1


@pytest.mark.long
async def test_fault_07_updates_come_again_and_shuffled(plant: Plant) -> None:
    people = [await plant.member(300 + number) for number in range(3)]
    draw = random.Random(7)
    updates = [command(n, 300 + n % 3, "/hilfe") for n in range(1, 13)]
    stream = [update for update in updates for _ in range(draw.randint(1, 3))]
    draw.shuffle(stream)
    bot = await plant.bot()
    while stream:
        batch = [stream.pop() for _ in range(min(len(stream), draw.randint(1, 5)))]
        await bot.accept(batch)
        await bot.settle_down()

    assert [len(plant.sent(300 + n)) for n in range(3)] == [4, 4, 4]
    assert len(people) == 3


async def _explode(*_: object) -> None:
    raise ValueError("what somebody wrote")


async def test_fault_08_a_handler_fails(plant: Plant, anna: Person) -> None:
    await plant.member(102)
    bot = await plant.bot()
    on_words(bot.router, "/gift", _explode)
    await bot.accept([command(1, 101, "/gift"), command(2, 102, "/hilfe")])
    await bot.accept([command(3, 101, "/hilfe")])
    await bot.settle_down()

    assert len(plant.sent(102)) == 1
    assert len(plant.sent(101)) == 1

    for _ in range(MOST_ATTEMPTS):
        await plant.passes(bot, timedelta(minutes=5))
    async with plant.store() as store:
        dead, new = await store.inbox.count("dead"), await store.inbox.count("new")

    assert (dead, new) == (1, 0)


async def test_fault_08_what_nobody_can_read_does_not_come_for_ever(plant: Plant) -> None:
    await plant.member(101)
    bot = await plant.bot()
    await bot.accept([{"update_id": 1, "message": {"text": "?"}}, command(2, 101, "/hilfe")])
    await bot.settle_down()
    async with plant.store() as store:
        dead = await store.inbox.count("dead")

    assert dead == 1
    assert len(plant.sent(101)) == 1


async def test_fault_29_a_message_that_kills_workers(plant: Plant, anna: Person) -> None:
    number = await plant.put("poison", anna)
    for _ in range(MOST_CRASHES + 1):
        await _passes_or_dies(plant, await plant.bot("after_claim"), LEASE)
    await plant.passes(await plant.bot(), LEASE)

    assert (await plant.row(number)).state is State.FAILED
    assert (await plant.row(number)).error == "worker-crashed"
    assert plant.sent() == []


async def test_fault_29_an_update_that_kills_workers(plant: Plant, anna: Person) -> None:
    await (await plant.bot()).accept([command(1, 101, "/hilfe")])
    for _ in range(MOST_ATTEMPTS):
        await _passes_or_dies(plant, await plant.bot("before_handler"), INBOX_LEASE)
    await plant.passes(await plant.bot(), INBOX_LEASE)
    async with plant.store() as store:
        dead = await store.inbox.count("dead")

    assert dead == 1


async def _passes_or_dies(plant: Plant, bot: Bot, by: timedelta) -> None:
    plant.clock.move(by)
    await dies(bot)
