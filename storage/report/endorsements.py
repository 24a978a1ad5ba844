"""Keeps what offices say of a year's report: a row an answer, none is ever changed."""

from __future__ import annotations

import sqlalchemy as sa

from domain.endorse import Endorsed, Endorsement
from storage.report.tables import endorsement
from storage.shelf import Shelf


class Endorsements(Shelf):
    """The answers of the coordination offices."""

    async def add(self, year: int, said: Endorsement) -> None:
        """Keep an answer."""
        row = {
            "office": said.office,
            "day": said.day,
            "answer": said.answer,
            "seen": said.seen or None,
        }
        await self._run(sa.insert(endorsement).values(network=self._network, year=year, **row))

    async def of(self, year: int) -> list[Endorsement]:
        """Return the answers to a year's report, the last one last."""
        mine = sa.and_(endorsement.c.network == self._network, endorsement.c.year == year)
        rows = await self._all(sa.select(endorsement).where(mine).order_by(endorsement.c.id))
        return [
            Endorsement(row.office, row.day, Endorsed(row.answer), row.seen or "") for row in rows
        ]
