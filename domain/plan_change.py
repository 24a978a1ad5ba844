"""Changing a training that people may be registered for: all of them learn what was and what is.

Every use case locks the training first, changes it, plans its reminders anew and puts the
notices into the outbox, in the one transaction of its caller. Doing it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from domain import register as rules
from domain.delivery import Kind
from domain.ledger.entries import Entry, LedgerKind
from domain.letters import moved_up_letters, to_come
from domain.localtime import local_day
from domain.network import Network, ReminderRule
from domain.plan_desk import Desk
from domain.plan_told import Difference, alone, dates, stands, words
from domain.quiet import next_allowed
from domain.register import fewest_seats, taken
from domain.reminder import of_session
from domain.session import overlapping
from domain.training import CalledOff, Plan, Training, held_on, put_on, with_units
from domain.vocabulary import EventStatus

#: Who would learn of a change later than so long before the start learns of it at night too.
SHORT_NOTICE = timedelta(hours=24)
_REMINDERS = (Kind.REMINDER,)
_OVERTAKEN_BY_A_MOVE = (Kind.REMINDER, Kind.MOVED)
_OVERTAKEN_BY_A_CANCELLATION = (
    Kind.REMINDER,
    Kind.MOVED,
    Kind.CHANGED,
    Kind.MOVED_UP,
    Kind.SEAT_OFFERED,
    Kind.SEAT_FREE,
    Kind.OFFER_ENDED,
    Kind.APPROVAL_ASKED,
    Kind.APPROVAL_GIVEN,
    Kind.APPROVAL_ENDED,
)


class Reason(StrEnum):
    """Why a training cannot be changed like this."""

    GONE = "gone"
    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"
    STARTED = "started"
    OVER = "over"
    PAST = "past"
    END_BEFORE_START = "end-before-start"
    DEADLINE = "deadline"
    SEATS_TAKEN = "seats-taken"
    SEATS_KEPT = "seats-kept"
    SEATS_FULL = "seats-full"
    QUOTA_FULL = "quota-full"
    NO_LIMIT = "no-limit"
    RELEASED = "released"
    KNOWN = "known"
    NOT_FIRST_HOST = "not-first-host"
    OVERTAKEN = "overtaken"
    OVERLAP = "overlap"
    ONLY_SESSION = "only-session"


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed, and why; `taken` is the number of seats that stands against it."""

    reason: Reason
    taken: int = 0


@dataclass(frozen=True, slots=True)
class Changed:
    """The training as it is now; how many are told, from when on, and how many moved up."""

    training: Training
    told: int = 0
    told_at: datetime | None = None
    moved_up: int = 0


def notice_time(now: datetime, starts_at: datetime, network: Network) -> datetime:
    """Return when people are told: not at quiet times, unless the training is too close."""
    calm = next_allowed(now, network.quiet, network.zone)
    return now if starts_at - calm < SHORT_NOTICE else calm


async def changeable(
    desk: Desk, training_id: int, now: datetime, *, to_the_last: bool = False
) -> Training | Refused:
    """Return the locked training, or why it cannot be changed any more.

    `to_the_last` is set for what can be another one up to the last session of a series.
    """
    training = await desk.trainings.lock(training_id)
    if training is None:
        return Refused(Reason.GONE)
    if training.status is EventStatus.DRAFT:
        return Refused(Reason.DRAFT)
    if training.status is EventStatus.CANCELLED:
        return Refused(Reason.CANCELLED)
    if training.status is EventStatus.HELD or training.over(now):
        return Refused(Reason.OVER)
    begins = training.plan.dates[-1 if to_the_last else 0].starts_at
    return Refused(Reason.STARTED) if now >= begins else training


async def overtaken(
    desk: Desk, training_id: int, part: str, stood: int, now: datetime, session: int = 0
) -> Refused | None:
    """Return why a part cannot be changed now: somebody was faster since it was shown (`stands`).

    Of a series it may be one `session` that was shown. The training stays locked, so that what is
    changed next is what was compared.
    """
    training = await changeable(desk, training_id, now, to_the_last=bool(session))
    if isinstance(training, Refused):
        return training
    shown = alone(training.plan, session) if session else training.plan
    faster = shown is None or stands(shown, part) != stood
    return Refused(Reason.OVERTAKEN) if faster else None


async def _fresh(desk: Desk, training_id: int) -> Training:
    training = await desk.trainings.get(training_id)
    assert training is not None
    return training


async def move(
    desk: Desk,
    network: Network,
    training_id: int,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    session: int = 0,
) -> Changed | Refused:
    """Put a training on a new date; who registered keeps the seat and is told both dates.

    Of a series it is the `session` of this number, as long as it has not begun. Who has not
    learned of an earlier move yet is told the date they know, not the one between.
    """
    training = await changeable(desk, training_id, now, to_the_last=True)
    if isinstance(training, Refused):
        return training
    one = of_session(training, session)
    if one is None or now >= one.starts_at:
        return Refused(Reason.GONE if one is None else Reason.STARTED)
    if one.moments == (starts_at, ends_at):
        return Changed(training)
    if starts_at <= now or ends_at <= starts_at:
        return Refused(Reason.PAST if starts_at <= now else Reason.END_BEFORE_START)
    new = put_on(training.plan, one.number, starts_at, ends_at, network.zone)
    if overlapping(new.dates):
        return Refused(Reason.OVERLAP)
    urgent = min(one.starts_at, starts_at)
    return await _redated(desk, network, training, new, urgent, now, postponed=True)


async def drop_session(
    desk: Desk, network: Network, training_id: int, session: int, now: datetime
) -> Changed | Refused:
    """Let one session of a series fall out; the last one that is left is called off instead."""
    training = await changeable(desk, training_id, now, to_the_last=True)
    if isinstance(training, Refused):
        return training
    one = of_session(training, session)
    if one is None or not training.plan.series:
        return Refused(Reason.GONE if one is None else Reason.ONLY_SESSION)
    if now >= one.starts_at:
        return Refused(Reason.STARTED)
    left = [each for each in training.plan.sessions if each != one]
    new = held_on(training.plan, left, network.zone)
    return await _redated(desk, network, training, new, one.starts_at, now, postponed=False)


async def _redated(
    desk: Desk,
    network: Network,
    training: Training,
    new: Plan,
    urgent: datetime,
    now: datetime,
    *,
    postponed: bool,
) -> Changed:
    """Put a training on other dates, plan its reminders anew, and tell whom it concerns."""
    known = await desk.plans.untold(training.id, Kind.MOVED)
    await desk.trainings.set_plan(training.id, new, moved=True)
    fresh = await _fresh(desk, training.id)
    await desk.plans.cancel("training-moved", _OVERTAKEN_BY_A_MOVE, now, training_id=training.id)
    await desk.plans.remind(fresh, to_come(fresh, network, now))
    if postponed and await desk.trainings.known(training.id):  # else nobody had noted the date
        await desk.ledger.add([_entry(training, LedgerKind.EVENT_POSTPONED, network)])
    told = Difference(Kind.MOVED, dates(training.plan), dates(new), known)
    return await _tell(desk, network, fresh, told, urgent, now)


async def _tell(
    desk: Desk,
    network: Network,
    training: Training,
    of: Difference,
    urgent: datetime,
    now: datetime,
) -> Changed:
    """Tell everybody whom it concerns; `urgent` is when it is too late for them.

    Each is told from what they know. What is again as somebody knows it is no change to them.
    """
    due_at = notice_time(now, urgent, network)
    ends = max(training.plan.dates[-1].starts_at, urgent)
    told, begun = 0, training.running(now)
    for was, ids in of.believed():
        if statuses := of.concerned(was, begun=begun):
            told += await desk.plans.tell(training, of.kind, was, due_at, ends, statuses, only=ids)
    was = of.before
    statuses = of.concerned(was, begun=begun)
    told += await desk.plans.tell(
        training, of.kind, was, due_at, ends, statuses, but=list(of.known)
    )
    return Changed(training, told, due_at)


def _entry(training: Training, kind: LedgerKind, network: Network) -> Entry:
    """Return the ledger's row, on the day that was planned: the year of the report."""
    day = local_day(training.plan.starts_at, network.zone)
    return Entry(day, kind, 1, training_id=training.id)


async def cancel(
    desk: Desk, network: Network, training_id: int, now: datetime, why: CalledOff | None = None
) -> Changed | Refused:
    """Call a training off; everybody registered and waiting is told, and why."""
    training = await changeable(desk, training_id, now)
    if isinstance(training, Refused):
        return training
    await desk.trainings.set_cancelled(training_id, now, why or CalledOff())
    fresh = await _fresh(desk, training_id)
    overtaken = _OVERTAKEN_BY_A_CANCELLATION
    await desk.plans.cancel("training-cancelled", overtaken, now, training_id=training_id)
    await desk.ledger.add([_entry(training, LedgerKind.EVENT_CANCELLED, network)])
    starts_at = training.plan.starts_at
    due_at = notice_time(now, starts_at, network)
    told = await desk.plans.tell(fresh, Kind.CANCELLED, {}, due_at, starts_at)
    return Changed(fresh, told, due_at)


async def describe(
    desk: Desk,
    network: Network,
    training_id: int,
    changed: Mapping[str, Any],
    now: datetime,
    *,
    tell: bool = False,
) -> Changed | Refused:
    """Change what a training is, but not when, how many may come, or when people are reminded.

    Of title, place, link and mode everybody is told whom it concerns; of the rest if they shall.
    """
    training = await changeable(desk, training_id, now, to_the_last=True)
    if isinstance(training, Refused):
        return training
    old = training.plan
    new = replace(old, **changed)
    if "units" in changed:
        new = with_units(new, new.units)
    if new == old:
        return Changed(training)
    if "deadline_at" in changed and not now < new.deadline_at <= old.starts_at:
        return Refused(Reason.DEADLINE)
    small = tuple(name for name in changed if name not in words(old))
    if small == tuple(changed) and not tell:
        return await _replan(desk, training, new)
    await desk.trainings.set_plan(training_id, new, moved=False)
    fresh = await _fresh(desk, training_id)
    known = await desk.plans.untold(training_id, Kind.CHANGED)
    await desk.plans.cancel("changed-again", (Kind.CHANGED,), now, training_id=training_id)
    told = Difference(Kind.CHANGED, words(old), words(new), known, small if tell else ())
    return await _tell(desk, network, fresh, told, fresh.coming(now).starts_at, now)


async def set_seats(
    desk: Desk, network: Network, training_id: int, seats: int | None, now: datetime
) -> Changed | Refused:
    """Change the number of seats; more let the line move up, fewer than taken are refused."""
    training = await changeable(desk, training_id, now)
    if isinstance(training, Refused):
        return training
    everyone = await desk.registrations.active(training_id)
    if seats is None and training.quota_seats:
        return Refused(Reason.NO_LIMIT)
    given = await fewest_seats(desk.registrations, training, everyone, now)
    if seats is not None and seats < max(1, given):
        kept = given > taken(everyone) + training.block_seats
        return Refused(Reason.SEATS_KEPT if kept else Reason.SEATS_TAKEN, given)
    if seats == training.plan.seats:
        return Changed(training)
    await desk.trainings.set_plan(training_id, replace(training.plan, seats=seats), moved=False)
    fresh = await _fresh(desk, training_id)
    first = await rules.move_up(desk.registrations, fresh, everyone, now)
    if first:
        await desk.deliveries.put(*moved_up_letters(network, fresh, first, now))
    return Changed(fresh, moved_up=len(first))


async def _replan(desk: Desk, training: Training, new: Plan) -> Changed:
    if new == training.plan:
        return Changed(training)
    await desk.trainings.set_plan(training.id, new, moved=False)
    return Changed(await _fresh(desk, training.id))


async def set_reminders(
    desk: Desk,
    network: Network,
    training_id: int,
    rules: tuple[ReminderRule, ...],
    now: datetime,
) -> Changed | Refused:
    """Change when people are reminded; what was sent already is not sent again."""
    training = await changeable(desk, training_id, now, to_the_last=True)
    if isinstance(training, Refused):
        return training
    changed = await _replan(desk, training, replace(training.plan, reminders=rules))
    await desk.plans.cancel("reminders-changed", _REMINDERS, now, training_id=training_id)
    await desk.plans.remind(changed.training, to_come(changed.training, network, now))
    return changed


async def set_open(
    desk: Desk, training_id: int, now: datetime, *, open_: bool
) -> Changed | Refused:
    """Close registration before its deadline, or open it again."""
    training = await changeable(desk, training_id, now)
    if isinstance(training, Refused):
        return training
    closed = training.status is EventStatus.CLOSED
    if closed is open_:
        status = EventStatus.PUBLISHED if open_ else EventStatus.CLOSED
        await desk.trainings.set_status(training_id, status)
        return Changed(await _fresh(desk, training_id))
    return Changed(training)
