"""Keeps what came in until it is done: each update once, in order for each chat."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from domain.arrival import MOST_ATTEMPTS
from domain.channel import TELEGRAM, Address, Channel
from storage.aside import an_object, tell
from storage.clock import end, place, value
from storage.shelf import Shelf
from storage.tables import inbox_update

#: By this a process calls whoever handles updates.
ARRIVED_CHANNEL = "netzbote_arrived"
_LONGEST_ERROR = 300
#: In the place of the chat's key once an update waits no more: nothing has to be ordered then.
_NO_CHAT = bytes(32)
#: What tells updates apart.
_ONCE = ("network", "channel", "reference")


def _dead(error: str) -> dict[str, Any]:
    """Return what is left of an update that is given up."""
    return {
        "state": "dead",
        "payload": None,
        "ordering_key": _NO_CHAT,
        "error": error[:_LONGEST_ERROR],
        "lease_until": None,
    }


class AlreadyDone(Exception):
    """This update is no longer ours or is done; nothing of this handling may be kept."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update in somebody's hand; `chat` orders it among the others of its chat.

    `number` is its place in the order of all, `reference` its channel's name for it. `attempts`
    counts this one. `owner` and `lease_until` are the fence: who is no longer the owner of this
    very lease cannot finish the update.
    """

    number: int
    reference: str
    chat: bytes
    payload: dict[str, Any]
    attempts: int
    owner: str
    lease_until: datetime


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update as it came in, by its channel's name for it.

    `address` is None where it belongs to no chat.
    """

    reference: str
    address: Address | None
    payload: dict[str, Any]
    channel: Channel = TELEGRAM


def _due(table: Any) -> Any:
    """Whether an update may be taken up: only one that failed is left alone for a while.

    The clock of whoever received it does not matter, however often a worker died of it since.
    """
    return table.c.error.is_(None) | (table.c.next_at <= sa.bindparam("now"))


def _free(clock: Any) -> Any:
    """Whether nobody holds an update; asked of the clock that leases are measured by."""
    until = inbox_update.c.lease_until
    return until.is_(None) | (until <= clock)


def _chat_waits(clock: Any) -> Any:
    """Return whether another update of the chat comes first: an earlier or a begun one.

    An update that failed and is to be tried later lets those behind it pass until it is begun.
    """
    other = inbox_update.alias("other")
    earlier = (other.c.id < inbox_update.c.id) & _due(other)
    begun = other.c.lease_until > clock
    return sa.exists().where(
        other.c.network == inbox_update.c.network,
        other.c.ordering_key == inbox_update.c.ordering_key,
        other.c.state == sa.literal_column("'new'"),
        other.c.id != inbox_update.c.id,
        earlier | begun,
    )


@cache
def _taken(clock: Any, lease: timedelta) -> Any:
    """Return what takes updates, oldest first: one of a chat, none where one is begun."""
    mine = inbox_update.c.network == sa.bindparam("of_network")
    due = sa.select(inbox_update.c.id).where(
        mine,
        inbox_update.c.state == sa.literal_column("'new'"),
        _due(inbox_update),
        inbox_update.c.attempts < MOST_ATTEMPTS,
        inbox_update.c.ordering_key.not_in(sa.bindparam("busy", expanding=True)),
        _free(clock),
        ~_chat_waits(clock),
    )
    # Wrapped, lest a database goes through all that is done instead of through what waits.
    number = sa.func.coalesce(inbox_update.c.id, inbox_update.c.id)
    due = due.order_by(number).limit(sa.bindparam("at_most", type_=sa.Integer()))
    chosen = due.with_for_update(skip_locked=True).cte("chosen")
    values = {
        "owner": sa.bindparam("of_owner"),
        "lease_until": end(clock, lease),
        "attempts": inbox_update.c.attempts + 1,
    }
    taken = sa.update(inbox_update).where(mine, inbox_update.c.id.in_(sa.select(chosen.c.id)))
    return taken.values(**values).returning(inbox_update)


@cache
def _buried(clock: Any) -> Any:
    """Return what gives up updates that workers died of again and again."""
    deadly = sa.and_(
        inbox_update.c.network == sa.bindparam("of_network"),
        inbox_update.c.state == sa.literal_column("'new'"),
        inbox_update.c.attempts >= MOST_ATTEMPTS,
        _free(clock),
    )
    return sa.update(inbox_update).where(deadly).values(**_dead("worker-crashed"))


_DONE = (
    sa.update(inbox_update)
    .where(
        inbox_update.c.network == sa.bindparam("of_network"),
        inbox_update.c.id == sa.bindparam("of_update"),
        inbox_update.c.state == sa.literal_column("'new'"),
        inbox_update.c.owner == sa.bindparam("of_owner"),
        inbox_update.c.lease_until == sa.bindparam("of_lease"),
    )
    .values(state="done", payload=None, ordering_key=_NO_CHAT, lease_until=None)
)


class Inbox(Shelf):
    """The updates of one bot."""

    async def put(self, arrived: Sequence[Arrived], now: datetime) -> int:
        """Keep updates; one that came before is not kept again. Return how many were new.

        The order in which they are given here is the one they are handled in.
        """
        rows = [
            {
                "network": self._network,
                "channel": update.channel.name,
                "reference": update.reference,
                "ordering_key": self._vault.lookup(
                    update.address.mark if update.address else update.reference
                ),
                "payload": self._vault.seal_json(update.payload),
                "received_at": now,
                "state": "new",
                "next_at": now,
            }
            for update in arrived
        ]
        return await self._add_once(inbox_update, rows, _ONCE)

    async def call(self) -> None:
        """Let the process that handles updates hear that some came in; on SQLite it is ours."""
        if self._dialect != "sqlite":
            await self._run(sa.text(f"NOTIFY {ARRIVED_CHANNEL}"))

    async def put_dead(
        self, reference: str, error: str, now: datetime, channel: Channel = TELEGRAM
    ) -> None:
        """Note an update that nobody can read; its content is not kept."""
        row = {
            "network": self._network,
            "channel": channel.name,
            "reference": reference,
            "ordering_key": self._vault.lookup(reference),
            "payload": None,
            "received_at": now,
            "state": "dead",
            "next_at": now,
            "error": error[:_LONGEST_ERROR],
        }
        await self._add_once(inbox_update, [row], _ONCE)

    async def claim(
        self,
        now: datetime,
        owner: str,
        limit: int,
        lease: timedelta,
        busy: Collection[bytes] = (),
    ) -> list[Incoming]:
        """Take up to `limit` updates, oldest first: one of a chat, none where one is begun."""
        clock = self._clock(now)
        values = {
            "of_network": self._network,
            "now": now,
            "of_owner": owner,
            "busy": list(busy),
            "at_most": limit,
            **value(clock, lease),
        }
        found = await self._all(_taken(place(clock), lease), values)
        rows = sorted(found, key=lambda row: int(row.id))
        opened = [one for row in rows if (one := await self._opened(row)) is not None]
        if rows and not opened:
            return await self.claim(now, owner, limit, lease, busy)
        return opened

    async def _opened(self, row: Any) -> Incoming | None:
        """Return a claimed update; one that cannot be opened is dead, and the others go on."""
        try:
            return self._incoming(row)
        except Exception as error:  # noqa: BLE001 - whatever a damaged row does
            reason = f"unreadable: {type(error).__name__}"
        tell("inbox_update", row.id, reason)
        mine = sa.and_(inbox_update.c.network == self._network, inbox_update.c.id == row.id)
        await self._run(sa.update(inbox_update).where(mine).values(**_dead(reason)))
        return None

    def _incoming(self, row: Any) -> Incoming:
        return Incoming(
            number=row.id,
            reference=row.reference,
            chat=row.ordering_key,
            payload=an_object(self._vault.open_json(row.payload)),
            attempts=row.attempts,
            owner=row.owner,
            lease_until=row.lease_until,
        )

    def _ours(self, update: Incoming) -> Any:
        return sa.and_(
            inbox_update.c.network == self._network,
            inbox_update.c.id == update.number,
            inbox_update.c.state == sa.literal_column("'new'"),
            inbox_update.c.owner == update.owner,
            inbox_update.c.lease_until == update.lease_until,
        )

    async def done(self, update: Incoming) -> None:
        """Mark an update as handled; forget its content and its chat. Raises AlreadyDone."""
        ours = {
            "of_network": self._network,
            "of_update": update.number,
            "of_owner": update.owner,
            "of_lease": update.lease_until,
        }
        if await self._changed(_DONE, [ours]) != 1:
            raise AlreadyDone

    async def fail(self, update: Incoming, error: str, again_at: datetime | None) -> bool:
        """Note that handling failed, and when it is tried again; None gives it up.

        Return whether it was ours to fail.
        """
        left = {"owner": None, "lease_until": None, "error": error[:_LONGEST_ERROR]}
        values = {**left, "next_at": again_at} if again_at else {**left, **_dead(error)}
        ours = sa.update(inbox_update).where(self._ours(update))
        return (await self._run(ours.values(**values))).rowcount == 1

    async def release(self, updates: Sequence[Incoming]) -> None:
        """Give back updates that were not begun or that only the database failed: uncounted."""
        values = {
            "owner": None,
            "lease_until": None,
            "attempts": inbox_update.c.attempts - 1,
        }
        for update in updates:
            ours = sa.update(inbox_update).where(self._ours(update))
            await self._run(ours.values(**values))

    async def take_over(self) -> None:
        """Take over what dead workers held: for who knows to be alone."""
        held = sa.and_(
            inbox_update.c.network == self._network,
            inbox_update.c.state == sa.literal_column("'new'"),
            inbox_update.c.lease_until.is_not(None),
        )
        await self._run(sa.update(inbox_update).where(held).values(owner=None, lease_until=None))

    async def bury(self, now: datetime) -> int:
        """Give up what workers died of again and again; return how many."""
        clock = self._clock(now)
        values = {"of_network": self._network, **value(clock)}
        return int((await self._run(_buried(place(clock)), values)).rowcount)

    async def count(self, state: str) -> int:
        """Return how many updates are new, done or dead."""
        query = sa.select(sa.func.count()).where(
            inbox_update.c.network == self._network, inbox_update.c.state == state
        )
        return int(await self._scalar(query))

    async def forget_old(self, before: datetime) -> int:
        """Delete updates of before a moment, also those that could not be handled; say how many."""
        old = sa.and_(inbox_update.c.network == self._network, inbox_update.c.received_at < before)
        return int((await self._run(sa.delete(inbox_update).where(old))).rowcount)
