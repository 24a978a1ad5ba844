"""Keeps the audiences that offices saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from domain.announce_saved import SavedAudience
from domain.vocabulary import Sector
from storage.aside import legible
from storage.audience_tables import saved_audience
from storage.shelf import Shelf


def _saved(row: Any) -> SavedAudience:
    sectors = tuple(Sector(slug) for slug in row.sectors.split(",") if slug)
    return SavedAudience(row.id, tuple(filter(None, row.offices.split(","))), sectors)


class Audiences(Shelf):
    """The audiences that the offices of one network saved."""

    def _of(self, office: str) -> Any:
        mine = saved_audience.c.network == self._network
        return sa.and_(mine, saved_audience.c.office == office)

    async def of_office(self, office: str) -> list[SavedAudience]:
        """Return what an office saved, oldest first."""
        query = sa.select(saved_audience).where(self._of(office)).order_by(saved_audience.c.id)
        return legible("saved_audience", await self._all(query), _saved)

    async def add(self, office: str, offices: Sequence[str], sectors: Sequence[Sector]) -> None:
        """Save an audience for an office; what is there already is kept once."""
        row = {"network": self._network, "office": office}
        made_of = {"offices": ",".join(offices), "sectors": ",".join(sectors)}
        await self._add_once(saved_audience, [{**row, **made_of}], [*row, *made_of])

    async def remove(self, office: str, saved_id: int) -> bool:
        """Forget an audience of an office; False if there is none."""
        mine = sa.and_(self._of(office), saved_audience.c.id == saved_id)
        return (await self._run(sa.delete(saved_audience).where(mine))).rowcount == 1
