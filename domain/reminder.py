"""When somebody is reminded of a training, and when a late reminder makes no sense any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.localtime import days_before_at, local_day
from domain.network import ReminderRule
from domain.quiet import QuietHours
from domain.register import Registration
from domain.session import Session
from domain.standing import Stand, stand
from domain.training import Training
from domain.vocabulary import EventStatus, ReminderStage

#: What makes a reminder the same one: planned twice, it is sent once.
KEY = "reminder:{registration}:{stage}:{revision}"
MOST_DAYS_EARLIER = 7
#: So many days before, and earlier, a series is told of once and not before each session.
ONCE_FROM = 7
#: These stages are no reminders of the training itself to those who have a seat.
_OTHER_STAGES = frozenset({ReminderStage.DEADLINE_NEAR, ReminderStage.FEEDBACK})


@dataclass(frozen=True, slots=True)
class Planned:
    """One reminder of a training: due then, useless from `expires_at` on (both UTC).

    Of a series `session` is the number of the session that it reminds of, else 0.
    """

    stage: ReminderStage
    due_at: datetime
    expires_at: datetime
    session: int = 0

    @property
    def name(self) -> str:
        """What tells it from all other reminders of the training, in its key."""
        return f"{self.stage}.{self.session}" if self.session else self.stage.value

    def told(self, of: Training) -> dict[str, Any]:
        """Return what its row says beside its links."""
        of_session = {"session": self.session} if self.session else {}
        return {"stage": self.stage, "revision": of.revision, **of_session}


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


def plan_each(
    dates: Sequence[Session],
    rules: Iterable[ReminderRule],
    zone: ZoneInfo,
    quiet: QuietHours,
    now: datetime,
) -> list[Planned]:
    """Return the reminders still to come of a training on these dates.

    Before each session people are reminded; a week before and earlier only of the first one, as
    all dates are told then.
    """
    rules = tuple(rules)
    if len(dates) == 1:
        return plan(dates[0].starts_at, rules, zone, quiet, now)
    near = tuple(rule for rule in rules if rule.days_before < ONCE_FROM)
    return [
        replace(one, session=each.number)
        for at, each in enumerate(dates)
        for one in plan(each.starts_at, near if at else rules, zone, quiet, now)
    ]


def _due(starts_at: datetime, rule: ReminderRule, zone: ZoneInfo, quiet: QuietHours) -> datetime:
    for earlier in range(MOST_DAYS_EARLIER):
        at = days_before_at(starts_at, rule.days_before + earlier, rule.at, zone)
        if not quiet.closed(local_day(at, zone)):
            return at
    return days_before_at(starts_at, rule.days_before, rule.at, zone)


def of_session(training: Training, number: int) -> Session | None:
    """Return the session that a reminder is about: the only one if it names none."""
    dates = training.plan.dates
    return next((each for each in dates if each.number == number), None if number else dates[0])


def not_needed(
    training: Training,
    registration: Registration | None,
    revision: int,
    now: datetime,
    session: int = 0,
) -> str | None:
    """Return why a due reminder must not go out (a code for the row); None if it should."""
    of = of_session(training, session)
    if training.status is EventStatus.CANCELLED:
        return "training-cancelled"
    if revision != training.revision or of is None:
        return "training-moved"
    if registration is None or stand(registration) is not Stand.SEAT:
        return "not-registered"
    if registration.approve_by is not None:
        return "not-approved"
    if registration.muted:
        return "muted"
    if now >= of.starts_at:
        return "training-begun"
    return None


def days_left(starts_at: datetime, now: datetime, zone: ZoneInfo) -> int:
    """Return whole local days from today to the training's first day; 0 is today."""
    first: date = local_day(starts_at, zone)
    return (first - local_day(now, zone)).days
