"""Seats without a person behind them, and seats kept for an office: booked, given back, released.

Every use case locks the training first, as all changes do. Doing it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Protocol

from domain import plan_desk, register
from domain.delivery import Kind, Letter
from domain.letters import moved_up_letters
from domain.localtime import days_before_at
from domain.network import Network
from domain.plan_change import Changed, Reason, Refused, changeable, notice_time
from domain.training import MOST_SEATS, Plan, Training

#: An office (or the whole county) and a sector.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """Seats booked for an institution: an office (or the whole county) and a sector."""

    id: int
    office: str
    sector: str
    n: int


class Seating(Protocol):
    """What is kept about seats beside the registrations; numbers of 0 are not kept."""

    async def block(self, training_id: int, place: Place) -> int: ...
    async def set_block(self, training_id: int, place: Place, n: int) -> None: ...
    async def set_quota(
        self, training_id: int, office: str, n: int, release_at: datetime
    ) -> None: ...


class Desk(plan_desk.Desk, Protocol):
    """Everything that changing seats touches."""

    @property
    def seating(self) -> Seating: ...


def release_time(plan: Plan, network: Network) -> datetime:
    """Return when seats kept for offices become free: the release day begins."""
    days = network.defaults.release_days
    return days_before_at(plan.starts_at, days, time.min, network.zone)


async def book(
    desk: Desk, network: Network, training_id: int, place: Place, n: int, now: datetime
) -> Changed | Refused:
    """Book so many seats for an institution in all, 0 gives them back; never more than are free."""
    training = await changeable(desk, training_id, now)
    if isinstance(training, Refused):
        return training
    before = await desk.seating.block(training_id, place)
    free = await register.free_for(desk.registrations, training, place[0], now)
    most = before + (MOST_SEATS if free is None else free)
    if n > max(before, min(most, MOST_SEATS)):
        return Refused(Reason.SEATS_FULL, most - before)
    if n == before:
        return Changed(training)
    await desk.seating.set_block(training_id, place, max(0, n))
    return await _moved_up(desk, network, training_id, now)


async def set_quota(
    desk: Desk, network: Network, training_id: int, office: str, n: int, now: datetime
) -> Changed | Refused:
    """Keep so many seats for an office until the release, 0 for none.

    All quotas and what is given away beside them never exceed the seats.
    """
    training = await changeable(desk, training_id, now)
    if isinstance(training, Refused):
        return training
    if training.plan.seats is None:
        return Refused(Reason.NO_LIMIT)
    release_at = release_time(training.plan, network)
    if now >= release_at:
        return Refused(Reason.RELEASED)
    division = await register.division(desk.registrations, training)
    before, most = division.quotas.get(office, 0), division.most(office)
    if n > max(before, most):
        return Refused(Reason.QUOTA_FULL, most)
    if n == before:
        return Changed(training)
    await desk.seating.set_quota(training_id, office, max(0, n), release_at)
    return await _moved_up(desk, network, training_id, now)


class Waiting(Protocol):
    """Where somebody waits while seats are free."""

    async def if_loose(self, training_id: int, now: datetime) -> Training | None: ...


class Hall(Protocol):
    """What is asked before a seat is given to who waits."""

    @property
    def seating(self) -> Waiting: ...
    @property
    def registrations(self) -> register.Shared: ...


async def admits(hall: Hall, training_id: int, now: datetime) -> bool:
    """Return whether somebody who waits for a training may have a seat now.

    So it is after a release, when somebody who waits has changed the office, and when somebody
    who was passed over can be reached again. Where people are asked first, nobody may unasked.
    """
    of = await hall.seating.if_loose(training_id, now)
    if of is None or of.asks(now):
        return False
    if not of.keeping(now):
        return True
    return bool((await register.division(hall.registrations, of)).admitted()[0])


async def release(
    desk: Desk, network: Network, training_id: int, now: datetime, unheard: Sequence[int] = ()
) -> int:
    """Let those move up who can now, as all can after it; return how many, 0 the second time.

    They learn of it outside of quiet times. The seats of those who have one since they moved
    up, but are `unheard` of it as they could not be reached, go to the next in line first.
    """
    training = await changeable(desk, training_id, now)
    if isinstance(training, Refused):
        return 0
    if unheard:
        await register.put_back(desk.registrations, training, unheard, now)
        await _forget_moving_up(desk, unheard, now)
    due_at = notice_time(now, training.plan.starts_at, network)
    return (await _moved_up(desk, network, training_id, now, due_at)).moved_up


async def _forget_moving_up(desk: Desk, unheard: Sequence[int], now: datetime) -> None:
    """Make as if nobody had wanted to tell of these seats: their reminders end.

    When these people move up again they are told again.
    """
    for number in unheard:
        await desk.plans.cancel("not-registered", (Kind.REMINDER,), now, registration_id=number)
    await desk.plans.free_moving_up(unheard)


async def _moved_up(
    desk: Desk, network: Network, training_id: int, now: datetime, due_at: datetime | None = None
) -> Changed:
    """Let the line move up into what is free now, and tell those who did."""
    fresh = await desk.trainings.get(training_id)
    assert fresh is not None
    everyone = await desk.registrations.active(training_id)
    first = await register.move_up(desk.registrations, fresh, everyone, now)
    letters = moved_up_letters(network, fresh, first, now)
    if letters:
        await desk.deliveries.put(*(_told_at(each, due_at or now) for each in letters))
    return Changed(fresh, moved_up=len(first))


def _told_at(letter: Letter, due_at: datetime) -> Letter:
    return replace(letter, due_at=due_at) if letter.kind is Kind.MOVED_UP else letter
