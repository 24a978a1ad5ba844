"""Keeps the seals of years, and where their chain ends."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from domain.ledger.seal import Seal
from storage.report.tables import seal_end, year_seal
from storage.shelf import Shelf

#: Nobody may write into these while a year is read to be sealed.
_HELD = (
    "ledger, correction, training, quota, counter, feedback_count, report_version, assessment, "
    "measure, measure_state, assessment_part, endorsement, goal_judgement"
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

    async def hold(self) -> None:
        """Let who writes beside us wait: PostgreSQL would let them finish after our reading."""
        if self._dialect == "postgresql":
            statement = f"LOCK TABLE {_HELD} IN SHARE ROW EXCLUSIVE MODE"
            await self._connection.exec_driver_sql(statement)

    async def all(self) -> list[Seal]:
        """Return all seals."""
        query = sa.select(year_seal).where(year_seal.c.network == self._network)
        return [_seal(row) for row in await self._all(query.order_by(year_seal.c.year))]

    async def add(self, seal: Seal) -> None:
        """Keep a seal."""
        await self._run(sa.insert(year_seal).values(network=self._network, **asdict(seal)))

    async def end(self) -> tuple[int, str] | None:
        """Return how many seals there shall be, and what proves them."""
        row = await self._first(sa.select(seal_end).where(seal_end.c.network == self._network))
        return (row.seals, row.digest) if row else None

    async def set_end(self, seals: int, proof: str) -> None:
        """Keep how many seals there shall be, and what proves them."""
        values = {"seals": seals, "digest": proof}
        mine = seal_end.c.network == self._network
        if not (await self._run(sa.update(seal_end).where(mine).values(values))).rowcount:
            await self._run(sa.insert(seal_end).values(network=self._network, **values))


def _seal(row: Any) -> Seal:
    return Seal(
        row.year,
        row.rows,
        row.previous,
        row.digest,
        row.sealed_on,
        row.form,
        row.versions,
        row.file or {},
    )
