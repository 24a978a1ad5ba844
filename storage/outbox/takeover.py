"""Ends the leases of those who are surely gone, so that nobody waits for them to run out."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from domain.delivery import State
from storage.shelf import Shelf
from storage.tables import delivery, inbox_update


class Takeover(Shelf):
    """What a dead process left in its hands.

    Nothing is repeated by this alone: a row that was being sent becomes unknown, an update that
    was being handled cannot be finished any more by who held it, and an owner that lives after
    all is kept off by its lease.
    """

    async def deliveries(self, owner: str, now: datetime) -> int:
        """End the leases of all other senders; `owner` is the only one from now on."""
        in_hand = delivery.c.state.in_([State.CLAIMED.value, State.SENDING.value])
        return await self._end(delivery, sa.and_(in_hand, delivery.c.owner != owner), now)

    async def updates(self, owner: str, now: datetime) -> int:
        """End the leases of all others who handle updates; `owner` is the only one from now on."""
        waiting = inbox_update.c.state == sa.literal_column("'new'")
        return await self._end(inbox_update, sa.and_(waiting, inbox_update.c.owner != owner), now)

    async def _end(self, table: sa.Table, held: sa.ColumnElement[bool], now: datetime) -> int:
        clock = self._clock(now)
        theirs = sa.and_(table.c.network == self._network, held, table.c.lease_until > clock)
        ended = sa.update(table).where(theirs).values(lease_until=clock)
        return int((await self._run(ended)).rowcount)
