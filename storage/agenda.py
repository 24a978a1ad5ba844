"""What the time brings: which trainings a morning, or a near deadline, has something to do for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.manage import Numbers
from domain.training import ON_OFFER
from domain.vocabulary import EventStatus, RegistrationStatus
from storage.aside import legible
from storage.shelf import Shelf
from storage.tables import registration, training
from storage.training_rows import training_of
from storage.trainings import counted


class Agenda(Shelf):
    """The trainings of one network, by what comes next."""

    def _numbers(self, row: Any) -> Numbers:
        return Numbers(training_of(row, self._vault), row.taken, row.waiting, row.away)

    async def between(self, since: datetime, until: datetime, unclosed: datetime) -> list[Numbers]:
        """Return what a morning may have to tell of: with a deadline or a date near, or unclosed.

        Deadlines count from `since`, dates up to `until`, ends from `unclosed` on. The
        caller chooses among them.
        """
        near = sa.or_(
            sa.and_(training.c.ends_at >= since, training.c.starts_at < until),
            sa.and_(training.c.starts_at >= since, training.c.deadline_at >= since),
            sa.and_(training.c.starts_at >= since, self._waited_for()),
            sa.and_(
                training.c.starts_at >= since,
                training.c.minimum.is_not(None),
                training.c.goes_ahead.is_(sa.false()),
            ),
            sa.and_(
                training.c.ends_at >= unclosed,
                training.c.ends_at < until,
                training.c.closed_at.is_(None),
                training.c.status.in_(ON_OFFER),
            ),
        )
        rows = await self._all(counted(self._network).where(near).order_by(training.c.id))
        return legible("training", rows, self._numbers)

    def _waited_for(self) -> Any:
        """Return the condition that somebody waits for a seat, or left late."""
        return sa.exists().where(
            registration.c.training_id == training.c.id,
            registration.c.status.in_(
                [
                    RegistrationStatus.WAITLISTED.value,
                    RegistrationStatus.OFFERED.value,
                    RegistrationStatus.LATE_WITHDRAWN.value,
                ]
            ),
        )

    async def to_nudge(self, now: datetime, until: datetime) -> list[int]:
        """Return what is open to `now` and has its deadline up to `until`, if nobody was asked."""
        near = sa.and_(
            training.c.network == self._network,
            training.c.status == EventStatus.PUBLISHED,
            training.c.deadline_at > now,
            training.c.deadline_at <= until,
            training.c.nudged_at.is_(None),
        )
        rows = await self._all(sa.select(training.c.id).where(near).order_by(training.c.id))
        return [row.id for row in rows]
