"""Finds who is registered for a training, as its hosts see it, and where an office takes part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.manage_people import A_PAGE, Attendee
from domain.paging import A_PAGE as LISTED
from domain.paging import Part
from domain.people import Takers
from domain.presence import Marked
from domain.presence_shortened import WHOLE, Shortened
from domain.register import ACTIVE
from domain.training import ON_OFFER
from domain.vocabulary import RegistrationStatus
from storage.circles import name_shown
from storage.registrations import registration_of, shortened_values
from storage.shelf import Shelf
from storage.tables import person, registration, training
from storage.training_rows import training_of

STANDING = [status.value for status in ACTIVE]


class Attendees(Shelf):
    """The people of one training at a time, by seat code."""

    def _of(self, training_id: int) -> sa.Select[Any]:
        """Return the question for all who have a seat or wait."""
        return (
            sa.select(registration, person.c.office, person.c.sector, name_shown())
            .join(person, person.c.id == registration.c.person_id)
            .where(
                registration.c.network == self._network,
                registration.c.training_id == training_id,
                registration.c.status.in_(STANDING),
            )
        )

    async def page(self, training_id: int, page: int = 0) -> Part[Attendee]:
        """Return a page of who has a seat, by seat code, and then of who waits, in their order."""
        found = await self._part(self._listed(training_id), page, A_PAGE)
        return found.made(self._attendee)

    async def everyone(self, training_id: int) -> list[Attendee]:
        """Return all of them, in the same order."""
        return [self._attendee(row) for row in await self._all(self._listed(training_id))]

    def _listed(self, training_id: int) -> sa.Select[Any]:
        waits = registration.c.status == RegistrationStatus.WAITLISTED
        place = sa.case((waits, registration.c.position), else_=registration.c.seat_code)
        return self._of(training_id).order_by(waits, place, registration.c.id)

    def _attendee(self, row: Any) -> Attendee:
        name = self._vault.open(row.name) if row.name else None
        return Attendee(registration_of(row), row.office, row.sector, name)

    async def by_code(self, training_id: int, seat_code: int) -> Attendee | None:
        """Return who has a seat or waits under this number of a training."""
        query = self._of(training_id).where(registration.c.seat_code == seat_code)
        row = await self._first(query)
        return self._attendee(row) if row else None

    async def set_came(self, registration_id: int, came: bool | None) -> None:
        """Note whether somebody with a seat was there; None takes that back.

        How much they attended holds for as long as they are not missing.
        """
        gone = shortened_values(WHOLE) if came is False else {}
        await self._note(registration_id, came=came, **gone)

    async def set_shortened(self, registration_id: int, shortened: Shortened) -> None:
        """Note how much less than the whole somebody attended."""
        await self._note(registration_id, **shortened_values(shortened))

    async def _note(self, registration_id: int, **values: Any) -> None:
        mine = sa.and_(
            registration.c.network == self._network, registration.c.id == registration_id
        )
        await self._run(sa.update(registration).where(mine).values(**values))

    async def marks(self, training_id: int) -> dict[tuple[str, str], Marked]:
        """Return how many with a seat are marked, by (office, sector); only where there are any."""
        said = registration.c.came
        query = (
            sa.select(
                person.c.office,
                person.c.sector,
                sa.func.sum(sa.case((said.is_(sa.true()), 1), else_=0)).label("came_n"),
                sa.func.sum(sa.case((said.is_(sa.true()), 0), else_=1)).label("missed_n"),
            )
            .join(registration, registration.c.person_id == person.c.id)
            .where(
                registration.c.network == self._network,
                registration.c.training_id == training_id,
                registration.c.status == RegistrationStatus.CONFIRMED,
                said.is_not(None),
            )
            .group_by(person.c.office, person.c.sector)
        )
        rows = await self._all(query)
        return {(r.office, r.sector): Marked(int(r.came_n), int(r.missed_n)) for r in rows}

    async def takers(
        self, offices: Sequence[str], now: datetime, page: int = 0, size: int = LISTED
    ) -> Part[Takers]:
        """Return the trainings to come of other offices in which people of these take part.

        Each with how many have a seat and how many wait; nobody by person.
        """
        seated = registration.c.status == RegistrationStatus.CONFIRMED
        counted = (
            sa.select(
                registration.c.training_id,
                sa.func.sum(sa.case((seated, 1), else_=0)).label("seated_n"),
                sa.func.sum(sa.case((seated, 0), else_=1)).label("waiting_n"),
            )
            .join(person, person.c.id == registration.c.person_id)
            .where(
                registration.c.network == self._network,
                registration.c.status.in_(STANDING),
                person.c.office.in_(list(offices)),
            )
            .group_by(registration.c.training_id)
            .subquery()
        )
        query = (
            sa.select(training, counted.c.seated_n, counted.c.waiting_n)
            .join(counted, counted.c.training_id == training.c.id)
            .where(
                training.c.network == self._network,
                training.c.host.not_in(list(offices)),
                training.c.ends_at > now,
                training.c.status.in_(ON_OFFER),
            )
            .order_by(training.c.starts_at, training.c.id)
        )
        found = await self._part(query, page, size)
        return found.made(
            lambda row: Takers(training_of(row, self._vault), int(row.seated_n), int(row.waiting_n))
        )
