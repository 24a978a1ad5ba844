"""Keeps trainings: their plan, their life, and what happened to their seats in numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from domain.announce_audience import BroadcastState
from domain.close import Unclosed
from domain.close_late import Due
from domain.delivery import Kind
from domain.manage import Numbers
from domain.offer import OnOffer
from domain.paging import A_PAGE, Part
from domain.register import Tally
from domain.training import ON_OFFER, CalledOff, Plan, Training
from domain.vocabulary import DeliveryMode, EventStatus, RegistrationStatus, Sector, Topic
from storage.aside import legible, readable, tell
from storage.circles import holds_seat, out_of_reach, within_reach
from storage.ours import own_training
from storage.seat_tables import seat_block
from storage.shelf import Shelf
from storage.tables import broadcast, delivery, ledger, registration, tally, training
from storage.training_rows import (
    approval_values,
    hosted_by,
    hosts_values,
    later_starts,
    plan_values,
    said_values,
    session_values,
    training_of,
)

_DRAFT = EventStatus.DRAFT


def _offered_of(row: Any) -> OnOffer:
    sectors = tuple(Sector(slug) for slug in row.sectors)
    mode, topic = DeliveryMode(row.mode), Topic(row.topic)
    hosts, later = (row.host, *row.co_hosts), later_starts(row)
    return OnOffer(row.id, topic, mode, row.starts_at, sectors, hosts, later)


def counted(network: str) -> sa.Select[Any]:
    """Return the question for the trainings of a network, with their numbers."""

    def count(name: str, *those: Any) -> Any:
        of_it = sa.and_(registration.c.training_id == training.c.id, *those)
        counted = sa.select(sa.func.count()).select_from(registration).where(of_it)
        return counted.correlate(training).scalar_subquery().label(name)

    waits = registration.c.status == RegistrationStatus.WAITLISTED
    taken = count("taken", holds_seat())
    waiting = count("waiting", waits)
    away = count("away", waits, out_of_reach())
    return sa.select(training, taken, waiting, away).where(training.c.network == network)


class Trainings(Shelf):
    """The trainings and meetings of one network."""

    def _training(self, row: Any) -> Training:
        return training_of(row, self._vault)

    def _numbers(self, row: Any) -> Numbers:
        return Numbers(self._training(row), row.taken, row.waiting, row.away)

    def _legible(self, rows: Sequence[Any]) -> list[Training]:
        return legible("training", rows, self._training)

    def _values(self, plan: Plan) -> dict[str, Any]:
        said = said_values(plan, self._vault)
        later = {**hosts_values(plan), **session_values(plan), **approval_values(plan)}
        return {**plan_values(plan), **said, **later}

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
            **self._values(plan),
        )
        added = await self.get(training_id)
        assert added is not None
        return added

    async def get(self, training_id: int) -> Training | None:
        """Return a training."""
        row = await self._first(self._mine().where(training.c.id == training_id))
        return self._training(row) if row else None

    async def many(self, training_ids: Sequence[int]) -> dict[int, Training]:
        """Return trainings by id; what cannot be read is missing."""
        found, damaged = await readable(training_ids, self._read)
        for each in damaged:
            tell("training", each.row, each.reason)
        return {each.id: each for each in found}

    async def _read(self, training_ids: Sequence[int]) -> list[Training]:
        # Wrapped, lest SQLite goes through the whole network instead of through the ids.
        mine = sa.func.coalesce(training.c.network, "") == self._network
        query = sa.select(training).where(training.c.id.in_(list(training_ids)), mine)
        return [self._training(row) for row in await self._all(query)]

    async def starts(self, training_ids: Sequence[int]) -> dict[int, datetime]:
        """Return when trainings start, by id."""
        query = sa.select(training.c.id, training.c.starts_at).where(
            training.c.network == self._network, training.c.id.in_(list(training_ids))
        )
        return {row.id: row.starts_at for row in await self._all(query)}

    async def lock(self, training_id: int) -> Training | None:
        """Return the training; nobody else can change its registrations until we commit."""
        query = self._mine().where(training.c.id == training_id).with_for_update()
        row = await self._first(query)
        return self._training(row) if row else None

    async def _change(self, training_id: int, **values: Any) -> None:
        mine = sa.and_(training.c.network == self._network, training.c.id == training_id)
        await self._run(sa.update(training).where(mine).values(**values))

    async def set_plan(self, training_id: int, plan: Plan, *, moved: bool) -> None:
        """Change the plan; a move makes what was planned for the old date stale."""
        more: dict[str, Any] = {"sequence": training.c.sequence + 1}
        if moved:
            more["revision"] = training.c.revision + 1
        await self._change(training_id, **self._values(plan), **more)

    async def set_status(self, training_id: int, status: EventStatus) -> None:
        """Change where the training stands; calendars must learn of it."""
        await self._change(training_id, status=status, sequence=training.c.sequence + 1)

    async def set_cancelled(self, training_id: int, now: datetime, why: CalledOff) -> None:
        """Call the training off; from then on its registrations are kept for a while only."""
        await self._change(
            training_id,
            status=EventStatus.CANCELLED,
            cancelled_at=now,
            cancelled_for=why.reason.value if why.reason else "",
            instead_at=why.instead_at,
            sequence=training.c.sequence + 1,
        )

    async def known(self, training_id: int) -> bool:
        """Return whether anybody may know of a training.

        An announcement began, somebody registered (also who left again or is erased), seats are
        booked for an institution, or the ledger tells of it.
        """
        begun = (BroadcastState.RUNNING, BroadcastState.DONE)
        announced = sa.or_(broadcast.c.state.in_(begun), broadcast.c.total > 0)
        signs = (
            sa.select(broadcast.c.id).where(broadcast.c.training_id == training.c.id, announced),
            sa.select(registration.c.id).where(registration.c.training_id == training.c.id),
            sa.select(tally.c.n).where(tally.c.training_id == training.c.id),
            sa.select(seat_block.c.id).where(seat_block.c.training_id == training.c.id),
            sa.select(ledger.c.id).where(ledger.c.training_id == training.c.id),
        )
        mine = sa.and_(training.c.network == self._network, training.c.id == training_id)
        query = sa.select(sa.or_(*(each.exists() for each in signs))).where(mine)
        return bool(await self._scalar(query))

    async def remove(self, training_id: int) -> None:
        """Delete a training that nobody knows of, with what was planned for it."""
        mine = sa.and_(training.c.network == self._network, training.c.id == training_id)
        await self._run(sa.delete(training).where(mine))

    async def leaving(self, of: Due) -> list[int]:
        """Return the trainings whose registrations have to go."""
        registered = sa.select(registration.c.id).where(registration.c.training_id == training.c.id)
        query = sa.select(training.c.id).where(
            training.c.network == self._network,
            sa.or_(
                training.c.closed_at < of.closed,
                training.c.ends_at < of.ended,
                training.c.cancelled_at < of.cancelled,
            ),
            registered.exists(),
        )
        return [row.id for row in await self._all(query.order_by(training.c.id))]

    async def forget_words(self, of: Due) -> int:
        """Erase what was typed of trainings whose registrations have to go; return of how many."""
        mine = sa.and_(
            training.c.network == self._network,
            training.c.words.is_not(None),
            sa.or_(
                training.c.closed_at < of.closed,
                training.c.ends_at < of.ended,
                training.c.cancelled_at < of.cancelled,
            ),
        )
        return int((await self._run(sa.update(training).where(mine).values(words=None))).rowcount)

    async def set_closed(self, training_id: int, now: datetime) -> bool:
        """Mark a training as held and closed; False if somebody did already."""
        mine = sa.and_(
            training.c.network == self._network,
            training.c.id == training_id,
            training.c.closed_at.is_(None),
        )
        held = sa.update(training).where(mine).values(closed_at=now, status=EventStatus.HELD)
        return (await self._run(held)).rowcount == 1

    async def offered(self, now: datetime) -> list[OnOffer]:
        """Return what is on offer from now on, soonest first, as far as filters ask for it."""
        asked = ["id", "topic", "mode", "starts_at", "ends_at", "sectors"]
        asked += ["host", "co_hosts", "sessions"]
        query = sa.select(*(training.c[name] for name in asked)).where(
            training.c.network == self._network,
            training.c.starts_at > now,
            training.c.status.in_(ON_OFFER),
        )
        rows = await self._all(query.order_by(training.c.starts_at, training.c.id))
        return legible("training", rows, _offered_of)

    async def by_uid(self, uid: str) -> Training | None:
        """Return the training that a link names."""
        row = await self._first(self._mine().where(training.c.uid == uid))
        return self._training(row) if row else None

    async def of_topic(self, topic: Topic, after: datetime) -> list[Training]:
        """Return the trainings on a topic that begin after a moment, soonest first."""
        query = self._mine().where(training.c.topic == topic, training.c.starts_at > after)
        query = query.where(training.c.status != _DRAFT)
        return self._legible(await self._all(query.order_by(training.c.starts_at, training.c.id)))

    async def begun_with_line(self, since: datetime, now: datetime) -> list[Training]:
        """Return trainings begun in this time whose line can be reached and was not told."""
        waits = sa.exists().where(
            registration.c.training_id == training.c.id,
            registration.c.status.in_(
                [RegistrationStatus.WAITLISTED.value, RegistrationStatus.OFFERED.value]
            ),
            within_reach(),
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
        return self._legible(await self._all(query.order_by(training.c.id)))

    async def overviews(self, since: datetime) -> list[Numbers]:
        """Return all trainings but drafts that end after a moment, with their numbers."""
        query = counted(self._network).where(
            training.c.ends_at > since, training.c.status != _DRAFT
        )
        rows = await self._all(query.order_by(training.c.starts_at, training.c.id))
        return legible("training", rows, self._numbers)

    async def managed(
        self,
        host: str | None,
        now: datetime,
        since: datetime,
        page: int,
        size: int = A_PAGE,
    ) -> Part[Numbers]:
        """Return a page of the trainings that somebody looks after, of one host or of all.

        First those that nobody closed, if they started after `since`; then those to come. What is
        closed or called off is found in `past`.
        """
        to_close = sa.and_(self._open_and_over(now), training.c.starts_at >= since)
        to_come = sa.and_(training.c.ends_at > now, training.c.status.in_(ON_OFFER))
        query = counted(self._network).where(sa.or_(to_come, to_close))
        if host is not None:
            query = query.where(hosted_by(host))
        group = sa.case((to_close, 0), else_=1)
        query = query.order_by(group, training.c.starts_at, training.c.id)
        found = await self._part(query, page, size)
        return found.holding(legible("training", found.items, self._numbers))

    async def plan_drafts(self, host: str | None, page: int, size: int = A_PAGE) -> Part[Numbers]:
        """Return a page of the drafts of one first host or of all, soonest first."""
        query = counted(self._network).where(training.c.status == _DRAFT)
        if host is not None:
            query = query.where(training.c.host == host)
        found = await self._part(query.order_by(training.c.starts_at, training.c.id), page, size)
        return found.holding(legible("training", found.items, self._numbers))

    async def past(
        self, host: str | None, now: datetime, page: int, size: int = A_PAGE
    ) -> Part[Numbers]:
        """Return a page of what has ended or was called off, latest first; of one host or all."""
        gone = sa.or_(training.c.ends_at <= now, training.c.status == EventStatus.CANCELLED)
        query = counted(self._network).where(gone, training.c.status != _DRAFT)
        if host is not None:
            query = query.where(hosted_by(host))
        latest = (training.c.starts_at.desc(), training.c.id.desc())
        found = await self._part(query.order_by(*latest), page, size)
        return found.holding(legible("training", found.items, self._numbers))

    async def forget_drafts(self, now: datetime) -> int:
        """Delete the drafts whose date has passed; return how many."""
        mine = sa.and_(
            training.c.network == self._network,
            training.c.status == _DRAFT,
            training.c.ends_at < now,
        )
        return int((await self._run(sa.delete(training).where(mine))).rowcount)

    async def overview(self, training_id: int) -> Numbers | None:
        """Return a training with its numbers."""
        row = await self._first(counted(self._network).where(training.c.id == training_id))
        return self._numbers(row) if row else None

    async def unclosed(self, now: datetime) -> list[Unclosed]:
        """Return the trainings that are over and not closed, the longest over first."""
        columns = (training.c.id, training.c.ends_at, training.c.close_asked_at)
        query = sa.select(*columns).where(self._open_and_over(now))
        rows = await self._all(query.order_by(training.c.ends_at, training.c.id))
        return [Unclosed(row.id, row.ends_at, row.close_asked_at) for row in rows]

    async def set_going_ahead(self, training_id: int) -> None:
        """Mark that a training takes place with fewer than its minimum."""
        await self._change(training_id, goes_ahead=True)

    async def set_nudged(self, training_id: int, now: datetime) -> None:
        """Mark that who has not answered was asked."""
        await self._change(training_id, nudged_at=now)

    async def set_asked_to_close(self, training_id: int, now: datetime) -> None:
        """Mark that the closing was asked for."""
        await self._change(training_id, close_asked_at=now)

    def _open_and_over(self, now: datetime) -> Any:
        return sa.and_(
            training.c.network == self._network,
            training.c.ends_at <= now,
            training.c.closed_at.is_(None),
            training.c.status.in_(ON_OFFER),
        )

    async def starting_between(self, first: datetime, last: datetime) -> list[Training]:
        """Return all trainings that start in this time, whatever became of them; no drafts."""
        query = self._mine().where(training.c.starts_at >= first, training.c.starts_at < last)
        query = query.where(training.c.status != _DRAFT)
        rows = await self._all(query.order_by(training.c.starts_at, training.c.id))
        return [training_of(row, None) for row in rows]  # no figure needs what was typed

    async def creator(self, training_id: int) -> int | None:
        """Return the person who planned it, while that person is a member."""
        query = sa.select(training.c.created_by).where(
            training.c.network == self._network, training.c.id == training_id
        )
        found: int | None = await self._scalar(query)
        return found

    async def tallies(self, training_id: int) -> Mapping[Tally, int]:
        """Return what happened to the registrations of a training so far, in numbers."""
        mine = tally.c.training_id == own_training(self._network, training_id)
        rows = await self._all(sa.select(tally).where(mine))
        return {Tally(row.kind): row.n for row in rows}

    async def on_day(self, title: str, day_start: datetime, day_end: datetime) -> bool:
        """Whether a training of this title starts in this time already."""
        query = self._mine().where(
            training.c.title == title,
            training.c.starts_at >= day_start,
            training.c.starts_at < day_end,
        )
        return await self._first(query.limit(1)) is not None
