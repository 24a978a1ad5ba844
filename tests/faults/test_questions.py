"""A question that waited ends when a newer one of its dialogue was put; a word goes out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.delivery import State
from tests.faults.conftest import Plant

pytestmark = pytest.mark.differs  # how the rows of a chat are found


async def hears(plant: Plant, *said: str) -> None:
    """Let a bot handle what somebody says, and send nothing yet."""
    bot, phone = plant.bots[0], plant.telegram.people[101]
    for each in said:
        await phone.says(each)
        await bot.accept(plant.telegram.take_updates())
        await bot.inbox.drain()


async def test_only_the_newest_question_of_a_dialogue_is_asked(plant: Plant) -> None:
    bot = await plant.bot()
    await plant.member()
    await plant.member(102)
    await hears(plant, "/name", "/hilfe", "/name")
    async with plant.store() as store:
        put = await store.deliveries.listed([State.SCHEDULED])
    plant.clock.move(timedelta(seconds=5))
    await bot.outbox.drain()
    rows = [await plant.row(each.id) for each in reversed(put)]
    reasons = [row.error for row in rows if row.state is State.CANCELLED]
    texts = [message.text for message in plant.telegram.people[101].messages]

    # A question, a word, the question once more behind it, and a new one.
    assert [row.state for row in rows] == [
        State.CANCELLED,
        State.SENT,
        State.CANCELLED,
        State.SENT,
    ]
    assert reasons == ["superseded"] * 2
    assert [text.startswith("So geht es") for text in texts] == [True, False]
    assert plant.telegram.people[102].messages == []


async def test_a_lost_question_is_not_asked_again_after_a_newer_one(plant: Plant) -> None:
    bot = await plant.bot()
    await plant.member()
    await hears(plant, "/name")
    plant.telegram.fault("sendMessage", "code", code=502)
    await bot.outbox.drain()
    await hears(plant, "/hilfe", "/name")  # a newer one, asked at once
    await bot.outbox.drain()
    asked = [message.text for message in plant.telegram.people[101].messages]
    await plant.passes(bot, timedelta(seconds=95))

    assert [message.text for message in plant.telegram.people[101].messages] == asked
    async with plant.store() as store:
        (lost,) = await store.deliveries.listed([State.UNKNOWN])
    assert (await plant.row(lost.id)).error == "superseded"
