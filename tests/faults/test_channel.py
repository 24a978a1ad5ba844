"""What Telegram answers, or does not: each message ends where everybody can see it (13-20)."""

from __future__ import annotations

import socket
from datetime import timedelta
from typing import Any

import pytest

from bot.telegram.transport import Transport
from domain.channel import in_chat
from domain.delivery import Kind, State
from domain.message import Message
from domain.person import Person
from domain.training import Training
from tests.faults.conftest import TEXT, Plant

HOLD = timedelta(seconds=91)


@pytest.fixture
async def anna(plant: Plant) -> Person:
    return await plant.member(101)


async def test_fault_13_asked_to_wait(plant: Plant, anna: Person) -> None:
    bela = await plant.member(102)
    first, second = await plant.put("a", anna), await plant.put("b", bela)
    plant.telegram.fault("sendMessage", "code", code=429, retry_after=2, chat_id=101)
    bot = await plant.bot()
    await bot.outbox.step()
    await bot.outbox.idle()
    refused = len(plant.telegram.calls)
    other = await plant.bot()
    async with plant.store() as store:
        at = plant.clock.now()
        pause = await store.gates.paused(at)

    assert pause is not None
    assert bot.channel.limiter.paused_for() > 1
    assert await other.outbox._anything_due() in {True, False}
    assert other.channel.limiter.paused_for() > 1

    await bot.settle_down()
    times = [call.at for call in plant.telegram.calls[refused:] if call.method == "sendMessage"]

    assert all(each >= at + pause.left - timedelta(milliseconds=50) for each in times)

    await plant.passes(bot, timedelta(seconds=3))

    assert [(await plant.row(n)).state for n in (first, second)] == [State.SENT, State.SENT]
    assert len(plant.sent(101)) == len(plant.sent(102)) == 1


async def test_fault_14_asked_to_wait_without_a_time(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    plant.telegram.fault("sendMessage", "code", code=429)
    bot = await plant.bot()
    await bot.outbox.step()
    await bot.outbox.idle()

    assert (await plant.row(number)).state is State.SCHEDULED
    assert bot.channel.limiter.paused_for() > 4


async def test_fault_15_nobody_answers_the_door(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        transport = Transport(trust_env=False)
        await transport.initialize()
        bot = await plant.bot(request=transport, base_url=address)
        for _ in range(3):
            await bot.outbox.drain()
            plant.clock.move(timedelta(minutes=1))
        await transport.shutdown()

    assert (await plant.row(number)).state is State.SCHEDULED
    assert await plant.attempts(number) == ["scheduled"] * 3

    await plant.passes(await plant.bot(), timedelta(minutes=6))

    assert len(plant.sent()) == 1


LOST: dict[str, tuple[str, dict[str, Any]]] = {
    "hang after": ("hang", {"after": True}),
    "hang before": ("hang", {}),
    "reset after": ("reset", {"after": True}),
    "502 after": ("code", {"code": 502, "after": True}),
    "502 before": ("code", {"code": 502}),
    "garbage after": ("garbage", {"after": True}),
}


@pytest.mark.parametrize("fault", LOST)
@pytest.mark.parametrize("kind", [Kind.REMINDER, Kind.ANNOUNCEMENT])
async def test_fault_16_the_answer_is_lost(
    plant: Plant, anna: Person, fault: str, kind: Kind
) -> None:
    number = await plant.put("a", anna, kind=kind)
    name, how = LOST[fault]
    plant.telegram.fault("sendMessage", name, **how)
    bot = await plant.bot()
    await bot.settle_down()
    arrived = len(plant.sent())

    assert (await plant.row(number)).state is State.UNKNOWN
    assert arrived == ("after" in how)

    await plant.passes(bot, HOLD)
    await plant.passes(bot, timedelta(hours=1))
    again = kind is Kind.REMINDER

    assert (await plant.row(number)).state is (State.SENT if again else State.UNKNOWN)
    assert len(plant.sent()) == arrived + again


async def test_fault_16_lost_twice_stays_unknown(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    plant.telegram.fault("sendMessage", "reset", None, after=True)
    bot = await plant.bot()
    for _ in range(4):
        await plant.passes(bot, HOLD)

    assert (await plant.row(number)).state is State.UNKNOWN
    assert len(plant.sent()) == 2


async def test_fault_16_a_changed_card_is_changed_again(plant: Plant, anna: Person) -> None:
    bot = await plant.bot()
    await plant.put("card", anna)
    await bot.settle_down()
    card = str(plant.sent()[0].message_id)
    number = await plant.put("change", anna, message=Message("Neu", replaces=card))
    plant.telegram.fault("editMessageText", "reset", 3, after=True)
    for _ in range(5):
        await plant.passes(bot, HOLD)

    assert (await plant.row(number)).state is State.SENT
    assert plant.telegram.people[101].last.text == "Neu"
    assert len(plant.sent()) == 1


async def test_fault_17_blocked_and_back(plant: Plant, anna: Person) -> None:
    now, later = plant.clock.now(), plant.clock.now() + timedelta(days=2)
    due, waits = await plant.put("a", anna), await plant.put("b", anna, due_at=later)
    await plant.telegram.people[101].blocks()
    plant.telegram.take_updates()
    bot = await plant.bot()
    await bot.settle_down()
    async with plant.store() as store:
        blocked = await store.persons.get(anna.id)

    assert blocked is not None
    assert blocked.unreachable_since is not None
    assert blocked.unreachable_since >= now
    assert [(await plant.row(n)).state for n in (due, waits)] == [State.UNDELIVERABLE] * 2

    await plant.telegram.people[101].returns()
    await plant.telegram.people[101].says("/hilfe")
    await bot.accept(plant.telegram.take_updates())
    await bot.settle_down()
    async with plant.store() as store:
        back = await store.persons.get(anna.id)

    assert back is not None
    assert back.unreachable_since is None
    assert plant.telegram.people[101].last.text
    assert (await plant.row(due)).state is State.UNDELIVERABLE


@pytest.mark.parametrize("back", ["unblocks", "writes"])
async def test_fault_17_who_comes_back_is_reminded_again(
    plant: Plant, anna: Person, training: Training, back: str
) -> None:
    bot = await plant.bot()
    phone = plant.telegram.people[101]

    async def handled() -> None:
        await bot.accept(plant.telegram.take_updates())
        await bot.settle_down()

    await phone.says("/termine")
    await handled()
    await phone.taps("1. Gespräche <führen> & verstehen")
    await handled()
    await phone.taps("Anmelden")
    await handled()
    before = (await plant.states())[State.SCHEDULED]
    await phone.blocks()
    await handled()

    assert before >= 2
    assert State.SCHEDULED not in await plant.states()

    await phone.returns()
    if back == "writes":
        plant.telegram.take_updates()
        await phone.says("/start")
    await handled()

    assert (await plant.states())[State.SCHEDULED] == before


async def test_fault_17_no_other_refusal_disables_anybody(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    plant.telegram.fault("sendMessage", "code", code=400, description="Bad Request: chat not found")
    await (await plant.bot()).settle_down()
    async with plant.store() as store:
        found = await store.persons.get(anna.id)

    assert (await plant.row(number)).state is State.UNDELIVERABLE
    assert found is not None
    assert found.unreachable_since is None


async def test_fault_18_a_chat_that_moved_is_followed_once(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    await plant.member(777)
    async with plant.store() as store:
        found = await store.persons.by_chat(in_chat(777))
        assert found is not None
        await store.persons.erase(found.id)
    plant.telegram.fault("sendMessage", "migrate", chat_id=101, migrate_to=777)
    await (await plant.bot()).settle_down()

    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent(777)) == 1
    assert await plant.attempts(number) == ["scheduled", "sent"]


async def test_fault_18_a_chat_that_moves_in_circles_is_not(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    plant.telegram.fault("sendMessage", "migrate", None, migrate_to=777)
    await (await plant.bot()).settle_down()

    assert (await plant.row(number)).state is State.UNDELIVERABLE
    assert len(await plant.attempts(number)) == 2


@pytest.mark.wide
async def test_fault_18_a_move_into_a_known_chat_holds_nobody_up(
    plant: Plant, anna: Person
) -> None:
    bela = await plant.member(102)
    moved, other = await plant.put("a", anna), await plant.put("b", bela)
    plant.telegram.fault("sendMessage", "migrate", 2, chat_id=101, migrate_to=102)
    await (await plant.bot()).settle_down()

    assert (await plant.row(other)).state is State.SENT
    assert (await plant.row(moved)).state is State.UNDELIVERABLE


async def test_fault_19_a_text_that_cannot_be_read_goes_plain_once(
    plant: Plant, anna: Person
) -> None:
    good = await plant.put("a", anna)
    refusal = "Bad Request: can't parse entities: byte 3"
    plant.telegram.fault("sendMessage", "code", code=400, description=refusal)
    bot = await plant.bot()
    await bot.settle_down()

    assert (await plant.row(good)).state is State.SENT
    assert plant.sent()[0].text == "Grüße an A & B 🌱"
    assert plant.sent()[0].html == "Grüße an A &amp; B 🌱"

    bad = await plant.put("b", anna)
    plant.telegram.fault("sendMessage", "code", 2, code=400, description=refusal)
    await bot.settle_down()

    assert (await plant.row(bad)).state is State.FAILED
    assert len(plant.sent()) == 1


async def test_fault_19_a_card_that_is_gone_is_sent_anew(plant: Plant, anna: Person) -> None:
    number = await plant.put("change", anna, message=Message(TEXT, replaces="4711"))
    await (await plant.bot()).settle_down()

    assert (await plant.row(number)).state is State.SENT
    assert plant.sent()[0].html == TEXT


async def test_fault_20_a_token_that_is_refused(
    plant: Plant, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await plant.put("a", anna)
    bot = await plant.bot()
    plant.telegram.fault("*", "code", None, code=401)
    await bot.settle_down()
    for _ in range(5):
        await plant.passes(bot, timedelta(minutes=10))

    assert bot.outbox.broken
    assert (await plant.row(number)).state is State.SCHEDULED
    assert len([call for call in plant.telegram.calls if call.method == "sendMessage"]) == 1

    plant.telegram.faults.clear()
    monkeypatch.setattr(bot.outbox, "_probe_at", 0.0)
    await bot.settle_down()

    assert bot.outbox.broken is None
    assert (await plant.row(number)).state is State.SENT
