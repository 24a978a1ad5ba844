"""Lets people move up whenever a seat is free and somebody waits for it who can be told."""

from __future__ import annotations

import structlog

from domain import seats as rules
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store

_log = structlog.get_logger(__name__)


async def run(tools: Tools) -> None:
    """Give free seats to who waits, under each training's lock: once.

    They are free after a release, when somebody in line is back in reach, and when who moved up
    could not be told of it.
    """
    now = tools.now()
    async with tools.database.reading() as store:
        loose = await store.seating.loose(now)
        unheard = await store.plans.unheard(now)

    async def release(store: Store, training_id: int) -> None:
        missed = unheard.get(training_id, [])
        if missed or await rules.admits(store, training_id, now):
            moved_up = await rules.release(store, tools.network, training_id, now, missed)
            _log.info("moved up", training=training_id, moved_up=moved_up, passed_over=len(missed))

    await singly(tools, "training", sorted({*loose, *unheard}), release)
