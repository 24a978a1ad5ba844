"""Tells coordinators what became of their trainings' messages, and takes their decisions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.deliveries import DECIDED, INTERNAL
from domain.delivery import LEFT_UNKNOWN, Kind, State
from domain.paging import Part
from domain.vocabulary import EventStatus, RegistrationStatus, Sector
from storage.circles import reached
from storage.outbox.endings import ended, open_among, open_doubt
from storage.shelf import Shelf
from storage.tables import delivery, person, registration, training
from storage.training_rows import hosted_by


@dataclass(frozen=True, slots=True)
class Trouble:
    """A message that did not arrive, or of which nobody knows; without the person."""

    id: int
    kind: Kind
    state: State
    due_at: datetime
    training_id: int
    title: str
    office: str | None
    sector: Sector | None


def _trouble(row: Any) -> Trouble:
    return Trouble(
        row.id,
        Kind(row.kind),
        State(row.state),
        row.due_at,
        row.of_training,
        row.title,
        row.office,
        Sector(row.sector) if row.sector else None,
    )


class Outcomes(Shelf):
    """The outbox as the coordinators of an office see it: their own trainings, no names."""

    def _of(self, host: str | None, training_id: int | None) -> Any:
        conditions = [
            delivery.c.network == self._network,
            delivery.c.training_id == training.c.id,
            delivery.c.kind.in_([kind.value for kind in Kind if kind not in INTERNAL]),
        ]
        if host is not None:
            conditions.append(hosted_by(host))
        if training_id is not None:
            conditions.append(training.c.id == training_id)
        return sa.and_(*conditions)

    async def states(self, host: str | None, training_id: int | None = None) -> Mapping[State, int]:
        """Return how many messages stand where, of one host's trainings (None: all)."""
        query = (
            sa.select(delivery.c.state, sa.func.count().label("n"))
            .select_from(delivery)
            .join(training, self._of(host, training_id))
        )
        rows = await self._all(query.group_by(delivery.c.state))
        return {State(row.state): row.n for row in rows}

    async def away(self, host: str | None, now: datetime, training_id: int | None = None) -> int:
        """Return how many wait for a seat of one host's trainings (None: all) out of reach."""
        query = (
            sa.select(sa.func.count())
            .select_from(registration)
            .join(training, training.c.id == registration.c.training_id)
            .where(
                training.c.network == self._network,
                training.c.starts_at > now,
                training.c.status != EventStatus.CANCELLED,
                registration.c.status == RegistrationStatus.WAITLISTED,
                ~reached(registration.c.person_id),
            )
        )
        if host is not None:
            query = query.where(hosted_by(host))
        if training_id is not None:
            query = query.where(training.c.id == training_id)
        return int(await self._scalar(query))

    async def troubles(
        self, host: str | None, training_id: int | None, page: int, size: int
    ) -> Part[Trouble]:
        """Return a page of the messages in trouble, the unknown ones first, then the newest."""
        unknown_first = sa.case((delivery.c.state == State.UNKNOWN, 0), else_=1)
        query = (
            sa.select(
                delivery.c.id,
                delivery.c.kind,
                delivery.c.state,
                delivery.c.due_at,
                training.c.id.label("of_training"),
                training.c.title,
                person.c.office,
                person.c.sector,
            )
            .select_from(delivery)
            .join(training, self._of(host, training_id))
            .outerjoin(person, person.c.id == delivery.c.person_id)
            .where(delivery.c.state.in_([state.value for state in DECIDED]) | open_doubt())
            .order_by(unknown_first, delivery.c.id.desc())
        )
        return (await self._part(query, page, size)).made(_trouble)

    async def hosts_of(self, delivery_id: int) -> tuple[str, ...]:
        """Return the hosts of the training a message is about; none if there is no such."""
        query = sa.select(training.c.host, training.c.co_hosts)
        query = query.join(delivery, delivery.c.training_id == training.c.id)
        mine = sa.and_(delivery.c.network == self._network, delivery.c.id == delivery_id)
        row = await self._first(query.where(mine))
        return (row.host, *row.co_hosts) if row else ()

    async def leave(self, delivery_ids: Collection[int], now: datetime) -> int:
        """Decide that unknown messages stay unknown and do not go again; return how many."""
        left = sa.update(delivery).where(open_among(self._network, delivery_ids))
        left = left.values(**ended(State.UNKNOWN, now, LEFT_UNKNOWN))
        return int((await self._run(left)).rowcount)

    async def _by_stage(self, *conditions: Any) -> dict[tuple[int, str], int]:
        """Return the number of reminders by training and stage."""
        written = delivery.c.facts["stage"].as_string()
        if self._dialect == "sqlite":  # which takes any text for JSON until it looks into it
            sound = sa.func.json_valid(sa.type_coerce(delivery.c.facts, sa.String)) == 1
            written = sa.case((sound, written), else_=None)
        counted = (
            sa.select(delivery.c.training_id, written.label("stage"))
            .where(
                delivery.c.network == self._network,
                delivery.c.kind == Kind.REMINDER,
                delivery.c.training_id.is_not(None),
                *conditions,
            )
            .subquery()
        )
        query = sa.select(counted, sa.func.count().label("n")).where(counted.c.stage.is_not(None))
        query = query.group_by(*counted.c)
        return {(row.training_id, row.stage): row.n for row in await self._all(query)}

    async def missed_reminders(self, training_id: int | None = None) -> dict[tuple[int, str], int]:
        """Return how many reminders were too late to be sent, by training and stage."""
        conditions = [delivery.c.state == State.EXPIRED]
        if training_id is not None:
            conditions.append(delivery.c.training_id == training_id)
        return await self._by_stage(*conditions)

    async def reminders_sent(self, training_id: int) -> dict[str, int]:
        """Return how many reminders of a training were sent, by stage, as far as still kept."""
        sums = await self._by_stage(
            delivery.c.state == State.SENT, delivery.c.training_id == training_id
        )
        return {stage: n for (_, stage), n in sums.items()}

    async def reminders_leaving(self, before: datetime) -> dict[tuple[int, str], int]:
        """Return the sent reminders of trainings not closed yet that are about to be forgotten.

        Those of closed trainings were counted at the closing.
        """
        still_open = sa.select(training.c.id).where(
            training.c.network == self._network, training.c.closed_at.is_(None)
        )
        return await self._by_stage(
            delivery.c.state == State.SENT,
            delivery.c.settled_at < before,
            delivery.c.training_id.in_(still_open),
        )
