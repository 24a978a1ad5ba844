"""Keeps offers of seats to who waits: one that runs for a registration at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.delivery import Kind, State
from domain.moveup import EndedOffer, OfferEnd, Running, SeatOffer
from domain.training import Training
from storage.aside import legible
from storage.circles import out_of_reach
from storage.registrations import labelled, unlabelled
from storage.seat_tables import moveup
from storage.shelf import Shelf
from storage.tables import delivery, registration, training
from storage.training_rows import training_of


def _offer(row: Any) -> SeatOffer:
    return SeatOffer(row.id, row.registration_id, row.to_all, row.made_at, row.sent_at)


def _running(row: Any) -> Running:
    own = replace(unlabelled(row), away=bool(row.away))
    state = State(row.state) if row.state else None
    return Running(_offer(row), own, state, row.settled_at)


class MoveUps(Shelf):
    """Which seats are offered to whom, and what became of offers."""

    def _training(self, row: Any) -> Training:
        return training_of(row, self._vault)

    async def running(self, training_id: int) -> list[Running]:
        """Return the offers of a training that have not ended, first come first."""
        key = (
            sa.case((moveup.c.to_all, Kind.SEAT_FREE.value), else_=Kind.SEAT_OFFERED.value)
            + ":"
            + sa.cast(moveup.c.id, sa.String)
        )
        sent = sa.and_(delivery.c.network == self._network, delivery.c.dedupe_key == key)
        query = (
            sa.select(
                moveup,
                *labelled(),
                out_of_reach().label("away"),
                delivery.c.state,
                delivery.c.settled_at,
            )
            .select_from(moveup)
            .join(registration, registration.c.id == moveup.c.registration_id)
            .outerjoin(delivery, sent)
            .where(
                moveup.c.network == self._network,
                moveup.c.training_id == training_id,
                moveup.c.ended_at.is_(None),
            )
        )
        rows = await self._all(query.order_by(registration.c.position, moveup.c.id))
        return [_running(row) for row in rows]

    async def runs(self, registration_id: int) -> SeatOffer | None:
        """Return the offer that runs for a registration."""
        mine = sa.and_(
            moveup.c.network == self._network,
            moveup.c.registration_id == registration_id,
            moveup.c.ended_at.is_(None),
        )
        row = await self._first(sa.select(moveup).where(mine))
        return _offer(row) if row else None

    async def open(self) -> list[int]:
        """Return the trainings in which offers run."""
        mine = sa.and_(moveup.c.network == self._network, moveup.c.ended_at.is_(None))
        query = sa.select(moveup.c.training_id).where(mine).distinct()
        return [row.training_id for row in await self._all(query)]

    async def make(
        self, training_id: int, registration_ids: Sequence[int], now: datetime, *, to_all: bool
    ) -> list[SeatOffer]:
        """Keep an offer to each of these."""
        of = {"network": self._network, "training_id": training_id}
        rows = [
            {**of, "registration_id": number, "to_all": to_all, "made_at": now}
            for number in registration_ids
        ]
        made = await self._all(sa.insert(moveup).values(rows).returning(moveup))
        return sorted(map(_offer, made), key=lambda each: each.id)

    async def set_sent(self, offer_id: int, sent_at: datetime) -> None:
        """Note when an offer was sent, once."""
        mine = sa.and_(
            moveup.c.network == self._network, moveup.c.id == offer_id, moveup.c.sent_at.is_(None)
        )
        await self._run(sa.update(moveup).where(mine).values(sent_at=sent_at))

    async def end(self, offer_ids: Sequence[int], ended: OfferEnd, now: datetime) -> None:
        """Note what became of offers that run."""
        mine = sa.and_(
            moveup.c.network == self._network,
            moveup.c.id.in_(list(offer_ids)),
            moveup.c.ended_at.is_(None),
        )
        await self._run(sa.update(moveup).where(mine).values(ended=ended, ended_at=now))

    async def unanswered(self, training_id: int, since: datetime) -> set[int]:
        """Return the registrations whose last word is that they did not answer since a moment.

        Who registered anew meanwhile, or stands otherwise, changed after it.
        """
        query = (
            sa.select(moveup.c.registration_id)
            .join(registration, registration.c.id == moveup.c.registration_id)
            .where(
                moveup.c.network == self._network,
                moveup.c.training_id == training_id,
                moveup.c.ended == OfferEnd.UNANSWERED,
                moveup.c.ended_at > since,
                registration.c.changed_at <= moveup.c.ended_at,
            )
        )
        return {row.registration_id for row in await self._all(query)}

    async def of_person(self, person_id: int) -> list[EndedOffer]:
        """Return the offers to somebody that are still kept."""
        query = (
            sa.select(training, *(column.label(f"offer_{column.name}") for column in moveup.c))
            .join(moveup, moveup.c.training_id == training.c.id)
            .join(registration, registration.c.id == moveup.c.registration_id)
            .where(training.c.network == self._network, registration.c.person_id == person_id)
            .order_by(moveup.c.id)
        )
        return legible("training", await self._all(query), self._ended)

    def _ended(self, row: Any) -> EndedOffer:
        offer = SeatOffer(
            row.offer_id,
            row.offer_registration_id,
            row.offer_to_all,
            row.offer_made_at,
            row.offer_sent_at,
        )
        how = OfferEnd(row.offer_ended) if row.offer_ended else None
        return EndedOffer(self._training(row), offer, how)

    async def otherwise(self, now: datetime, *, asks: bool) -> bool:
        """Return whether a training to come has another rule than this one."""
        query = sa.select(training.c.id).where(self._other(now, asks=asks)).limit(1)
        return await self._first(query) is not None

    async def set_rule(self, now: datetime, *, asks: bool) -> None:
        """Let people be asked first, or not, in all trainings to come."""
        other = self._other(now, asks=asks)
        await self._run(sa.update(training).where(other).values(asks_first=asks))

    def _other(self, now: datetime, *, asks: bool) -> Any:
        return sa.and_(
            training.c.network == self._network,
            training.c.starts_at > now,
            training.c.asks_first.is_(sa.false() if asks else sa.true()),
        )

    async def forget(self, until: datetime) -> int:
        """Delete the offers that ended up to a moment; return how many."""
        mine = sa.and_(moveup.c.network == self._network, moveup.c.ended_at <= until)
        return int((await self._run(sa.delete(moveup).where(mine))).rowcount)
