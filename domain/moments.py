"""Puts right what a wrong clock wrote: nobody waits longer than by the right one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from domain.arrival import MOST_ATTEMPTS, retry_after
from domain.delivery import UNKNOWN_HOLD, Kind
from domain.network import Network
from domain.quiet import next_allowed

#: What answers somebody is due as it is written, by day and by night.
ANSWERS = frozenset(
    {
        Kind.ANSWER,
        Kind.CARD,
        Kind.CONFIRMATION,
        Kind.PROGRESS,
        Kind.ACCESS_REQUEST,
        Kind.ACCESS_GRANTED,
        Kind.ACCESS_DECLINED,
    }
)
#: What is due as it is written, or at the end of the quiet hours; reminders have their own time.
NOTICES = frozenset(Kind) - ANSWERS - {Kind.REMINDER}


class Moments(Protocol):
    """When what waits is to be looked at; each returns how many were changed.

    `due` lets none of these kinds be due later than a moment, `holds` holds nothing in doubt
    beyond one, and `updates` leaves none alone beyond the one for so many attempts.
    """

    async def due(self, kinds: Collection[Kind], moment: datetime) -> int: ...
    async def retries(self, now: datetime) -> int: ...
    async def holds(self, end: datetime) -> int: ...
    async def updates(self, ends: Mapping[int, datetime]) -> int: ...


async def put_right(moments: Moments, network: Network, now: datetime) -> dict[str, int]:
    """Bring back the moments that lie too far ahead; return how many, by what they are of."""
    calm = next_allowed(now, network.quiet, network.zone)
    ends = {attempts: now + retry_after(attempts) for attempts in range(MOST_ATTEMPTS + 1)}
    return {
        "answers": await moments.due(ANSWERS, now),
        "notices": await moments.due(NOTICES, calm),
        "retries": await moments.retries(now),
        "holds": await moments.holds(now + UNKNOWN_HOLD),
        "updates": await moments.updates(ends),
    }
