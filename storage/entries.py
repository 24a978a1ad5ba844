"""Keeps the exchange ledger: rows are added, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.ledger.correction import Booked, Reason
from domain.ledger.entries import UNCLOSED, Entry, LedgerKind
from storage.report.tables import correction
from storage.shelf import Shelf
from storage.tables import ledger

#: The kinds by their names: found faster than made, and a year has many rows.
KINDS = {kind.value: kind for kind in LedgerKind}


def entry_of(row: Any) -> Entry:
    """Return the entry of a row."""
    return Entry(
        day=row.day,
        kind=KINDS[row.kind],
        n=row.n,
        training_id=row.training_id,
        notice_id=row.notice_id,
        office=row.office,
        sector=row.sector,
        detail=row.detail,
    )


class Ledger(Shelf):
    """What happened between institutions, in numbers."""

    async def add(self, entries: Sequence[Entry]) -> None:
        """Write rows into the ledger."""
        await self._add_all(ledger, [self._row(entry) for entry in entries])

    async def write(self, entry: Entry) -> int:
        """Write one row and return its number."""
        return await self._add(ledger, **self._row(entry))

    def _row(self, entry: Entry) -> dict[str, Any]:
        return {
            "network": self._network,
            "day": entry.day,
            "kind": entry.kind,
            "n": entry.n,
            "training_id": entry.training_id,
            "notice_id": entry.notice_id,
            "office": entry.office,
            "sector": entry.sector,
            "detail": entry.detail,
        }

    async def note_correction(self, entry_id: int, corrects: int, reason: Reason) -> None:
        """Note that a row takes another one back, and why."""
        await self._add(correction, entry_id=entry_id, corrects=corrects, reason=reason)

    async def booked(self, entry_ids: Sequence[int]) -> dict[int, Booked]:
        """Return rows by number, and whether each was corrected."""
        done = sa.exists().where(correction.c.corrects == ledger.c.id)
        query = sa.select(ledger, done.label("corrected")).where(
            ledger.c.network == self._network, ledger.c.id.in_(list(entry_ids))
        )
        rows = await self._all(query)
        return {row.id: Booked(row.id, entry_of(row), bool(row.corrected)) for row in rows}

    async def kept(self, training_id: int) -> bool:
        """Return whether sums of a training were written before its closing."""
        mine = sa.and_(ledger.c.network == self._network, ledger.c.training_id == training_id)
        query = sa.select(ledger.c.id).where(mine, ledger.c.detail == UNCLOSED)
        return await self._first(query.limit(1)) is not None

    async def of_training(self, training_id: int) -> int:
        """Return how many rows tell of a training."""
        mine = sa.and_(ledger.c.network == self._network, ledger.c.training_id == training_id)
        return int(await self._scalar(sa.select(sa.func.count()).select_from(ledger).where(mine)))

    async def between(self, first: date, last: date) -> list[Entry]:
        """Return the rows of these days, both included, in the order they were written."""
        return [entry for _, entry in await self.numbered(first, last)]

    async def numbered(self, first: date, last: date) -> list[tuple[int, Entry]]:
        """Return the rows of these days with their numbers, in the order they were written."""
        query = sa.select(ledger).where(self._of(first, last)).order_by(ledger.c.id)
        return [(row.id, entry_of(row)) for row in await self._all(query)]

    async def corrections(self, first: date, last: date) -> list[tuple[int, int, Reason]]:
        """Return which rows of these days take back which ones, and why."""
        query = sa.select(correction).join(ledger, ledger.c.id == correction.c.entry_id)
        rows = await self._all(query.where(self._of(first, last)).order_by(correction.c.entry_id))
        return [(row.entry_id, row.corrects, Reason(row.reason)) for row in rows]

    def _of(self, first: date, last: date) -> Any:
        return sa.and_(ledger.c.network == self._network, ledger.c.day.between(first, last))

    async def of_notice(self, notice_id: int) -> dict[LedgerKind, int]:
        """Return what is written about an announcement so far, as sums by kind."""
        mine = sa.and_(ledger.c.network == self._network, ledger.c.notice_id == notice_id)
        query = sa.select(ledger.c.kind, sa.func.sum(ledger.c.n).label("n")).where(mine)
        rows = await self._all(query.group_by(ledger.c.kind))
        return {LedgerKind(row.kind): int(row.n) for row in rows}
