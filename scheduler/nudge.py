"""Asks once, before a deadline, who has not answered."""

from __future__ import annotations

import structlog

from domain import register_nudge as rules
from domain.message import Message
from domain.standing import Stand
from scheduler.rendering import Dropped, Facts, standing
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store
from texts import notices

_log = structlog.get_logger(__name__)


async def run(tools: Tools) -> None:
    """Ask for each training whose deadline is near."""
    now = tools.now()
    async with tools.database.reading() as store:
        near = await store.agenda.to_nudge(now, now + rules.BEFORE)

    async def ask(store: Store, training_id: int) -> None:
        asked = await rules.nudge(store, tools.network, training_id, now)
        if asked:
            _log.info("asked before the deadline", training=training_id, people=asked)

    await singly(tools, "training", near, ask)


async def asked(facts: Facts) -> Message | Dropped:
    """Ask somebody who still has not answered, as long as that still can be done."""
    assert facts.person is not None
    if not facts.person.nudged:
        return Dropped("muted")
    seen = await standing(facts, facts.course, facts.person)
    if seen.closed is not None:
        return Dropped("closed")
    if seen.stand is not Stand.NEITHER or seen.regrets:
        return Dropped("answered")
    return notices.nudge(facts.texts, facts.network, facts.course, seen)
