"""Updates reach the bot once it confirms them, and not for ever."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram import Bot
from telegram.error import Conflict

from standin.people.person import Person
from standin.telegram import Telegram
from tests.standin.support import ANNA, Clock, ask, buttons, until


async def texts(telegram: Telegram, **parameters: Any) -> list[str]:
    answer = await ask(telegram, "getUpdates", **parameters)
    return [update["message"]["text"] for update in answer.body["result"]]


async def test_an_update_comes_again_until_it_is_confirmed(
    telegram: Telegram, anna: Person, bot: Bot
) -> None:
    await anna.says("eins")
    await anna.says("zwei")

    first, second = await bot.get_updates()
    again = await bot.get_updates(limit=1)
    rest = await bot.get_updates(offset=second.update_id)

    assert [u.update_id for u in again] == [first.update_id]
    assert [u.update_id for u in rest] == [second.update_id]
    assert await bot.get_updates(offset=second.update_id + 1) == ()


async def test_a_negative_offset_keeps_the_newest(telegram: Telegram, anna: Person) -> None:
    for text in ("eins", "zwei", "drei"):
        await anna.says(text)

    assert await texts(telegram, offset=-1) == ["drei"]
    assert await texts(telegram) == ["drei"]


async def test_a_long_poll_ends_with_the_first_update(telegram: Telegram, anna: Person) -> None:
    polling = asyncio.create_task(texts(telegram, timeout=30))
    await asyncio.sleep(0)
    await anna.says("da")

    assert await asyncio.wait_for(polling, 1) == ["da"]


async def test_a_poll_without_updates_ends_in_time(telegram: Telegram) -> None:
    assert await asyncio.wait_for(texts(telegram, timeout=1), 3) == []


async def test_a_second_poller_ends_the_first(telegram: Telegram, anna: Person, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: telegram.world.updates.signal.waiting)
    second = asyncio.create_task(bot.get_updates(timeout=30))

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await asyncio.wait_for(first, 1)
    await anna.says("da")
    assert len(await asyncio.wait_for(second, 1)) == 1


async def test_polling_and_a_webhook_exclude_each_other(telegram: Telegram, bot: Bot) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: telegram.world.updates.signal.waiting)
    await bot.set_webhook("https://example.org/hook")

    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await asyncio.wait_for(polling, 1)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_presses_expire_after_150_seconds_and_messages_after_a_day(
    telegram: Telegram, anna: Person, clock: Clock
) -> None:
    await ask(telegram, "sendMessage", chat_id=ANNA, text="x", reply_markup=buttons("Ja"))
    await anna.says("Hallo")
    await anna.taps("Ja")

    clock.move(seconds=149)
    assert len((await ask(telegram, "getUpdates")).body["result"]) == 2
    clock.move(seconds=1)
    assert await texts(telegram) == ["Hallo"]
    clock.move(hours=24)
    assert await texts(telegram) == []
    assert [update.kind for update in telegram.world.updates.dropped] == [
        "callback_query",
        "message",
    ]


async def test_a_bot_gets_only_what_it_wants(telegram: Telegram, anna: Person) -> None:
    await ask(telegram, "getUpdates", allowed_updates=["my_chat_member"])
    await anna.says("nichts für Sie")
    await anna.blocks()

    (update,) = (await ask(telegram, "getUpdates")).body["result"]
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_dropped_updates_are_gone(telegram: Telegram, anna: Person, bot: Bot) -> None:
    await anna.says("alt")
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook(drop_pending_updates=True)

    assert await bot.get_updates() == ()
