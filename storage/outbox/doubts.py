"""What of the outbox somebody must hear of without asking: lasting doubt, and failures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.deliveries import DOUBT_KEY, INTERNAL, Doubts, ToldHost
from domain.delivery import Kind, State
from storage.aside import an_object
from storage.outbox.endings import open_doubt
from storage.outbox.unknown import may_go_again
from storage.shelf import Shelf
from storage.tables import delivery, delivery_attempt, training


def _lasting(now: datetime) -> Any:
    """Return the condition for doubt that no policy will end."""
    over = ~may_go_again() | (delivery.c.expires_at <= now)
    return open_doubt() & (delivery.c.next_at <= now) & over & ~delivery.c.in_place


class Telling(Shelf):
    """Doubt and failures by the host of the training they are about."""

    async def doubts(self, now: datetime, since: datetime | None = None) -> Mapping[str, Doubts]:
        """Return what is in doubt for good, or failed (after a moment), by each host."""
        failed = delivery.c.state == State.FAILED
        if since is not None:
            failed &= delivery.c.settled_at > since
        last = sa.select(sa.func.max(delivery_attempt.c.id)).where(
            delivery_attempt.c.delivery_id == delivery.c.id
        )
        rows = (
            sa.select(
                training.c.host,
                sa.cast(training.c.co_hosts, sa.Text).label("others"),
                delivery.c.state,
                sa.func.coalesce(last.scalar_subquery(), 0).label("newest"),
            )
            .join(training, training.c.id == delivery.c.training_id)
            .where(
                delivery.c.network == self._network,
                delivery.c.kind.in_([kind.value for kind in Kind if kind not in INTERNAL]),
                _lasting(now) | failed,
            )
            .subquery()
        )
        unknown = sa.func.sum(sa.case((rows.c.state == State.UNKNOWN, 1), else_=0))
        query = sa.select(
            rows.c.host,
            rows.c.others,
            unknown.label("unknown"),
            sa.func.count().label("n"),
            sa.func.max(rows.c.newest).label("newest"),
        ).group_by(rows.c.host, rows.c.others)
        found: dict[str, Doubts] = {}
        for row in await self._all(query.order_by(rows.c.host, rows.c.others)):
            doubts = Doubts(int(row.unknown), row.n - int(row.unknown), row.newest)
            for host in (row.host, *json.loads(row.others)):
                found[host] = found[host] + doubts if host in found else doubts
        return dict(sorted(found.items()))

    async def told(self, host: str) -> ToldHost | None:
        """Return of what a host was told last, as far as that is still kept."""
        query = sa.select(delivery.c.due_at, delivery.c.facts).where(
            delivery.c.network == self._network,
            delivery.c.kind == Kind.ALERT,
            delivery.c.dedupe_key.startswith(DOUBT_KEY.format(host=host), autoescape=True),
        )
        row = await self._first(query.order_by(delivery.c.id.desc()).limit(1))
        if row is None:
            return None
        facts = an_object(row.facts)
        return ToldHost(row.due_at, facts["newest"], facts["total"])
