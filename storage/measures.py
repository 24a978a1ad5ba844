"""Keeps measures and how far they are: rows that are written once and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from domain.measures import AboutKind, Measure, MeasureState
from storage.report.tables import measure, measure_state
from storage.shelf import Shelf


class Measures(Shelf):
    """What the network does about its hints."""

    async def add(self, made: Measure) -> int:
        """Keep a measure without any state; return its number."""
        return await self._add(
            measure,
            network=self._network,
            year=made.year,
            day=made.day,
            source=made.source,
            what=made.what,
            about_kind=made.about_kind,
            about=made.about,
            office=made.office,
            due_year=made.due_year,
            due_quarter=made.due_quarter,
        )

    async def note(self, number: int, day: date, state: MeasureState) -> None:
        """Note how far a measure is."""
        row = {"network": self._network, "measure_id": number, "day": day, "state": state}
        await self._run(sa.insert(measure_state).values(**row))

    async def get(self, number: int) -> Measure | None:
        """Return a measure; None if there is none of this number."""
        found = await self._found(measure.c.id == number)
        return found[0] if found else None

    async def all(self) -> list[Measure]:
        """Return all measures in the order in which they were noted."""
        return await self._found(sa.true())

    async def _found(self, which: Any) -> list[Measure]:
        """Return measures with their states, those of a day in the order they were noted."""
        mine = sa.and_(measure.c.network == self._network, which)
        said = measure_state
        states = (said.c.day.label("since"), said.c.state, said.c.id.label("state_id"))
        query = sa.select(measure, *states).outerjoin(said, said.c.measure_id == measure.c.id)
        rows = await self._all(query.where(mine).order_by(measure.c.id, said.c.day, said.c.id))
        return [_measure([*group]) for _, group in groupby(rows, key=lambda row: row.id)]


def _measure(rows: Sequence[Any]) -> Measure:
    """Return a measure of its rows, one a state."""
    row = rows[0]
    return Measure(
        number=row.id,
        year=row.year,
        day=row.day,
        source=row.source,
        what=row.what,
        about_kind=AboutKind(row.about_kind),
        about=row.about,
        office=row.office,
        due_year=row.due_year,
        due_quarter=row.due_quarter,
        states=tuple((r.since, MeasureState(r.state)) for r in rows if r.state is not None),
    )
