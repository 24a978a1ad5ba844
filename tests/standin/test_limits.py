"""Too many messages are refused with the seconds to wait."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from standin.people.person import Person
from standin.telegram import Telegram
from tests.standin.support import ANNA, Clock, ask


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(clock.now)


async def send(telegram: Telegram, chat_id: int) -> int:
    return (await ask(telegram, "sendMessage", chat_id=chat_id, text="x")).status


async def test_a_chat_takes_a_short_burst_and_then_one_a_second(
    telegram: Telegram, anna: Person, clock: Clock
) -> None:
    burst = [await send(telegram, ANNA) for _ in range(6)]
    refused = telegram.calls[-1]

    assert burst == [200] * 5 + [429]
    assert refused.description == "Too Many Requests: retry after 1"
    clock.move(seconds=1)
    assert [await send(telegram, ANNA) for _ in range(2)] == [200, 429]
    clock.move(seconds=60)
    assert [await send(telegram, ANNA) for _ in range(6)] == [200] * 5 + [429]


async def test_all_chats_together_take_thirty_a_second(telegram: Telegram, clock: Clock) -> None:
    for number in range(1, 41):
        await telegram.person(number, f"Person {number}").opens()

    statuses = [await send(telegram, number) for number in range(1, 41)]

    assert statuses == [200] * 30 + [429] * 10
    clock.move(seconds=1)
    assert [await send(telegram, number) for number in range(31, 41)] == [200] * 10


async def test_the_library_hears_how_long_to_wait(
    telegram: Telegram, anna: Person, bot: Bot
) -> None:
    for _ in range(5):
        await bot.send_message(ANNA, "x")

    with pytest.raises(RetryAfter):
        await bot.send_message(ANNA, "x")
    assert len(telegram.sent) == 5


async def test_a_clock_moved_back_locks_nobody_out(
    telegram: Telegram, anna: Person, clock: Clock
) -> None:
    await send(telegram, ANNA)
    clock.move(days=-1)

    assert await send(telegram, ANNA) == 200


async def test_changes_in_place_are_no_messages(telegram: Telegram, anna: Person, bot: Bot) -> None:
    await bot.send_message(ANNA, "x")
    for number in range(20):
        await bot.edit_message_text(f"{number}", ANNA, anna.last.message_id)

    assert anna.last.text == "19"
