"""Changes the moments when what waits is to be looked at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.delivery import Kind, State
from storage.shelf import Shelf
from storage.tables import delivery, inbox_update

_INSTANT = delivery.c.due_at.type


class Moments(Shelf):
    """When what waits is to be looked at."""

    async def due(self, kinds: Collection[Kind], moment: datetime) -> int:
        """Let nothing of these kinds be due later than a moment; return how many were."""
        late = self._deliveries(State.SCHEDULED, delivery.c.due_at > moment)
        late = sa.and_(late, delivery.c.kind.in_(sorted(kinds)))
        due_at = sa.func.coalesce(self._next_of_chat(moment), sa.literal(moment, _INSTANT))
        return await self._change(delivery, late, due_at=due_at, next_at=moment)

    def _next_of_chat(self, moment: datetime) -> Any:
        """Return when the next one of the chat is due that was put by the right clock again.

        What was put before it is due no later, and so keeps its place.
        """
        later = delivery.alias("later")
        return (
            sa.select(sa.func.min(later.c.due_at))
            .where(
                later.c.network == self._network,
                later.c.chat_key == delivery.c.chat_key,
                later.c.priority == delivery.c.priority,
                later.c.state.in_([State.SCHEDULED, State.CLAIMED, State.SENDING]),
                later.c.id > delivery.c.id,
                later.c.due_at <= moment,
            )
            .correlate(delivery)
            .scalar_subquery()
        )

    async def retries(self, now: datetime) -> int:
        """Try again now, or when it is due, what was to be tried again later."""
        due = sa.case((delivery.c.due_at > now, delivery.c.due_at), else_=now)
        late = self._deliveries(State.SCHEDULED, delivery.c.next_at > due)
        return await self._change(delivery, late, next_at=due)

    async def holds(self, end: datetime) -> int:
        """Hold nothing that is unknown beyond a moment."""
        late = self._deliveries(State.UNKNOWN, delivery.c.next_at > end)
        return await self._change(delivery, late, next_at=end)

    async def updates(self, ends: Mapping[int, datetime]) -> int:
        """Leave no update that failed so often alone beyond the moment for it."""
        instant = inbox_update.c.next_at.type
        whens = [
            (inbox_update.c.attempts == n, sa.literal(end, instant)) for n, end in ends.items()
        ]
        end = sa.case(*whens, else_=inbox_update.c.next_at)
        late = sa.and_(
            inbox_update.c.network == self._network,
            inbox_update.c.state == sa.literal_column("'new'"),
            inbox_update.c.next_at > end,
        )
        return await self._change(inbox_update, late, next_at=end)

    def _deliveries(self, state: State, late: Any) -> Any:
        return sa.and_(delivery.c.network == self._network, delivery.c.state == state, late)

    async def _change(self, table: sa.Table, late: Any, **values: Any) -> int:
        return int((await self._run(sa.update(table).where(late).values(**values))).rowcount)
