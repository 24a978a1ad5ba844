"""When somebody is reminded of a training, and when a late reminder makes no sense any more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.localtime import days_before_at
from domain.network import ReminderRule
from domain.quiet import QuietHours
from domain.register import Registration
from domain.standing import Stand, stand
from domain.training import Training
from domain.vocabulary import EventStatus, ReminderStage

#: What makes a reminder the same one: planned twice, it is sent once.
KEY = "reminder:{registration}:{stage}:{revision}"
MOST_DAYS_EARLIER = 7
#: These stages are no reminders of the training itself to those who have a seat.
_OTHER_STAGES = frozenset({ReminderStage.DEADLINE_NEAR, ReminderStage.FEEDBACK})


@dataclass(frozen=True, slots=True)
class Planned:
    """One reminder of a training: due then, useless from `expires_at` on (both UTC)."""

    stage: ReminderStage
    due_at: datetime
    expires_at: datetime

    def told(self, of: Training) -> dict[str, Any]:
        """Return what its row says beside its links."""
        return {"stage": self.stage, "revision": of.revision}


def key(registration_id: int, stage: str, revision: int) -> str:
    """Return the key of one reminder."""
    return KEY.format(registration=registration_id, stage=stage, revision=revision)


def plan(
    starts_at: datetime,
    rules: Iterable[ReminderRule],
    zone: ZoneInfo,
    quiet: QuietHours,
    now: datetime,
) -> list[Planned]:
    """Return the reminders still to come, in order.

    Each ends where the next begins, so that after an outage nobody gets two at once. A day on
    which the network keeps quiet is avoided by going earlier: later would be too late.
    """
    due = {
        at: rule.stage
        for rule in rules
        if rule.stage not in _OTHER_STAGES
        and (at := _due(starts_at, rule, zone, quiet)) < starts_at
    }
    moments = sorted(due)
    ends = [*moments[1:], starts_at]
    return [
        Planned(due[at], at, end)
        for at, end in zip(moments, ends, strict=False)  # an end more than moments if none is due
        if at > now
    ]


def _due(starts_at: datetime, rule: ReminderRule, zone: ZoneInfo, quiet: QuietHours) -> datetime:
    for earlier in range(MOST_DAYS_EARLIER):
        at = days_before_at(starts_at, rule.days_before + earlier, rule.at, zone)
        if not quiet.closed(at.astimezone(zone).date()):
            return at
    return days_before_at(starts_at, rule.days_before, rule.at, zone)


def not_needed(
    training: Training, registration: Registration | None, revision: int, now: datetime
) -> str | None:
    """Return why a due reminder must not go out (a code for the row); None if it should."""
    if training.status is EventStatus.CANCELLED:
        return "training-cancelled"
    if revision != training.revision:
        return "training-moved"
    if registration is None or stand(registration) is not Stand.SEAT:
        return "not-registered"
    if registration.muted:
        return "muted"
    if training.running(now):
        return "training-begun"
    return None


def days_left(starts_at: datetime, now: datetime, zone: ZoneInfo) -> int:
    """Return whole local days from today to the training's first day; 0 is today."""
    first: date = starts_at.astimezone(zone).date()
    return (first - now.astimezone(zone).date()).days
