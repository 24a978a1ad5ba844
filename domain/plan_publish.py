"""Putting a training on offer, one by one in chat or a whole programme from a file."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.localtime import day_begins, local_day
from domain.plan_change import Reason, Refused
from domain.plan_hosts import beside
from domain.training import Plan, Training
from domain.vocabulary import EventStatus


class Trainings(Protocol):
    """The trainings; `on_day` is whether one of a title begins within a time."""

    async def add(
        self, plan: Plan, host: str, created_by: int | None, status: EventStatus
    ) -> Training: ...
    async def on_day(self, title: str, day_start: datetime, day_end: datetime) -> bool: ...


class Drafts(Protocol):
    """What finishing a draft needs of the trainings; `lock` holds until the end."""

    async def lock(self, training_id: int) -> Training | None: ...
    async def get(self, training_id: int) -> Training | None: ...
    async def set_plan(self, training_id: int, plan: Plan, *, moved: bool) -> None: ...
    async def set_status(self, training_id: int, status: EventStatus) -> None: ...
    async def remove(self, training_id: int) -> None: ...


async def publish(trainings: Trainings, plan: Plan, host: str, created_by: int | None) -> Training:
    """Put a training on offer, for an office; who planned it hears how its announcement goes."""
    return await trainings.add(beside(plan, host), host, created_by, EventStatus.PUBLISHED)


async def keep(trainings: Trainings, plan: Plan, host: str, created_by: int | None) -> Training:
    """Keep a training as a draft of an office, whose coordinators see and finish it."""
    return await trainings.add(beside(plan, host), host, created_by, EventStatus.DRAFT)


async def finish(
    drafts: Drafts, training_id: int, plan: Plan, *, on_offer: bool
) -> Training | Refused:
    """Change a draft, and put it on offer; who comes second is told that it is on offer already."""
    training = await drafts.lock(training_id)
    if training is None:
        return Refused(Reason.GONE)
    if training.status is not EventStatus.DRAFT:
        return Refused(Reason.PUBLISHED)
    await drafts.set_plan(training_id, beside(plan, training.host), moved=False)
    if on_offer:
        await drafts.set_status(training_id, EventStatus.PUBLISHED)
    found = await drafts.get(training_id)
    return found or Refused(Reason.GONE)


async def drop(drafts: Drafts, training_id: int) -> Training | Refused:
    """Give a draft up; what is on offer already is taken back or called off instead."""
    training = await drafts.lock(training_id)
    if training is None:
        return Refused(Reason.GONE)
    if training.status is not EventStatus.DRAFT:
        return Refused(Reason.PUBLISHED)
    await drafts.remove(training_id)
    return training


async def is_there(trainings: Trainings, plan: Plan, zone: ZoneInfo) -> bool:
    """Return whether a training of this title is on that day: a file must not be taken twice."""
    begins = day_begins(local_day(plan.starts_at, zone), zone)
    return await trainings.on_day(plan.title, begins, begins + timedelta(days=1))
