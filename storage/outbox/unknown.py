"""What becomes of deliveries whose owner died or whose answer was lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from domain.channel import Address
from domain.deliveries import MOST_CRASHES, REPEATS, WAYS, Proven, Way
from domain.delivery import LEFT_UNKNOWN, State
from storage.addresses import goes_to
from storage.clock import place, value
from storage.outbox.endings import among, ended, final_values, open_among, open_doubt
from storage.shelf import Shelf
from storage.tables import address, delivery, delivery_attempt

LONGEST_ERROR = 300


def may_go_again() -> Any:
    """Return the condition for rows that the policy of their kind and channel sends again."""
    return sa.or_(
        *(
            _lost_by(way)
            & delivery.c.kind.in_([kind.value for kind, n in times.items() if n == most])
            & (delivery.c.resends < most)
            for way, times in REPEATS.items()
            for most in sorted(set(times.values()))
            if most
        )
    )


def _lost_by(way: Way) -> Any:
    channel, in_place = way
    return (delivery.c.channel == channel) & (delivery.c.in_place == in_place)


def _not_over(now: Any) -> Any:
    return delivery.c.expires_at.is_(None) | (delivery.c.expires_at > now)


def _again(now: Any) -> sa.Update:
    """Return the change that sends an unknown delivery once more, and records it."""
    return sa.update(delivery).values(
        state=State.SCHEDULED, next_at=now, resends=delivery.c.resends + 1, owner=None
    )


def _dead(state: State, clock: Any | None) -> Any:
    """Return the condition for rows in a hand whose lease ended; without a clock, in any hand."""
    held = (delivery.c.network == sa.bindparam("of_network")) & (delivery.c.state == state)
    return held if clock is None else held & (delivery.c.lease_until <= clock)


_NOW = sa.bindparam("now", type_=delivery.c.next_at.type)


@cache
def _hopeless(clock: Any | None) -> Any:
    """Return what gives up rows whose owners died again and again, before they were sent."""
    dead = _dead(State.CLAIMED, clock) & (delivery.c.crashes >= MOST_CRASHES)
    return sa.update(delivery).where(dead).values(**ended(State.FAILED, _NOW, "worker-crashed"))


@cache
def _freed(clock: Any | None) -> Any:
    """Return what makes due again the rows that were only claimed."""
    freed = sa.update(delivery).where(_dead(State.CLAIMED, clock))
    return freed.values(state=State.SCHEDULED, crashes=delivery.c.crashes + 1, next_at=_NOW)


#: The name of the moment until which each way of being lost is held.
_HOLDS = {way: f"hold_{number}" for number, way in enumerate(WAYS)}


@cache
def _lost(clock: Any | None) -> Any:
    """Return what calls unknown the rows that were being sent."""
    hold = sa.case(
        *((_lost_by(way), sa.bindparam(name, type_=_NOW.type)) for way, name in _HOLDS.items()),
        else_=_NOW,
    )
    lost = sa.update(delivery).where(_dead(State.SENDING, clock))
    lost = lost.values(
        state=State.UNKNOWN, next_at=hold, error="answer-lost", crashes=delivery.c.crashes + 1
    )
    return lost.returning(delivery.c.id, delivery.c.attempt, delivery.c.owner)


#: What sends again, by the policy of each kind, what stayed unknown.
_SENT_AGAIN = _again(_NOW).where(
    delivery.c.network == sa.bindparam("of_network"),
    open_doubt(),
    delivery.c.next_at <= _NOW,
    _not_over(_NOW),
    may_go_again(),
)


class Unknown(Shelf):
    """Recovery, and what follows where nobody knows: a policy, a person, or late evidence."""

    put_any = False

    def _dead(self, now: datetime, *, alone: bool) -> tuple[Any, dict[str, Any]]:
        """Return the clock that tells who is dead, None for all but us, and its values."""
        clock = self._clock(now)
        mine = {"of_network": self._network, "now": now}
        return (None, mine) if alone else (place(clock), {**mine, **value(clock)})

    async def give_up_dead(self, now: datetime, *, alone: bool = False) -> None:
        """Give up rows whose owners died again and again, before they were sent."""
        clock, values = self._dead(now, alone=alone)
        await self._run(_hopeless(clock), values)

    async def free_dead(self, now: datetime, *, alone: bool = False) -> int:
        """Make due again what was only claimed; return how many."""
        clock, values = self._dead(now, alone=alone)
        return int((await self._run(_freed(clock), values)).rowcount)

    async def lose_dead(
        self, now: datetime, holds: Mapping[Way, datetime], *, alone: bool = False
    ) -> int:
        """Call unknown what was being sent, and note it; return how many.

        `holds` says until when nothing follows, by the way of being lost.
        """
        clock, values = self._dead(now, alone=alone)
        moments = {name: holds[way] for way, name in _HOLDS.items()}
        lost = await self._all(_lost(clock), {**values, **moments})
        await self._note_lost(lost, now)
        return len(lost)

    async def _note_lost(self, rows: Sequence[sa.Row[Any]], now: datetime) -> None:
        same = {"ended_at": now, "outcome": State.UNKNOWN, "error": "answer-lost"}
        notes = [{"delivery_id": r.id, "number": r.attempt, "owner": r.owner, **same} for r in rows]
        await self._add_all(delivery_attempt, notes)

    async def resend_unknown(self, now: datetime) -> int:
        """Let the policy of each kind act on what stayed unknown; return how many go again.

        What is held waits for a coordinator, and what makes no sense any more stays unknown:
        nobody knows more about it. A changed card may be changed again without harm, yet not
        for ever.
        """
        values = {"of_network": self._network, "now": now}
        return int((await self._run(_SENT_AGAIN, values)).rowcount)

    async def give_up(self, before: datetime, now: datetime) -> int:
        """End what was due before a moment and never went or never got certain; return how many.

        So that nobody has to decide for it to be forgotten.
        """
        old = sa.and_(delivery.c.network == self._network, delivery.c.due_at < before)
        waiting = delivery.c.state.in_([State.SCHEDULED.value, State.CLAIMED.value])
        late = sa.update(delivery).where(old, waiting).values(**ended(State.EXPIRED, now))
        left = sa.update(delivery).where(old, open_doubt())
        left = left.values(**ended(State.UNKNOWN, now, LEFT_UNKNOWN))
        return sum([int((await self._run(each)).rowcount) for each in (late, left)])

    async def resend(self, delivery_id: int, now: datetime) -> bool:
        """Send an unknown delivery once more, because somebody decided so; False if it is not.

        What makes no sense any more is not sent again.
        """
        sent_again = _again(now).where(open_among(self._network, [delivery_id]), _not_over(now))
        return await self._decided(sent_again, delivery_id, "resent-by-hand", now)

    async def settle_by_hand(
        self, delivery_id: int, now: datetime, state: State = State.SENT
    ) -> bool:
        """End an unknown delivery, because somebody found out; False if it is not unknown."""
        how = {"state": state, "error": "settled-by-hand", "settled_at": now, **final_values()}
        settled = sa.update(delivery).where(open_among(self._network, [delivery_id])).values(**how)
        return await self._decided(settled, delivery_id, "settled-by-hand", now)

    async def _decided(
        self, change: sa.Update, delivery_id: int, decision: str, now: datetime
    ) -> bool:
        changed = await self._first(change.returning(delivery.c.id, delivery.c.attempt))
        if changed is None:
            return False
        self.put_any = True
        note = {"delivery_id": delivery_id, "number": changed.attempt, "outcome": decision}
        await self._run(sa.insert(delivery_attempt).values(ended_at=now, **note))
        return True

    async def settle_pressed(self, delivery_ids: Collection[int], now: datetime) -> None:
        """Mark unknown deliveries as sent, since their buttons were pressed."""
        values = {"state": State.SENT, "error": "pressed", "settled_at": now, **final_values()}
        unknown = among(self._network, delivery_ids) & (delivery.c.state == State.UNKNOWN)
        await self._run(sa.update(delivery).where(unknown).values(**values))

    async def proven(self, pressed: Mapping[int, Address]) -> Proven:
        """Return which deliveries arrived, as presses in these chats show.

        Whoever makes up the number of somebody else's message proves nothing.
        """
        key = sa.func.coalesce(address.c.key, delivery.c.chat_key).label("key")
        query = (
            sa.select(delivery.c.id, delivery.c.state, delivery.c.channel, key)
            .select_from(delivery.outerjoin(address, goes_to()))
            .where(
                delivery.c.network == self._network,
                delivery.c.id.in_(list(pressed)),
                delivery.c.state.in_([State.UNKNOWN.value, State.SENDING.value]),
            )
        )
        found: dict[str, set[int]] = {State.UNKNOWN: set(), State.SENDING: set()}
        for row in await self._all(query):
            of = pressed[row.id]
            if row.channel == of.channel and row.key in self._vault.lookups(of.name):
                found[row.state].add(row.id)
        return Proven(found[State.UNKNOWN], found[State.SENDING])
