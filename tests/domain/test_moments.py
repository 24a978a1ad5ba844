"""After a wrong clock nobody waits longer than by the right one; and when an update is given up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from domain.arrival import next_try, retry_after
from domain.delivery import Kind
from domain.moments import ANSWERS, NOTICES, put_right
from tests.domain.years import NETWORK

NIGHT, MORNING = datetime(2027, 3, 2, 22, tzinfo=UTC), datetime(2027, 3, 3, 6, tzinfo=UTC)


@dataclass
class Moments:
    """What waits; each way of it was changed so often."""

    asked: list[tuple[object, ...]] = field(default_factory=list)

    def noted(self, *what: object) -> int:
        self.asked.append(what)
        return len(self.asked)

    async def due(self, kinds: Collection[Kind], moment: datetime) -> int:
        return self.noted("due", kinds, moment)

    async def retries(self, now: datetime) -> int:
        return self.noted("retries", now)

    async def holds(self, end: datetime) -> int:
        return self.noted("holds", end)

    async def updates(self, ends: Mapping[int, datetime]) -> int:
        return self.noted("updates", ends)


async def test_answers_are_due_at_once_and_notices_when_the_night_is_over() -> None:
    moments = Moments()
    found = await put_right(moments, NETWORK, NIGHT)

    assert found == {"answers": 1, "notices": 2, "retries": 3, "holds": 4, "updates": 5}
    assert moments.asked == [
        ("due", ANSWERS, NIGHT),
        ("due", NOTICES, MORNING),
        ("retries", NIGHT),
        ("holds", NIGHT + timedelta(seconds=90)),
        (
            "updates",
            {n: NIGHT + timedelta(seconds=s) for n, s in enumerate((0, 2, 4, 8, 16, 32, 64))},
        ),
    ]


def test_every_kind_but_reminders_is_put_right_once() -> None:
    assert not ANSWERS & NOTICES
    assert frozenset(Kind) - ANSWERS - NOTICES == {Kind.REMINDER}


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 0), (1, 2), (2, 4), (5, 32)])
def test_each_failure_doubles_the_time_until_the_next_try(attempts: int, seconds: int) -> None:
    assert retry_after(attempts) == timedelta(seconds=seconds)
    assert next_try(attempts, NIGHT) == NIGHT + timedelta(seconds=seconds)


def test_after_six_failures_an_update_is_given_up() -> None:
    assert next_try(6, NIGHT) is None
    assert next_try(7, NIGHT) is None
