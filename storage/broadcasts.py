"""Keeps announcements: to whom, when, and how far they are."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.broadcast import Audience, Broadcast, BroadcastState
from domain.training import Training
from domain.vocabulary import Sector
from storage.shelf import Shelf
from storage.tables import broadcast


def broadcast_of(row: Any) -> Broadcast:
    """Return the announcement of a row."""
    audience = row.audience
    return Broadcast(
        id=row.id,
        training_id=row.training_id,
        revision=row.revision,
        audience=Audience(
            tuple(audience["offices"]),
            tuple(Sector(slug) for slug in audience["sectors"]),
            audience["subscribers"],
        ),
        state=BroadcastState(row.state),
        send_at=row.send_at,
        created_by=row.created_by,
        total=row.total,
    )


def audience_json(audience: Audience) -> dict[str, Any]:
    """Return an audience as JSON values."""
    return {
        "offices": list(audience.offices),
        "sectors": [sector.value for sector in audience.sectors],
        "subscribers": audience.subscribers,
    }


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

    async def get(self, broadcast_id: int) -> Broadcast | None:
        """Return an announcement."""
        mine = sa.and_(broadcast.c.network == self._network, broadcast.c.id == broadcast_id)
        row = await self._first(sa.select(broadcast).where(mine))
        return broadcast_of(row) if row else None

    async def in_state(
        self, state: BroadcastState, until: datetime | None = None
    ) -> list[Broadcast]:
        """Return announcements in a state, those only whose time has come if `until` is given."""
        query = sa.select(broadcast).where(
            broadcast.c.network == self._network, broadcast.c.state == state
        )
        if until is not None:
            query = query.where(broadcast.c.send_at <= until)
        rows = await self._all(query.order_by(broadcast.c.id).with_for_update())
        return [broadcast_of(row) for row in rows]

    async def of_training(self, training_id: int) -> list[Broadcast]:
        """Return all announcements of a training, newest first."""
        mine = sa.and_(broadcast.c.network == self._network, broadcast.c.training_id == training_id)
        rows = await self._all(sa.select(broadcast).where(mine).order_by(broadcast.c.id.desc()))
        return [broadcast_of(row) for row in rows]

    async def _change(self, broadcast_id: int, **values: Any) -> None:
        mine = sa.and_(broadcast.c.network == self._network, broadcast.c.id == broadcast_id)
        await self._run(sa.update(broadcast).where(mine).values(**values))

    async def set_running(self, broadcast_id: int, total: int) -> None:
        """Mark that the deliveries of an announcement are planned."""
        await self._change(broadcast_id, state=BroadcastState.RUNNING, total=total)

    async def set_state(self, broadcast_id: int, state: BroadcastState) -> None:
        """Change where an announcement stands."""
        await self._change(broadcast_id, state=state)

    async def set_card(self, broadcast_id: int, message_id: int) -> None:
        """Remember the message that shows the progress."""
        await self._change(broadcast_id, progress_card=message_id)

    async def card(self, broadcast_id: int) -> tuple[int | None, int]:
        """Return the message that shows the progress, and the number it shows (-1: none)."""
        query = sa.select(broadcast.c.progress_card, broadcast.c.progress_shown).where(
            broadcast.c.network == self._network, broadcast.c.id == broadcast_id
        )
        row = await self._first(query)
        return (row.progress_card, row.progress_shown) if row else (None, -1)

    async def set_shown(self, broadcast_id: int, settled: int) -> None:
        """Remember the number that the progress message shows."""
        await self._change(broadcast_id, progress_shown=settled)
