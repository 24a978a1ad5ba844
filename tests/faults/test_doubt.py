"""Doubt stays small, and is told (35)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.delivery import Kind, State
from scheduler.line import MOST_LOST
from tests.faults.conftest import Plant

PEOPLE = 60
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("after", [False, True])
async def test_fault_35_an_outage_leaves_little_doubt(plant: Plant, *, after: bool) -> None:
    for n in range(PEOPLE):
        person = await plant.member(101 + n)
        await plant.put(f"a{n}", person, kind=Kind.ANNOUNCEMENT)
    bot = await plant.bot(rate=28.0)
    await bot.outbox.step()
    await bot.outbox.idle()
    plant.telegram.fault("sendMessage", "code", None, code=502, after=after)
    for _ in range(60):
        await bot.outbox.drain()
        plant.clock.move(SECOND)
    during = await plant.states()
    plant.telegram.faults.clear()
    for _ in range(40):
        await bot.outbox.drain()
        plant.clock.move(SECOND)
    states = await plant.states()

    assert during[State.SCHEDULED] > PEOPLE // 2
    assert states[State.UNKNOWN] == during[State.UNKNOWN] <= 24
    assert states[State.SENT] == PEOPLE - states[State.UNKNOWN]


async def test_fault_35_nothing_is_repeated_into_a_bad_line(plant: Plant) -> None:
    people = [await plant.member(101 + n) for n in range(MOST_LOST)]
    numbers = [await plant.put(f"a{n}", person) for n, person in enumerate(people)]
    bot = await plant.bot()
    plant.telegram.fault("sendMessage", "code", None, code=502)
    plant.telegram.fault("getMe", "code", None, code=502)
    await bot.settle_down()
    for _ in range(4):
        await plant.passes(bot, timedelta(seconds=91))
    tried = {tuple(await plant.attempts(number)) for number in numbers}
    plant.telegram.faults.clear()
    for _ in range(4):
        await plant.passes(bot, timedelta(seconds=91))

    assert tried == {("unknown",)}
    assert [(await plant.row(n)).state for n in numbers] == [State.SENT] * MOST_LOST
