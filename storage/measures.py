"""Keeps measures and how far they are: rows that are written once and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.measures import AboutKind, Measure, MeasureState
from storage.report.tables import measure, measure_state
from storage.shelf import Shelf

_States = dict[int, list[tuple[date, MeasureState]]]


class Measures(Shelf):
    """What the network does about its hints."""

    async def add(self, made: Measure) -> int:
        """Keep a measure, and the states it comes with; return its number."""
        number = await self._add(
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
        for day, state in made.states:
            await self.note(number, day, state)
        return number

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
        mine = sa.and_(measure.c.network == self._network, which)
        rows = await self._all(sa.select(measure).where(mine).order_by(measure.c.id))
        states = await self._states([row.id for row in rows])
        return [_measure(row, states.get(row.id, ())) for row in rows]

    async def _states(self, numbers: Iterable[int]) -> _States:
        """Return the states of measures, those of a day in the order they were noted."""
        mine = sa.and_(
            measure_state.c.network == self._network, measure_state.c.measure_id.in_([*numbers])
        )
        query = sa.select(measure_state).where(mine)
        found: _States = {}
        for row in await self._all(query.order_by(measure_state.c.day, measure_state.c.id)):
            found.setdefault(row.measure_id, []).append((row.day, MeasureState(row.state)))
        return found


def _measure(row: Any, states: Sequence[tuple[date, MeasureState]]) -> Measure:
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
        states=tuple(states),
    )
