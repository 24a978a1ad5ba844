"""Keeps the outbox: each message one row, claimed and settled by its owner only."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from domain.channel import CHANNELS, TELEGRAM
from domain.delivery import (
    FINAL,
    NO_LINE,
    Delivery,
    Letter,
    Priority,
    State,
    Verdict,
)
from storage.addresses import best_of
from storage.aside import readable
from storage.outbox.claims import Claims
from storage.outbox.endings import ended, final_values, lines
from storage.outbox.unknown import LONGEST_ERROR
from storage.shelf import insert_into
from storage.tables import address, delivery, delivery_attempt

_SENT = (
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


#: What a letter says of its row by itself; where it goes is found as it is put.
_SAID = (
    "network",
    "dedupe_key",
    "kind",
    "priority",
    "person_id",
    "chat_id",
    "training_id",
    "registration_id",
    "broadcast_id",
    "facts",
    "payload",
    "due_at",
    "next_at",
    "expires_at",
    "state",
    "plain",
)


def _given(name: str, column: sa.Column[Any]) -> Any:
    return sa.bindparam(name, type_=column.type)


@cache
def _put(dialect: str) -> Any:
    """Return the INSERT of messages that are new; each knows its chat by the look-up key.

    What is for a person goes to the address that is theirs on a channel, or best of all.
    """
    of_channel = _given("of_channel", delivery.c.channel)
    theirs = sa.and_(
        address.c.network == sa.bindparam("its_network"),
        address.c.id == best_of(_given("its_person_id", address.c.person_id), of_channel),
    )
    channel = sa.func.coalesce(of_channel, address.c.channel, TELEGRAM.name)
    can = sa.or_(*(channel == each.name for each in CHANNELS.values() if each.changes))
    in_place = sa.and_(_given("changes", delivery.c.in_place), can)
    row = {name: _given(f"its_{name}", delivery.c[name]) for name in _SAID} | {
        "chat_key": sa.func.coalesce(_given("own_key", delivery.c.chat_key), address.c.key),
        "channel": channel,
        "in_place": in_place,
        "message_id": sa.case((in_place, _given("replaced", delivery.c.message_id)), else_=None),
    }
    anybody = sa.select(sa.literal(1).label("one")).subquery().outerjoin(address, theirs)
    there = sa.select(*row.values()).select_from(anybody).where(sa.true())
    insert = insert_into(delivery, dialect).from_select(list(row), there, include_defaults=False)
    return insert.on_conflict_do_nothing(index_elements=["network", "dedupe_key"])


class Deliveries(Claims):
    """What the bot says, has said and will say."""

    async def put(self, *letters: Letter) -> int:
        """Put messages into the outbox in one statement; return how many were new."""
        rows = [self._row(letter) for letter in letters]
        self.put_any = self.put_any or bool(rows)
        return await self._changed(_put(self._dialect), rows) if rows else 0

    def _row(self, letter: Letter) -> dict[str, Any]:
        message = letter.message
        to = letter.address
        channel = to.channel if to else letter.channel and letter.channel.name
        said = {
            "network": self._network,
            "dedupe_key": letter.key,
            "kind": letter.kind,
            "priority": letter.priority,
            "person_id": letter.person_id,
            "chat_id": self._vault.seal(to.name) if to else None,
            "training_id": letter.training_id,
            "registration_id": letter.registration_id,
            "broadcast_id": letter.broadcast_id,
            "facts": letter.facts,
            "payload": self._vault.seal_json(message.to_json()) if message else None,
            "plain": False,
            "due_at": letter.due_at,
            "next_at": letter.due_at,
            "expires_at": letter.expires_at,
            "state": State.SCHEDULED,
        }
        return {f"its_{name}": value for name, value in said.items()} | {
            "of_channel": channel,
            "own_key": self._vault.lookup(to.name) if to else None,
            "changes": letter.in_place,
            "replaced": letter.replaces,
        }

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
            await self._changed(_SENT, rows)
            attempts = [self._attempt(held, State.SENT, None, now) for held, _ in batch]
            await self._add_all(delivery_attempt, attempts)

    async def line_is_back(self, now: datetime, latest: datetime) -> int:
        """Make due at once, in its old order, what waits because nobody could be reached.

        What is to be looked at later than `latest` waits for something else.
        """
        waiting = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state == sa.literal_column(f"'{State.SCHEDULED.value}'"),
            delivery.c.priority.in_([priority.value for priority in Priority]),
            delivery.c.next_at.between(now, latest),
            delivery.c.due_at <= now,
            delivery.c.error.startswith(NO_LINE),
        )
        freed = sa.update(delivery).where(waiting).values(next_at=delivery.c.due_at)
        return int((await self._run(freed)).rowcount)

    async def settle(self, held: Delivery, verdict: Verdict, now: datetime) -> bool:
        """Write what became of an attempt; False if the row is no longer ours.

        Also a row that recovery called unknown meanwhile may still be settled by the one who
        sent it: late knowledge is better than none.
        """
        ours = self._ours(held, State.SENDING, State.UNKNOWN)
        if verdict.state is not State.SENT:  # what was settled meanwhile is not taken up again
            ours &= delivery.c.settled_at.is_(None)
        error = verdict.error[:LONGEST_ERROR] if verdict.error else None
        values: dict[str, Any] = {
            "state": verdict.state,
            "next_at": verdict.next_at,
            "error": error,
            "plain": verdict.plain,
            "in_place": verdict.in_place,
        }
        if verdict.message_id is not None:
            values["message_id"] = verdict.message_id
        if verdict.state is State.SENT:
            values |= {"settled_at": now, **final_values()}
        elif verdict.state in FINAL:
            values |= ended(verdict.state, now, error, known=True)
        settled = (await self._run(sa.update(delivery).where(ours).values(**values))).rowcount == 1
        if settled:
            await self._note(held, verdict.state, verdict.error, now)
        return settled

    async def follow(self, old: str, new: str, person_id: int | None) -> None:
        """Send what waits for a chat that moved to its new address, in the same order."""
        own = sa.literal(self._vault.seal(new))
        values = {
            "chat_key": self._vault.lookup(new),
            "chat_id": sa.case((delivery.c.chat_id.is_not(None), own), else_=None),
        }
        for waiting in lines(self._network, self._vault.lookups(old), person_id):
            await self._run(sa.update(delivery).where(waiting).values(**values))

    async def _note(self, held: Delivery, outcome: str, error: str | None, now: datetime) -> None:
        row = self._attempt(held, outcome, error, now)
        await self._add_all(delivery_attempt, [row])

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
        over = sa.update(delivery).where(late).values(**ended(State.EXPIRED, now))
        ids = [row.id for row in await self._all(over.returning(delivery.c.id))]
        return (await readable(ids, self._read))[0] if ids else []

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
            delivery.c.settled_at < before,
        )
        return int((await self._run(sa.delete(delivery).where(old))).rowcount)
