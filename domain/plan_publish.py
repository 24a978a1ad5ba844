"""Putting a training on offer, one by one in chat or a whole programme from a file."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.localtime import day_begins, local_day
from domain.training import Plan, Training
from domain.vocabulary import EventStatus


class Trainings(Protocol):
    """The trainings; `on_day` is whether one of a title begins within a time."""

    async def add(
        self, plan: Plan, host: str, created_by: int | None, status: EventStatus
    ) -> Training: ...
    async def on_day(self, title: str, day_start: datetime, day_end: datetime) -> bool: ...


async def publish(trainings: Trainings, plan: Plan, host: str, created_by: int | None) -> Training:
    """Put a training on offer, for an office; who planned it hears how its announcement goes."""
    return await trainings.add(plan, host, created_by, EventStatus.PUBLISHED)


async def is_there(trainings: Trainings, plan: Plan, zone: ZoneInfo) -> bool:
    """Return whether a training of this title is on that day: a file must not be taken twice."""
    begins = day_begins(local_day(plan.starts_at, zone), zone)
    return await trainings.on_day(plan.title, begins, begins + timedelta(days=1))
