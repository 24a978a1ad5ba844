"""Keeps trainings: their plan, their life, and what happened to their seats in numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from domain.closing import time_to_ask
from domain.delivery import Kind
from domain.network import ReminderRule
from domain.registration import Tally, free_seats
from domain.training import Plan, Training
from domain.vocabulary import (
    DeliveryMode,
    EventFormat,
    EventStatus,
    RegistrationStatus,
    ReminderStage,
    Sector,
    Topic,
)
from storage.shelf import Shelf
from storage.tables import delivery, person, registration, tally, training


def training_of(row: Any) -> Training:
    """Return the training of a row."""
    plan = Plan(
        title=row.title,
        topic=Topic(row.topic),
        format=EventFormat(row.format),
        mode=DeliveryMode(row.mode),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        deadline_at=row.deadline_at,
        withdraw_by=row.withdraw_by,
        seats=row.seats,
        units=row.units,
        place=row.place,
        link=row.link,
        sectors=tuple(Sector(slug) for slug in row.sectors),
        reminders=tuple(
            ReminderRule(ReminderStage(stage), days, time.fromisoformat(at))
            for stage, days, at in row.reminders
        ),
        accessibility=tuple(row.accessibility),
        release_at=row.release_at,
    )
    return Training(
        id=row.id,
        uid=row.uid,
        host=row.host,
        plan=plan,
        status=EventStatus(row.status),
        revision=row.revision,
        sequence=row.sequence,
        closed_at=row.closed_at,
        block_seats=row.block_seats,
        quota_seats=row.quota_seats,
        turns=row.next_position,
    )


def plan_values(plan: Plan) -> dict[str, Any]:
    """Return a plan as columns."""
    return {
        "title": plan.title,
        "topic": plan.topic,
        "format": plan.format,
        "mode": plan.mode,
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "deadline_at": plan.deadline_at,
        "withdraw_by": plan.withdraw_by,
        "seats": plan.seats,
        "units": plan.units,
        "place": plan.place,
        "link": plan.link,
        "sectors": [sector.value for sector in plan.sectors],
        "reminders": [[r.stage, r.days_before, r.at.isoformat("minutes")] for r in plan.reminders],
        "accessibility": list(plan.accessibility),
        "release_at": plan.release_at,
    }


@dataclass(frozen=True, slots=True)
class Overview:
    """A training with the numbers of people who have a seat or wait; `away` are out of reach."""

    training: Training
    taken: int
    waiting: int
    away: int = 0

    @property
    def free(self) -> int | None:
        """How many seats are free for everybody; None without a limit."""
        return free_seats(self.training, self.taken, self.waiting - self.away)


class Trainings(Shelf):
    """The trainings and meetings of one network."""

    def _mine(self) -> sa.Select[Any]:
        return sa.select(training).where(training.c.network == self._network)

    async def add(
        self,
        plan: Plan,
        host: str,
        created_by: int | None,
        status: EventStatus = EventStatus.PUBLISHED,
    ) -> Training:
        """Keep a new training."""
        training_id = await self._add(
            training,
            network=self._network,
            uid=str(uuid4()),
            host=host,
            created_by=created_by,
            status=status,
            **plan_values(plan),
        )
        added = await self.get(training_id)
        assert added is not None
        return added

    async def get(self, training_id: int) -> Training | None:
        """Return a training."""
        row = await self._first(self._mine().where(training.c.id == training_id))
        return training_of(row) if row else None

    async def many(self, training_ids: Sequence[int]) -> dict[int, Training]:
        """Return trainings by id."""
        # Wrapped, lest SQLite goes through the whole network instead of through the ids.
        mine = sa.func.coalesce(training.c.network, "") == self._network
        query = sa.select(training).where(training.c.id.in_(list(training_ids)), mine)
        return {row.id: training_of(row) for row in await self._all(query)}

    async def lock(self, training_id: int) -> Training | None:
        """Return the training; nobody else can change its registrations until we commit."""
        query = self._mine().where(training.c.id == training_id).with_for_update()
        row = await self._first(query)
        return training_of(row) if row else None

    async def _change(self, training_id: int, **values: Any) -> None:
        mine = sa.and_(training.c.network == self._network, training.c.id == training_id)
        await self._run(sa.update(training).where(mine).values(**values))

    async def set_plan(self, training_id: int, plan: Plan, *, moved: bool) -> None:
        """Change the plan; a move makes what was planned for the old date stale."""
        more: dict[str, Any] = {"sequence": training.c.sequence + 1}
        if moved:
            more["revision"] = training.c.revision + 1
        await self._change(training_id, **plan_values(plan), **more)

    async def set_status(self, training_id: int, status: EventStatus) -> None:
        """Change where the training stands; calendars must learn of it."""
        await self._change(training_id, status=status, sequence=training.c.sequence + 1)

    async def set_closed(self, training_id: int, now: datetime) -> bool:
        """Mark a training as held and closed; False if somebody did already."""
        mine = sa.and_(
            training.c.network == self._network,
            training.c.id == training_id,
            training.c.closed_at.is_(None),
        )
        held = sa.update(training).where(mine).values(closed_at=now, status=EventStatus.HELD)
        return (await self._run(held)).rowcount == 1

    async def offered(self, now: datetime, limit: int = 50) -> list[Training]:
        """Return what is on offer from now on, soonest first."""
        shown = (EventStatus.PUBLISHED, EventStatus.POSTPONED, EventStatus.CLOSED)
        query = self._mine().where(training.c.starts_at > now, training.c.status.in_(shown))
        rows = await self._all(query.order_by(training.c.starts_at, training.c.id).limit(limit))
        return [training_of(row) for row in rows]

    async def of_topic(self, topic: Topic, after: datetime) -> list[Training]:
        """Return the trainings on a topic that begin after a moment, soonest first."""
        query = self._mine().where(training.c.topic == topic, training.c.starts_at > after)
        rows = await self._all(query.order_by(training.c.starts_at, training.c.id))
        return [training_of(row) for row in rows]

    async def begun_with_line(self, since: datetime, now: datetime) -> list[Training]:
        """Return trainings begun in this time whose line can be reached and was not told."""
        waits = sa.exists().where(
            registration.c.training_id == training.c.id,
            registration.c.status == RegistrationStatus.WAITLISTED,
            person.c.id == registration.c.person_id,
            person.c.unreachable_since.is_(None),
        )
        told = sa.exists().where(
            delivery.c.training_id == training.c.id, delivery.c.kind == Kind.LINE_ENDED
        )
        query = self._mine().where(
            training.c.starts_at.between(since, now),
            training.c.status != EventStatus.CANCELLED,
            waits,
            sa.not_(told),
        )
        return [training_of(row) for row in await self._all(query.order_by(training.c.id))]

    async def overviews(
        self, host: str | None, since: datetime, limit: int = 100, offset: int = 0
    ) -> list[Overview]:
        """Return trainings that end after `since`, with their numbers, of one host or of all."""
        query = self._counted().where(training.c.ends_at > since)
        if host is not None:
            query = query.where(training.c.host == host)
        query = query.order_by(training.c.starts_at, training.c.id).limit(limit).offset(offset)
        rows = await self._all(query)
        return [Overview(training_of(r), r.taken, r.waiting, r.away) for r in rows]

    async def overview(self, training_id: int) -> Overview | None:
        """Return a training with its numbers."""
        row = await self._first(self._counted().where(training.c.id == training_id))
        return Overview(training_of(row), row.taken, row.waiting, row.away) if row else None

    def _counted(self) -> sa.Select[Any]:
        def count(status: RegistrationStatus, name: str, *more: Any) -> Any:
            of_it = sa.and_(
                registration.c.training_id == training.c.id, registration.c.status == status, *more
            )
            counted = sa.select(sa.func.count()).select_from(registration).where(of_it)
            return counted.correlate(training).scalar_subquery().label(name)

        taken = count(RegistrationStatus.CONFIRMED, "taken")
        waiting = count(RegistrationStatus.WAITLISTED, "waiting")
        unreached = registration.c.person_id.in_(
            sa.select(person.c.id).where(person.c.unreachable_since.is_not(None))
        )
        away = count(RegistrationStatus.WAITLISTED, "away", unreached)
        return sa.select(training, taken, waiting, away).where(training.c.network == self._network)

    async def to_close(self, now: datetime, host: str | None = None) -> list[Training]:
        """Return trainings that are over and not closed, oldest first."""
        query = sa.select(training).where(self._open_and_over(now))
        if host is not None:
            query = query.where(training.c.host == host)
        rows = await self._all(query.order_by(training.c.ends_at, training.c.id))
        return [training_of(row) for row in rows]

    async def ask_to_close(self, now: datetime) -> list[tuple[Training, int]]:
        """Return trainings whose closing is due to be asked for, and mark that it was.

        Each comes with the number of the time it is asked, from 1.
        """
        query = sa.select(training).where(self._open_and_over(now))
        due = [
            (training_of(row), number)
            for row in await self._all(query.order_by(training.c.ends_at, training.c.id))
            if (number := time_to_ask(row.ends_at, row.close_asked_at, now))
        ]
        asked = sa.update(training).where(training.c.id.in_([t.id for t, _ in due]))
        await self._run(asked.values(close_asked_at=now))
        return due

    def _open_and_over(self, now: datetime) -> Any:
        open_ = (EventStatus.PUBLISHED, EventStatus.POSTPONED, EventStatus.CLOSED)
        return sa.and_(
            training.c.network == self._network,
            training.c.ends_at <= now,
            training.c.closed_at.is_(None),
            training.c.status.in_(open_),
        )

    async def starting_between(self, first: datetime, last: datetime) -> list[Training]:
        """Return all trainings that start in this time, whatever became of them."""
        query = self._mine().where(training.c.starts_at >= first, training.c.starts_at < last)
        rows = await self._all(query.order_by(training.c.starts_at, training.c.id))
        return [training_of(row) for row in rows]

    async def creator(self, training_id: int) -> int | None:
        """Return the person who planned it, while that person is a member."""
        query = sa.select(training.c.created_by).where(
            training.c.network == self._network, training.c.id == training_id
        )
        found: int | None = await self._scalar(query)
        return found

    async def tallies(self, training_id: int) -> Mapping[Tally, int]:
        """Return what happened to the registrations of a training so far, in numbers."""
        rows = await self._all(sa.select(tally).where(tally.c.training_id == training_id))
        return {Tally(row.kind): row.n for row in rows}

    async def on_day(self, title: str, day_start: datetime, day_end: datetime) -> bool:
        """Whether a training of this title starts in this time already."""
        query = self._mine().where(
            training.c.title == title,
            training.c.starts_at >= day_start,
            training.c.starts_at < day_end,
        )
        return await self._first(query.limit(1)) is not None
