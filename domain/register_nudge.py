"""Once, before a deadline: who was told of a training and has not answered is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from domain.announce_audience import Audience, Broadcast, BroadcastState
from domain.network import Network
from domain.quiet import next_allowed
from domain.training import Training

#: So long before the deadline it is asked, and so long before it at the latest.
BEFORE, LATEST = timedelta(days=3), timedelta(hours=2)
#: Who was told just now is not asked: an announcement has so long at least.
TIME_TO_ANSWER = timedelta(days=2)


def due_at(
    training: Training, announced: Sequence[Broadcast], network: Network, now: datetime
) -> datetime | None:
    """Return when (UTC) it is asked; None if not now: too early, too late, or closed."""
    deadline = training.plan.deadline_at
    if training.closed(now) is not None or now < deadline - BEFORE:
        return None
    if not told(announced) or any(each.send_at > now - TIME_TO_ANSWER for each in announced):
        return None
    at = next_allowed(now, network.quiet, network.zone)
    return at if at <= deadline - LATEST else None


def told(announced: Sequence[Broadcast]) -> list[Audience]:
    """Return to whom a training was announced."""
    out = {BroadcastState.RUNNING, BroadcastState.DONE}
    return [each.audience for each in announced if each.state in out and not each.written]


class Trainings(Protocol):
    """The trainings; one that is locked does not change until the transaction ends."""

    async def lock(self, training_id: int) -> Training | None: ...
    async def set_nudged(self, training_id: int, now: datetime) -> None: ...


class Broadcasts(Protocol):
    """What went to many, of one training."""

    async def of_training(self, training_id: int) -> Sequence[Broadcast]: ...


class Persons(Protocol):
    """Who has not answered: a condition that only storage reads."""

    def to_nudge(self, audiences: Sequence[Audience], of: Training) -> Any: ...


class Plans(Protocol):
    """The messages to many."""

    async def nudge(self, of: Training, to: Any, due_at: datetime, until: datetime) -> int: ...


class Desk(Protocol):
    """What asking touches, in one transaction."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def broadcasts(self) -> Broadcasts: ...
    @property
    def persons(self) -> Persons: ...
    @property
    def plans(self) -> Plans: ...


async def nudge(desk: Desk, network: Network, training_id: int, now: datetime) -> int:
    """Ask who was told of a training and has not answered, once; return how many are asked."""
    training = await desk.trainings.lock(training_id)
    if training is None:
        return 0
    announced = await desk.broadcasts.of_training(training_id)
    at = due_at(training, announced, network, now)
    if at is None:
        return 0
    await desk.trainings.set_nudged(training_id, now)
    to = desk.persons.to_nudge(told(announced), training)
    return await desk.plans.nudge(training, to, at, training.plan.deadline_at)
