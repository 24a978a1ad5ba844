"""A press proves that its message arrived; a number that somebody made up proves nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.evidence import MOST_OF_A_CHAT
from domain.announce_audience import Audience, BroadcastState
from domain.channel import in_chat
from domain.delivery import Kind, State
from domain.training import Training
from tests.faults.conftest import Plant, dies


def tap(number: int, person: int, data: str) -> dict[str, Any]:
    user = {"id": person, "is_bot": False, "first_name": "x"}
    shown = {"message_id": 1, "date": 0, "chat": {"id": person, "type": "private"}, "text": "?"}
    query = {"id": str(number), "from": user, "chat_instance": "1", "message": shown, "data": data}
    return {"update_id": number, "callback_query": query}


async def unknown(plant: Plant, **more: Any) -> int:
    """Leave somebody's message unknown; return its number."""
    number = await plant.put("announce:1", await plant.member(101), kind=Kind.ANNOUNCEMENT, **more)
    await dies(await plant.bot("after_accept_before_commit"))
    await plant.passes(await plant.bot(), timedelta(minutes=5))
    assert (await plant.row(number)).state is State.UNKNOWN
    return number


async def test_a_number_that_no_message_has_holds_up_no_evidence(plant: Plant) -> None:
    number = await unknown(plant)
    bot = await plant.bot()
    forged = ["z" * 14, "1y2p0ij32e8e8", "1y2p0ij32e8e7", "9" * 13, "0", "-1", "٣", "1_0", ""]
    taps = [tap(n, 666, f"offices~{each}") for n, each in enumerate(forged, 10)]
    await bot.accept([*taps, tap(50, 101, f"menu~{number}")])

    await bot.settle_down()

    assert (await plant.row(number)).state is State.SENT
    assert len(bot.evidence) == 0


async def test_a_press_in_another_chat_changes_nothing(plant: Plant, training: Training) -> None:
    anna = await plant.member(102)
    async with plant.store() as store:
        made = await store.broadcasts.add(training, Audience(), plant.clock.now(), anna.id)
    number = await unknown(plant, broadcast_id=made.id)
    async with plant.store() as store:
        await store.broadcasts.set_state(made.id, BroadcastState.DONE)
    bot = await plant.bot()
    await bot.accept([tap(10, 666, f"offices~{number}")])
    await bot.inbox.drain()

    await bot.flush_evidence()

    async with plant.store() as store:
        of = await store.broadcasts.get(made.id)
    assert of is not None
    assert of.state is BroadcastState.DONE
    assert (await plant.row(number)).state is State.UNKNOWN


async def test_nobody_crowds_out_the_evidence_of_others(plant: Plant) -> None:
    bot = await plant.bot()
    for number in range(1, 1000):
        bot.evidence.note(number, in_chat(666))
    bot.evidence.note(5000, in_chat(101))

    assert len(bot.evidence) == MOST_OF_A_CHAT + 1

    await bot.flush_evidence()

    assert len(bot.evidence) == 0
