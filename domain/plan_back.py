"""Taking a training back that nobody knows of yet: as if it had never been on offer."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from domain.announce_audience import Broadcast, BroadcastState
from domain.plan_change import Reason, Refused
from domain.training import ON_OFFER, Training


class Trainings(Protocol):
    """What taking back needs of the trainings; `lock` holds until the end.

    A training is `known` once an announcement began, somebody registered, also if they left
    again, seats are booked for an institution, or the ledger tells of it.
    """

    async def lock(self, training_id: int) -> Training | None: ...
    async def known(self, training_id: int) -> bool: ...
    async def remove(self, training_id: int) -> None: ...


async def take_back(trainings: Trainings, training_id: int) -> Training | Refused:
    """Remove a training that nobody knows of, with an announcement that still waits.

    Who registers at the same time waits for the lock: either the training stays, or it is gone.
    """
    training = await trainings.lock(training_id)
    if training is None:
        return Refused(Reason.GONE)
    if await trainings.known(training_id):
        return Refused(Reason.KNOWN)
    await trainings.remove(training_id)
    return training


class Told(StrEnum):
    """What the network was told of a training so far."""

    OFF = "off"
    NOTHING = "nothing"
    LATER = "later"
    ANNOUNCED = "announced"


_BEGUN = (BroadcastState.RUNNING, BroadcastState.DONE)


def told(training: Training | None, announcements: Iterable[Broadcast]) -> Told:
    """Return what the network was told of a training, as it is now."""
    if training is None or training.status not in ON_OFFER:
        return Told.OFF
    all_ = list(announcements)
    if any(each.state in _BEGUN or each.total for each in all_):
        return Told.ANNOUNCED
    waiting = any(each.state is BroadcastState.SCHEDULED for each in all_)
    return Told.LATER if waiting else Told.NOTHING
