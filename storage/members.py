"""Keeps what a coordination office knows of its members: who works there, and who was asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.paging import A_PAGE, Part
from domain.person import Person
from domain.rights import Care
from domain.vocabulary import Role
from storage.persons import Persons
from storage.shelf import Shelf
from storage.tables import person


class Members(Shelf):
    """The members of offices."""

    async def confirm(self, offices: Sequence[str], roles: Collection[Role], day: date) -> int:
        """Note that the members of these offices work there on this day; return how many.

        Who was asked answers for themselves.
        """
        mine = sa.and_(
            person.c.network == self._network,
            person.c.office.in_(list(offices)),
            person.c.role.in_([role.value for role in roles]),
            person.c.asked_on.is_(None),
        )
        return await self._changed(sa.update(person).where(mine).values(confirmed_on=day))

    async def set_confirmed(self, person_id: int, day: date) -> None:
        """Note that a member works there on this day; nobody waits for an answer any more."""
        await self._note(person_id, confirmed_on=day, asked_on=None)

    async def set_asked(self, person_id: int, day: date) -> None:
        """Note that a member is asked whether they still work there."""
        await self._note(person_id, asked_on=day)

    async def _note(self, person_id: int, **values: Any) -> None:
        mine = sa.and_(person.c.network == self._network, person.c.id == person_id)
        await self._run(sa.update(person).where(mine).values(**values))

    async def _numbers(self, *conditions: Any) -> list[int]:
        query = sa.select(person.c.id).where(person.c.network == self._network, *conditions)
        return [row.id for row in await self._all(query.order_by(person.c.id))]

    def _cared_for(self, of: Care) -> Any:
        everywhere = person.c.role.in_([role.value for role in of.everywhere])
        in_offices = person.c.office.in_(list(of.offices))
        return sa.and_(person.c.network == self._network, sa.or_(in_offices, everywhere))

    async def page(self, of: Care, page: int = 0, size: int = A_PAGE) -> Part[Person]:
        """Return a page of whom somebody looks after, in the order in which they joined."""
        query = sa.select(person.c.id).where(self._cared_for(of)).order_by(person.c.id)
        found = await self._part(query, page, size)
        ids = [row.id for row in found.items]
        read = await Persons(*self._given).many(ids)
        return found.holding([read[each] for each in ids if each in read])

    async def to_confirm(self, offices: Sequence[str], roles: Collection[Role]) -> tuple[int, int]:
        """Return how many members of these offices can be confirmed, and how many were asked."""
        mine = sa.and_(
            person.c.network == self._network,
            person.c.office.in_(list(offices)),
            person.c.role.in_([role.value for role in roles]),
        )
        query = sa.select(
            sa.func.count().label("n"), sa.func.count(person.c.asked_on).label("asked")
        )
        row = (await self._all(query.where(mine)))[0]
        return row.n - row.asked, row.asked

    async def ids_unconfirmed(self, until: date, roles: Collection[Role]) -> list[int]:
        """Return the numbers of those last confirmed on this day or before, whom nobody asked."""
        since = sa.func.coalesce(person.c.confirmed_on, person.c.consented_on)
        ours = person.c.role.in_([role.value for role in roles])
        free = person.c.restricted_on.is_(None)
        return await self._numbers(ours, since <= until, person.c.asked_on.is_(None), free)

    async def ids_asked(self, first: date, last: date) -> list[int]:
        """Return the numbers of those who were asked on one of these days and did not answer."""
        free = person.c.restricted_on.is_(None)
        return await self._numbers(person.c.asked_on.between(first, last), free)

    async def offices_unconfirmed(
        self, first: date, last: date, roles: Collection[Role]
    ) -> list[str]:
        """Return the offices with members who were last confirmed on one of these days."""
        since = sa.func.coalesce(person.c.confirmed_on, person.c.consented_on)
        mine = sa.and_(
            person.c.network == self._network,
            person.c.role.in_([role.value for role in roles]),
            since.between(first, last),
            person.c.asked_on.is_(None),
        )
        query = sa.select(person.c.office).where(mine).group_by(person.c.office)
        return [row.office for row in await self._all(query.order_by(person.c.office))]
