"""Keeps the outbox: each message one row, claimed and settled by its owner only."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.delivery import (
    FINAL,
    Delivery,
    Kind,
    Letter,
    Priority,
    State,
    Verdict,
)
from domain.message import Message
from storage.aside import Aside, Unreadable, an_object, readable
from storage.clock import later
from storage.due import NEXT, PRIORITIES
from storage.prepared import prepared
from storage.tables import delivery, delivery_attempt, person
from storage.unknown import LONGEST_ERROR, Unknown, final_values

_FINAL = [state.value for state in FINAL]


_BEGIN = (
    sa.update(delivery)
    .where(
        # Wrapped, lest SQLite goes through the whole network instead of through the ids.
        sa.func.coalesce(delivery.c.network, "") == sa.bindparam("of_network"),
        delivery.c.id.in_(sa.bindparam("ids", expanding=True)),
        delivery.c.state == State.CLAIMED,
        delivery.c.owner == sa.bindparam("of_owner"),
        sa.tuple_(delivery.c.id, delivery.c.generation).in_(sa.bindparam("claims", expanding=True)),
    )
    .values(state=State.SENDING, sending_at=sa.bindparam("now"))
    .returning(delivery.c.id)
)


_SENT = prepared(
    sa.update(delivery)
    .where(
        delivery.c.network == sa.bindparam("of_network"),
        delivery.c.id == sa.bindparam("of_id"),
        delivery.c.owner == sa.bindparam("of_owner"),
        delivery.c.generation == sa.bindparam("of_generation"),
        (delivery.c.state == State.SENDING) | (delivery.c.state == State.UNKNOWN),
    )
    .values(
        state=State.SENT,
        next_at=sa.bindparam("now"),
        settled_at=sa.bindparam("now"),
        error=None,
        plain=sa.bindparam("is_plain"),
        in_place=sa.bindparam("is_in_place"),
        message_id=sa.bindparam("of_message"),
        **final_values(),
    )
)


class Deliveries(Unknown):
    """What the bot says, has said and will say."""

    async def put(self, *letters: Letter) -> int:
        """Put messages into the outbox in one statement; return how many were new."""
        rows = [self._row(letter) for letter in letters]
        self.put_any = self.put_any or bool(rows)
        return await self._add_once(delivery, rows, ["network", "dedupe_key"])

    def _row(self, letter: Letter) -> dict[str, Any]:
        message = letter.message
        chat_id = letter.chat_id
        return {
            "network": self._network,
            "dedupe_key": letter.key,
            "kind": letter.kind,
            "priority": letter.priority,
            "person_id": letter.person_id,
            "chat_key": self._vault.lookup(chat_id) if chat_id is not None else None,
            "chat_id": self._vault.seal(str(chat_id)) if chat_id is not None else None,
            "training_id": letter.training_id,
            "registration_id": letter.registration_id,
            "broadcast_id": letter.broadcast_id,
            "facts": letter.facts,
            "payload": self._vault.seal_json(message.to_json()) if message else None,
            "in_place": bool(message and message.replaces) or bool(letter.facts.get("replaces")),
            "message_id": message.replaces if message else None,
            "plain": False,
            "due_at": letter.due_at,
            "next_at": letter.due_at,
            "expires_at": letter.expires_at,
            "state": State.SCHEDULED,
        }

    @staticmethod
    def _addressed() -> sa.Select[Any]:
        """Return deliveries with the address of the person, where there is one."""
        of_person = delivery.outerjoin(person, person.c.id == delivery.c.person_id)
        address = person.c.chat_id.label("person_chat_id")
        return sa.select(delivery, address, person.c.language).select_from(of_person)

    def _mine(self) -> sa.Select[Any]:
        return self._addressed().where(delivery.c.network == self._network)

    def _by_ids(self, ids: Sequence[int]) -> sa.Select[Any]:
        # Wrapped, lest SQLite goes through the whole network instead of through the ids.
        mine = sa.func.coalesce(delivery.c.network, "") == self._network
        return self._addressed().where(delivery.c.id.in_(ids), mine)

    def _delivery(self, row: Any) -> Delivery:
        sealed = row.chat_id or row.person_chat_id
        payload = row.payload
        return Delivery(
            id=row.id,
            kind=Kind(row.kind),
            person_id=row.person_id,
            chat_id=int(self._vault.open(sealed)) if sealed else 0,
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
        )

    async def claim(
        self,
        now: datetime,
        owner: str,
        limit: int,
        lease: timedelta,
        busy: Collection[int] = (),
    ) -> list[Delivery]:
        """Take up to `limit` due deliveries into our hand, most urgent first.

        A row is taken by exactly one owner; `busy` are people with a message on its way, whose
        next one must wait so that the order in a chat is kept.
        """
        claimed: list[int] = []
        moments = await self._next_moments()
        for priority in sorted(p for p, moment in moments.items() if moment <= now):
            missing = limit - len(claimed)
            if missing <= 0:
                break
            claimed += await self._claim(now, owner, priority, missing, lease, busy)
        if not claimed:
            return []
        found, damaged = await readable(claimed, self._read)
        for each in damaged:
            await self._set_aside(each, now)
        if not found:  # there may be more behind those that were damaged
            return await self.claim(now, owner, limit, lease, busy)
        return sorted(found, key=lambda d: (d.priority, d.due_at, d.id))

    async def _read(self, ids: Sequence[int]) -> list[Delivery]:
        return [self._delivery(row) for row in await self._all(self._by_ids(ids))]

    async def _set_aside(self, damaged: Unreadable, now: datetime) -> None:
        """End a row that nobody can read; what is left of it can be read."""
        await Aside(*self._given).put("delivery", damaged.row, damaged.reason, now)
        mine = sa.and_(delivery.c.network == self._network, delivery.c.id == damaged.row)
        reason = f"unreadable: {damaged.reason}"
        values = {"state": State.FAILED, "error": reason, "settled_at": now, "facts": {}}
        await self._run(sa.update(delivery).where(mine).values(**values, **final_values()))

    async def _claim(
        self,
        now: datetime,
        owner: str,
        priority: Priority,
        limit: int,
        lease: timedelta,
        busy: Collection[int],
    ) -> list[int]:
        due = sa.select(delivery.c.id).where(
            delivery.c.network == self._network,
            delivery.c.state == sa.literal_column(f"'{State.SCHEDULED.value}'"),
            delivery.c.priority == priority,
            delivery.c.next_at <= now,
        )
        if busy:
            free = delivery.c.person_id.is_(None) | delivery.c.person_id.not_in(list(busy))
            due = due.where(free)
        due = due.order_by(delivery.c.next_at, delivery.c.id).limit(limit)
        # A CTE, since PostgreSQL may run a bare LIMIT sub-select twice and take too many.
        chosen = due.with_for_update(skip_locked=True).cte("chosen")
        taken = (
            sa.update(delivery)
            .where(delivery.c.id.in_(sa.select(chosen.c.id)))
            .values(
                state=State.CLAIMED,
                owner=owner,
                generation=delivery.c.generation + 1,
                attempt=delivery.c.attempt + 1,
                lease_until=later(self._clock(now), lease),
            )
        )
        return [row.id for row in await self._all(taken.returning(delivery.c.id))]

    def _ours(self, held: Delivery, *states: State) -> Any:
        return sa.and_(
            delivery.c.network == self._network,
            delivery.c.id == held.id,
            delivery.c.owner == held.owner,
            delivery.c.generation == held.generation,
            delivery.c.state.in_([state.value for state in states]),
        )

    async def begin_sending(self, held: Delivery, now: datetime, lease: timedelta) -> bool:
        """Mark that the request may leave from now on; False if somebody else holds the row."""
        return held.id in await self.begin_sending_all([held], now, lease)

    async def begin_sending_all(
        self, batch: Sequence[Delivery], now: datetime, lease: timedelta
    ) -> set[int]:
        """Mark that the requests may leave; return the rows that are still in their owner's hand.

        The generation counts the claims of a row, so with the owner it tells each claim apart.
        """
        if not batch:
            return set()
        values = {
            "of_network": self._network,
            "of_owner": batch[0].owner,
            "ids": [held.id for held in batch],
            "claims": [(held.id, held.generation) for held in batch],
            "now": now,
        }
        clock = self._clock(now)
        begin = _BEGIN.where(delivery.c.lease_until > clock).values(lease_until=later(clock, lease))
        return {row.id for row in (await self._run(begin, values)).all()}

    async def settle_sent(self, batch: Sequence[tuple[Delivery, Verdict]], now: datetime) -> None:
        """Write down what was sent, all at once; a row that is no longer ours stays as it is."""
        rows = [
            {
                "of_network": self._network,
                "of_id": held.id,
                "of_owner": held.owner,
                "of_generation": held.generation,
                "now": now,
                "is_plain": verdict.plain,
                "is_in_place": verdict.in_place,
                "of_message": verdict.message_id or held.message_id,
            }
            for held, verdict in batch
        ]
        if rows:
            await self._execute(_SENT, rows)
            attempts = [self._attempt(held, State.SENT, None, now) for held, _ in batch]
            await self._add_all(delivery_attempt, attempts)

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
        values = {"state": state, "error": reason, "settled_at": now, **final_values()}
        return (await self._run(ours.values(**values))).rowcount == 1

    async def settle(self, held: Delivery, verdict: Verdict, now: datetime) -> bool:
        """Write what became of an attempt; False if the row is no longer ours.

        Also a row that recovery called unknown meanwhile may still be settled by the one who
        sent it: late knowledge is better than none.
        """
        ours = self._ours(held, State.SENDING, State.UNKNOWN)
        values: dict[str, Any] = {
            "state": verdict.state,
            "next_at": verdict.next_at,
            "error": verdict.error[:LONGEST_ERROR] if verdict.error else None,
            "plain": verdict.plain,
            "in_place": verdict.in_place,
        }
        if verdict.message_id is not None:
            values["message_id"] = verdict.message_id
        if verdict.state in FINAL:
            values |= {"settled_at": now, **final_values()}
        settled = (await self._run(sa.update(delivery).where(ours).values(**values))).rowcount == 1
        if settled:
            await self._note(held, verdict.state, verdict.error, now)
        return settled

    async def follow(self, old_chat: int, new_chat: int) -> None:
        """Send what waits for a chat that moved to its new address."""
        waiting = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state == State.SCHEDULED,
            delivery.c.chat_key.in_(self._vault.lookups(old_chat)),
        )
        values = {
            "chat_key": self._vault.lookup(new_chat),
            "chat_id": self._vault.seal(str(new_chat)),
        }
        await self._run(sa.update(delivery).where(waiting).values(**values))

    async def _note(self, held: Delivery, outcome: str, error: str | None, now: datetime) -> None:
        row = self._attempt(held, outcome, error, now)
        await self._run(sa.insert(delivery_attempt), [row])

    @staticmethod
    def _attempt(held: Delivery, outcome: str, error: str | None, now: datetime) -> dict[str, Any]:
        return {
            "delivery_id": held.id,
            "number": held.attempt,
            "owner": held.owner,
            "ended_at": now,
            "outcome": outcome,
            "error": error[:LONGEST_ERROR] if error else None,
        }

    async def expire(self, now: datetime) -> list[Delivery]:
        """End what was not sent while it made sense; return it."""
        late = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state == sa.literal_column(f"'{State.SCHEDULED.value}'"),
            delivery.c.next_at <= now,
            delivery.c.expires_at <= now,
        )
        ended = sa.update(delivery).where(late)
        ended = ended.values(state=State.EXPIRED, settled_at=now, **final_values())
        ids = [row.id for row in await self._all(ended.returning(delivery.c.id))]
        return (await readable(ids, self._read))[0] if ids else []

    async def next_due(self) -> datetime | None:
        """Return when the next waiting delivery is due."""
        return min((await self._next_moments()).values(), default=None)

    async def _next_moments(self) -> dict[Priority, datetime]:
        """Return when the next waiting delivery is due, by priority."""
        rows = await self._fetch(NEXT, {"of_network": self._network})
        return {PRIORITIES[row.priority]: row.moment for row in rows if row.moment is not None}

    async def get(self, delivery_id: int) -> Delivery | None:
        """Return a delivery."""
        row = await self._first(self._mine().where(delivery.c.id == delivery_id))
        return self._delivery(row) if row else None

    async def listed(
        self, states: Collection[State], limit: int = 50, *, training_id: int | None = None
    ) -> list[Delivery]:
        """Return deliveries in these states, newest first."""
        query = self._mine().where(delivery.c.state.in_([s.value for s in states]))
        if training_id is not None:
            query = query.where(delivery.c.training_id == training_id)
        rows = await self._all(query.order_by(delivery.c.id.desc()).limit(limit))
        return [self._delivery(row) for row in rows]

    async def states(self, **of: int) -> Mapping[State, int]:
        """Return how many deliveries are in each state; `of` narrows by a column's value."""
        query = sa.select(delivery.c.state, sa.func.count().label("n")).where(
            delivery.c.network == self._network
        )
        for column, value in of.items():
            query = query.where(delivery.c[column] == value)
        return {
            State(row.state): row.n for row in await self._all(query.group_by(delivery.c.state))
        }

    async def forget_old(self, before: datetime) -> int:
        """Delete settled deliveries of before a moment; return how many."""
        old = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state.in_(_FINAL),
            delivery.c.settled_at < before,
        )
        return int((await self._run(sa.delete(delivery).where(old))).rowcount)
