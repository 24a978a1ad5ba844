"""Keeps exchange between institutions: taps until the nightly fold, then counters only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from domain.exchange import (
    Contact,
    ContactFormat,
    ContactLength,
    Counted,
    Party,
    Series,
)
from domain.feedback import Answers, FeedbackItem
from domain.vocabulary import Topic
from storage.aside import legible
from storage.ours import own_training
from storage.report.tables import counter, exchange_pending, feedback_count
from storage.shelf import Shelf
from storage.tables import training


def _contact(row: Any) -> Contact:
    return Contact(
        Party.parse(row.own),
        Party.parse(row.partner),
        Topic(row.topic),
        ContactFormat(row.format),
        ContactLength(row.length),
    )


_COUNTED = (
    sa.select(counter.c.period, counter.c.series, counter.c.slug, counter.c.n)
    .where(
        counter.c.network == sa.bindparam("of_network"),
        counter.c.period >= sa.bindparam("first_day"),
        counter.c.period <= sa.bindparam("last_day"),
    )
    .order_by(counter.c.period, counter.c.series, counter.c.slug)
)
_ANSWERS = (
    sa.select(*(feedback_count.c[name] for name in ("training_id", "item", "score", "n")))
    .join(training, training.c.id == feedback_count.c.training_id)
    .where(
        training.c.network == sa.bindparam("of_network"),
        training.c.starts_at >= sa.bindparam("first_moment"),
        training.c.starts_at < sa.bindparam("last_moment"),
    )
    .order_by(feedback_count.c.training_id, feedback_count.c.item, feedback_count.c.score)
)
_SERIES = {series.value: series for series in Series}
_ITEMS = {item.value: item for item in FeedbackItem}


class Exchange(Shelf):
    """Exchange contacts, needs and feedback of one network, as counters."""

    async def note(self, person_id: int, contact: Contact, now: datetime) -> int:
        """Hold a contact until the nightly fold; return the id that takes it back.

        Only the second is kept of the moment: with the id, it names the contact.
        """
        return await self._add(
            exchange_pending,
            network=self._network,
            person_id=person_id,
            own=contact.own.key,
            partner=contact.partner.key,
            topic=contact.topic,
            format=contact.format,
            length=contact.length,
            noted_at=now.replace(microsecond=0),
        )

    async def take_back(self, pending_id: int, person_id: int, noted_at: datetime) -> bool:
        """Forget a contact; False if it is not this person's or already counted."""
        mine = sa.and_(
            exchange_pending.c.network == self._network,
            exchange_pending.c.id == pending_id,
            exchange_pending.c.person_id == person_id,
            exchange_pending.c.noted_at == noted_at.replace(microsecond=0),
        )
        return (await self._run(sa.delete(exchange_pending).where(mine))).rowcount == 1

    async def held(self, person_id: int) -> list[tuple[datetime, Contact]]:
        """Return the contacts of a person that still can be taken back."""
        mine = sa.and_(
            exchange_pending.c.network == self._network,
            exchange_pending.c.person_id == person_id,
        )
        query = sa.select(exchange_pending).where(mine).order_by(exchange_pending.c.id)
        rows = await self._all(query)
        return legible("exchange_pending", rows, lambda row: (row.noted_at, _contact(row)))

    async def due_ids(self, before: datetime) -> list[int]:
        """Return the contacts noted before a moment, by number."""
        query = sa.select(exchange_pending.c.id).where(
            exchange_pending.c.network == self._network, exchange_pending.c.noted_at < before
        )
        return [row.id for row in await self._all(query.order_by(exchange_pending.c.id))]

    async def take_due(
        self, before: datetime, only: int | None = None
    ) -> list[tuple[datetime, Contact]]:
        """Erase the contacts noted before a moment, or one of them, and return what they say."""
        old = sa.and_(
            exchange_pending.c.network == self._network, exchange_pending.c.noted_at < before
        )
        if only is not None:
            old = sa.and_(old, exchange_pending.c.id == only)
        rows = await self._all(sa.delete(exchange_pending).where(old).returning(exchange_pending))
        return [(row.noted_at, _contact(row)) for row in rows]

    async def forget_held(self, before: datetime) -> int:
        """Erase what was noted before a moment and could not be counted; return how many."""
        old = sa.and_(
            exchange_pending.c.network == self._network, exchange_pending.c.noted_at < before
        )
        return int((await self._run(sa.delete(exchange_pending).where(old))).rowcount)

    async def add(self, counts: Sequence[Counted]) -> None:
        """Add to the counters."""
        for each in counts:
            key = {"period": each.period, "series": each.series, "slug": each.slug}
            await self._grow(counter, {"network": self._network, **key}, each.n)

    def need_key(self, person_id: int, week: date, topic: Topic) -> str:
        """Return the key of the thanks for a need: it is there once a week and topic.

        What somebody needs cannot be read from it without our keys.
        """
        return "need:" + self._vault.mark(f"{person_id} {week} {topic}")

    async def counted(self, first: date, last: date) -> list[Counted]:
        """Return the counters whose period begins within these days, both included."""
        days = {"first_day": first, "last_day": last}
        rows = await self._all(_COUNTED, {"of_network": self._network, **days})
        return [Counted(period, _SERIES[series], slug, n) for period, series, slug, n in rows]

    async def answer(self, answers: Sequence[Answers]) -> None:
        """Add to what people thought of a training; nothing links one answer to another."""
        for each in answers:
            key = {"training_id": each.training_id, "item": each.item, "score": each.score}
            mine = feedback_count.c.training_id == own_training(self._network, each.training_id)
            await self._grow(feedback_count, key, each.n, mine)

    async def answers(self, first: datetime, last: datetime) -> list[Answers]:
        """Return the counts of feedback to trainings that start in this time."""
        times = {"first_moment": first, "last_moment": last}
        rows = await self._all(_ANSWERS, {"of_network": self._network, **times})
        return [Answers(of, _ITEMS[item], score, n) for of, item, score, n in rows]
