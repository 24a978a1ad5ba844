"""Marks in a real database: closing and checking in wait for each other; all marks go."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from domain import feedback
from domain.announce_audience import Among, Audience
from domain.close import Group, NotClosable, close
from domain.localtime import local_day
from domain.network import Network
from domain.person import Person
from domain.presence import Marked, Marks, NotNow
from domain.presence_door import CheckedIn, NotCheckedIn, check_in, code_of
from domain.presence_shortened import WHOLE, Shortened
from domain.register import leave, register
from domain.training import Training
from domain.vocabulary import EventStatus
from storage.database import Database
from storage.store import Store
from storage.tables import registration
from tests.storage.test_registrations import people, plan
from tests.storage.test_seating import done, forced_race

Step = Callable[[Store], Awaitable[object]]
AT = ("rkn-kaarst", "youth-office")
GROUPS = [Group(*AT, 3, 3)]
SECOND = timedelta(seconds=1)


class Door:
    """A training of three people with a seat, and the key its codes are proved by."""

    def __init__(self, network: Network, of: Training, who: Sequence[Person], key: bytes) -> None:
        self.network = replace(network, presence=True)
        self.training, self.people, self.key = of, who, key
        self.ends = of.plan.ends_at
        self.day = local_day(of.plan.starts_at, network.zone)

    def checks_in(self, n: int, now: datetime | None = None) -> Step:
        code = code_of(self.key, self.network.slug, self.training.id, self.day)
        moment = self.ends - SECOND if now is None else now
        return lambda store: check_in(store, self.network, self.key, code, self.people[n], moment)

    def closes(self, marked: Marks) -> Step:
        number, now = self.training.id, self.ends
        return lambda store: close(store, number, GROUPS, self.day, now, marked=marked)


@pytest.fixture
async def door(database: Database, now: datetime, network: Network) -> Door:
    who = await people(database, now, 3)
    async with database.transaction() as store:
        of = await store.trainings.add(
            plan(now, seats=3), "rkn-kaarst", None, EventStatus.PUBLISHED
        )
        for person in who:
            await register(store.registrations, of.id, person, now)
        return Door(network, of, who, await store.proofs.check_in())


async def test_who_checks_in_before_the_closing_is_counted(database: Database, door: Door) -> None:
    found = await forced_race(database, door.checks_in(0), door.closes({}))
    fresh = CheckedIn(replace(door.training, turns=found[0].training.turns), fresh=True)  # type: ignore[attr-defined]

    assert found == (fresh, NotClosable.MARKED)
    assert await done(database, door.closes({AT: Marked(1, 0)})) is None


async def test_who_checks_in_behind_the_closing_is_told_so(database: Database, door: Door) -> None:
    closed, late = await forced_race(database, door.closes({}), door.checks_in(0))

    assert closed is None
    assert isinstance(late, NotCheckedIn)
    assert late.why is NotNow.CLOSED
    async with database.reading() as store:
        assert await store.attendees.marks(door.training.id) == {}


async def test_only_who_came_is_asked_or_written_to_and_the_sums_stay(
    database: Database, door: Door
) -> None:
    number = door.training.id
    await done(database, door.checks_in(0))
    async with database.transaction() as store:
        second = await store.registrations.of(number, door.people[1].id)
        assert second is not None
        await store.attendees.set_came(second.id, False)

        assert await store.attendees.marks(number) == {AT: Marked(1, 1)}
        audience = Audience(among=Among.CAME)
        many = await store.persons.how_many(audience, door.training, "rkn-kaarst")
        assert many.people == 1
        assert (
            await close(
                store, number, [Group(*AT, 3, 1)], door.day, door.ends, marked={AT: Marked(1, 1)}
            )
            is None
        )
        assert await feedback.ask(store, door.network, number, door.ends) == 1
        before = await store.ledger.between(door.day, door.day)
        for person in door.people:
            await store.persons.erase(person.id)

        assert await store.ledger.between(door.day, door.day) == before
        left = await store.gates._all(sa.select(registration.c.id))
        assert (len(before) > 0, left) == (True, [])


async def test_who_attended_a_part_is_kept_until_they_are_missing(
    database: Database, door: Door
) -> None:
    number = door.training.id
    async with database.transaction() as store:
        first, second = [each.registration for each in await store.registrations.attendees(number)][
            :2
        ]
        await store.attendees.set_shortened(first.id, Shortened(5))
        await store.attendees.set_shortened(second.id, Shortened(missed=frozenset({10, 2})))
        kept = [each.registration for each in await store.registrations.attendees(number)]
        await store.attendees.set_came(first.id, True)
        await store.attendees.set_came(second.id, False)
        later = [each.registration for each in await store.registrations.attendees(number)]

    assert [each.shortened for each in kept] == [
        Shortened(5),
        Shortened(missed=frozenset({2, 10})),
        WHOLE,
    ]
    assert [(each.came, each.shortened) for each in later] == [
        (True, Shortened(5)),
        (False, WHOLE),
        (None, WHOLE),
    ]


async def test_who_leaves_and_comes_again_has_no_mark(
    database: Database, door: Door, now: datetime
) -> None:
    number, one = door.training.id, door.people[0]
    async with database.transaction() as store:
        own = await store.registrations.of(number, one.id)
        assert own is not None
        await store.attendees.set_came(own.id, True)
        await store.attendees.set_shortened(own.id, Shortened(1))
        await leave(store.registrations, number, one.id, now)
        gone = await store.registrations.of(number, one.id)
        await register(store.registrations, number, one, now)
        back = await store.registrations.of(number, one.id)

    assert gone is not None
    assert back is not None
    assert (gone.came, back.came, back.seat_code) == (None, None, own.seat_code)
    assert (gone.shortened, back.shortened) == (WHOLE, WHOLE)
