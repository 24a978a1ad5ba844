"""Keeps the outbox: each message one row, claimed and settled by its owner only."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.delivery import (
    FINAL,
    UNKNOWN_HOLD,
    Delivery,
    Kind,
    Letter,
    Priority,
    State,
    Verdict,
)
from domain.message import Message
from storage.shelf import Shelf
from storage.tables import delivery, delivery_attempt, person

MOST_CRASHES = 5
_FINAL = [state.value for state in FINAL]
_LONGEST_ERROR = 300


def final_values() -> dict[str, Any]:
    """Return what a settled delivery forgets: its text and its address."""
    return {"payload": None, "chat_id": None, "chat_key": None}


@dataclass(frozen=True, slots=True)
class Lag:
    """How far behind sending is: the oldest due moment, and the number of due rows."""

    oldest: datetime | None
    due: int


class Deliveries(Shelf):
    """What the bot says, has said and will say."""

    put_any = False

    async def put(self, *letters: Letter) -> int:
        """Put messages into the outbox in one statement; return how many were new.

        Who is unreachable gets none: their row would only fail.
        """
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

    def _mine(self) -> sa.Select[Any]:
        """Return deliveries with the address of the person, where there is one."""
        of_person = delivery.outerjoin(person, person.c.id == delivery.c.person_id)
        return (
            sa.select(delivery, person.c.chat_id.label("person_chat_id"), person.c.language)
            .select_from(of_person)
            .where(delivery.c.network == self._network)
        )

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
            facts=row.facts,
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
        for priority in Priority:
            missing = limit - len(claimed)
            if missing <= 0:
                break
            claimed += await self._claim(now, owner, priority, missing, lease, busy)
        if not claimed:
            return []
        rows = await self._all(self._mine().where(delivery.c.id.in_(claimed)))
        found = [self._delivery(row) for row in rows]
        return sorted(found, key=lambda d: (d.priority, d.due_at, d.id))

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
                lease_until=now + lease,
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
        still = sa.and_(self._ours(held, State.CLAIMED), delivery.c.lease_until > now)
        begun = sa.update(delivery).where(still)
        begun = begun.values(state=State.SENDING, sending_at=now, lease_until=now + lease)
        return (await self._run(begun)).rowcount == 1

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
            "error": verdict.error[:_LONGEST_ERROR] if verdict.error else None,
            "plain": verdict.plain,
        }
        if verdict.message_id is not None:
            values["message_id"] = verdict.message_id
        if verdict.state in FINAL:
            values |= {"settled_at": now, **final_values()}
        settled = (await self._run(sa.update(delivery).where(ours).values(**values))).rowcount == 1
        if settled:
            await self._note(held, verdict.state, verdict.error, now)
        return settled

    async def _note(self, held: Delivery, outcome: str, error: str | None, now: datetime) -> None:
        row = {
            "delivery_id": held.id,
            "number": held.attempt,
            "owner": held.owner,
            "ended_at": now,
            "outcome": outcome,
            "error": error[:_LONGEST_ERROR] if error else None,
        }
        await self._run(sa.insert(delivery_attempt).values(**row))

    async def recover(self, now: datetime) -> tuple[int, int]:
        """Take over what a dead owner held; return how many are due again, how many unknown.

        What was only claimed surely never left and is due again; what was being sent may have
        arrived, and nobody can know. A row whose owner died again and again is given up.
        """
        again = await self._recover_claimed(now)
        lost = await self._recover_sending(now)
        return again, lost

    async def _recover_claimed(self, now: datetime) -> int:
        dead = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state == State.CLAIMED,
            delivery.c.lease_until <= now,
        )
        hopeless = sa.update(delivery).where(dead, delivery.c.crashes >= MOST_CRASHES)
        given_up = {"error": "worker-crashed", "settled_at": now, **final_values()}
        await self._run(hopeless.values(state=State.FAILED, **given_up))
        freed = sa.update(delivery).where(dead)
        freed = freed.values(state=State.SCHEDULED, crashes=delivery.c.crashes + 1, next_at=now)
        return int((await self._run(freed)).rowcount)

    async def _recover_sending(self, now: datetime) -> int:
        dead = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state == State.SENDING,
            delivery.c.lease_until <= now,
        )
        lost = sa.update(delivery).where(dead)
        lost = lost.values(
            state=State.UNKNOWN,
            next_at=now + UNKNOWN_HOLD,
            error="answer-lost",
            crashes=delivery.c.crashes + 1,
        )
        rows = await self._all(lost.returning(delivery.c.id, delivery.c.attempt, delivery.c.owner))
        for row in rows:
            values = {"number": row.attempt, "owner": row.owner, "outcome": State.UNKNOWN}
            note = sa.insert(delivery_attempt).values(
                delivery_id=row.id, ended_at=now, error="answer-lost", **values
            )
            await self._run(note)
        return len(rows)

    async def resend_unknown(self, now: datetime, held_kinds: Sequence[Kind]) -> int:
        """Let the policy act on unknown deliveries after their hold; return how many go again.

        Changes in place may be repeated without harm. Everything else goes once more at most,
        and kinds that are held wait for a coordinator.
        """
        once = sa.and_(
            delivery.c.resends == 0, delivery.c.kind.not_in([k.value for k in held_kinds])
        )
        due = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state == State.UNKNOWN,
            delivery.c.next_at <= now,
            delivery.c.in_place | once,
        )
        again = sa.update(delivery).where(due)
        again = again.values(
            state=State.SCHEDULED, next_at=now, resends=delivery.c.resends + 1, owner=None
        )
        return int((await self._run(again)).rowcount)

    async def arrived(self, delivery_ids: Collection[int], now: datetime) -> int:
        """Settle unknown deliveries whose buttons were pressed: they did arrive."""
        pressed = sa.and_(
            delivery.c.network == self._network,
            delivery.c.id.in_(list(delivery_ids)),
            delivery.c.state == State.UNKNOWN,
        )
        proven = sa.update(delivery).where(pressed)
        values = {"state": State.SENT, "error": "pressed", "settled_at": now, **final_values()}
        return int((await self._run(proven.values(**values))).rowcount)

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
        rows = await self._all(self._mine().where(delivery.c.id.in_(ids))) if ids else []
        return [self._delivery(row) for row in rows]

    async def next_due(self) -> datetime | None:
        """Return when the next waiting delivery is due."""
        waiting = sa.select(sa.func.min(delivery.c.next_at)).where(
            delivery.c.network == self._network,
            delivery.c.state == sa.literal_column(f"'{State.SCHEDULED.value}'"),
        )
        found = [
            await self._scalar(waiting.where(delivery.c.priority == priority))
            for priority in Priority
        ]
        return min((moment for moment in found if moment is not None), default=None)

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
