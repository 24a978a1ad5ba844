"""Keeps answers without a seat: one a person and training, until the registration deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.register import ACTIVE, Registration
from domain.training import ON_OFFER, Training
from storage.aside import legible
from storage.registrations import labelled, unlabelled
from storage.seat_tables import regret
from storage.shelf import Shelf
from storage.tables import person, registration, training
from storage.training_rows import training_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered to a training: a registration, also a past one, or regrets."""

    own: Registration | None = None
    regrets: bool = False


def _valid() -> Any:
    """Return the condition that an answer is the newest one, and about the date of now."""
    later = sa.and_(
        registration.c.id.is_not(None),
        sa.or_(
            registration.c.status.in_([status.value for status in ACTIVE]),
            registration.c.changed_at > regret.c.said_at,
        ),
    )
    return sa.and_(
        regret.c.person_id.is_not(None), regret.c.revision == training.c.revision, sa.not_(later)
    )


def _registered(who: Any) -> Any:
    mine = registration.c.training_id == training.c.id
    return sa.and_(mine, registration.c.person_id == who)


class Regrets(Shelf):
    """Who said «Diesmal nicht»."""

    def _training(self, row: Any) -> Training:
        return training_of(row, self._vault)

    async def put(self, of: Training, person_id: int, now: datetime) -> None:
        """Keep an answer to the date of now; a second one takes the place of the first."""
        key = {"training_id": of.id, "person_id": person_id}
        said = {"revision": of.revision, "said_at": now}
        insert = self._insert(regret).values(network=self._network, **key, **said)
        await self._run(insert.on_conflict_do_update(index_elements=list(key), set_=said))

    async def drop(self, training_id: int, person_id: int) -> bool:
        """Take an answer back; False if there is none."""
        mine = sa.and_(
            regret.c.network == self._network,
            regret.c.training_id == training_id,
            regret.c.person_id == person_id,
        )
        return (await self._run(sa.delete(regret).where(mine))).rowcount == 1

    async def answers(self, training_id: int, person_ids: Sequence[int]) -> dict[int, Answer]:
        """Return what people answered to a training, in one statement; who did not is missing."""
        said = sa.and_(regret.c.training_id == training.c.id, regret.c.person_id == person.c.id)
        query = (
            sa.select(person.c.id, *labelled(), _valid().label("regrets"))
            .select_from(training)
            .join(person, person.c.id.in_(list(person_ids)))
            .outerjoin(registration, _registered(person.c.id))
            .outerjoin(regret, said)
            .where(
                training.c.network == self._network,
                training.c.id == training_id,
                person.c.network == self._network,
                sa.or_(registration.c.id.is_not(None), regret.c.person_id.is_not(None)),
            )
        )
        return {row.id: _answer(row) for row in await self._all(query)}

    async def counts(self, training_id: int) -> dict[str, int]:
        """Return how many answered so, by office."""
        query = (
            sa.select(person.c.office, sa.func.count().label("n"))
            .select_from(regret)
            .join(training, training.c.id == regret.c.training_id)
            .join(person, person.c.id == regret.c.person_id)
            .outerjoin(registration, _registered(regret.c.person_id))
            .where(
                training.c.network == self._network, regret.c.training_id == training_id, _valid()
            )
            .group_by(person.c.office)
        )
        return {row.office: row.n for row in await self._all(query)}

    async def of_person(self, person_id: int) -> list[Training]:
        """Return the trainings to which somebody answered so, as long as that is kept."""
        query = (
            sa.select(training)
            .join(regret, regret.c.training_id == training.c.id)
            .where(training.c.network == self._network, regret.c.person_id == person_id)
            .order_by(training.c.starts_at, training.c.id)
        )
        return legible("training", await self._all(query), self._training)

    async def forget(self, now: datetime) -> int:
        """Delete the answers to all trainings whose deadline is over, or which are off."""
        over = sa.select(training.c.id).where(
            training.c.network == self._network,
            sa.or_(training.c.deadline_at <= now, training.c.status.not_in(ON_OFFER)),
        )
        mine = sa.and_(regret.c.network == self._network, regret.c.training_id.in_(over))
        return int((await self._run(sa.delete(regret).where(mine))).rowcount)


def _answer(row: Any) -> Answer:
    own = None if row.own_id is None else unlabelled(row)
    return Answer(own, bool(row.regrets))
