"""Several processes on one database, and a process that is told to stop (5, 26-28)."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from domain.channel import in_chat
from domain.delivery import NotSent, Sent, State, verdict
from domain.message import Message
from domain.person import Newcomer, Person, Place
from domain.training import Training
from domain.vocabulary import Role, Sector
from scheduler import jobs
from scheduler.inbox import LEASE as INBOX_LEASE
from standin.inprocess import InProcessRequest
from storage.inbox import AlreadyDone
from talk.register import Register
from tests.faults.conftest import LEASE, TEXT, Plant
from tests.faults.test_crashes import command
from tests.faults.test_evidence import tap

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
    outcome = await frozen.channel.send(ready.delivery, ready.message, 0.0)
    async with plant.store() as store:
        found = verdict(ready.delivery, Sent("9"), plant.clock.now(), 0.5)
        settled = await store.deliveries.settle(ready.delivery, found, plant.clock.now())

    assert outcome == NotSent("deadline")
    assert not settled
    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent()) == 1


async def test_fault_27_who_slept_over_the_lead_sends_nothing(plant: Plant, anna: Person) -> None:
    number, leads = await plant.put("a", anna), [True]
    frozen = await plant.bot(may_send=lambda: bool(leads))
    other = await plant.bot()
    begun = await frozen.outbox._begin(await frozen.outbox._claim(1))
    leads.clear()
    async with plant.store() as store:
        await store.takeover.deliveries(other.owner, plant.clock.now())
    await plant.passes(other, timedelta(seconds=5))
    assert (await plant.row(number)).state is State.UNKNOWN
    frozen.outbox._fly(begun, time.monotonic() + 60)
    await frozen.outbox.idle()

    assert plant.sent() == []
    assert (await plant.row(number)).state is State.SCHEDULED  # now it is known that nothing left

    await plant.passes(other, timedelta(seconds=5))

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
    clock, term = plant.clock, timedelta(seconds=24)
    async with plant.store() as store:
        first = await store.gates.lead("lead", "a", clock.now(), term)
        second = await store.gates.lead("lead", "b", clock.now(), term)
        clock.move(term / 2)
        renewed = await store.gates.lead("lead", "a", clock.now(), term)
        clock.move(term * 3 / 2)
        later = await store.gates.lead("lead", "b", clock.now(), term)

    assert first is not None
    assert second is None
    assert renewed is not None
    assert later is not None
    assert (first.generation, renewed.generation, later.generation) == (1, 1, 2)


AHEAD = timedelta(seconds=180)


@pytest.mark.parametrize("off", [AHEAD, -AHEAD])
async def test_fault_34_a_wrong_clock_ends_nobodys_lease(
    plant: Plant, anna: Person, off: timedelta
) -> None:
    number = await plant.put("a", anna)
    right = await plant.bot()
    wrong = await plant.bot(now=lambda: plant.clock.now() + off)
    await right.accept([command(1, 101, "/hilfe")])
    async with plant.store() as store:
        [update] = await store.inbox.claim(plant.clock.now(), right.owner, 1, INBOX_LEASE)
    [ready] = await right.outbox._begin(await right.outbox._claim(1))
    await jobs.recover(wrong.tools)
    await wrong.inbox.drain()

    assert (await plant.row(number)).state is State.SENDING

    async with plant.store() as store:
        await store.inbox.done(update)  # still ours

    outcome = await right.channel.send(ready.delivery, ready.message, time.monotonic() + 9)

    assert isinstance(outcome, Sent)

    plant.clock.move(LEASE)
    await jobs.recover(wrong.tools)

    assert (await plant.row(number)).state is State.UNKNOWN


@pytest.mark.parametrize("off", [AHEAD, -AHEAD])
async def test_fault_34_a_wrong_clock_holds_no_lease_for_longer(
    plant: Plant, anna: Person, off: timedelta
) -> None:
    number = await plant.put("a", anna, due_at=plant.clock.now() - 2 * AHEAD)
    wrong = await plant.bot(now=lambda: plant.clock.now() + off)
    other = await plant.bot()
    await wrong.outbox._claim(1)
    plant.clock.move(LEASE)
    await other.settle_down()

    assert (await plant.row(number)).state is State.SENT


async def test_fault_36_one_order_of_taps_for_all_processes(
    plant: Plant, training: Training
) -> None:
    """A follower keeps what it receives; who leads handles it, in the order it was taken in."""
    async with plant.store() as store:
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        people = [
            await store.persons.add(
                Newcomer(in_chat(1000 + n), Role.SPECIALIST, place), plant.clock.now().date()
            )
            for n in range(30)
        ]
    leader, follower = await plant.bot(), await plant.bot(leads=lambda: False)
    draw = random.Random(36)
    order = draw.sample(range(len(people)), len(people))
    press = Register(training.id, training.plan.shown).pack()
    taps = [tap(1 + who, 1000 + who, press) for who in order]
    for update in taps:
        await draw.choice([leader, follower]).accept([update])
    await follower.inbox.drain()
    async with plant.store() as store:
        assert await store.inbox.count("new") == len(taps)

    await asyncio.gather(leader.inbox.drain(), follower.inbox.drain())
    async with plant.store() as store:
        seated = await store.registrations.active(training.id)

    assert [each.person_id for each in seated] == [people[who].id for who in order]
