"""Announcing: what is entered step by step, and what becomes of an announcement once it is due."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from domain import deliveries
from domain.announce_audience import (
    ON_ITS_WAY,
    Audience,
    Broadcast,
    BroadcastState,
    Progress,
    Reach,
    Refusal,
    counted,
    ledger_entries,
    not_announceable,
    start_at,
)
from domain.announce_back import WINDOW
from domain.delivery import TO_MANY, Kind
from domain.ledger import entries
from domain.ledger.entries import LedgerKind, Sealed, add_open
from domain.localtime import local_day
from domain.network import Network
from domain.training import Closed, Training
from domain.vocabulary import EventStatus, Sector


class Whom(StrEnum):
    """The ways to choose an audience."""

    ALL = "all"
    SOME = "some"
    SUBSCRIBERS = "subscribers"


def audience_of(data: Mapping[str, Any]) -> Audience:
    """Return the audience entered so far."""
    return Audience(
        offices=tuple(data.get("offices", ())),
        sectors=tuple(Sector(slug) for slug in data.get("sectors", ())),
        subscribers=data.get("whom") == Whom.SUBSCRIBERS or bool(data.get("subscribers")),
        again=bool(data.get("again")),
    )


class Trainings(Protocol):
    """The trainings; one that is locked does not change until the transaction ends."""

    async def get(self, training_id: int) -> Training | None: ...
    async def lock(self, training_id: int) -> Training | None: ...


class Persons(Protocol):
    """Who gets an announcement: a condition that only storage reads, and a count of it."""

    def to_announce(self, audience: Audience, of: Training) -> Any: ...
    async def reach(self, audience: Audience, of: Training) -> Reach: ...


class Plans(Protocol):
    """The messages to many."""

    async def announce(
        self, what: Broadcast, of: Training, reached: Any, due_at: datetime
    ) -> int: ...
    async def cancel(
        self, reason: str, kinds: Collection[Kind], now: datetime, **of: int
    ) -> int: ...


class Broadcasts(deliveries.Broadcasts, Protocol):
    """The announcements; `cancel` is False for one that is in none of these states."""

    async def add(
        self, of: Training, audience: Audience, send_at: datetime, created_by: int | None
    ) -> Broadcast: ...
    async def put_off(self, broadcast_id: int, send_at: datetime) -> None: ...
    async def set_running(self, broadcast_id: int, total: int, revision: int) -> None: ...
    async def cancel(self, broadcast_id: int, among: Collection[BroadcastState]) -> bool: ...
    async def set_state(self, broadcast_id: int, state: BroadcastState) -> None: ...
    async def set_shown(self, broadcast_id: int, settled: int) -> None: ...
    async def unknown(self, broadcast_id: int) -> Sequence[int]: ...


class Ledger(entries.Ledger, Protocol):
    """The ledger, and what it tells of an announcement so far."""

    async def of_notice(self, notice_id: int) -> Mapping[LedgerKind, int]: ...


class Desk(deliveries.Desk, Protocol):
    """Everything an announcement touches, in one transaction."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def persons(self) -> Persons: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def broadcasts(self) -> Broadcasts: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def seals(self) -> Sealed: ...


async def announce(
    desk: Desk,
    training_id: int,
    audience: Audience,
    send_at: datetime,
    now: datetime,
    created_by: int | None,
) -> Broadcast | Closed | Refusal:
    """Announce a training now or at a moment, whoever asks for it; return why not if it cannot be.

    A passed deadline is no reason: who reads it learns of the training. What goes at once is due
    after `WINDOW`: until then it can be taken back.
    """
    training = await desk.trainings.lock(training_id)
    if training is None:
        return Refusal.GONE
    if (reason := not_announceable(training, now)) is not None:
        return reason
    if send_at >= training.plan.starts_at:
        return Refusal.TOO_LATE
    if not (await desk.persons.reach(audience, training)).people:
        return Refusal.NOBODY
    made = await desk.broadcasts.add(training, audience, send_at, created_by)
    return made if send_at > now else await _out(desk, made, training, now + WINDOW)


async def _out(desk: Desk, of: Broadcast, training: Training, due_at: datetime) -> Broadcast:
    meant = desk.persons.to_announce(of.audience, training)
    total = await desk.plans.announce(of, training, meant, due_at)
    await desk.broadcasts.set_running(of.id, total, training.revision)
    return of.running(total)


async def begin(
    desk: Desk, network: Network, due: Broadcast, now: datetime
) -> datetime | Closed | None:
    """Let an announcement that is due go out, all its messages at once; the caller holds it.

    If it makes no sense any more it is called off, and the reason is returned; at night it is put
    off, and the moment is returned.
    """
    assert due.training_id is not None
    training = await desk.trainings.get(due.training_id)
    assert training is not None  # an announcement goes with its training
    reason = not_announceable(training, now)
    if reason is not None:
        await desk.broadcasts.cancel(due.id, ON_ITS_WAY)
        return reason
    begins = start_at(now, due.send_at, network.quiet, network.zone)
    if begins > now:
        await desk.broadcasts.put_off(due.id, begins)
        return begins
    await _out(desk, due, training, now)
    return None


async def stop(desk: Desk, broadcast_id: int, now: datetime) -> bool:
    """Stop an announcement: what has not left yet does not leave any more; False if it is over."""
    if not await desk.broadcasts.cancel(broadcast_id, ON_ITS_WAY):
        return False
    await desk.plans.cancel("stopped", TO_MANY, now, broadcast_id=broadcast_id)
    return True


async def finish(desk: Desk, network: Network, of: Broadcast, made: Progress) -> int:
    """Write down for good what became of an announcement; return how many rows came too late."""
    day = local_day(of.send_at, network.zone)
    written = await desk.ledger.of_notice(of.id)
    counts = made.total and counted(of)
    late = await add_open(desk, ledger_entries(of, made, day, written)) if counts else 0
    if of.state is BroadcastState.RUNNING:
        await desk.broadcasts.set_state(of.id, BroadcastState.DONE)
    await desk.broadcasts.set_shown(of.id, made.settled)
    return late


@dataclass(frozen=True, slots=True)
class Resolved:
    """What was decided about unknown messages: so many go out again, None if they were left."""

    unknown: int
    resent: int | None = None


async def resolve(
    desk: Desk, of: Broadcast, training: Training | None, now: datetime, *, again: bool
) -> Resolved:
    """Send an announcement's unknown messages once more, where that makes sense, or leave them."""
    unknown = await desk.broadcasts.unknown(of.id)
    if not unknown:
        return Resolved(0)
    off = not of.written and training is not None and training.status is EventStatus.CANCELLED
    if again and not off:
        return Resolved(len(unknown), await deliveries.send_again(desk, unknown, now))
    await desk.outcomes.leave(unknown, now)
    return Resolved(len(unknown))
