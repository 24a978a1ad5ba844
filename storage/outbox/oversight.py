"""Answers who watches over deliveries: how many stand where, how late, and what to do by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.delivery import Kind, State
from storage.outbox.endings import open_doubt
from storage.report.tables import report_request
from storage.shelf import Shelf
from storage.tables import delivery, delivery_attempt, inbox_update, person


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many deliveries there are of each kind and state, and since when the oldest is due.

    `doubts` are those unknown ones of which nobody has decided yet.
    """

    counts: Mapping[tuple[Kind, State], int]
    due_since: datetime | None
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many updates were given up, and since when the oldest new one waits."""

    dead: int
    due_since: datetime | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of one attempt to send a delivery."""

    number: int
    ended_at: datetime
    outcome: str
    error: str | None


def _busy() -> sa.Select[bool]:
    """Return the question whether a network has anything in hand, asked for, or due by then."""
    network: sa.BindParameter[str] = sa.bindparam("of_network")
    until: sa.BindParameter[datetime] = sa.bindparam("until")
    due = sa.and_(delivery.c.state == State.SCHEDULED.value, delivery.c.next_at <= until)
    in_hand = delivery.c.state.in_([State.CLAIMED.value, State.SENDING.value])
    messages = sa.exists().where(delivery.c.network == network, sa.or_(due, in_hand))
    new = sa.and_(inbox_update.c.state == "new", inbox_update.c.next_at <= until)
    updates = sa.exists().where(inbox_update.c.network == network, new)
    papers = sa.exists().where(report_request.c.network == network)
    return sa.select(sa.or_(messages, updates, papers))


_BUSY = _busy()


class Oversight(Shelf):
    """A look at the outbox and the inbox of one network from outside."""

    async def counts(self) -> Mapping[tuple[Kind, State], int]:
        """Return how many deliveries there are of each kind and state."""
        grouped = (
            sa.select(delivery.c.kind, delivery.c.state, sa.func.count().label("n"))
            .where(delivery.c.network == self._network)
            .group_by(delivery.c.kind, delivery.c.state)
        )
        known = grouped.where(delivery.c.kind.in_([kind.value for kind in Kind]))
        return {(Kind(r.kind), State(r.state)): int(r.n) for r in await self._all(known)}

    async def outbox(self) -> Backlog:
        """Return where the deliveries stand."""
        oldest = sa.select(sa.func.min(delivery.c.next_at)).where(
            delivery.c.network == self._network,
            delivery.c.state == sa.literal_column(f"'{State.SCHEDULED.value}'"),
        )
        doubts = sa.select(sa.func.count()).where(delivery.c.network == self._network, open_doubt())
        return Backlog(await self.counts(), await self._scalar(oldest), await self._scalar(doubts))

    async def inbox(self) -> Waiting:
        """Return how the inbox does."""
        mine = inbox_update.c.network == self._network
        dead = sa.select(sa.func.count()).where(mine, inbox_update.c.state == "dead")
        oldest = sa.select(sa.func.min(inbox_update.c.next_at)).where(
            mine, inbox_update.c.state == sa.literal_column("'new'")
        )
        return Waiting(int(await self._scalar(dead)), await self._scalar(oldest))

    async def busy(self, until: datetime) -> bool:
        """Return whether anything is in hand, asked for, or due by then."""
        row = await self._first(_BUSY, {"of_network": self._network, "until": until})
        return row is not None and bool(row[0])

    async def other_networks(self) -> list[str]:
        """Return the slugs of other networks whose people this database holds."""
        theirs = person.c.network != self._network
        query = sa.select(person.c.network).where(theirs).distinct().order_by(person.c.network)
        return [row.network for row in await self._all(query)]

    async def attempts(self, delivery_id: int) -> list[Attempt]:
        """Return what became of each attempt, oldest first."""
        query = (
            sa.select(delivery_attempt)
            .join(delivery, delivery.c.id == delivery_attempt.c.delivery_id)
            .where(delivery.c.network == self._network, delivery.c.id == delivery_id)
            .order_by(delivery_attempt.c.id)
        )
        rows = await self._all(query)
        return [Attempt(row.number, row.ended_at, row.outcome, row.error) for row in rows]
