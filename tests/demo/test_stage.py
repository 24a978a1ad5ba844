"""The stage begins anew while its page goes on asking."""

from __future__ import annotations

import asyncio

import pytest

from bot.demo.app import hooks
from bot.demo.phones import NEUSS
from bot.demo.stage import staged


@pytest.mark.long
async def test_who_asks_while_all_begins_anew_is_answered_afterwards() -> None:
    async with staged() as stage:
        asked = hooks(stage)
        assert asked.start_over
        assert asked.next_due
        assert asked.invitation
        anew = asyncio.ensure_future(asked.start_over())
        while not anew.done():
            assert await asked.next_due() is None
            await asyncio.sleep(0)
        assert await asked.invitation(NEUSS)
        await anew


@pytest.mark.long
async def test_a_scene_is_played_to_its_end_before_all_begins_anew() -> None:
    async with staged() as stage:
        asked = hooks(stage)
        assert asked.start_over
        assert asked.next_step
        step, _ = await asyncio.gather(asked.next_step(), asked.start_over())
        again = await asked.next_step()

    assert step
    assert again
    assert (step.number, again.number) == (1, 1)
