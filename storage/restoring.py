"""What must not go on as it was, once a database came back from a backup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from domain.announce_audience import BroadcastState
from domain.delivery import Kind, State
from storage.addresses import has
from storage.erasures import Gone
from storage.seat_tables import account_move
from storage.shelf import Shelf
from storage.tables import (
    access_request,
    address,
    broadcast,
    delivery,
    draft,
    person,
    training,
)

#: The reason on a row that was due before the database came back.
RESTORED = "restored"
#: The states of a row that would go out, or may have gone out after the backup was made.
_WAITING = (State.SCHEDULED.value, State.CLAIMED.value, State.SENDING.value)
_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Coming:
    """So many messages of a kind wait to be sent, the first of them then."""

    kind: Kind
    n: int
    first: datetime


@dataclass(frozen=True, slots=True)
class PlannedAnnouncement:
    """An announcement that begins later, and of what."""

    id: int
    title: str
    send_at: datetime


class Restoring(Shelf):
    """Bringing one network's rows up to date after a backup was put back."""

    async def erased_since(self, gone: Sequence[Gone]) -> tuple[list[int], list[int]]:
        """Return the people and the requests for access in here that were deleted later.

        They are known by a look-up key under any of our keys, and by their number: who came back
        as somebody new has a larger one.
        """
        latest: dict[tuple[str, str], int] = {}
        for each in gone:
            place = (each.table, each.key)
            latest[place] = max(each.row, latest.get(place, 0))
        people = sa.select(person.c.id, address.c.key, address.c.sealed).join(address, has())
        key, sealed = (
            access_request.c.chat_key.label("key"),
            access_request.c.chat_id.label("sealed"),
        )
        requests = sa.select(access_request.c.id, key, sealed)
        return (
            await self._found(person, people, latest),
            await self._found(access_request, requests, latest),
        )

    async def _found(
        self, table: sa.Table, query: sa.Select[Any], latest: Mapping[tuple[str, str], int]
    ) -> list[int]:
        rows = await self._all(query.where(table.c.network == self._network))
        return [
            row.id
            for row in rows
            if any(row.id <= latest.get((table.name, key), 0) for key in self._names(row))
        ]

    def _names(self, row: sa.Row[Any]) -> set[str]:
        """Return every look-up key by which a row may be known."""
        try:
            keys = self._vault.lookups(self._vault.open(row.sealed))
        except ValueError:
            keys = []
        return {key.hex() for key in (row.key, *keys)}

    async def forget_chat(self, person_id: int) -> None:
        """Delete the dialogue of somebody who was erased, by the key of the address."""
        keys = sa.select(address.c.key).where(
            address.c.network == self._network, address.c.person_id == person_id
        )
        mine = sa.and_(draft.c.network == self._network, draft.c.chat_key.in_(keys))
        await self._run(sa.delete(draft).where(mine))

    async def drop_requests(self, ids: Sequence[int]) -> None:
        """Delete requests for access."""
        mine = sa.and_(access_request.c.network == self._network, access_request.c.id.in_(ids))
        await self._run(sa.delete(access_request).where(mine))

    async def number_on(self, gone: Sequence[Gone]) -> None:
        """Let no new row take a number that was given to somebody after the backup."""
        for table in (person, access_request):
            last = max((each.row for each in gone if each.table == table.name), default=0)
            if last:
                await self._number_from(table, last)

    async def _number_from(self, table: sa.Table, last: int) -> None:
        named: dict[str, Any] = {"last": last}
        if self._dialect == "postgresql":
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            reached = f"coalesce(pg_sequence_last_value({sequence}::regclass), 1)"
            await self._run(
                sa.text(f"SELECT setval({sequence}, greatest(:last, {reached}))"), named
            )
            return
        named["name"] = table.name
        raised = "UPDATE sqlite_sequence SET seq = max(seq, :last) WHERE name = :name"
        if not (await self._run(sa.text(raised), named)).rowcount:
            await self._run(sa.text("INSERT INTO sqlite_sequence VALUES (:name, :last)"), named)

    async def forget_links(self) -> None:
        """Delete accounts on their way: who said no after the backup would not be heard."""
        mine = account_move.c.network == self._network
        await self._run(sa.delete(account_move).where(mine))

    async def doubt(self, now: datetime) -> int:
        """Call unknown what was due before now: it may have gone out after the backup.

        Nothing but a person's decision sends it again.
        """
        due = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state.in_(_WAITING),
            delivery.c.due_at <= now,
        )
        values = {"state": State.UNKNOWN.value, "error": RESTORED, "next_at": _NEVER, "owner": None}
        return int((await self._run(sa.update(delivery).where(due).values(**values))).rowcount)

    async def call_off(self, now: datetime) -> list[int]:
        """Call off announcements that were to begin before now; return their numbers."""
        due = sa.and_(
            broadcast.c.network == self._network,
            broadcast.c.state == BroadcastState.SCHEDULED,
            broadcast.c.send_at <= now,
        )
        called_off = sa.update(broadcast).where(due).values(state=BroadcastState.CANCELLED)
        return sorted(row.id for row in await self._all(called_off.returning(broadcast.c.id)))

    async def coming(self) -> list[Coming]:
        """Return what waits to be sent, by its kind."""
        n, first = sa.func.count().label("n"), sa.func.min(delivery.c.due_at).label("first")
        query = sa.select(delivery.c.kind, n, first).where(
            delivery.c.network == self._network, delivery.c.state == State.SCHEDULED
        )
        rows = await self._all(query.group_by(delivery.c.kind).order_by(first))
        return [Coming(Kind(row.kind), row.n, row.first) for row in rows]

    async def planned(self) -> list[PlannedAnnouncement]:
        """Return the announcements that are yet to begin, the next one first."""
        of = training.c.id == broadcast.c.training_id
        title = sa.func.coalesce(training.c.title, "").label("title")
        query = sa.select(broadcast.c.id, title, broadcast.c.send_at)
        query = query.select_from(broadcast.outerjoin(training, of))
        mine = sa.and_(
            broadcast.c.network == self._network, broadcast.c.state == BroadcastState.SCHEDULED
        )
        rows = await self._all(query.where(mine).order_by(broadcast.c.send_at, broadcast.c.id))
        return [PlannedAnnouncement(row.id, row.title, row.send_at) for row in rows]
