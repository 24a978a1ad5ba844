"""The messages of a chat come in their order, and doubt ends as doubt (32, 37, 38)."""

from __future__ import annotations

import random
import socket
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.telegram.transport import Transport
from domain.deliveries import line_is_back
from domain.delivery import LEFT_UNKNOWN, Kind, NotSent, Priority, State, verdict
from domain.message import Message
from domain.person import Person
from domain.register import register
from domain.training import Training
from scheduler.outbox import LEASE
from storage.tables import registration
from tests.faults.conftest import Plant

SOON = timedelta(seconds=1)
HOLD = timedelta(seconds=91)


@pytest.fixture
async def anna(plant: Plant) -> Person:
    return await plant.member(101)


async def list_of(plant: Plant, to: Person, parts: int, **more: object) -> list[str]:
    """Put a list in several parts into the outbox; return their texts."""
    texts = [f"Teil {n}" for n in range(1, parts + 1)]
    for text in texts:
        await plant.put(f"{to.id}:{text}", to, message=Message(text), **more)
    return texts


async def claimed(plant: Plant) -> list[int]:
    async with plant.store() as store:
        found = await store.deliveries.claim(plant.clock.now(), "a", 100, LEASE)
    return [one.id for one in found]


async def test_fault_32_a_list_comes_in_its_order(plant: Plant, anna: Person) -> None:
    texts = await list_of(plant, anna, 10, kind=Kind.ANSWER)
    bot = await plant.bot()
    await bot.settle_down()

    assert [one.text for one in plant.sent(101)] == texts


@pytest.mark.parametrize("seed", range(2))
async def test_fault_32_refusals_in_between_change_no_order(
    plant: Plant, anna: Person, seed: int
) -> None:
    bela = await plant.member(102)
    texts = {to.id: await list_of(plant, to, 5) for to in (anna, bela)}
    drawn = random.Random(seed)
    for _ in range(4):
        plant.telegram.fault("sendMessage", "code", code=409, chat_id=drawn.choice([101, 102]))
    bot = await plant.bot()
    for _ in range(12):
        await plant.passes(bot, timedelta(seconds=drawn.randint(1, 4)))

    assert [one.text for one in plant.sent(101)] == texts[anna.id]
    assert [one.text for one in plant.sent(102)] == texts[bela.id]


async def test_fault_32_one_that_is_tried_again_holds_the_later_ones(
    plant: Plant, anna: Person
) -> None:
    bela = await plant.member(102)
    first, second = await plant.put("a", anna), await plant.put("b", anna)
    other = await plant.put("c", bela)
    async with plant.store() as store:
        (mine,) = [
            d
            for d in await store.deliveries.claim(plant.clock.now(), "a", 9, LEASE)
            if d.id == first
        ]
        await store.deliveries.give_back(mine, plant.clock.now() + timedelta(minutes=5))
    plant.clock.move(SOON)

    assert second not in await claimed(plant)
    assert {(await plant.row(n)).state for n in (first, second)} == {State.SCHEDULED}
    assert (await plant.row(other)).state is State.CLAIMED


async def test_fault_32_who_holds_whom(plant: Plant, anna: Person) -> None:
    now = plant.clock.now()
    to_come = await plant.put("to come", anna, due_at=now + timedelta(days=1))
    urgent = await plant.put("urgent", anna, priority=Priority.ANSWER, kind=Kind.ANSWER)
    notice = await plant.put("notice", anna, due_at=now - SOON)
    announced = await plant.put("announced", anna, priority=Priority.ANNOUNCEMENT)

    # A later and more urgent one does not wait for a notice, and nothing waits for the future.
    # Only one is on its way at a time: of two nobody knows which arrives first.
    assert await claimed(plant) == [urgent]
    assert {(await plant.row(each)).state for each in (notice, announced, to_come)} == {
        State.SCHEDULED
    }


async def test_fault_32_what_is_on_its_way_holds_the_more_urgent_too(
    plant: Plant, anna: Person
) -> None:
    """Else it could arrive after an answer, and tell as the newest what the answer took back."""
    notice = await plant.put("notice", anna, due_at=plant.clock.now() - SOON)
    assert await claimed(plant) == [notice]
    await plant.put("urgent", anna, priority=Priority.ANSWER, kind=Kind.ANSWER)
    past = plant.clock.now() - 2 * SOON  # as another process wrote it whose clock is behind
    await plant.put("behind", anna, priority=Priority.ANSWER, kind=Kind.ANSWER, due_at=past)
    plant.clock.move(SOON)

    assert await claimed(plant) == []


async def test_fault_32_an_answer_of_a_clock_that_was_ahead_goes_before_newer_ones(
    plant: Plant, anna: Person
) -> None:
    answer = {"priority": Priority.ANSWER, "kind": Kind.ANSWER}
    ahead = plant.clock.now() + timedelta(minutes=4)
    older = await plant.put("older", anna, due_at=ahead, **answer)
    newer = await plant.put("newer", anna, **answer)

    assert await claimed(plant) == []

    plant.clock.move_to(ahead)  # or its moment is put right

    assert await claimed(plant) == [older]
    assert (await plant.row(newer)).state is State.SCHEDULED


async def test_fault_32_doubt_holds_nobody(plant: Plant, anna: Person) -> None:
    lost = await plant.put("lost", anna, kind=Kind.ANNOUNCEMENT)
    plant.telegram.fault("sendMessage", "reset")
    bot = await plant.bot()
    await bot.settle_down()
    later = await plant.put("later", anna)
    await bot.settle_down()

    assert (await plant.row(lost)).state is State.UNKNOWN
    assert (await plant.row(later)).state is State.SENT


async def test_fault_32_a_chat_that_moves_keeps_its_order(plant: Plant, anna: Person) -> None:
    texts = await list_of(plant, anna, 3)
    plant.telegram.fault("sendMessage", "migrate", chat_id=101, migrate_to=7101)
    plant.telegram.person(7101, "P<101>")
    await plant._presses_start(7101)
    bot = await plant.bot()
    await bot.settle_down()

    assert [one.text for one in plant.sent(7101)] == texts


async def seat(plant: Plant, training: Training, of: Person) -> int:
    """Register somebody; return the registration."""
    async with plant.store() as store:
        await register(store.registrations, training.id, of, plant.clock.now())
        return (await store.registrations.active(training.id))[-1].id


@pytest.mark.parametrize("linked", [{0}, {1}, {0, 1}])
async def test_fault_32_what_belongs_to_a_registration_stands_in_the_same_line(
    plant: Plant, anna: Person, training: Training, linked: set[int]
) -> None:
    own = await seat(plant, training, anna)
    about = {"registration_id": own, "training_id": training.id}
    first, second = [
        await plant.put(f"{n}", anna, **(about if n in linked else {})) for n in range(2)
    ]

    assert await claimed(plant) == [first]

    plant.clock.move(SOON)

    assert await claimed(plant) == []  # the first is under way
    assert (await plant.row(second)).state is State.SCHEDULED


async def test_fault_32_the_line_stays_when_a_registration_goes(
    plant: Plant, anna: Person, training: Training
) -> None:
    own = await seat(plant, training, anna)
    first = await plant.put("about it", anna, registration_id=own)
    await plant.put("later", anna)
    async with plant.store() as store:
        await store.registrations._run(sa.delete(registration))

    assert await claimed(plant) == [first]


async def test_fault_32_a_chat_that_moves_takes_along_what_belongs_to_registrations(
    plant: Plant, anna: Person, training: Training
) -> None:
    own = await seat(plant, training, anna)
    first = await plant.put("about it", anna, registration_id=own)
    async with plant.store() as store:
        await store.persons.follow(anna.id, "7101", "telegram")
        await store.deliveries.follow("101", "7101", anna.id)
    await plant.put("later", anna)

    assert await claimed(plant) == [first]


async def test_fault_37_what_was_in_doubt_ends_as_doubt(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    plant.telegram.fault("sendMessage", "reset", after=True)
    bot = await plant.bot()
    await bot.settle_down()
    now = plant.clock.now()
    async with plant.store() as store:
        assert await store.deliveries.resend_unknown(now + HOLD) == 1
        await store.plans.end_all(anna.id, State.CANCELLED, "erased", now)
    ended = await plant.row(number)

    assert len(plant.sent(101)) == 1
    assert (ended.state, ended.error) == (State.UNKNOWN, "erased")
    assert ended.settled_at == now
    assert ended.message is None

    async with plant.store() as store:
        backlog = await store.oversight.outbox()
        assert (backlog.counts[Kind.REMINDER, State.UNKNOWN], backlog.doubts) == (1, 0)
        assert not await store.deliveries.resend(number, plant.clock.now())
        assert await store.deliveries.forget_old(plant.clock.now() + SOON) == 1


async def test_fault_37_what_is_too_late_to_repeat_stays_in_doubt(
    plant: Plant, anna: Person
) -> None:
    until = plant.clock.now() + timedelta(minutes=3)
    number = await plant.put("a", anna, expires_at=until)
    plant.telegram.fault("sendMessage", "reset", after=True)
    bot = await plant.bot()
    await bot.settle_down()
    plant.telegram.fault("sendMessage", "code", None, code=409)
    await plant.passes(bot, HOLD)
    await plant.passes(bot, timedelta(minutes=10))
    ended = await plant.row(number)

    assert len(plant.sent(101)) == 1
    assert ended.state is State.UNKNOWN
    assert ended.settled_at is not None


async def test_fault_37_what_is_left_by_hand_stays_in_doubt(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna, kind=Kind.ANNOUNCEMENT)
    plant.telegram.fault("sendMessage", "reset")
    bot = await plant.bot()
    await bot.settle_down()
    async with plant.store() as store:
        assert await store.outcomes.leave([number], plant.clock.now()) == 1
        assert (await store.oversight.outbox()).doubts == 0
    left = await plant.row(number)

    assert (left.state, left.error) == (State.UNKNOWN, LEFT_UNKNOWN)
    assert left.message is None
    assert left.settled_at is not None


async def test_fault_38_what_waited_for_the_line_goes_at_once(plant: Plant) -> None:
    people = [await plant.member(101 + n) for n in range(8)]
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        transport = Transport(trust_env=False)
        await transport.initialize()
        away = await plant.bot(request=transport, base_url=address)
        for n, person in enumerate(people):
            await list_of(plant, person, 2, due_at=plant.clock.now() + timedelta(seconds=n))
        for _ in range(9):
            plant.clock.move(timedelta(minutes=1))
            await away.outbox.drain()
        await transport.shutdown()
    assert plant.sent() == []

    newer = await plant.member(200)
    await plant.put("newer", newer)
    plant.clock.move(SOON)
    bot = await plant.bot()
    await bot.settle_down()

    assert (await plant.states()) == {State.SENT: 2 * len(people) + 1}
    for person in people:
        said = [one.text for one in plant.sent(int(person.address.name))]
        assert said == ["Teil 1", "Teil 2"]


async def test_fault_38_the_oldest_is_due_first(plant: Plant, anna: Person) -> None:
    people = [anna, *[await plant.member(110 + n) for n in range(3)]]
    numbers = [await plant.put(f"old:{n}", each) for n, each in enumerate(people)]
    last, now = await plant.member(120), plant.clock.now()
    later = await plant.put("later", last, due_at=now + SOON)
    no_line, paused = NotSent("refused", no_line=True), NotSent("wait", timedelta(minutes=4))
    async with plant.store() as store:
        claimed = await store.deliveries.claim(now, "a", 4, LEASE)
        await store.deliveries.begin_sending(claimed, now, LEASE)
        for held in claimed:
            outcome = paused if held.id == numbers[0] else no_line
            await store.deliveries.settle(held, verdict(held, outcome, now, 1.0), now)
        now += 2 * SOON
        assert await line_is_back(store.deliveries, now) == 3
        due = await store.deliveries.claim(now, "a", 9, LEASE)

    assert [one.id for one in due] == [*numbers[1:], later]
