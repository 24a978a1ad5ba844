"""Calling a training off: why, and when it is held instead if that is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from domain.localtime import to_local, to_utc
from domain.training import CancelReason
from talk.dates import Moment
from talk.form import Answers, Choice, Form, Problem, Review, Setting, these
from talk.plan_offers import FAR

#: So many weeks after the former date another one is likely.
WEEKS = (1, 2, 4, 6)


def _later(at: Setting) -> Sequence[str]:
    """Return the same time of day some weeks later, as far as that is still to come."""
    zone = at.network.zone
    starts_at = to_local(at.about.training.plan.starts_at, zone)
    found = [to_utc(starts_at + timedelta(weeks=n), zone) for n in WEEKS]
    return [moment.astimezone(UTC).isoformat() for moment in found if moment > at.now]


def _settled(at: Setting, moment: datetime) -> Answers | Problem:
    if moment <= at.now:
        return Problem("cancel-past")
    return {**at.answers, "instead": moment.astimezone(UTC).isoformat()}


CANCEL = Form(
    "cancel",
    (
        Choice("reason", these(CancelReason), labels="called-off"),
        Moment("instead", _later, settled=_settled, far=FAR, unasked=True),
        Review("check", lines=True),
    ),
)
