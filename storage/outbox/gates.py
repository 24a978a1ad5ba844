"""Keeps what all processes share about sending: the pauses channels asked for, and who leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from domain.channel import TELEGRAM, Channel
from storage.clock import later, place, value
from storage.shelf import Shelf
from storage.tables import Instant, _channel, lease, metadata

#: Until when nothing is sent by a channel, which said so.
send_gate = sa.Table(
    "send_gate",
    metadata,
    sa.Column("network", sa.String(64), primary_key=True),
    _channel(primary_key=True),
    sa.Column("paused_until", Instant, nullable=False),
    sa.Column("reason", sa.String(64), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is sent for so long, and why."""

    left: timedelta
    reason: str


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads, and in which generation of leaders."""

    owner: str
    generation: int


@dataclass(frozen=True, slots=True)
class Look:
    """What the clock of leases shows, whose the lease is, and how long it still lasts.

    `owner` is None where nobody ever held it; what is over lasts for less than nothing.
    """

    clock: datetime
    owner: str | None = None
    left: timedelta = timedelta()


#: A lease of nobody's, which never ends: while it is there, nothing is sent.
HOLD, FOR_EVER = "hold", datetime(9999, 1, 1, tzinfo=UTC)
#: Nobody's either: whoever is asked whether the database can be written to writes here.
_WRITTEN = "written"
#: Nor these: the name goes on with what whoever runs the bot was told to be wrong.
_TOLD = "told:"

#: Why: a backup is being put back, or was.
RESTORING, RESTORED = "restoring", "restored"
#: Or it is being copied to another database, was, or is itself filled; a stamp of the copy follows.
COPYING, MOVED, FILLING = "copying", "moved", "filling"
#: A lease of nobody's that remembers in a copy which one it was.
COPIED = "copied"


@cache
def _paused(clock: Any) -> Any:
    """Return the question for a pause in force, and the moment of the clock it was asked at."""
    return sa.select(send_gate, clock.label("clock")).where(
        send_gate.c.network == sa.bindparam("of_network"),
        send_gate.c.channel == sa.bindparam("of_channel"),
        send_gate.c.paused_until > clock,
    )


class Gates(Shelf):
    """The pauses and the lease of one bot."""

    async def pause(
        self, wait: timedelta, reason: str, now: datetime, channel: Channel = TELEGRAM
    ) -> None:
        """Pause all sending of a channel for so long; a longer pause that is already set stays."""
        until = later(self._clock(now), wait)
        row = {
            "network": self._network,
            "channel": channel.name,
            "paused_until": until,
            "reason": reason,
        }
        insert = self._insert(send_gate).values(**row)
        longer = send_gate.c.paused_until < until
        change = {"paused_until": until, "reason": reason}
        key = ["network", "channel"]
        await self._run(insert.on_conflict_do_update(index_elements=key, set_=change, where=longer))

    async def paused(self, now: datetime, channel: Channel = TELEGRAM) -> Pause | None:
        """Return the pause of a channel that is in force."""
        clock = self._clock(now)
        values = {"of_network": self._network, "of_channel": channel.name, **value(clock)}
        row = await self._first(_paused(place(clock)), values)
        return Pause(row.paused_until - row.clock, row.reason) if row else None

    async def lead(
        self,
        name: str,
        owner: str,
        now: datetime,
        term: timedelta,
        patience: timedelta = timedelta(),
    ) -> Lead | None:
        """Take or renew a lease; None if another owner holds it, or let it go too short ago.

        With a term of nothing it is ours only until somebody else wants it. A new leader gets a
        new generation, so that a former one is known by its older number.
        """
        clock = self._clock(now)
        until, free_since = later(clock, term), later(clock, -patience)
        row = {
            "network": self._network,
            "name": name,
            "owner": owner,
            "generation": 1,
            "expires_at": until,
        }
        insert = self._insert(lease).values(**row)
        same = lease.c.owner == owner
        next_generation = sa.case((same, lease.c.generation), else_=lease.c.generation + 1)
        change = {"owner": owner, "generation": next_generation, "expires_at": until}
        taken = insert.on_conflict_do_update(
            index_elements=["network", "name"],
            set_=change,
            where=same | (lease.c.expires_at <= free_since),
        )
        found = await self._first(taken.returning(lease))
        return Lead(found.owner, found.generation) if found else None

    @staticmethod
    def to_hold(network: str, why: str) -> str:
        """Return the statement that holds all sending, for a database that is not open yet."""
        return (
            "INSERT INTO lease (network, name, owner, generation, expires_at) "  # noqa: S608 - ours
            f"VALUES ('{network}', '{HOLD}', '{why}', 1, '{FOR_EVER:%Y-%m-%d %H:%M:%S}.000000') "
            "ON CONFLICT (network, name) DO UPDATE SET owner = excluded.owner"
        )

    async def hold(self, why: str) -> None:
        """Hold all sending until somebody lets it go, and remember why."""
        row = {"network": self._network, "name": HOLD, "owner": why, "generation": 1}
        insert = self._insert(lease).values(**row, expires_at=FOR_EVER)
        await self._run(
            insert.on_conflict_do_update(index_elements=["network", "name"], set_={"owner": why})
        )

    async def held(self) -> str | None:
        """Return why all sending is held; None if it is not."""
        query = sa.select(lease.c.owner).where(self._hold())
        row = await self._first(query)
        return row.owner if row else None

    async def write(self, owner: str) -> None:
        """Write something: a disk that is full, or a server that only reads, says so."""
        row = {"network": self._network, "name": _WRITTEN, "owner": owner, "generation": 1}
        insert = self._insert(lease).values(**row, expires_at=FOR_EVER)
        change = {"owner": owner, "generation": lease.c.generation % 1_000_000 + 1}
        await self._run(
            insert.on_conflict_do_update(index_elements=["network", "name"], set_=change)
        )

    async def told(self) -> list[str]:
        """Return what whoever runs the bot was told to be wrong, and not yet to be over."""
        names = await self._all(sa.select(lease.c.name).where(self._of_trouble()))
        return [row.name.removeprefix(_TOLD) for row in names]

    async def tell(self, wrong: Sequence[str]) -> None:
        """Keep what whoever runs the bot was told to be wrong."""
        row = {"network": self._network, "owner": "", "generation": 1, "expires_at": FOR_EVER}
        rows = [{**row, "name": f"{_TOLD}{name}"} for name in wrong]
        await self._run(self._insert(lease).values(rows).on_conflict_do_nothing())

    async def tell_it_is_over(self) -> None:
        """Keep that whoever runs the bot was told that nothing is wrong any more."""
        await self._run(sa.delete(lease).where(self._of_trouble()))

    def _of_trouble(self) -> Any:
        return sa.and_(lease.c.network == self._network, lease.c.name.startswith(_TOLD))

    async def let_go(self) -> bool:
        """Hold sending no longer; False if it was not held."""
        return bool((await self._run(sa.delete(lease).where(self._hold()))).rowcount)

    def _hold(self) -> Any:
        return sa.and_(lease.c.network == self._network, lease.c.name == HOLD)

    async def look(self, name: str, now: datetime) -> Look:
        """Look at the clock of leases, and who holds this one."""
        clock = self._clock(now)
        moment = sa.select(place(clock).label("clock")).subquery()
        mine = sa.and_(lease.c.network == self._network, lease.c.name == name)
        query = sa.select(moment.c.clock, lease.c.owner, lease.c.expires_at)
        row = await self._first(query.select_from(moment.outerjoin(lease, mine)), value(clock))
        assert row is not None
        if row.owner is None:
            return Look(row.clock)
        return Look(row.clock, row.owner, row.expires_at - row.clock)

    async def step_down(self, name: str, owner: str, now: datetime) -> None:
        """Give a lease back, so that another process leads at once."""
        ours = sa.and_(
            lease.c.network == self._network, lease.c.name == name, lease.c.owner == owner
        )
        await self._run(sa.update(lease).where(ours).values(expires_at=self._clock(now)))
