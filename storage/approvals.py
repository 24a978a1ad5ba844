"""Keeps which registrations wait for the approval of the own office."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from domain.register import ACTIVE
from domain.vocabulary import EventStatus
from storage.shelf import Shelf
from storage.tables import registration, training


class Approvals(Shelf):
    """Registrations that hold a seat or a place until an office approves."""

    def _waits(self) -> sa.ColumnElement[bool]:
        return sa.and_(
            registration.c.network == self._network,
            registration.c.approve_by.is_not(None),
            registration.c.status.in_(list(ACTIVE)),
        )

    async def approve(self, registration_id: int) -> None:
        """Note that a registration waits for nobody any more."""
        mine = sa.and_(
            registration.c.network == self._network, registration.c.id == registration_id
        )
        await self._run(sa.update(registration).where(mine).values(approve_by=None))

    async def waiting(self, training_id: int) -> int:
        """Return how many of a training wait for an approval."""
        counted = sa.select(sa.func.count()).select_from(registration)
        mine = counted.where(self._waits(), registration.c.training_id == training_id)
        return int(await self._scalar(mine) or 0)

    async def due(self, now: datetime) -> list[int]:
        """Return the trainings in which the term of an approval is over, or that have begun."""
        over = sa.or_(registration.c.approve_by <= now, training.c.starts_at <= now)
        off = (EventStatus.CANCELLED, EventStatus.HELD)
        query = (
            sa.select(registration.c.training_id)
            .join(training, training.c.id == registration.c.training_id)
            .where(self._waits(), over, training.c.status.not_in(off))
            .distinct()
        )
        return [row.training_id for row in await self._all(query)]
