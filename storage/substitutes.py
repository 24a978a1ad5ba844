"""Keeps links by which a seat goes to a colleague: one a seat, until it is taken or over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.register import Registration
from domain.substitute import Substitute
from storage.seat_tables import substitute
from storage.shelf import Shelf
from storage.tables import training


def _substitute(row: Any) -> Substitute:
    return Substitute(row.id, row.training_id, row.person_id, row.position, row.expires_at)


class Substitutes(Shelf):
    """Who hands a seat over; of a link only the hash of its secret is kept."""

    async def put(self, of: Registration, token_hash: bytes, expires_at: datetime) -> None:
        """Keep a link to a seat, in the place of an earlier one."""
        key = {"training_id": of.training_id, "person_id": of.person_id}
        made = {"position": of.position, "token_hash": token_hash, "expires_at": expires_at}
        insert = self._insert(substitute).values(network=self._network, **key, **made)
        await self._run(insert.on_conflict_do_update(index_elements=list(key), set_=made))

    async def find(self, token_hash: bytes) -> Substitute | None:
        """Return what a link leads to, whether or not its time is over."""
        mine = sa.and_(substitute.c.network == self._network, substitute.c.token_hash == token_hash)
        row = await self._first(sa.select(substitute).where(mine))
        return _substitute(row) if row else None

    async def take(self, link_id: int) -> bool:
        """Delete a link that is used; False if somebody else did before."""
        mine = sa.and_(substitute.c.network == self._network, substitute.c.id == link_id)
        return (await self._run(sa.delete(substitute).where(mine))).rowcount == 1

    async def drop(self, training_id: int, person_id: int) -> bool:
        """Delete the link to somebody's seat; False if there is none."""
        mine = sa.and_(
            substitute.c.network == self._network,
            substitute.c.training_id == training_id,
            substitute.c.person_id == person_id,
        )
        return (await self._run(sa.delete(substitute).where(mine))).rowcount == 1

    async def of_person(self, person_id: int) -> list[tuple[str, datetime]]:
        """Return the titles of the trainings whose seat somebody hands over, and until when."""
        query = (
            sa.select(training.c.title, substitute.c.expires_at)
            .join(training, training.c.id == substitute.c.training_id)
            .where(substitute.c.network == self._network, substitute.c.person_id == person_id)
            .order_by(substitute.c.id)
        )
        return [(row.title, row.expires_at) for row in await self._all(query)]

    async def forget(self, now: datetime) -> int:
        """Delete the links whose time is over; return how many."""
        over = sa.and_(substitute.c.network == self._network, substitute.c.expires_at <= now)
        return int((await self._run(sa.delete(substitute).where(over))).rowcount)
