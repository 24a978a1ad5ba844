"""Keeps the parts of a year's assessment: a row each, sealed, without who wrote it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from domain.assessment_parts import AssessedPart, SaidOfHint
from storage.report.tables import assessment_part
from storage.shelf import Shelf


class Assessments(Shelf):
    """What is said of the chapters and hints of a year."""

    async def parts(self, year: int) -> list[AssessedPart]:
        """Return what is said of a year's chapters and hints, by what it is about."""
        query = sa.select(assessment_part).where(self._of(year))
        rows = await self._all(query.order_by(assessment_part.c.part))
        return [
            AssessedPart(
                row.part,
                SaidOfHint(row.verdict) if row.verdict else None,
                self._vault.open(row.words) if row.words is not None else "",
            )
            for row in rows
        ]

    async def keep(self, year: int, said: AssessedPart) -> None:
        """Keep a part; the one before must be gone."""
        await self._add(
            assessment_part,
            network=self._network,
            year=year,
            part=said.part,
            verdict=said.verdict,
            words=self._vault.seal(said.words) if said.words else None,
        )

    async def drop(self, year: int, part: str) -> bool:
        """Forget a part; False if there was none."""
        mine = sa.and_(self._of(year), assessment_part.c.part == part)
        return (await self._run(sa.delete(assessment_part).where(mine))).rowcount == 1

    def _of(self, year: int) -> Any:
        return sa.and_(assessment_part.c.network == self._network, assessment_part.c.year == year)
