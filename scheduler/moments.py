"""Puts right what a wrong clock wrote, so that nobody waits longer than without it."""

from __future__ import annotations

import structlog

from domain import moments
from scheduler.tools import Tools

_log = structlog.get_logger(__name__)


async def put_right(tools: Tools) -> None:
    """Bring back the moments that lie too far ahead; by a clock that is right now."""
    async with tools.database.transaction() as store:
        changed = await moments.put_right(store.moments, tools.network, tools.now())
    if any(changed.values()):
        _log.warning("moments put right", **changed)
        tools.database.wake()
