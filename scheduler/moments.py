"""Puts right what a wrong clock wrote, so that nobody waits longer than without it."""

from __future__ import annotations

import structlog

from domain.quiet import next_allowed
from scheduler.tools import Tools

_log = structlog.get_logger(__name__)


async def put_right(tools: Tools) -> None:
    """Bring back the moments that lie too far ahead; by a clock that is right now."""
    now, network = tools.now(), tools.network
    calm = next_allowed(now, network.quiet, network.zone)
    async with tools.database.transaction() as store:
        moments = store.moments
        changed = {
            "answers": await moments.answers(now),
            "notices": await moments.notices(calm),
            "retries": await moments.retries(now),
            "holds": await moments.holds(now),
            "updates": await moments.updates(now),
        }
    if any(changed.values()):
        _log.warning("moments put right", **changed)
        tools.database.wake()
