"""Ends requests for an approval that nobody answered, and writes to who asked and is asked."""

from __future__ import annotations

import structlog

from domain import approve_answer as rules
from domain.message import Message
from domain.standing import Stand, stand
from domain.vocabulary import EventStatus
from scheduler import rendering
from scheduler.rendering import Dropped, Facts
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store
from texts import approve_told as wording

_log = structlog.get_logger(__name__)


async def run(tools: Tools) -> None:
    """Give back what was held for somebody whose office did not answer in time."""
    now, network = tools.now(), tools.network
    async with tools.database.reading() as store:
        rows = await store.approvals.due(now)

    async def end(store: Store, training_id: int) -> None:
        lapsed = await rules.lapse(store, network, training_id, now)
        _log.info("approvals lapsed", training=training_id, lapsed=lapsed)

    await singly(tools, "training", sorted(rows), end)


async def asked(facts: Facts) -> Message | Dropped:
    """Ask somebody of an office, as long as the request is one."""
    own = facts.registration
    if own is None or own.approve_by is None or stand(own) is Stand.NEITHER:
        return Dropped("decided")
    if rules.mark(own.approve_by) != facts.delivery.facts.get("request"):
        return Dropped("decided")
    if facts.course.status is EventStatus.CANCELLED:
        return Dropped("training-cancelled")
    who = await facts.desk.store.persons.get(own.person_id)
    if who is None:
        return Dropped("person-erased")
    return wording.asked(facts.texts, facts.network, facts.course, rules.AskedAbout(own, who))


async def given(facts: Facts) -> Message | Dropped:
    """Tell somebody that their office approved, and what they have by it."""
    made = await rendering.confirmation(facts)
    return made if isinstance(made, Dropped) else wording.given(facts.texts, made)


async def ended(facts: Facts) -> Message | Dropped:
    """Tell somebody that the office declined or did not answer, unless they are in again."""
    own = facts.registration
    if own is not None and stand(own) is not Stand.NEITHER:
        return Dropped("registered-again")
    how = rules.Ruling(facts.delivery.facts["ended"])
    return wording.ended(facts.texts, facts.network, facts.course, how)
