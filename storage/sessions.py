"""Keeps how many fewer came to single sessions of a series: rows are added, never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from domain.session_count import Missed
from storage.report.tables import session_missed
from storage.shelf import Shelf


class Sessions(Shelf):
    """What is known of single sessions beside the ledger, in numbers."""

    async def add(self, training_id: int, missed: Missed, reason: str = "") -> None:
        """Write that so many fewer came, or so many more (below 0) than written before."""
        rows = [
            {
                "network": self._network,
                "training_id": training_id,
                "number": number,
                "n": n,
                "reason": reason,
            }
            for number, n in sorted(missed.items())
            if n
        ]
        await self._add_all(session_missed, rows)

    async def missed(self, training_ids: Sequence[int]) -> dict[int, Mapping[int, int]]:
        """Return how many fewer came, by training and number of the session."""
        same = (session_missed.c.training_id, session_missed.c.number)
        query = sa.select(*same, sa.func.sum(session_missed.c.n).label("n")).where(
            session_missed.c.network == self._network,
            session_missed.c.training_id.in_(list(training_ids)),
        )
        found: dict[int, dict[int, int]] = {}
        for row in await self._all(query.group_by(*same).order_by(*same)):
            if row.n:
                found.setdefault(row.training_id, {})[row.number] = int(row.n)
        return dict(found)
