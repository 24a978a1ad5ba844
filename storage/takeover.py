"""Ends the leases of those who are surely gone, so that nobody waits for them to run out."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from domain.delivery import State
from storage.shelf import Shelf
from storage.tables import delivery


class Takeover(Shelf):
    """What a dead process left in its hands.

    Nothing is repeated by this alone: a row that was being sent becomes unknown, and its owner,
    should it live after all, is kept off by its lease.
    """

    async def deliveries(self, owner: str, now: datetime) -> int:
        """End the leases of all other senders; `owner` is the only one from now on."""
        theirs = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state.in_([State.CLAIMED.value, State.SENDING.value]),
            delivery.c.owner != owner,
            delivery.c.lease_until > now,
        )
        return int(
            (await self._run(sa.update(delivery).where(theirs).values(lease_until=now))).rowcount
        )
