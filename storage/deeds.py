"""Keeps the access log."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.deeds import Deed, Done, Month
from domain.paging import Part
from storage.deed_tables import deed
from storage.ours import own_training
from storage.shelf import Shelf
from storage.tables import training


def _done(row: Any) -> Done:
    return Done(row.day, row.role, row.office, Deed(row.done), row.title, row.n)


class Deeds(Shelf):
    """What was done with a role of one network."""

    async def note(
        self, role: str, office: str, done: Deed, day: date, training_id: int | None = None
    ) -> None:
        """Write a line; of a training that is gone by now it says nothing."""
        about = None if training_id is None else own_training(self._network, training_id)
        said = {"role": role, "office": office, "done": done, "day": day, "training_id": about}
        await self._run(sa.insert(deed).values(network=self._network, **said))

    def _within(self, of: Month, office: str) -> Any:
        mine = sa.and_(
            deed.c.network == self._network, deed.c.day >= of.first, deed.c.day < of.following
        )
        return sa.and_(mine, deed.c.office == office) if office else mine

    async def page(self, of: Month, office: str, page: int, size: int) -> Part[Done]:
        """Return a page of a month, the newest day first: of one office, or of all."""
        what = (deed.c.day, deed.c.role, deed.c.office, deed.c.done, deed.c.training_id)
        query = (
            sa.select(*what, training.c.title, sa.func.count().label("n"))
            .outerjoin(training, training.c.id == deed.c.training_id)
            .where(self._within(of, office))
            .group_by(*what, training.c.title)
            .order_by(deed.c.day.desc(), *what[1:4], sa.func.coalesce(deed.c.training_id, 0))
        )
        return (await self._part(query, page, size)).made(_done)

    async def offices(self, of: Month) -> list[str]:
        """Return the offices of which a month has lines."""
        query = sa.select(deed.c.office).where(self._within(of, ""), deed.c.office != "").distinct()
        return [row.office for row in await self._all(query.order_by(deed.c.office))]

    async def first_day(self) -> date | None:
        """Return the day of the oldest line."""
        query = sa.select(sa.func.min(deed.c.day)).where(deed.c.network == self._network)
        found: date | None = await self._scalar(query)
        return found

    async def forget_old(self, before: date) -> int:
        """Delete what was done before a day."""
        old = sa.and_(deed.c.network == self._network, deed.c.day < before)
        return int((await self._run(sa.delete(deed).where(old))).rowcount)
