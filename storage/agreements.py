"""Keeps agreements beside their rows of the ledger: written once, never changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.agreements import Agreed
from domain.ledger.entries import LedgerKind
from storage.report.tables import agreement, correction
from storage.shelf import Shelf
from storage.tables import ledger


class Agreements(Shelf):
    """What the network has agreed upon."""

    async def add(self, made: Agreed) -> None:
        """Keep what members read of an agreement."""
        row = sa.insert(agreement).values(
            network=self._network,
            entry_id=made.number,
            title=made.title,
            label=made.label,
            offices=list(made.offices),
            replaces=made.replaces,
        )
        await self._run(row)

    async def all(self) -> list[Agreed]:
        """Return all that the ledger counts; what was entered before offices were asked, too."""
        return await self._counted()

    async def standing(self, first: date, last: date) -> list[Agreed]:
        """Return what the ledger counts up to `last`, but for what was replaced before `first`."""
        later, row = agreement.alias(), ledger.alias()
        replaced = sa.exists().where(
            later.c.network == self._network,
            later.c.replaces == ledger.c.id,
            later.c.entry_id == row.c.id,
            row.c.day < first,
            sa.not_(_taken_back(row)),
        )
        return await self._counted(ledger.c.day <= last, sa.not_(replaced))

    async def _counted(self, *demands: sa.ColumnElement[bool]) -> list[Agreed]:
        beside = agreement.c.entry_id == ledger.c.id
        query = (
            sa.select(ledger.c.id, ledger.c.day, ledger.c.detail, agreement)
            .select_from(ledger.outerjoin(agreement, beside))
            .where(
                ledger.c.network == self._network,
                # Said as it is, for the index over just these rows.
                ledger.c.kind == sa.literal_column(f"'{LedgerKind.PROCEDURE_AGREED.value}'"),
                ledger.c.n > 0,
                sa.not_(_taken_back(ledger)),
                *demands,
            )
            .order_by(ledger.c.day, ledger.c.id)
        )
        return [_agreed(row) for row in await self._all(query)]

    async def kept(self, first: date, last: date) -> list[tuple[Any, ...]]:
        """Return all columns of what was agreed upon in a time, also if it was taken back."""
        query = (
            sa.select(agreement)
            .join(ledger, ledger.c.id == agreement.c.entry_id)
            .where(
                agreement.c.network == self._network,
                ledger.c.network == self._network,
                ledger.c.day >= first,
                ledger.c.day <= last,
            )
            .order_by(agreement.c.entry_id)
        )
        rows = await self._all(query)
        return [(r.entry_id, r.title, r.label, r.offices, r.replaces) for r in rows]


def _taken_back(row: sa.FromClause) -> sa.Exists:
    return sa.exists().where(correction.c.corrects == row.c.id)


def _agreed(row: Any) -> Agreed:
    if row.title is None:
        return Agreed(row.id, row.day, row.detail, kind=row.detail)
    made = (row.id, row.day, row.title, row.label, tuple(row.offices), row.replaces)
    return Agreed(*made, kind=row.detail)
