"""Keeps announcements: to whom, when, and how far they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.announce_audience import (
    NOT_SHOWN,
    Among,
    Audience,
    Broadcast,
    BroadcastState,
    Counts,
)
from domain.delivery import OPEN, TO_MANY, Kind, State
from domain.training import Training
from domain.vocabulary import Sector
from storage.aside import an_object
from storage.outbox.endings import open_doubt
from storage.shelf import Shelf
from storage.tables import broadcast, delivery, person


def broadcast_of(row: Any) -> Broadcast:
    """Return the announcement, or the word, of a row."""
    return Broadcast(
        id=row.id,
        training_id=row.training_id,
        revision=row.revision,
        audience=_audience(an_object(row.audience)),
        state=BroadcastState(row.state),
        send_at=row.send_at,
        created_by=row.created_by,
        total=row.total,
        card=row.progress_card,
        shown=row.progress_shown,
        written=_WRITTEN in row.audience,
    )


def _audience(kept: Mapping[str, Any]) -> Audience:
    if _WRITTEN in kept:
        to = kept[_WRITTEN]
        among = Among(to["among"]) if to["among"] else None
        return Audience(tuple(to["offices"]), tuple(map(Sector, to["sectors"])), among=among)
    sectors = tuple(Sector(slug) for slug in kept["sectors"])
    return Audience(tuple(kept["offices"]), sectors, kept["subscribers"], kept.get("again", False))


#: What the audience of a word stands under: an earlier release must not take it for that of an
#: announcement.
_WRITTEN = "written"


def audience_json(audience: Audience, *, written: bool = False) -> dict[str, Any]:
    """Return an audience as JSON values."""
    who = {
        "offices": list(audience.offices),
        "sectors": [sector.value for sector in audience.sectors],
    }
    if written:
        return {_WRITTEN: {**who, "among": audience.among}}
    return {**who, "subscribers": audience.subscribers, "again": audience.again}


class Broadcasts(Shelf):
    """The announcements of one network."""

    async def add(
        self, of: Training, audience: Audience, send_at: datetime, created_by: int | None
    ) -> Broadcast:
        """Keep an announcement that will go out at `send_at`."""
        broadcast_id = await self._add(
            broadcast,
            network=self._network,
            training_id=of.id,
            created_by=created_by,
            revision=of.revision,
            audience=audience_json(audience),
            state=BroadcastState.SCHEDULED,
            send_at=send_at,
            total=0,
        )
        added = await self.get(broadcast_id)
        assert added is not None
        return added

    async def write(
        self,
        of: Training | None,
        audience: Audience,
        words: str,
        send_at: datetime,
        created_by: int,
    ) -> Broadcast:
        """Keep a word to many that will go out at `send_at`; its text is sealed."""
        broadcast_id = await self._add(
            broadcast,
            network=self._network,
            training_id=of.id if of else None,
            created_by=created_by,
            revision=of.revision if of else 0,
            audience=audience_json(audience, written=True),
            state=BroadcastState.SCHEDULED,
            send_at=send_at,
            total=0,
            words=self._vault.seal(words),
        )
        added = await self.get(broadcast_id)
        assert added is not None
        return added

    async def words(self, broadcast_id: int) -> str | None:
        """Return the text of a word to many; None once it is forgotten."""
        mine = sa.and_(broadcast.c.network == self._network, broadcast.c.id == broadcast_id)
        row = await self._first(sa.select(broadcast.c.words).where(mine))
        return self._vault.open(row.words) if row and row.words is not None else None

    async def forget_words(self, before: datetime) -> int:
        """Forget the texts that were to be sent before; return how many."""
        old = sa.and_(
            broadcast.c.network == self._network,
            broadcast.c.words.is_not(None),
            broadcast.c.send_at < before,
        )
        return int((await self._run(sa.update(broadcast).where(old).values(words=None))).rowcount)

    async def get(self, broadcast_id: int) -> Broadcast | None:
        """Return an announcement."""
        mine = sa.and_(broadcast.c.network == self._network, broadcast.c.id == broadcast_id)
        row = await self._first(sa.select(broadcast).where(mine))
        return broadcast_of(row) if row else None

    async def of_training(self, training_id: int) -> list[Broadcast]:
        """Return all announcements of a training, newest first."""
        mine = sa.and_(broadcast.c.network == self._network, broadcast.c.training_id == training_id)
        rows = await self._all(sa.select(broadcast).where(mine).order_by(broadcast.c.id.desc()))
        return [broadcast_of(row) for row in rows]

    async def _change(self, broadcast_id: int, **values: Any) -> None:
        mine = sa.and_(broadcast.c.network == self._network, broadcast.c.id == broadcast_id)
        await self._run(sa.update(broadcast).where(mine).values(**values))

    async def set_running(self, broadcast_id: int, total: int, revision: int) -> None:
        """Mark that the deliveries of an announcement are planned, of which date it tells."""
        running = BroadcastState.RUNNING
        await self._change(broadcast_id, state=running, total=total, revision=revision)

    async def set_state(self, broadcast_id: int, state: BroadcastState) -> None:
        """Change where an announcement stands."""
        await self._change(broadcast_id, state=state)

    async def put_off(self, broadcast_id: int, send_at: datetime) -> None:
        """Let a waiting announcement begin later."""
        await self._change(broadcast_id, send_at=send_at)

    async def set_card(self, broadcast_id: int, message_id: str) -> None:
        """Remember the message that shows the progress."""
        await self._change(broadcast_id, progress_card=message_id)

    async def set_shown(self, broadcast_id: int, settled: int) -> None:
        """Remember the number that the progress message shows."""
        await self._change(broadcast_id, progress_shown=settled)

    async def cancel(self, broadcast_id: int, among: Collection[BroadcastState]) -> bool:
        """Cancel an announcement that is in one of these states; its end is still to be told."""
        return await self._cancel(broadcast_id, among)

    async def recall(self, broadcast_id: int, among: Collection[BroadcastState]) -> bool:
        """Cancel one that went to nobody; from then on it is as if it had been for nobody."""
        return await self._cancel(broadcast_id, among, total=0)

    async def _cancel(
        self, broadcast_id: int, among: Collection[BroadcastState], **more: int
    ) -> bool:
        mine = sa.and_(
            broadcast.c.network == self._network,
            broadcast.c.id == broadcast_id,
            broadcast.c.state.in_([state.value for state in among]),
        )
        values = {"state": BroadcastState.CANCELLED, "progress_shown": NOT_SHOWN, **more}
        return (await self._run(sa.update(broadcast).where(mine).values(**values))).rowcount == 1

    async def reopen(self, delivery_ids: Collection[int]) -> int:
        """Let finished announcements be counted anew, whose unknown deliveries are decided.

        Must come before the deliveries change; returns how many announcements.
        """
        decided = sa.select(delivery.c.broadcast_id).where(
            delivery.c.network == self._network,
            delivery.c.id.in_(list(delivery_ids)),
            delivery.c.kind.in_(TO_MANY),
            open_doubt(),
        )
        done = sa.and_(
            broadcast.c.network == self._network,
            broadcast.c.id.in_(decided),
            broadcast.c.state.in_([BroadcastState.DONE, BroadcastState.CANCELLED]),
        )
        values = {"state": BroadcastState.RUNNING, "progress_shown": NOT_SHOWN}
        opened = sa.update(broadcast).where(done).values(**values)
        return int((await self._run(opened)).rowcount)

    def _to_report(self) -> Any:
        """Return the condition for announcements about which something is to be told."""
        stopped = sa.and_(
            broadcast.c.state == BroadcastState.CANCELLED, broadcast.c.progress_shown == NOT_SHOWN
        )
        return sa.or_(broadcast.c.state == BroadcastState.RUNNING, stopped)

    def _to_do(self, now: datetime) -> Any:
        due = sa.and_(broadcast.c.state == BroadcastState.SCHEDULED, broadcast.c.send_at <= now)
        return sa.and_(broadcast.c.network == self._network, sa.or_(due, self._to_report()))

    async def to_do(self, now: datetime) -> list[int]:
        """Return the announcements that are due, run, or must still be reported."""
        query = sa.select(broadcast.c.id).where(self._to_do(now)).order_by(broadcast.c.id)
        return [row.id for row in await self._all(query)]

    async def lock(self, broadcast_id: int, now: datetime) -> bool:
        """Hold an announcement until we commit; False if there is nothing to do about it."""
        mine = sa.and_(broadcast.c.id == broadcast_id, self._to_do(now))
        query = sa.select(broadcast.c.id).where(mine).with_for_update()
        return await self._first(query) is not None

    async def call_off(self, broadcast_id: int) -> tuple[int, int | None] | None:
        """End one that waits, without reading to whom; return training and creator, or None."""
        waits = sa.and_(
            broadcast.c.network == self._network,
            broadcast.c.id == broadcast_id,
            broadcast.c.state == BroadcastState.SCHEDULED,
        )
        ended = sa.update(broadcast).where(waits)
        ended = ended.values(state=BroadcastState.CANCELLED, progress_shown=0)
        columns = (broadcast.c.training_id, broadcast.c.created_by)
        row = await self._first(ended.returning(*columns))
        return (row.training_id, row.created_by) if row else None

    def _planned(self, broadcast_id: int) -> Any:
        return sa.and_(
            delivery.c.network == self._network,
            delivery.c.broadcast_id == broadcast_id,
            delivery.c.kind.in_(TO_MANY),
        )

    async def counts(self, broadcast_id: int) -> Counts:
        """Return what became of the deliveries, and of how many somebody must decide."""
        doubts = sa.func.sum(sa.case((open_doubt(), 1), else_=0))
        query = sa.select(
            delivery.c.state,
            sa.func.count().label("n"),
            sa.func.sum(delivery.c.resends).label("resends"),
            doubts.label("doubts"),
        ).where(self._planned(broadcast_id))
        rows = await self._all(query.group_by(delivery.c.state))
        return Counts(
            states={State(row.state): row.n for row in rows},
            resends=sum(int(row.resends) for row in rows),
            open_unknown=sum(int(row.doubts) for row in rows),
        )

    async def unknown(self, broadcast_id: int) -> list[int]:
        """Return the deliveries about which nobody can know."""
        query = sa.select(delivery.c.id).where(self._planned(broadcast_id), open_doubt())
        return [row.id for row in await self._all(query)]

    async def institutions_missed(self, broadcast_id: int) -> int:
        """Return to how many institutions the people belong who could not be reached."""
        missed = sa.and_(self._planned(broadcast_id), delivery.c.state == State.UNDELIVERABLE)
        places = (
            sa.select(person.c.office, person.c.sector)
            .join(delivery, delivery.c.person_id == person.c.id)
            .where(missed)
            .distinct()
        )
        return int(await self._scalar(sa.select(sa.func.count()).select_from(places.subquery())))

    async def reaches_others(self, broadcast_id: int, office: str) -> bool:
        """Return whether it goes to anybody who is not of this office."""
        query = (
            sa.select(delivery.c.id)
            .outerjoin(person, person.c.id == delivery.c.person_id)
            .where(self._planned(broadcast_id), person.c.office.is_distinct_from(office))
        )
        return await self._first(query.limit(1)) is not None

    async def told_since(self, broadcast_id: int, moment: datetime) -> bool:
        """Return whether the progress message changed since, or is about to."""
        query = sa.select(delivery.c.id).where(
            delivery.c.network == self._network,
            delivery.c.broadcast_id == broadcast_id,
            delivery.c.kind == Kind.PROGRESS,
            sa.or_(delivery.c.state.in_([s.value for s in OPEN]), delivery.c.due_at > moment),
        )
        return await self._first(query.limit(1)) is not None

    async def newer_cards(self, broadcast_id: int) -> dict[int, str]:
        """Return the newest message that shows somebody the progress, by person."""
        query = sa.select(delivery.c.person_id, delivery.c.message_id).where(
            delivery.c.network == self._network,
            delivery.c.broadcast_id == broadcast_id,
            delivery.c.kind == Kind.PROGRESS,
            delivery.c.message_id.is_not(None),
        )
        rows = await self._all(query.order_by(delivery.c.id))
        return {row.person_id: row.message_id for row in rows}
