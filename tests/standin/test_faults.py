"""What is ordered goes wrong: before or after accepting, as often as ordered."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import (
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from standin.people.person import Person
from standin.telegram import Telegram
from tests.standin.support import ANNA, until


@pytest.mark.parametrize(
    ("kind", "how", "error"),
    [
        ("code", {"code": 500}, NetworkError),
        ("code", {"code": 502}, NetworkError),
        ("code", {"code": 403}, Forbidden),
        ("code", {"code": 401}, InvalidToken),
        ("code", {"code": 429, "retry_after": 3}, RetryAfter),
        ("code", {"code": 429}, NetworkError),
        ("hang", {}, TimedOut),
        ("reset", {}, NetworkError),
        ("garbage", {}, TelegramError),
        ("migrate", {"migrate_to": -1005}, ChatMigrated),
    ],
)
@pytest.mark.parametrize("after", [False, True])
async def test_the_library_raises_what_it_would_raise(
    telegram: Telegram,
    anna: Person,
    bot: Bot,
    kind: str,
    how: dict[str, Any],
    error: type[TelegramError],
    after: bool,
) -> None:
    telegram.fault("send*", kind, after=after, **how)

    with pytest.raises(TelegramError) as raised:
        await bot.send_message(ANNA, "eins")

    assert type(raised.value) is error
    assert len(telegram.sent) == after
    await bot.send_message(ANNA, "zwei")
    assert anna.last.text == "zwei"


async def test_a_fault_strikes_as_often_as_ordered_and_where_ordered(
    telegram: Telegram, anna: Person, bert: Person, bot: Bot
) -> None:
    await bert.opens()
    telegram.fault("sendMessage", "code", 2, code=500, chat_id=ANNA)

    await bot.send_message(bert.id, "geht")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(ANNA, "geht nicht")
    await bot.send_message(ANNA, "geht wieder")

    assert [entry.text for entry in telegram.sent] == ["geht", "geht wieder"]
    assert [call.fault for call in telegram.calls if call.fault] == ["code before accepting"] * 2


async def test_a_lasting_fault_ends_when_it_is_cleared(telegram: Telegram, bot: Bot) -> None:
    telegram.fault("*", "code", None, code=503)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.get_me()

    telegram.faults.clear()

    assert (await bot.get_me()).username == "robot_bot"


async def test_what_is_refused_does_not_use_up_a_fault_after_accepting(
    telegram: Telegram, anna: Person, bot: Bot
) -> None:
    telegram.fault("sendMessage", "reset", after=True)
    with pytest.raises(TelegramError):
        await bot.send_message(ANNA, " ")

    assert telegram.faults.active()


async def test_over_http_a_line_is_cut(address: str, telegram: Telegram, anna: Person) -> None:
    telegram.fault("sendMessage", "reset", after=True)
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientError):
            await session.post(
                f"{address}/bot1:demo/sendMessage", data={"chat_id": ANNA, "text": "x"}
            )

    assert len(telegram.sent) == 1


async def test_over_http_a_line_hangs_until_the_fault_is_cleared(
    address: str, telegram: Telegram
) -> None:
    telegram.fault("getMe", "hang")
    async with aiohttp.ClientSession() as session:
        asking = asyncio.create_task(session.post(f"{address}/bot1:demo/getMe"))
        await until(lambda: telegram.calls)
        done, _ = await asyncio.wait([asking], timeout=0.1)
        assert not done
        telegram.faults.clear()
        with pytest.raises(aiohttp.ClientError):
            await asyncio.wait_for(asking, 2)


async def test_over_http_garbage_is_no_json(address: str, telegram: Telegram) -> None:
    telegram.fault("getMe", "garbage")
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{address}/bot1:demo/getMe") as response,
    ):
        assert response.status == 200
        assert b"{" not in await response.read()
