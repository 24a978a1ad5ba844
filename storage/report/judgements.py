"""Keeps how results of goals were judged, beside their rows of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.protocol_rows import JudgedBy
from storage.report.tables import goal_judgement
from storage.shelf import Shelf
from storage.tables import ledger


class Judgements(Shelf):
    """How it was judged what became of goals."""

    async def add(self, number: int, how: JudgedBy) -> None:
        """Note how the result of this row was judged."""
        row = sa.insert(goal_judgement).values(network=self._network, entry_id=number, how=how)
        await self._run(row)

    async def between(self, first: date, last: date) -> dict[int, JudgedBy]:
        """Return how the results of these days were judged, by the numbers of their rows."""
        return {row.id: JudgedBy(row.how) for row in await self._of(first, last)}

    async def details(self, first: date, last: date) -> list[tuple[str, JudgedBy]]:
        """Return which goals were judged to be what, and how, the last one last."""
        return [(row.detail, JudgedBy(row.how)) for row in await self._of(first, last)]

    async def _of(self, first: date, last: date) -> Sequence[sa.Row[Any]]:
        query = (
            sa.select(ledger.c.id, ledger.c.detail, goal_judgement.c.how)
            .join(goal_judgement, goal_judgement.c.entry_id == ledger.c.id)
            .where(ledger.c.network == self._network, ledger.c.day >= first, ledger.c.day <= last)
        )
        return await self._all(query.order_by(ledger.c.id))
