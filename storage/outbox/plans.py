"""Plans many deliveries at once, in the database: reminders, notices, announcements."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from string import Formatter
from typing import Any

import sqlalchemy as sa

from domain.announce_audience import Broadcast
from domain.delivery import TO_MANY, Kind, Priority, State
from domain.letters import (
    ANNOUNCED_KEY,
    FEEDBACK_KEY,
    MOVED_UP_KEY,
    NUDGE_KEY,
    PLANNED_AGAIN,
    TOLD_KEY,
    WRITTEN_KEY,
)
from domain.register import ACTIVE
from domain.reminder import KEY, Planned
from domain.training import Training
from domain.vocabulary import RegistrationStatus
from storage.addresses import lives_at
from storage.circles import marked, may_be_offered, reachable
from storage.outbox.endings import ended
from storage.shelf import Shelf
from storage.tables import address, delivery, person, registration, training

_SHARED = (
    "network",
    "dedupe_key",
    "kind",
    "priority",
    "person_id",
    "chat_key",
    "channel",
    "training_id",
    "registration_id",
    "broadcast_id",
    "facts",
    "in_place",
    "plain",
    "due_at",
    "next_at",
    "expires_at",
    "state",
)


#: The key of a row that gives its own one free.
_OFF = delivery.c.dedupe_key + ":off:" + sa.cast(delivery.c.id, sa.String)


class Plans(Shelf):
    """Bulk entries into the outbox; planning twice plans once."""

    put_any = False

    async def _put(self, query: sa.Select[Any]) -> int:
        self.put_any = True
        to = query.where(lives_at())
        insert = self._insert(delivery).from_select(list(_SHARED), to, include_defaults=False)
        once = insert.on_conflict_do_nothing(index_elements=["network", "dedupe_key"])
        return await self._changed(once)

    def _columns(
        self,
        dedupe_key: Any,
        kind: Kind,
        due_at: datetime,
        expires_at: datetime | None,
        facts: Mapping[str, Any],
        *,
        training_id: int | None,
        registration_id: Any = None,
        broadcast_id: int | None = None,
        priority: Priority = Priority.NOTICE,
    ) -> list[Any]:
        instant = delivery.c.due_at.type
        number = delivery.c.broadcast_id.type
        due = sa.literal(due_at, instant)
        return [
            sa.literal(self._network),
            dedupe_key,
            sa.literal(kind.value),
            sa.literal(int(priority)),
            person.c.id,
            address.c.key,
            address.c.channel,
            sa.literal(training_id, number),
            sa.cast(sa.null(), number) if registration_id is None else registration_id,
            sa.literal(broadcast_id, number),
            sa.literal(dict(facts), delivery.c.facts.type),
            sa.false(),
            sa.false(),
            due,
            due,
            sa.literal(expires_at, instant),
            sa.literal(State.SCHEDULED.value),
        ]

    def _participants(self, training_id: int, statuses: Collection[RegistrationStatus]) -> Any:
        """Return the condition for reachable people registered for a training."""
        return sa.and_(
            registration.c.network == self._network,
            registration.c.training_id == training_id,
            registration.c.status.in_([status.value for status in statuses]),
            person.c.id == registration.c.person_id,
            reachable(),
        )

    async def remind(self, of: Training, planned: Sequence[Planned]) -> int:
        """Plan the reminders of everybody who has a seat and wants them; return how many."""
        total = 0
        wanted = sa.and_(
            self._participants(of.id, [RegistrationStatus.CONFIRMED]),
            registration.c.muted.is_(sa.false()),
        )
        for one in planned:
            columns = self._columns(
                _key(KEY, registration=registration.c.id, stage=one.name, revision=of.revision),
                Kind.REMINDER,
                one.due_at,
                one.expires_at,
                one.told(of),
                training_id=of.id,
                registration_id=registration.c.id,
            )
            total += await self._put(sa.select(*columns).where(wanted))
        return total

    async def tell(
        self,
        of: Training,
        kind: Kind,
        facts: Mapping[str, Any],
        due_at: datetime,
        expires_at: datetime | None,
        statuses: Collection[RegistrationStatus] = ACTIVE,
        *,
        only: Collection[int] | None = None,
        but: Collection[int] = (),
    ) -> int:
        """Tell everybody registered about a change; once a change of the training's facts.

        `only` names the registrations that are told, `but` those that are not.
        """
        columns = self._columns(
            _key(TOLD_KEY, kind=kind.value, registration=registration.c.id, sequence=of.sequence),
            kind,
            due_at,
            expires_at,
            {**facts, "revision": of.revision},
            training_id=of.id,
            registration_id=registration.c.id,
        )
        told = [self._participants(of.id, statuses)]
        if only is not None:
            told.append(registration.c.id.in_(list(only)))
        if but:
            told.append(registration.c.id.not_in(list(but)))
        return await self._put(sa.select(*columns).where(*told))

    async def ask_feedback(
        self,
        training_id: int,
        due_at: datetime,
        expires_at: datetime,
        came: Collection[bool | None] | None = None,
    ) -> int:
        """Ask who had a seat, did not mute it and may be asked, once; return how many.

        With `came` only of whom one of these is marked.
        """
        columns = self._columns(
            _key(FEEDBACK_KEY, registration=registration.c.id),
            Kind.FEEDBACK,
            due_at,
            expires_at,
            {},
            training_id=training_id,
            registration_id=registration.c.id,
        )
        seated = self._participants(training_id, [RegistrationStatus.CONFIRMED])
        if came is not None:
            seated = sa.and_(seated, marked(came))
        return await self._put(
            sa.select(*columns).where(
                seated, may_be_offered(), registration.c.muted.is_(sa.false())
            )
        )

    async def announce(self, what: Broadcast, of: Training, reached: Any, due_at: datetime) -> int:
        """Plan an announcement to everybody under the condition, in one statement."""
        columns = self._columns(
            _key(ANNOUNCED_KEY, broadcast=what.id, person=person.c.id),
            Kind.ANNOUNCEMENT,
            due_at,
            of.plan.starts_at,
            {"revision": of.revision},
            training_id=of.id,
            broadcast_id=what.id,
            priority=Priority.ANNOUNCEMENT,
        )
        ours = person.c.network == self._network
        return await self._put(sa.select(*columns).where(ours, reached))

    async def write(self, what: Broadcast, to: Any, due_at: datetime, until: datetime) -> int:
        """Plan a word to everybody under the condition, in one statement."""
        columns = self._columns(
            _key(WRITTEN_KEY, broadcast=what.id, person=person.c.id),
            Kind.WORDS,
            due_at,
            until,
            {},
            training_id=what.training_id,
            broadcast_id=what.id,
            priority=Priority.ANNOUNCEMENT,
        )
        ours = person.c.network == self._network
        return await self._put(sa.select(*columns).where(ours, to))

    async def nudge(self, of: Training, to: Any, due_at: datetime, until: datetime) -> int:
        """Plan the question before a deadline to everybody under the condition."""
        columns = self._columns(
            _key(NUDGE_KEY, training=of.id, person=person.c.id),
            Kind.NUDGE,
            due_at,
            until,
            {},
            training_id=of.id,
            priority=Priority.ANNOUNCEMENT,
        )
        ours = person.c.network == self._network
        return await self._put(sa.select(*columns).where(ours, to))

    async def hold(self, broadcast_id: int) -> int:
        """Hold what of an announcement or a word still waits, until we commit; return how many."""
        waiting = sa.and_(
            delivery.c.network == self._network,
            delivery.c.broadcast_id == broadcast_id,
            delivery.c.state == State.SCHEDULED,
            delivery.c.attempt == 0,
            delivery.c.kind.in_(TO_MANY),
        )
        query = sa.select(delivery.c.id).where(waiting).order_by(delivery.c.id)
        return len(await self._all(query.with_for_update()))

    async def cancel(self, reason: str, kinds: Collection[Kind], now: datetime, **of: int) -> int:
        """End waiting deliveries of these kinds; `of` names a column and its value.

        Ended reminders give their keys free, so that the same ones can be planned again.
        """
        waiting = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state == State.SCHEDULED,
            delivery.c.kind.in_([kind.value for kind in kinds]),
            *(delivery.c[column] == value for column, value in of.items()),
        )
        off = sa.update(delivery).where(waiting)
        values = ended(State.CANCELLED, now, reason)
        return int((await self._run(off.values(dedupe_key=_freed(), **values))).rowcount)

    async def unheard(self, now: datetime) -> Mapping[int, list[int]]:
        """Return who moved up into a training to come and could not be told, by training."""
        query = (
            sa.select(registration.c.training_id, registration.c.id)
            .join(training, training.c.id == registration.c.training_id)
            .join(delivery, delivery.c.registration_id == registration.c.id)
            .where(
                training.c.network == self._network,
                training.c.starts_at > now,
                registration.c.status == RegistrationStatus.CONFIRMED,
                delivery.c.kind == Kind.MOVED_UP,
                delivery.c.state == State.UNDELIVERABLE,
                delivery.c.dedupe_key
                == _key(
                    MOVED_UP_KEY,
                    registration=registration.c.id,
                    position=registration.c.position,
                ),
            )
        )
        found: dict[int, list[int]] = {}
        for row in await self._all(query.order_by(registration.c.id)):
            found.setdefault(row.training_id, []).append(row.id)
        return found

    async def free_moving_up(self, registration_ids: Sequence[int]) -> None:
        """Give free the keys of notices of these seats that came to nothing."""
        notices = sa.and_(
            delivery.c.network == self._network,
            delivery.c.registration_id.in_(list(registration_ids)),
            delivery.c.kind == Kind.MOVED_UP,
            delivery.c.state == State.UNDELIVERABLE,
            delivery.c.dedupe_key.not_like("%:off:%"),
        )
        await self._run(sa.update(delivery).where(notices).values(dedupe_key=_OFF))

    async def untold(self, training_id: int, kind: Kind) -> Mapping[int, Mapping[str, Any]]:
        """Return the facts of a training's notices that were never tried, by registration."""
        query = sa.select(delivery.c.registration_id, delivery.c.facts).where(
            delivery.c.network == self._network,
            delivery.c.training_id == training_id,
            delivery.c.kind == kind,
            delivery.c.state == State.SCHEDULED,
            delivery.c.attempt == 0,
            delivery.c.registration_id.is_not(None),
        )
        rows = await self._all(query.order_by(delivery.c.id))
        return {row.registration_id: row.facts for row in rows}

    async def free(self, keys: Sequence[str]) -> None:
        """Give free the keys of what was called off or had nobody to go to; sent stays sent."""
        switched_off = sa.and_(
            delivery.c.network == self._network,
            delivery.c.state.in_([State.CANCELLED.value, State.UNDELIVERABLE.value]),
            delivery.c.dedupe_key.in_(list(keys)),
        )
        await self._run(sa.update(delivery).where(switched_off).values(dedupe_key=_OFF))

    async def messages(self, person_id: int) -> list[int]:
        """Return the rows for a person: those of their registrations, and those without one.

        Most rows belong to a registration, so they have no index by person: that one would be
        written all over, as each training brings something for everybody.
        """
        seats = sa.select(registration.c.id).where(
            registration.c.network == self._network, registration.c.person_id == person_id
        )
        linked = delivery.c.registration_id.in_([row.id for row in await self._all(seats)])
        alone = sa.and_(delivery.c.person_id == person_id, delivery.c.registration_id.is_(None))
        found: list[int] = []
        for mine in (linked, alone):
            # Wrapped, lest SQLite goes through the whole network instead of through the persons.
            ours = sa.func.coalesce(delivery.c.network, "") == self._network
            found += [row.id for row in await self._all(sa.select(delivery.c.id).where(mine, ours))]
        return found

    async def end_all(
        self,
        person_id: int,
        state: State,
        reason: str,
        now: datetime,
        channel: str | None = None,
    ) -> int:
        """End what waits for a person who left, or blocked the bot on a channel."""
        waiting = sa.and_(
            # Wrapped, lest SQLite goes through the whole network instead of through the ids.
            sa.func.coalesce(delivery.c.network, "") == self._network,
            delivery.c.state == State.SCHEDULED,
            delivery.c.id.in_(await self.messages(person_id)),
            sa.true() if channel is None else delivery.c.channel == channel,
        )
        values = ended(state, now, reason)
        off = sa.update(delivery).where(waiting).values(dedupe_key=_freed(), **values)
        return int((await self._run(off)).rowcount)


def _freed() -> Any:
    """Return the key of a row that ends unsent: a reminder's own key becomes free again.

    One that was in doubt keeps it: it may have arrived, and must not be planned as new.
    """
    again = delivery.c.kind.in_([kind.value for kind in PLANNED_AGAIN])
    return sa.case((again & (delivery.c.resends == 0), _OFF), else_=delivery.c.dedupe_key)


def _key(form: str, **numbers: Any) -> Any:
    """Return a key of this form as an SQL expression: where it names something stands a column."""
    key: Any = sa.literal("")
    for text, name, _, _ in Formatter().parse(form):
        key = key.op("||")(sa.literal(text))
        if name is not None:
            key = key.op("||")(sa.cast(numbers[name], sa.String))
    return key
