"""Keeps the exchange ledger: rows are added, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.ledger import UNCLOSED, Entry, LedgerKind
from storage.report_tables import year_seal
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


class Seals(Shelf):
    """Which years are closed for good; the database itself keeps rows out of them."""

    async def sealed(self, year: int) -> bool:
        """Return whether a year is sealed."""
        mine = sa.and_(year_seal.c.network == self._network, year_seal.c.year == year)
        return await self._first(sa.select(year_seal.c.year).where(mine)) is not None

    async def years(self) -> frozenset[int]:
        """Return all sealed years."""
        mine = year_seal.c.network == self._network
        return frozenset(
            row.year for row in await self._all(sa.select(year_seal.c.year).where(mine))
        )

    async def last(self) -> int | None:
        """Return the last sealed year."""
        mine = year_seal.c.network == self._network
        year: int | None = await self._scalar(sa.select(sa.func.max(year_seal.c.year)).where(mine))
        return year


class Ledger(Shelf):
    """What happened between institutions, in numbers."""

    async def add(self, entries: Sequence[Entry]) -> None:
        """Write rows into the ledger."""
        rows = [
            {
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
            for entry in entries
        ]
        await self._add_all(ledger, rows)

    async def add_if_open(self, entries: Sequence[Entry]) -> int:
        """Write the rows whose year is open; return how many came too late to be counted.

        For what happens by itself: nobody is there who could be told.
        """
        years = {entry.day.year for entry in entries}
        sealed = {year for year in years if await Seals(*self._given).sealed(year)}
        await self.add([entry for entry in entries if entry.day.year not in sealed])
        return sum(entry.day.year in sealed for entry in entries)

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
        query = sa.select(ledger).where(
            ledger.c.network == self._network, ledger.c.day >= first, ledger.c.day <= last
        )
        return [entry_of(row) for row in await self._all(query.order_by(ledger.c.id))]

    async def of_notice(self, notice_id: int) -> dict[LedgerKind, int]:
        """Return what is written about an announcement so far, as sums by kind."""
        mine = sa.and_(ledger.c.network == self._network, ledger.c.notice_id == notice_id)
        query = sa.select(ledger.c.kind, sa.func.sum(ledger.c.n).label("n")).where(mine)
        rows = await self._all(query.group_by(ledger.c.kind))
        return {LedgerKind(row.kind): int(row.n) for row in rows}
