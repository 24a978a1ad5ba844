"""Lets people move up on the release day, into seats that were kept for offices until then."""

from __future__ import annotations

import structlog

from domain import seating
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store

_log = structlog.get_logger(__name__)


async def run(tools: Tools) -> None:
    """Give seats that are no longer kept to who waits, under each training's lock: once."""
    now = tools.now()
    async with tools.database.reading() as store:
        loose = await store.seating.loose(now)

    async def release(store: Store, training_id: int) -> None:
        if await store.seating.admits(training_id, now):
            moved_up = await seating.release(store, tools.network, training_id, now)
            _log.info("moved up beside quotas", training=training_id, moved_up=moved_up)

    await singly(tools, "training", loose, release)
