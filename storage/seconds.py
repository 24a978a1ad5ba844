"""Keeps what waits for a second person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.second import SecondKind, SecondWanted
from storage.deed_tables import second
from storage.ours import own_person
from storage.shelf import Shelf


def _wanted(row: Any) -> SecondWanted:
    offices = tuple(row.offices.split(","))
    kind = SecondKind(row.kind)
    return SecondWanted(row.id, kind, row.person_id, offices, row.number, row.days, row.asked_on)


class Seconds(Shelf):
    """What members want, and somebody else must agree to."""

    def _mine(self, *conditions: Any) -> Any:
        return sa.and_(second.c.network == self._network, *conditions)

    async def put(
        self,
        kind: SecondKind,
        person_id: int,
        offices: Sequence[str],
        number: int,
        days: int,
        day: date,
    ) -> int:
        """Keep a wish and return its number."""
        values = {"kind": kind, "offices": ",".join(offices), "number": number, "days": days}
        who = own_person(self._network, person_id)
        return await self._add(second, network=self._network, person_id=who, asked_on=day, **values)

    async def get(self, wanted_id: int) -> SecondWanted | None:
        """Return a wish that nobody has decided yet."""
        row = await self._first(sa.select(second).where(self._mine(second.c.id == wanted_id)))
        return _wanted(row) if row else None

    async def of_person(self, person_id: int) -> list[SecondWanted]:
        """Return what a member waits for."""
        query = sa.select(second).where(self._mine(second.c.person_id == person_id))
        return [_wanted(row) for row in await self._all(query.order_by(second.c.id))]

    async def take(self, wanted_id: int) -> SecondWanted | None:
        """Return a wish and delete it; None if somebody else decided already."""
        gone = sa.delete(second).where(self._mine(second.c.id == wanted_id)).returning(second)
        row = await self._first(gone)
        return _wanted(row) if row else None

    async def forget_old(self, before: date) -> int:
        """Delete what nobody decided; return how many."""
        old = sa.delete(second).where(self._mine(second.c.asked_on < before))
        return int((await self._run(old)).rowcount)
