"""Keeps registrations: entered under the training's lock, one a person and training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from domain.manage_people import Attendee
from domain.paging import A_PAGE, Part
from domain.presence_shortened import Shortened
from domain.register import ACTIVE, Hall, Registration, Tally
from domain.seats_quota import Share
from domain.training import Training
from domain.vocabulary import RegistrationStatus
from storage.aside import legible
from storage.circles import holds_seat, name_shown, out_of_reach
from storage.ours import own_training
from storage.seating import SHARES
from storage.shelf import Shelf, insert_into, named
from storage.tables import person, registration, tally, training
from storage.training_rows import training_of
from storage.turns import current

_ACTIVE: list[Any] = [sa.literal_column(f"'{status.value}'") for status in ACTIVE]


#: Nothing is noted of what somebody attended.
_UNMARKED: dict[str, Any] = {"came": None, "units_attended": None, "sessions_missed": None}


def shortened_of(units: int | None, missed: str | None) -> Shortened:
    """Return how much less somebody attended, of the columns that say it."""
    return Shortened(units, frozenset(map(int, missed.split(",") if missed else ())))


def shortened_values(said: Shortened) -> dict[str, Any]:
    """Return as columns what revision 0033 brought: how much less somebody attended."""
    numbers = ",".join(map(str, sorted(said.missed)))
    return {"units_attended": said.units, "sessions_missed": numbers or None}


def registration_of(row: Any) -> Registration:
    """Return the registration of a row."""
    return Registration(
        id=row.id,
        training_id=row.training_id,
        person_id=row.person_id,
        status=RegistrationStatus(row.status),
        position=row.position,
        muted=row.muted,
        seat_code=row.seat_code,
        came=row.came,
        approve_by=row.approve_by,
        since=row.since,
        shortened=shortened_of(row.units_attended, row.sessions_missed),
    )


def labelled() -> list[Any]:
    """Return the columns of a registration, named so that they can stand beside a training's."""
    return [column.label(f"own_{column.name}") for column in registration.c]


def unlabelled(row: Any) -> Registration:
    """Return the registration of a row with columns as `labelled` names them."""
    return Registration(
        id=row.own_id,
        training_id=row.own_training_id,
        person_id=row.own_person_id,
        status=RegistrationStatus(row.own_status),
        position=row.own_position,
        muted=row.own_muted,
        seat_code=row.own_seat_code,
        came=row.own_came,
        approve_by=row.own_approve_by,
        since=row.own_since,
        shortened=shortened_of(row.own_units_attended, row.own_sessions_missed),
    )


def _number(*those: Any) -> Any:
    """Return how many there are in the training of the statement, under a condition."""
    counted = sa.select(sa.func.count()).select_from(registration)
    return counted.where(registration.c.training_id == training.c.id, *those).scalar_subquery()


def _hall() -> sa.Select[Any]:
    own = registration.alias("own")
    is_own = sa.and_(
        own.c.training_id == training.c.id,
        own.c.person_id == sa.bindparam("of_person"),
        own.c.status.in_(_ACTIVE),
    )
    mine = sa.and_(
        training.c.network == sa.bindparam("of_network"),
        training.c.id == sa.bindparam("of_training"),
    )
    before = registration.c.position <= own.c.position
    waits = registration.c.status == RegistrationStatus.WAITLISTED
    asked = sa.select(
        _number(holds_seat()).label("taken"),
        _number(waits).label("waiting"),
        _number(waits, before).label("place"),
        _number(waits, out_of_reach()).label("away"),
        own,
    )
    return asked.select_from(training.outerjoin(own, is_own)).where(mine)


_HALL = _hall()
_LOCK = (
    sa.update(training)
    .where(
        training.c.network == sa.bindparam("of_network"),
        training.c.id == sa.bindparam("of_training"),
    )
    .values(next_position=training.c.next_position + 1)
    .returning(training)
)


def _next_code() -> Any:
    """Return a seat code of a locked training that nobody had before, also nobody erased since.

    How many ever came is known by the tallies, which stay when people are erased.
    """
    of_it = registration.c.training_id == sa.bindparam("training_id")
    mine = registration.c.network == sa.bindparam("network")
    highest = sa.select(sa.func.coalesce(sa.func.max(registration.c.seat_code), 0))
    highest = highest.where(of_it, mine)
    ever = sa.select(sa.func.coalesce(sa.func.sum(tally.c.n), 0)).where(
        tally.c.training_id == own_training(sa.bindparam("network"), sa.bindparam("training_id")),
        (tally.c.kind == Tally.CONFIRMED) | (tally.c.kind == Tally.WAITLISTED),
    )
    one, other = highest.scalar_subquery(), ever.scalar_subquery()
    return sa.case((one > other, one), else_=other) + 1


@cache
def _enter(dialect: str) -> Any:
    given = named(c.name for c in registration.c if c.name not in {"id", "seat_code"})
    insert = insert_into(registration, dialect).values(**given, seat_code=_next_code())
    changed = ("status", "position", "since", "muted", "changed_at", *_UNMARKED, "approve_by")
    # The seat code is not among what changes: who comes back has the same one again.
    return insert.on_conflict_do_update(
        index_elements=["training_id", "person_id"],
        set_={column: insert.excluded[column] for column in changed},
    ).returning(registration)


@cache
def _count(dialect: str) -> Any:
    insert = insert_into(tally, dialect).values(named(c.name for c in tally.c))
    return insert.on_conflict_do_update(
        index_elements=["training_id", "kind"], set_={"n": tally.c.n + insert.excluded.n}
    )


class Registrations(Shelf):
    """Who has a seat and who waits."""

    def _training(self, row: Any) -> Training:
        return training_of(row, self._vault)

    def _with_own(self, row: Any) -> tuple[Training, Registration]:
        return self._training(row), unlabelled(row)

    async def lock(self, training_id: int) -> tuple[Training, int] | None:
        """Return the training and the next position; others wait until we commit.

        One statement locks and counts: the update of the training's row is the lock.
        """
        values = {"of_network": self._network, "of_training": training_id}
        turn = current.get()
        if turn is not None:
            await turn.comes()
        row = await self._first(_LOCK, values)
        if turn is not None:
            turn.passes()
        return (training_of(row, self._vault), row.next_position) if row else None

    async def hall(self, training_id: int, person_id: int) -> Hall:
        """Return a training's numbers and one person's standing, in one statement."""
        ours = {"of_network": self._network, "of_training": training_id}
        row = (await self._all(_HALL, {**ours, "of_person": person_id}))[0]
        if row.id is None:
            return Hall(row.taken, row.waiting, away=row.away)
        found = registration_of(row)
        waits = found.status is RegistrationStatus.WAITLISTED
        return Hall(row.taken, row.waiting, found, row.place if waits else 0, row.away)

    async def line(self, training_id: int) -> list[int]:
        """Return the numbers of the registrations that wait, first come first."""
        query = sa.select(registration.c.id).where(
            registration.c.network == self._network,
            registration.c.training_id == training_id,
            registration.c.status == RegistrationStatus.WAITLISTED,
        )
        return [row.id for row in await self._all(query.order_by(registration.c.position))]

    async def active(self, training_id: int) -> list[Registration]:
        """Return who has a seat or waits, in order of arrival, and who of them is out of reach."""
        query = (
            sa.select(registration, out_of_reach().label("away"))
            .where(
                registration.c.network == self._network,
                registration.c.training_id == training_id,
                registration.c.status.in_(_ACTIVE),
            )
            .order_by(registration.c.position)
        )
        rows = await self._all(query)
        return [replace(registration_of(row), away=bool(row.away)) for row in rows]

    async def enter(
        self,
        training_id: int,
        person_id: int,
        status: RegistrationStatus,
        position: int,
        now: datetime,
        *,
        approve_by: datetime | None = None,
    ) -> Registration:
        """Enter a person; who withdrew earlier comes back at the end of the line."""
        values = {
            "network": self._network,
            "training_id": training_id,
            "person_id": person_id,
            "status": status,
            "position": position,
            "since": None,
            "muted": False,
            "changed_at": now,
            **_UNMARKED,
            "approve_by": approve_by,
        }
        return registration_of((await self._all(_enter(self._dialect), values))[0])

    async def put_last(self, registration_id: int, position: int, now: datetime) -> None:
        """Let somebody wait at the end of the line, who came at an earlier position."""
        mine = sa.and_(
            registration.c.network == self._network, registration.c.id == registration_id
        )
        came = sa.func.coalesce(registration.c.since, registration.c.position)
        waits = {"status": RegistrationStatus.WAITLISTED, "changed_at": now, **_UNMARKED}
        changed = sa.update(registration).where(mine)
        await self._run(changed.values(position=position, since=came, **waits))

    async def set_status(
        self, registration_ids: Sequence[int], status: RegistrationStatus, now: datetime
    ) -> None:
        """Change where registrations stand; what was marked of them does not hold any more."""
        mine = sa.and_(
            registration.c.network == self._network, registration.c.id.in_(list(registration_ids))
        )
        changed = sa.update(registration).where(mine)
        await self._run(changed.values(status=status, changed_at=now, **_UNMARKED))

    async def count(self, training_id: int, events: Sequence[tuple[Tally, int]]) -> None:
        """Add to the training's numbers."""
        rows = [{"training_id": training_id, "kind": kind, "n": n} for kind, n in events]
        if rows:
            await self._changed(_count(self._dialect), rows)

    async def uncount(self, training_id: int, event: Tally, n: int) -> None:
        """Take something off the training's numbers that came to nothing."""
        mine = own_training(self._network, training_id)
        counted = sa.and_(tally.c.training_id == mine, tally.c.kind == event)
        await self._run(sa.update(tally).where(counted).values(n=tally.c.n - n))

    async def shares(self, training_id: int) -> list[Share]:
        """Return the seats of a training that are kept and taken, and who waits, in their order."""
        values = {"of_network": self._network, "of_training": training_id}
        return [
            Share(row.office, row.n, bool(row.kept), row.waits, bool(row.away))
            for row in await self._all(SHARES, values)
        ]

    async def of(self, training_id: int, person_id: int) -> Registration | None:
        """Return a person's standing in a training, also a past one."""
        mine = sa.and_(
            registration.c.network == self._network,
            registration.c.training_id == training_id,
            registration.c.person_id == person_id,
        )
        row = await self._first(sa.select(registration).where(mine))
        return registration_of(row) if row else None

    async def many(self, registration_ids: Sequence[int]) -> dict[int, Registration]:
        """Return registrations by id; what is erased is missing."""
        query = sa.select(registration).where(
            registration.c.network == self._network, registration.c.id.in_(list(registration_ids))
        )
        return {row.id: registration_of(row) for row in await self._all(query)}

    def _own(self, person_id: int, after: datetime) -> sa.Select[Any]:
        """Return a person's active registrations in trainings that end after a moment."""
        return (
            sa.select(training, *labelled())
            .join(registration, registration.c.training_id == training.c.id)
            .where(
                training.c.network == self._network,
                registration.c.person_id == person_id,
                registration.c.status.in_(_ACTIVE),
                training.c.ends_at > after,
                # Who still waits when it begins, waits for nothing any more.
                sa.or_(
                    registration.c.status == RegistrationStatus.CONFIRMED,
                    training.c.starts_at > after,
                ),
            )
            .order_by(training.c.starts_at, training.c.id)
        )

    async def of_person(
        self, person_id: int, after: datetime
    ) -> list[tuple[Training, Registration]]:
        """Return a person's active registrations in trainings that end after a moment."""
        rows = await self._all(self._own(person_id, after))
        return legible("training", rows, self._with_own)

    async def page_of_person(
        self, person_id: int, after: datetime, page: int = 0, size: int = A_PAGE
    ) -> Part[Training]:
        """Return a page of the trainings a person is registered for, soonest first."""
        found = await self._part(self._own(person_id, after), page, size)
        return found.holding(legible("training", found.items, self._training))

    async def set_muted(self, registration_id: int, *, muted: bool) -> None:
        """Switch the reminders of one registration off or on."""
        mine = sa.and_(
            registration.c.network == self._network, registration.c.id == registration_id
        )
        await self._run(sa.update(registration).where(mine).values(muted=muted))

    async def attendees(self, training_id: int) -> list[Attendee]:
        """Return who has a seat, by seat code; names only where they were given."""
        query = (
            sa.select(registration, person.c.office, person.c.sector, name_shown())
            .join(person, person.c.id == registration.c.person_id)
            .where(
                registration.c.network == self._network,
                registration.c.training_id == training_id,
                registration.c.status == RegistrationStatus.CONFIRMED,
            )
            .order_by(registration.c.seat_code)
        )
        return [
            Attendee(
                registration_of(row),
                row.office,
                row.sector,
                self._vault.open(row.name) if row.name else None,
            )
            for row in await self._all(query)
        ]

    async def places(self, training_id: int) -> dict[tuple[str, str], int]:
        """Return how many have a seat, by (office, sector)."""
        query = (
            sa.select(person.c.office, person.c.sector, sa.func.count().label("n"))
            .join(registration, registration.c.person_id == person.c.id)
            .where(
                registration.c.network == self._network,
                registration.c.training_id == training_id,
                registration.c.status == RegistrationStatus.CONFIRMED,
            )
            .group_by(person.c.office, person.c.sector)
        )
        return {(row.office, row.sector): row.n for row in await self._all(query)}

    async def left_late(self, since: datetime, until: datetime) -> dict[int, int]:
        """Return how many withdrew late after `since` and up to `until`, by training."""
        late = sa.and_(
            registration.c.network == self._network,
            registration.c.status == RegistrationStatus.LATE_WITHDRAWN,
            registration.c.changed_at > since,
            registration.c.changed_at <= until,
        )
        query = sa.select(registration.c.training_id, sa.func.count().label("n")).where(late)
        rows = await self._all(query.group_by(registration.c.training_id))
        return {row.training_id: row.n for row in rows}

    async def forget(self, training_id: int) -> int:
        """Delete the registrations of a training; return how many."""
        mine = sa.and_(
            registration.c.network == self._network, registration.c.training_id == training_id
        )
        return int((await self._run(sa.delete(registration).where(mine))).rowcount)
