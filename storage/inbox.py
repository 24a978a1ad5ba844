"""Keeps what came in until it is done: each update once, in order for each chat."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.shelf import Shelf
from storage.tables import inbox_update

MOST_ATTEMPTS = 6
_LONGEST_ERROR = 300
#: In the place of the chat's key once an update waits no more: nothing has to be ordered then.
_NO_CHAT = bytes(32)


class AlreadyDone(Exception):
    """This update was handled meanwhile; nothing of the second handling may be kept."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update that waits to be handled; `chat` orders it among the others of its chat."""

    update_id: int
    chat: bytes
    payload: dict[str, Any]
    attempts: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update as it came in; `chat_id` is None where it belongs to no chat."""

    update_id: int
    chat_id: int | None
    payload: dict[str, Any]


class Inbox(Shelf):
    """The updates of one bot."""

    async def put(self, arrived: Sequence[Arrived], now: datetime) -> int:
        """Keep updates; one that came before is not kept again. Return how many were new."""
        rows = [
            {
                "network": self._network,
                "update_id": update.update_id,
                "ordering_key": self._vault.lookup(update.chat_id or update.update_id),
                "payload": self._vault.seal_json(update.payload),
                "received_at": now,
                "state": "new",
                "next_at": now,
            }
            for update in arrived
        ]
        return await self._add_once(inbox_update, rows, ["network", "update_id"])

    async def put_dead(self, update_id: int, error: str, now: datetime) -> None:
        """Note an update that nobody can read; its content is not kept."""
        row = {
            "network": self._network,
            "update_id": update_id,
            "ordering_key": self._vault.lookup(update_id),
            "payload": None,
            "received_at": now,
            "state": "dead",
            "next_at": now,
            "error": error[:_LONGEST_ERROR],
        }
        await self._add_once(inbox_update, [row], ["network", "update_id"])

    async def claim(
        self,
        now: datetime,
        owner: str,
        limit: int,
        lease: timedelta,
        busy: Collection[bytes] = (),
    ) -> list[Incoming]:
        """Take up to `limit` updates, oldest first, none of a chat that is being served."""
        free = (inbox_update.c.lease_until.is_(None)) | (inbox_update.c.lease_until <= now)
        due = sa.select(inbox_update.c.update_id).where(
            inbox_update.c.network == self._network,
            inbox_update.c.state == sa.literal_column("'new'"),
            inbox_update.c.next_at <= now,
            free,
        )
        if busy:
            due = due.where(inbox_update.c.ordering_key.not_in(list(busy)))
        due = due.order_by(inbox_update.c.update_id).limit(limit)
        chosen = due.with_for_update(skip_locked=True).cte("chosen")
        taken = (
            sa.update(inbox_update)
            .where(
                inbox_update.c.network == self._network,
                inbox_update.c.update_id.in_(sa.select(chosen.c.update_id)),
            )
            .values(owner=owner, lease_until=now + lease)
            .returning(inbox_update)
        )
        rows = sorted(await self._all(taken), key=lambda row: int(row.update_id))
        return [self._incoming(row) for row in rows]

    def _incoming(self, row: Any) -> Incoming:
        payload = self._vault.open_json(row.payload)
        return Incoming(row.update_id, row.ordering_key, payload, row.attempts)

    def _one(self, update_id: int) -> Any:
        return sa.and_(
            inbox_update.c.network == self._network,
            inbox_update.c.update_id == update_id,
            inbox_update.c.state == sa.literal_column("'new'"),
        )

    async def done(self, update_id: int) -> None:
        """Mark an update as handled; forget its content and its chat. Raises AlreadyDone."""
        finished = sa.update(inbox_update).where(self._one(update_id))
        values = {
            "state": "done",
            "payload": None,
            "ordering_key": _NO_CHAT,
            "lease_until": None,
        }
        if (await self._run(finished.values(**values))).rowcount != 1:
            raise AlreadyDone

    async def fail(self, update: Incoming, error: str, now: datetime) -> bool:
        """Note that handling failed; it is tried again later. Return whether it is given up."""
        attempts = update.attempts + 1
        dead = attempts >= MOST_ATTEMPTS
        values: dict[str, Any] = {
            "attempts": attempts,
            "error": error[:_LONGEST_ERROR],
            "next_at": now + timedelta(seconds=2**attempts),
            "owner": None,
            "lease_until": None,
        }
        if dead:
            values |= {"state": "dead", "payload": None, "ordering_key": _NO_CHAT}
        await self._run(sa.update(inbox_update).where(self._one(update.update_id)).values(**values))
        return dead

    async def release(self, update_ids: Sequence[int]) -> None:
        """Give back updates that were taken and not begun."""
        mine = sa.and_(
            inbox_update.c.network == self._network,
            inbox_update.c.update_id.in_(list(update_ids)),
            inbox_update.c.state == sa.literal_column("'new'"),
        )
        await self._run(sa.update(inbox_update).where(mine).values(owner=None, lease_until=None))

    async def next_due(self) -> datetime | None:
        """Return when the next waiting update may be handled."""
        query = sa.select(sa.func.min(inbox_update.c.next_at)).where(
            inbox_update.c.network == self._network,
            inbox_update.c.state == sa.literal_column("'new'"),
        )
        found: datetime | None = await self._scalar(query)
        return found

    async def count(self, state: str) -> int:
        """Return how many updates are new, done or dead."""
        query = sa.select(sa.func.count()).where(
            inbox_update.c.network == self._network, inbox_update.c.state == state
        )
        return int(await self._scalar(query))

    async def forget_old(self, before: datetime) -> int:
        """Delete updates of before a moment; return how many."""
        old = sa.and_(
            inbox_update.c.network == self._network,
            inbox_update.c.received_at < before,
            inbox_update.c.state != sa.literal_column("'new'"),
        )
        return int((await self._run(sa.delete(inbox_update).where(old))).rowcount)
