"""The stage begins anew while its page goes on asking, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.app import hooks
from bot.demo.phones import NEUSS
from bot.demo.stage import staged
from standin.http.page import Hooks

pytestmark = pytest.mark.long


@pytest.fixture
async def asked() -> AsyncIterator[Hooks]:
    """What the page can ask of a stage."""
    async with staged() as stage:
        yield hooks(stage)


async def test_who_asks_while_all_begins_anew_is_answered_afterwards(asked: Hooks) -> None:
    assert asked.start_over
    assert asked.next_due
    assert asked.invitation
    anew = asyncio.ensure_future(asked.start_over())
    while not anew.done():
        assert await asked.next_due() is None
        await asyncio.sleep(0)
    await anew

    assert await asked.invitation(NEUSS)


async def test_a_scene_is_played_to_its_end_before_all_begins_anew(asked: Hooks) -> None:
    assert asked.start_over
    assert asked.next_step
    step, _ = await asyncio.gather(asked.next_step(), asked.start_over())
    again = await asked.next_step()

    assert step
    assert again
    assert (step.number, again.number) == (1, 1)


def test_a_stage_that_does_not_open_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def opens() -> None:
        async with asyncio.timeout(0), staged():
            pass

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    with pytest.raises(TimeoutError):
        asyncio.run(opens())

    assert list(tmp_path.iterdir()) == []
