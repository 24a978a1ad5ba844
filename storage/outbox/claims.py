"""Takes rows of the outbox into one owner's hand, and out of it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from domain.channel import CHANNELS, TELEGRAM, Channel
from domain.delivery import Delivery, Kind, Priority, State
from domain.message import Message
from storage.addresses import goes_to
from storage.aside import SetAside, Unreadable, an_object, readable
from storage.clock import end, place, value
from storage.outbox.due import NEXT, PRIORITIES
from storage.outbox.endings import ended, nothing_ahead
from storage.outbox.unknown import Unknown
from storage.tables import address, delivery, person

# Wrapped, lest SQLite goes through the whole network instead of through the ids.
_BY_IDS = sa.and_(
    sa.func.coalesce(delivery.c.network, "") == sa.bindparam("of_network"),
    delivery.c.id.in_(sa.bindparam("ids", expanding=True)),
)


def _addressed() -> sa.Select[Any]:
    """Return deliveries with the address of the person, where there is one."""
    of_person = delivery.outerjoin(person, person.c.id == delivery.c.person_id)
    there = of_person.outerjoin(address, goes_to())
    return sa.select(delivery, address.c.sealed, person.c.language).select_from(there)


_HELD = _addressed().where(_BY_IDS)


@cache
def _claimed(clock: Any, lease: timedelta, *, changes_first: bool) -> Any:
    """Return what takes the next due rows of a priority into somebody's hand."""
    due = sa.select(delivery.c.id).where(
        delivery.c.network == sa.bindparam("of_network"),
        delivery.c.channel == sa.bindparam("of_channel"),
        delivery.c.state == sa.literal_column(f"'{State.SCHEDULED.value}'"),
        delivery.c.priority == sa.bindparam("of_priority"),
        delivery.c.next_at <= sa.bindparam("now"),
        nothing_ahead(sa.bindparam("now")),
    )
    first = [delivery.c.in_place.desc()] if changes_first else []
    due = due.order_by(*first, delivery.c.next_at, delivery.c.id)
    due = due.limit(sa.bindparam("at_most", type_=sa.Integer()))
    # A CTE, since PostgreSQL may run a bare LIMIT sub-select twice and take too many.
    chosen = due.with_for_update(skip_locked=True).cte("chosen")
    taken = sa.update(delivery).where(delivery.c.id.in_(sa.select(chosen.c.id)))
    taken = taken.values(
        state=State.CLAIMED,
        owner=sa.bindparam("of_owner"),
        generation=delivery.c.generation + 1,
        attempt=delivery.c.attempt + 1,
        lease_until=end(clock, lease),
    )
    return taken.returning(delivery.c.id)


@cache
def _begun(clock: Any, lease: timedelta) -> Any:
    """Return what marks the rows whose requests may leave."""
    claims = sa.tuple_(delivery.c.id, delivery.c.generation)
    begun = sa.update(delivery).where(
        _BY_IDS,
        delivery.c.state == State.CLAIMED,
        delivery.c.owner == sa.bindparam("of_owner"),
        claims.in_(sa.bindparam("claims", expanding=True)),
        delivery.c.lease_until > clock,
    )
    begun = begun.values(
        state=State.SENDING, sending_at=sa.bindparam("now"), lease_until=end(clock, lease)
    )
    return begun.returning(delivery.c.id)


class Claims(Unknown):
    """Rows as they are read, claimed, marked, given back and dropped."""

    def _mine(self) -> sa.Select[Any]:
        return _addressed().where(delivery.c.network == self._network)

    async def _by_ids(self, ids: Sequence[int]) -> Sequence[sa.Row[Any]]:
        return await self._all(_HELD, {"of_network": self._network, "ids": list(ids)})

    def _delivery(self, row: Any) -> Delivery:
        sealed = row.chat_id or row.sealed
        payload = row.payload
        return Delivery(
            id=row.id,
            kind=Kind(row.kind),
            person_id=row.person_id,
            address=self._vault.open(sealed) if sealed else "",
            priority=Priority(row.priority),
            due_at=row.due_at,
            expires_at=row.expires_at,
            state=State(row.state),
            training_id=row.training_id,
            registration_id=row.registration_id,
            broadcast_id=row.broadcast_id,
            facts=an_object(row.facts),
            message=Message.from_json(self._vault.open_json(payload)) if payload else None,
            in_place=row.in_place,
            attempt=row.attempt,
            resends=row.resends,
            plain=row.plain,
            language=row.language or "de",
            owner=row.owner,
            generation=row.generation,
            message_id=row.message_id,
            error=row.error,
            settled_at=row.settled_at,
            channel=CHANNELS[row.channel],
        )

    async def claim(
        self,
        now: datetime,
        owner: str,
        limit: int,
        lease: timedelta,
        *,
        changes_first: bool = False,
        channel: Channel = TELEGRAM,
    ) -> list[Delivery]:
        """Take up to `limit` due deliveries of a channel into our hand, most urgent first.

        A row is taken by exactly one owner, and only when nothing of its chat must go before it:
        the messages of a chat go in their order, one after the other. `changes_first` prefers
        what may get lost without harm, among what is as urgent.
        """
        claimed: list[int] = []
        clock = self._clock(now)
        take = _claimed(place(clock), lease, changes_first=changes_first)
        values = {
            "of_network": self._network,
            "of_channel": channel.name,
            "of_owner": owner,
            "now": now,
            **value(clock, lease),
        }
        moments = await self._next_moments(channel)
        for priority in sorted(p for p, moment in moments.items() if moment <= now):
            missing = limit - len(claimed)
            if missing <= 0:
                break
            some = {**values, "of_priority": priority, "at_most": missing}
            claimed += [row.id for row in await self._all(take, some)]
        if not claimed:
            return []
        found, damaged = await readable(claimed, self._read)
        for each in damaged:
            await self._set_aside(each, now)
        if not found:  # there may be more behind those that were damaged
            return await self.claim(
                now, owner, limit, lease, changes_first=changes_first, channel=channel
            )
        return sorted(found, key=lambda d: (d.priority, d.due_at, d.id))

    async def _read(self, ids: Sequence[int]) -> list[Delivery]:
        return [self._delivery(row) for row in await self._by_ids(ids)]

    async def _set_aside(self, damaged: Unreadable, now: datetime) -> None:
        """End a row that nobody can read; what is left of it can be read."""
        await SetAside(*self._given).put("delivery", damaged.row, damaged.reason, now)
        mine = sa.and_(delivery.c.network == self._network, delivery.c.id == damaged.row)
        reason = f"unreadable: {damaged.reason}"
        values = {**ended(State.FAILED, now, reason), "facts": {}}
        await self._run(sa.update(delivery).where(mine).values(**values))

    def _ours(self, held: Delivery, *states: State) -> Any:
        return sa.and_(
            delivery.c.network == self._network,
            delivery.c.id == held.id,
            delivery.c.owner == held.owner,
            delivery.c.generation == held.generation,
            delivery.c.state.in_([state.value for state in states]),
        )

    async def begin_sending(
        self, batch: Sequence[Delivery], now: datetime, lease: timedelta
    ) -> set[int]:
        """Mark that the requests may leave; return the rows that are still in their owner's hand.

        The generation counts the claims of a row, so with the owner it tells each claim apart.
        """
        if not batch:
            return set()
        clock = self._clock(now)
        values = {
            "of_network": self._network,
            "of_owner": batch[0].owner,
            "ids": [held.id for held in batch],
            "claims": [(held.id, held.generation) for held in batch],
            "now": now,
            **value(clock, lease),
        }
        return {row.id for row in await self._all(_begun(place(clock), lease), values)}

    async def give_back(self, held: Delivery, next_at: datetime) -> bool:
        """Return a claimed row unsent, to be looked at again then; the attempt does not count."""
        ours = sa.update(delivery).where(self._ours(held, State.CLAIMED))
        values = {
            "state": State.SCHEDULED,
            "attempt": delivery.c.attempt - 1,
            "next_at": next_at,
            "owner": None,
        }
        return (await self._run(ours.values(**values))).rowcount == 1

    async def drop(self, held: Delivery, state: State, reason: str, now: datetime) -> bool:
        """End a claimed row unsent, and say why."""
        ours = sa.update(delivery).where(self._ours(held, State.CLAIMED))
        return (await self._run(ours.values(**ended(state, now, reason)))).rowcount == 1

    async def next_due(self, channel: Channel = TELEGRAM) -> datetime | None:
        """Return when the next waiting delivery of a channel is due."""
        return min((await self._next_moments(channel)).values(), default=None)

    async def _next_moments(self, channel: Channel) -> dict[Priority, datetime]:
        """Return when the next waiting delivery of a channel is due, by priority."""
        rows = await self._all(NEXT, {"of_network": self._network, "of_channel": channel.name})
        return {PRIORITIES[row.priority]: row.moment for row in rows if row.moment is not None}
