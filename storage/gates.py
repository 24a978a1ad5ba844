"""Keeps what all processes share about sending: the pause Telegram asked for, and who leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.shelf import Shelf
from storage.tables import lease, send_gate


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is sent until then, and why."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads, and in which generation of leaders."""

    owner: str
    generation: int
    expires_at: datetime


class Gates(Shelf):
    """The pause and the lease of one bot."""

    async def pause(self, until: datetime, reason: str) -> None:
        """Pause all sending; a longer pause that is already set stays."""
        row = {"network": self._network, "paused_until": until, "reason": reason}
        insert = self._insert(send_gate).values(**row)
        longer = send_gate.c.paused_until < until
        change = {"paused_until": until, "reason": reason}
        await self._run(
            insert.on_conflict_do_update(index_elements=["network"], set_=change, where=longer)
        )

    async def paused(self, now: datetime) -> Pause | None:
        """Return the pause in force."""
        query = sa.select(send_gate).where(
            send_gate.c.network == self._network, send_gate.c.paused_until > now
        )
        row = await self._first(query)
        return Pause(row.paused_until, row.reason) if row else None

    async def lead(self, name: str, owner: str, now: datetime, term: timedelta) -> Lead | None:
        """Take or renew a lease; None if another owner holds it.

        A new leader gets a new generation, so that a former one is known by its older number.
        """
        row = {
            "network": self._network,
            "name": name,
            "owner": owner,
            "generation": 1,
            "expires_at": now + term,
        }
        insert = self._insert(lease).values(**row)
        same = lease.c.owner == owner
        next_generation = sa.case((same, lease.c.generation), else_=lease.c.generation + 1)
        change = {"owner": owner, "generation": next_generation, "expires_at": now + term}
        taken = insert.on_conflict_do_update(
            index_elements=["network", "name"],
            set_=change,
            where=same | (lease.c.expires_at <= now),
        )
        found = await self._first(taken.returning(lease))
        return Lead(found.owner, found.generation, found.expires_at) if found else None

    async def leader(self, name: str) -> Lead | None:
        """Return who holds a lease, in force or not."""
        query = sa.select(lease).where(lease.c.network == self._network, lease.c.name == name)
        row = await self._first(query)
        return Lead(row.owner, row.generation, row.expires_at) if row else None

    async def step_down(self, name: str, owner: str, now: datetime) -> None:
        """Give a lease back, so that another process leads at once."""
        ours = sa.and_(
            lease.c.network == self._network, lease.c.name == name, lease.c.owner == owner
        )
        await self._run(sa.update(lease).where(ours).values(expires_at=now))
