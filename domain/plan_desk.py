"""What changing a training touches."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from domain import register as rules
from domain.delivery import Kind, Letter
from domain.ledger.entries import Entry
from domain.register import ACTIVE
from domain.reminder import Planned
from domain.training import CalledOff, Plan, Training
from domain.vocabulary import EventStatus, RegistrationStatus


class Trainings(Protocol):
    """What changing a training needs of the trainings; `lock` holds until the end."""

    async def lock(self, training_id: int) -> Training | None: ...
    async def get(self, training_id: int) -> Training | None: ...
    async def set_plan(self, training_id: int, plan: Plan, *, moved: bool) -> None: ...
    async def set_status(self, training_id: int, status: EventStatus) -> None: ...
    async def known(self, training_id: int) -> bool: ...
    async def set_cancelled(self, training_id: int, now: datetime, why: CalledOff) -> None: ...


class Plans(Protocol):
    """What changing a training needs of the outbox, for many people at once.

    `free_moving_up` lets people be told of their seats as if they had never been. `untold` returns
    the facts of the notices that nobody has got yet, by registration; `tell` tells those that are
    named in `only`, or all but those named in `but`.
    """

    async def cancel(
        self, reason: str, kinds: Collection[Kind], now: datetime, **of: int
    ) -> int: ...
    async def remind(self, of: Training, planned: Sequence[Planned]) -> int: ...
    async def tell(
        self,
        of: Training,
        kind: Kind,
        facts: Mapping[str, Any],
        due_at: datetime,
        expires_at: datetime | None,
        statuses: Collection[RegistrationStatus] = ACTIVE,
        *,
        only: Collection[int] | None = None,
        but: Collection[int] = (),
    ) -> int: ...
    async def free_moving_up(self, registration_ids: Sequence[int]) -> None: ...
    async def untold(self, training_id: int, kind: Kind) -> Mapping[int, Mapping[str, Any]]: ...


class Letters(Protocol):
    """What changing a training needs of the outbox, for single people."""

    async def put(self, *letters: Letter) -> int: ...


class Book(Protocol):
    """Where it is noted that a training was moved or cancelled."""

    async def add(self, entries: Sequence[Entry]) -> None: ...


class Desk(Protocol):
    """Everything that a change touches."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def registrations(self) -> rules.Seats: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def deliveries(self) -> Letters: ...
    @property
    def ledger(self) -> Book: ...
