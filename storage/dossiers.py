"""Finds everything that leads to one person, for access and erasure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.delivery import Kind, State
from domain.person import KnownAddress
from domain.privacy import ToldMessage, WrittenMessage
from domain.register import Registration
from domain.training import Training
from storage.aside import legible
from storage.outbox.plans import Plans
from storage.registrations import labelled, unlabelled
from storage.seat_tables import regret
from storage.shelf import Shelf
from storage.tables import address, broadcast, delivery, registration, training
from storage.training_rows import training_of


def _told(row: Any) -> ToldMessage:
    return ToldMessage(Kind(row.kind), State(row.state), row.due_at, row.settled_at)


class Dossiers(Shelf):
    """What other tables keep of a person."""

    def _training(self, row: Any) -> Training:
        return training_of(row, self._vault)

    def _with_own(self, row: Any) -> tuple[Training, Registration]:
        return self._training(row), unlabelled(row)

    async def addresses(self, person_id: int) -> list[KnownAddress]:
        """Return where a person is reached."""
        mine = sa.and_(address.c.network == self._network, address.c.person_id == person_id)
        rows = await self._all(sa.select(address).where(mine).order_by(address.c.id))
        return legible("address", rows, self._address)

    def _address(self, row: Any) -> KnownAddress:
        name = self._vault.open(row.sealed)
        return KnownAddress(row.channel, name, row.confirmed_on, row.unreachable_since)

    async def registrations(self, person_id: int) -> list[tuple[Training, Registration]]:
        """Return all registrations of a person that are still kept, given up ones too."""
        query = (
            sa.select(training, *labelled())
            .join(registration, registration.c.training_id == training.c.id)
            .where(training.c.network == self._network, registration.c.person_id == person_id)
            .order_by(training.c.starts_at, training.c.id)
        )
        rows = await self._all(query)
        return legible("training", rows, self._with_own)

    async def changed(self, person_id: int) -> dict[int, datetime]:
        """Return when each registration of a person changed last, by its number."""
        query = sa.select(registration.c.id, registration.c.changed_at).where(
            registration.c.network == self._network, registration.c.person_id == person_id
        )
        return {row.id: row.changed_at for row in await self._all(query)}

    async def regretted(self, person_id: int) -> dict[int, datetime]:
        """Return when a person said «Diesmal nicht», by the number of the training."""
        query = sa.select(regret.c.training_id, regret.c.said_at).where(
            regret.c.network == self._network, regret.c.person_id == person_id
        )
        return {row.training_id: row.said_at for row in await self._all(query)}

    async def planned(self, person_id: int) -> list[Training]:
        """Return the trainings that a person planned."""
        mine = sa.and_(training.c.network == self._network, training.c.created_by == person_id)
        rows = await self._all(sa.select(training).where(mine).order_by(training.c.id))
        return legible("training", rows, self._training)

    async def announcements(self, person_id: int) -> int:
        """Return how many announcements a person made."""
        query = sa.select(sa.func.count()).where(
            broadcast.c.network == self._network, broadcast.c.created_by == person_id
        )
        return int(await self._scalar(query))

    async def _of_person(self, person_id: int, *columns: Any) -> sa.Select[Any]:
        ids = await Plans(*self._given).messages(person_id)
        # Wrapped, lest SQLite goes through the whole network instead of through the ids.
        mine = sa.func.coalesce(delivery.c.network, "") == self._network
        return sa.select(*columns).where(mine, delivery.c.id.in_(ids))

    async def told(self, person_id: int) -> list[ToldMessage]:
        """Return the messages to a person that are still noted, in order."""
        columns = (
            delivery.c.id,
            delivery.c.kind,
            delivery.c.state,
            delivery.c.due_at,
            delivery.c.settled_at,
        )
        rows = await self._all((await self._of_person(person_id, *columns)).order_by(delivery.c.id))
        return legible("delivery", rows, _told)

    async def written(self, person_id: int, since: datetime, channel: str) -> list[WrittenMessage]:
        """Return the messages sent to a person by a channel since a moment, each once.

        A later change of one makes it no younger; what was sent before somebody was a member is
        known by its changes only.
        """
        first = sa.func.min(delivery.c.settled_at, type_=delivery.c.settled_at.type)
        query = (
            (await self._of_person(person_id, delivery.c.message_id, first.label("at")))
            .where(delivery.c.message_id.is_not(None), delivery.c.channel == channel)
            .group_by(delivery.c.message_id)
            .having(first > since)
        )
        return [WrittenMessage(row.message_id, row.at) for row in await self._all(query)]

    async def became(self, keys: Sequence[str]) -> set[State]:
        """Return the states of these deliveries, known by their keys."""
        query = sa.select(delivery.c.state).where(
            delivery.c.network == self._network, delivery.c.dedupe_key.in_(keys)
        )
        return {State(row.state) for row in await self._all(query)}
