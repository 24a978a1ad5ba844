"""Keeps seats booked for institutions and seats kept for offices; no person stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.register import ACTIVE
from domain.seats import Block, Place
from domain.training import ON_OFFER, Training
from domain.vocabulary import RegistrationStatus
from storage.circles import holds_seat, out_of_reach, within_reach
from storage.ours import own_training
from storage.seat_tables import quota, seat_block
from storage.shelf import Shelf
from storage.tables import person, registration, training
from storage.training_rows import training_of


def _sum_of(table: sa.Table) -> Any:
    """Return the sum for the training that is changed."""
    total = sa.select(sa.func.coalesce(sa.func.sum(table.c.n), 0))
    return total.where(table.c.training_id == training.c.id).scalar_subquery()


def _shares() -> Any:
    """Return the question for the seats of a training: kept, booked, had and waited for."""
    waits = registration.c.status == RegistrationStatus.WAITLISTED
    own_id = sa.case((waits, registration.c.id), else_=None)
    nobody = sa.cast(sa.null(), registration.c.id.type)
    of_it = training.c.id == sa.bindparam("of_training")
    mine = sa.and_(training.c.network == sa.bindparam("of_network"), of_it)
    beside = [
        sa.select(
            table.c.office,
            table.c.n,
            kept.label("kept"),
            nobody.label("waits"),
            sa.false().label("away"),
            sa.literal(0).label("comes"),
        )
        .join_from(table, training, training.c.id == table.c.training_id)
        .where(mine)
        for table, kept in ((quota, sa.true()), (seat_block, sa.false()))
    ]
    people = (
        sa.select(
            person.c.office,
            sa.literal(1).label("n"),
            sa.false().label("kept"),
            own_id.label("waits"),
            out_of_reach().label("away"),
            registration.c.position.label("comes"),
        )
        .join_from(registration, person, person.c.id == registration.c.person_id)
        .where(
            registration.c.network == sa.bindparam("of_network"),
            registration.c.training_id == sa.bindparam("of_training"),
            registration.c.status.in_([status.value for status in ACTIVE]),
        )
    )
    every = sa.union_all(*beside, people).subquery()
    return sa.select(every).order_by(every.c.comes)


SHARES = _shares()


class Seating(Shelf):
    """Block seats and quotas; the sums stand on the training's row, where everybody looks.

    Whoever changes them holds the training's lock.
    """

    def _mine(self, table: sa.Table, training_id: int) -> sa.Select[Any]:
        """Return the rows of a training of this network."""
        of_it = sa.and_(training.c.id == table.c.training_id, training.c.network == self._network)
        return sa.select(table).join(training, of_it).where(table.c.training_id == training_id)

    async def listed(self, training_id: int) -> list[Block]:
        """Return all that is booked for institutions."""
        query = self._mine(seat_block, training_id)
        rows = await self._all(query.order_by(seat_block.c.office, seat_block.c.sector))
        return [Block(row.id, row.office, row.sector, row.n) for row in rows]

    async def blocks(self, training_id: int) -> dict[Place, int]:
        """Return the numbers of seats booked, by (office, sector)."""
        return {(one.office, one.sector): one.n for one in await self.listed(training_id)}

    async def block(self, training_id: int, place: Place) -> int:
        """Return how many seats are booked for an institution."""
        return (await self.blocks(training_id)).get(place, 0)

    async def set_block(self, training_id: int, place: Place, n: int) -> None:
        """Book so many seats for an institution, in place of what was booked."""
        values = {"training_id": training_id, "office": place[0], "sector": place[1]}
        await self._put(seat_block, values, n)
        await self._change(training_id, block_seats=_sum_of(seat_block))

    async def quotas(self, training_id: int) -> dict[str, int]:
        """Return the numbers of seats kept, by office."""
        rows = await self._all(self._mine(quota, training_id).order_by(quota.c.office))
        return {row.office: row.n for row in rows}

    async def quotas_of(self, training_ids: Sequence[int]) -> dict[int, dict[str, int]]:
        """Return the quotas of those of these trainings that have any."""
        found: dict[int, dict[str, int]] = {}
        query = sa.select(quota).join(training, training.c.id == quota.c.training_id)
        query = query.where(
            training.c.network == self._network, quota.c.training_id.in_(list(training_ids))
        )
        for row in await self._all(query.order_by(quota.c.training_id, quota.c.office)):
            found.setdefault(row.training_id, {})[row.office] = row.n
        return found

    async def set_quota(self, training_id: int, office: str, n: int, release_at: datetime) -> None:
        """Keep so many seats for an office until the release, in place of what was kept."""
        await self._put(quota, {"training_id": training_id, "office": office}, n)
        await self._change(training_id, release_at=release_at, quota_seats=_sum_of(quota))

    async def _put(self, table: sa.Table, key: dict[str, Any], n: int) -> None:
        """Put a number in the place of another one; 0 takes the row away."""
        same = sa.and_(
            *(table.c[column] == value for column, value in key.items()),
            table.c.training_id == own_training(self._network, key["training_id"]),
        )
        if not n:
            await self._run(sa.delete(table).where(same))
            return
        insert = self._insert(table).values(**key, n=n)
        await self._run(insert.on_conflict_do_update(index_elements=list(key), set_={"n": n}))

    async def _change(self, training_id: int, **values: Any) -> None:
        mine = sa.and_(training.c.network == self._network, training.c.id == training_id)
        await self._run(sa.update(training).where(mine).values(**values))

    async def loose(self, now: datetime) -> list[int]:
        """Return the trainings to come where seats are free while some wait who can be told."""
        query = self._loose(now).with_only_columns(training.c.id)
        return [row.id for row in await self._all(query)]

    async def if_loose(self, training_id: int, now: datetime) -> Training | None:
        """Return a training to come if seats are free while some wait who can be told."""
        row = await self._first(self._loose(now).where(training.c.id == training_id))
        return training_of(row, self._vault) if row else None

    def _loose(self, now: datetime) -> sa.Select[Any]:
        """Return the trainings to come where seats are free while some wait who can be told."""

        def number(*those: Any) -> Any:
            of_it = sa.and_(registration.c.training_id == training.c.id, *those)
            counted = sa.select(sa.func.count()).select_from(registration).where(of_it)
            return counted.correlate(training).scalar_subquery()

        waits = registration.c.status == RegistrationStatus.WAITLISTED
        return sa.select(training).where(
            training.c.network == self._network,
            training.c.starts_at > now,
            training.c.status.in_(ON_OFFER),
            number(waits, within_reach()) > 0,
            sa.or_(
                training.c.seats.is_(None),
                number(holds_seat()) + training.c.block_seats < training.c.seats,
            ),
        )
