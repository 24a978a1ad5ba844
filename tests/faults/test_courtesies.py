"""What only looks better never holds anybody up, however long it takes."""

from __future__ import annotations

import asyncio
from typing import Any

from handlers.courtesies import MOST, Courtesies
from standin.inprocess import InProcessRequest
from standin.telegram import Telegram
from tests.faults.conftest import Plant


class NeverAnswered(InProcessRequest):
    """A line on which the answers to taps hang until they are given up."""

    def __init__(self, telegram: Telegram) -> None:
        super().__init__(telegram)
        self.hanging = 0

    async def do_request(self, url: str, *given: Any, **more: Any) -> tuple[int, bytes]:
        if url.endswith("/answerCallbackQuery"):
            self.hanging += 1
            await asyncio.Event().wait()
        return await super().do_request(url, *given, **more)


async def test_a_tap_whose_answer_hangs_holds_up_no_command(plant: Plant) -> None:
    anna, request = await plant.member(), NeverAnswered(plant.telegram)
    bot = await plant.bot(request=request)
    phone = plant.telegram.people[int(anna.address.name)]
    await plant.put("card", anna)
    await bot.outbox.drain()
    await phone.taps("Gut")
    await phone.says("/hilfe")
    await bot.accept(plant.telegram.take_updates())
    async with asyncio.timeout(20):  # only a bot that waits for the tap takes any time
        await bot.inbox.drain()
        await bot.outbox.drain()

    assert request.hanging == 1
    assert phone.last.text.startswith("So geht es")


async def test_what_hangs_is_given_up_and_leaves_room() -> None:
    courtesies, done = Courtesies(limit=0.01), []

    async def hangs() -> None:
        await asyncio.Event().wait()

    async def ends() -> None:
        done.append("ended")

    for _ in range(3 * MOST):
        courtesies.begin(hangs, ends)
    async with asyncio.timeout(20):
        await courtesies.idle()

    assert done
    courtesies.begin(ends)
    await courtesies.idle()
    assert done[-1] == "ended"
