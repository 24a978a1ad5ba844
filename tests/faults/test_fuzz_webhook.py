"""Whatever is posted to the webhook: no error of ours, and the next one is answered."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from tests.faults.conftest import Plant
from tests.faults.test_crashes import command
from tests.faults.test_odd_updates import posted, states
from tests.fixtures.spoiling import drawn, spoiled_bytes, spoiled_objects
from tests.telegram.test_fuzz_updates import UPDATES

#: How many calls come in; they are the same each time, `make soak` has new ones of its own.
MANY = 150


def numbered(updates: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each update that has a number one of its own, as the chat of one member."""
    return [
        {**each, "update_id": n} if each.get("update_id") == 1 else each
        for n, each in enumerate(updates, 1_000)
    ]


@pytest.mark.long
async def test_whatever_is_posted_gets_no_error_and_the_next_one_is_answered(
    plant: Plant,
) -> None:
    await plant.member(101)
    await plant.member(102)
    bot = await plant.bot()
    objects = numbered(drawn(spoiled_objects(*UPDATES.values()), MANY))
    raw = [json.dumps(each).encode() for each in numbered(list(UPDATES.values()))]
    bodies = [*objects, *drawn(spoiled_bytes(*raw), MANY)]
    random.Random(7).shuffle(bodies)

    answers = await posted(bot, [*bodies, command(9_999_999, 102, "/hilfe")])
    await bot.settle_down()

    assert set(answers) == {200}
    ended = await states(plant)
    assert set(ended) <= {"done", "dead"}
    assert 9_999_999 in ended["done"]
    assert len(plant.sent(102)) == 1
    assert len(ended["done"]) > MANY / 10  # many were odd, not all
    assert len(ended["dead"]) > MANY / 10
