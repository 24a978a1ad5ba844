"""The limiter lets callers of the library and the dispatcher share one pace."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Any

import pytest
from aiohttp import web
from telegram.error import NetworkError, RetryAfter

from bot.telegram.limiter import Grant, Limiter
from bot.telegram.outcome import classify
from bot.telegram.pace import Pace
from domain.delivery import NotSent
from tests.telegram.conftest import Serve, answer_with, bot_at

MESSAGE = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}}


async def test_the_dispatcher_never_overruns_on_a_busy_loop() -> None:
    limiter = Limiter(28.0)
    sent: list[float] = []
    start = time.monotonic()
    while time.monotonic() < start + 2.5:
        for chat in range(await limiter.ready(25)):
            if limiter.take(len(sent) * 10 + chat):
                sent.append(time.monotonic())
        time.sleep(random.uniform(0, 0.05))  # noqa: ASYNC251 - the loop is meant to be late

    assert max(sum(t <= other < t + 1 for other in sent) for t in sent) <= 30


async def test_ready_tells_at_most_what_was_asked() -> None:
    assert await Limiter(None).ready(25) == 25
    assert await Limiter(28.0).ready(1) == 1
    assert await Limiter(28.0).ready(25) == 2


async def test_ready_waits_for_the_halt_to_end() -> None:
    limiter = Limiter(None)
    limiter.pause(0.1)
    start = time.monotonic()
    waiting = asyncio.create_task(limiter.ready(5))
    await asyncio.sleep(0.05)
    limiter.pause(0.15)  # the halt grows while it waits
    await waiting

    assert time.monotonic() - start >= 0.19
    assert limiter.paused_for() == 0


async def test_the_dispatcher_is_told_when_a_chat_is_free() -> None:
    limiter = Limiter(None)

    assert all(limiter.take(7) for _ in range(3))
    assert not limiter.take(7)
    assert 0.8 < limiter.next_free(7) <= 1.0
    assert limiter.next_free(8) == 0


async def test_a_caller_gets_the_next_slot_while_the_dispatcher_is_busy() -> None:
    limiter = Limiter(50.0)
    assert limiter.take(1)
    assert limiter.take(2)
    caller = asyncio.create_task(limiter.slot(3))
    taken = 0
    while not caller.done():
        await limiter.ready(25)
        await asyncio.sleep(0)  # the dispatcher reads its rows first
        taken += limiter.take(100 + taken)

    assert taken <= 2


async def test_who_gives_up_waiting_was_not_sent() -> None:
    limiter = Limiter(28.0)
    limiter.pause(60)
    with pytest.raises(TimeoutError) as caught:
        async with asyncio.timeout(0.02):
            await limiter.slot(7)
    await limiter.shutdown()

    assert isinstance(classify(caught.value), NotSent)


async def test_calls_of_the_library_are_paced(serve: Serve) -> None:
    limiter = Limiter(20.0)
    async with serve(answer_with(MESSAGE)) as url, bot_at(url, rate_limiter=limiter) as bot:
        start = time.monotonic()
        await asyncio.gather(*(bot.send_message(chat, "x") for chat in range(6)))

    assert time.monotonic() - start >= 4 / 20


async def test_what_is_no_message_passes_in_a_halt(serve: Serve) -> None:
    limiter = Limiter(1.0)
    limiter.pause(60)
    async with serve(answer_with(True)) as url, bot_at(url, rate_limiter=limiter) as bot:
        async with asyncio.timeout(5):
            for _ in range(5):
                await bot.answer_callback_query("1")
                await bot.send_chat_action(7, "typing")
                await bot.set_my_commands([])


async def test_a_granted_call_waits_for_nobody(serve: Serve) -> None:
    limiter = Limiter(0.1)
    async with serve(answer_with(MESSAGE)) as url, bot_at(url, rate_limiter=limiter) as bot:
        async with asyncio.timeout(5):
            for chat in range(5):
                await bot.send_message(chat, "x", rate_limit_args=Grant.GIVEN)


async def test_a_granted_call_is_not_made_in_a_halt(serve: Serve) -> None:
    calls = 0

    async def answer(_request: web.Request) -> web.StreamResponse:
        nonlocal calls
        calls += 1
        return web.json_response({"ok": True, "result": MESSAGE})

    limiter = Limiter(28.0)
    limiter.pause(60)
    async with serve(answer) as url, bot_at(url, rate_limiter=limiter) as bot:
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(7, "x", rate_limit_args=Grant.GIVEN)
    outcome = classify(caught.value)

    assert calls == 0
    assert isinstance(outcome, NotSent)
    assert outcome.retry_after is not None
    assert 59 < outcome.retry_after.total_seconds() <= 60


@pytest.mark.parametrize(
    ("body", "seconds"),
    [({"ok": False, "parameters": {"retry_after": 9}}, 9), ({"ok": False}, 5)],
    ids=["with a time", "without"],
)
async def test_a_429_halts_everything(body: dict[str, Any], seconds: float, serve: Serve) -> None:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.json_response(body, status=429)

    limiter = Limiter(28.0)
    async with serve(answer) as url, bot_at(url, rate_limiter=limiter) as bot:
        with pytest.raises((RetryAfter, NetworkError)):
            await bot.send_message(7, "x")

    assert seconds - 1 < limiter.paused_for() <= seconds
    assert not limiter.take(8)


async def test_a_429_for_a_list_of_commands_halts_no_message(serve: Serve) -> None:
    async def answer(_request: web.Request) -> web.StreamResponse:
        body = {"ok": False, "parameters": {"retry_after": 300}}
        return web.json_response(body, status=429)

    limiter = Limiter(28.0)
    async with serve(answer) as url, bot_at(url, rate_limiter=limiter) as bot:
        with pytest.raises(RetryAfter):
            await bot.set_my_commands([])

    assert limiter.paused_for() == 0


async def test_the_clock_is_the_callers() -> None:
    now = 0.0
    limiter = Limiter(pace=Pace(1.0), clock=lambda: now)

    assert limiter.take(1)
    assert limiter.take(2)
    assert not limiter.take(3)

    now = 1.0

    assert limiter.take(3)
