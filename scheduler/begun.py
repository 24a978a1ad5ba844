"""Tells who still waits when a training begins that no seat became free, and what comes next."""

from __future__ import annotations

from datetime import timedelta

from domain.delivery import Kind
from domain.message import Message
from domain.quiet import next_allowed
from domain.standing import Stand, stand
from domain.training import Training
from domain.vocabulary import EventStatus, RegistrationStatus
from scheduler.rendering import Dropped, Facts
from scheduler.tools import Tools
from texts import notices

#: So long after the beginning it still makes sense to be told.
TOLD = timedelta(days=1)


async def tell(tools: Tools) -> None:
    """Tell the lines of the trainings that have begun, each once."""
    now = tools.now()
    async with tools.database.reading() as store:
        if not await store.trainings.begun_with_line(now - TOLD, now):
            return
    due_at = next_allowed(now, tools.network.quiet, tools.network.zone)
    async with tools.database.transaction() as store:
        for training in await store.trainings.begun_with_line(now - TOLD, now):
            waiting = (RegistrationStatus.WAITLISTED, RegistrationStatus.OFFERED)
            await store.plans.tell(training, Kind.LINE_ENDED, {}, due_at, due_at + TOLD, waiting)


async def line_ended(facts: Facts) -> Message | Dropped:
    """Say it to who still waits, with the topic's next date that is open for them."""
    if facts.course.status is EventStatus.CANCELLED:
        return Dropped("training-cancelled")
    if stand(facts.registration) is not Stand.LINE:
        return Dropped("not-registered")
    if not facts.course.running(facts.now):
        return Dropped("training-moved")
    return notices.line_ended(facts.texts, facts.network, facts.course, await _next(facts))


async def _next(facts: Facts) -> Training | None:
    """Return the next training on the topic for which the person can register."""
    assert facts.person is not None
    sector, topic = facts.person.sector, facts.course.plan.topic
    open_ = [
        each
        for each in await facts.desk.store.trainings.of_topic(topic, facts.now)
        if each.closed_for(sector, facts.now) is None
    ]
    return open_[0] if open_ else None
