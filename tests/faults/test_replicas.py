"""Several processes on one database, and a process that is told to stop (5, 26-28)."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from bot.demo.inprocess import InProcessRequest
from domain.delivery import NotSent, Sent, State, verdict
from domain.message import Message
from domain.person import Person
from scheduler.inbox import LEASE as INBOX_LEASE
from storage.inbox import AlreadyDone
from tests.faults.conftest import LEASE, TEXT, Plant
from tests.faults.test_crashes import command

pytestmark = pytest.mark.differs  # who holds what


@pytest.fixture
async def anna(plant: Plant) -> Person:
    return await plant.member(101)


class Slow(InProcessRequest):
    """A way to Telegram that takes its time."""

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        answer = await super().do_request(*arguments, **named)
        await asyncio.sleep(0.02)
        return answer


async def test_fault_05_told_to_stop_under_load(plant: Plant) -> None:
    for number in range(30):
        one = await plant.member(200 + number)
        await plant.put(f"a:{number}", one)
    bot = await plant.bot(rate=200.0, request=Slow(plant.telegram))
    await bot.initialize()
    working = asyncio.create_task(bot.work())
    for _ in range(1000):
        await asyncio.sleep(0.01)
        if len(plant.sent()) >= 10:
            break
    working.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await working
    states = await plant.states()

    assert set(states) <= {State.SENT, State.SCHEDULED}
    assert states[State.SENT] == len(plant.sent())


async def test_fault_26_three_processes_send_each_message_once(plant: Plant) -> None:
    people = [await plant.member(200 + number) for number in range(6)]
    for number in range(48):
        await plant.put(f"a:{number}", people[number % 6], message=Message(f"{number}: {TEXT}"))
    bots = [await plant.bot(request=Slow(plant.telegram)) for _ in range(3)]
    for bot in bots:
        await bot.initialize()
    await asyncio.gather(*(bot.outbox.drain() for bot in bots))
    await asyncio.gather(*(bot.outbox.drain() for bot in bots))
    counted = Counter(one.text for one in plant.sent())

    assert set(counted.values()) == {1}
    assert len(counted) == 48
    assert await plant.states() == {State.SENT: 48}


async def test_fault_26_three_processes_take_in_each_update_once(plant: Plant) -> None:
    for number in range(4):
        await plant.member(300 + number)
    bots = [await plant.bot() for _ in range(3)]
    updates = [command(n, 300 + n % 4, "/hilfe") for n in range(1, 21)]
    await asyncio.gather(*(bot.accept(updates) for bot in bots))
    for _ in range(6):
        await asyncio.gather(*(bot.inbox.drain() for bot in bots))
    await bots[0].settle_down()

    assert [len(plant.sent(300 + n)) for n in range(4)] == [5, 5, 5, 5]


async def test_fault_27_frozen_with_a_claim(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    frozen, other = await plant.bot(), await plant.bot()
    claimed = await frozen.outbox._claim(1)
    await plant.passes(other, LEASE)

    assert await frozen.outbox._begin(claimed) == []
    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent()) == 1


async def test_fault_27_frozen_before_the_request(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    frozen, other = await plant.bot(), await plant.bot()
    [ready] = await frozen.outbox._begin(await frozen.outbox._claim(1))
    await plant.passes(other, LEASE)
    await plant.passes(other, timedelta(seconds=91))
    # It wakes up after its deadline on the monotonic clock: nothing leaves, nothing is settled.
    outcome = await frozen._send(ready.delivery, ready.message, 0.0)
    async with plant.store() as store:
        found = verdict(ready.delivery, Sent(9), plant.clock.now(), 0.5)
        settled = await store.deliveries.settle(ready.delivery, found, plant.clock.now())

    assert outcome == NotSent("deadline")
    assert not settled
    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent()) == 1


async def test_fault_27_frozen_while_an_update_is_handled(plant: Plant, anna: Person) -> None:
    frozen, other = await plant.bot(), await plant.bot()
    await frozen.accept([command(1, 101, "/hilfe")])
    async with plant.store() as store:
        now = plant.clock.now()
        [update] = await store.inbox.claim(now, "frozen", 1, INBOX_LEASE)
    await plant.passes(other, INBOX_LEASE)

    with pytest.raises(AlreadyDone):
        async with plant.store() as store:
            await store.inbox.done(update)

    assert len(plant.sent(101)) == 1


async def test_fault_28_who_leads_is_known_by_one_row(plant: Plant) -> None:
    now, term = plant.clock.now(), timedelta(seconds=24)
    async with plant.store() as store:
        first = await store.gates.lead("lead", "a", now, term)
        second = await store.gates.lead("lead", "b", now, term)
        renewed = await store.gates.lead("lead", "a", now + term / 2, term)
        later = await store.gates.lead("lead", "b", now + 2 * term, term)

    assert first is not None
    assert second is None
    assert renewed is not None
    assert later is not None
    assert (first.generation, renewed.generation, later.generation) == (1, 1, 2)
