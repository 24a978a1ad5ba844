"""Keeps where members say they belong, until an office there decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.person import Place
from domain.privacy_place import PlaceChange
from domain.vocabulary import Sector
from storage.deed_tables import place_change
from storage.ours import own_person
from storage.shelf import Shelf


def _change(row: Any) -> PlaceChange:
    return PlaceChange(row.id, row.person_id, Place(row.office, Sector(row.sector)), row.asked_on)


class PlaceChanges(Shelf):
    """The wishes of one network's members, one each."""

    def _mine(self, *conditions: Any) -> Any:
        return sa.and_(place_change.c.network == self._network, *conditions)

    async def put(self, person_id: int, place: Place, day: date) -> int:
        """Keep a wish and return its number; an earlier one must be dropped before."""
        values = {"office": place.office, "sector": place.sector, "asked_on": day}
        who = own_person(self._network, person_id)
        return await self._add(place_change, network=self._network, person_id=who, **values)

    async def drop(self, person_id: int) -> None:
        """Forget what a member wanted corrected; buttons of it lead nowhere."""
        mine = self._mine(place_change.c.person_id == person_id)
        await self._run(sa.delete(place_change).where(mine))

    async def get(self, change_id: int) -> PlaceChange | None:
        """Return a wish that nobody has decided yet."""
        query = sa.select(place_change).where(self._mine(place_change.c.id == change_id))
        row = await self._first(query)
        return _change(row) if row else None

    async def of_person(self, person_id: int) -> PlaceChange | None:
        """Return what a member wants corrected."""
        query = sa.select(place_change).where(self._mine(place_change.c.person_id == person_id))
        row = await self._first(query)
        return _change(row) if row else None

    async def take(self, change_id: int) -> PlaceChange | None:
        """Return a wish and delete it; None if somebody else decided already."""
        gone = sa.delete(place_change).where(self._mine(place_change.c.id == change_id))
        row = await self._first(gone.returning(place_change))
        return _change(row) if row else None

    async def forget_old(self, before: date) -> int:
        """Delete what nobody decided; return how many."""
        old = sa.delete(place_change).where(self._mine(place_change.c.asked_on < before))
        return int((await self._run(old)).rowcount)
