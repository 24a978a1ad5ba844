"""Block seats and quotas in a real database: the lock holds, the sums agree, nothing oversold."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from domain import seats as rules
from domain.channel import in_chat
from domain.network import Network
from domain.person import Newcomer, Person, Place
from domain.plan_change import Changed, Reason, Refused, set_seats
from domain.register import NotRegistered, Registered, register
from domain.register import division as division_of
from domain.training import Training
from domain.vocabulary import RegistrationStatus, Role, Sector
from storage.database import Database
from storage.store import Store
from storage.tables import person as table
from tests.storage.test_registrations import people, plan, training

POLICE = ("county-wide", "police")
Step = Callable[[Store], Awaitable[object]]


async def neighbours(database: Database, now: datetime, count: int) -> list[Person]:
    """Let people of another office be members."""
    async with database.transaction() as store:
        place = Place("rkn-neuss", Sector.YOUTH_OFFICE)
        return [
            await store.persons.add(Newcomer(in_chat(500 + n), Role.SPECIALIST, place), now.date())
            for n in range(count)
        ]


def booking(network: Network, of: Training, n: int, now: datetime) -> Step:
    return lambda store: rules.book(store, network, of.id, POLICE, n, now)


def registering(of: Training, person: Person, now: datetime) -> Step:
    return lambda store: register(store.registrations, of.id, person, now)


async def done(database: Database, step: Step) -> object:
    async with database.transaction() as store:
        return await step(store)


async def admitting(store: Store, now: datetime) -> list[int]:
    """Return the trainings where somebody who waits may have a seat now."""
    loose = await store.seating.loose(now)
    return [number for number in loose if await rules.admits(store, number, now)]


async def forced_race(database: Database, first: Step, second: Step) -> tuple[object, object]:
    """Let the second begin while the first is not yet committed; it has to wait."""
    async with database.transaction() as store:
        one = await first(store)
        racing = asyncio.create_task(done(database, second))
        finished, _ = await asyncio.wait([racing], timeout=0.2)

        assert not finished

    return one, await racing


async def test_a_booking_waits_for_the_registration_before(
    database: Database, now: datetime, network: Network
) -> None:
    anna, *_ = await people(database, now)
    course = await training(database, now, seats=2)
    _, booked = await forced_race(
        database, registering(course, anna, now), booking(network, course, 2, now)
    )

    assert booked == Refused(Reason.SEATS_FULL, 1)


async def test_a_registration_waits_for_the_booking_before(
    database: Database, now: datetime, network: Network
) -> None:
    anna, *_ = await people(database, now)
    course = await training(database, now, seats=2)
    booked, entered = await forced_race(
        database, booking(network, course, 2, now), registering(course, anna, now)
    )

    assert isinstance(booked, Changed)
    assert isinstance(entered, Registered)
    assert entered.registration.status is RegistrationStatus.WAITLISTED


async def test_everybody_at_once_never_gets_more_than_there_is(
    database: Database, now: datetime, network: Network
) -> None:
    own, others = await people(database, now, 4), await neighbours(database, now, 4)
    course = await training(database, now, seats=5)
    steps: list[Step] = [registering(course, each, now) for each in (*own, *others)]
    for number, office in enumerate(("rkn-kaarst", "rkn-neuss")):
        steps.insert(
            number * 3,
            lambda store, o=office: rules.set_quota(store, network, course.id, o, 2, now),  # type: ignore[misc]  # bound early
        )
    steps += [booking(network, course, n, now) for n in (1, 3, 2)]
    await asyncio.gather(*(done(database, step) for step in steps))
    async with database.reading() as store:
        seen = await store.trainings.overview(course.id)
        assert seen is not None
        division = await division_of(store.registrations, seen.training)

    assert seen.taken + seen.training.block_seats == division.given <= 5
    assert division.bound <= 5
    assert division.admitted()[0] == []


async def test_the_sums_on_the_training_are_those_of_the_rows(
    database: Database, now: datetime, network: Network
) -> None:
    course = await training(database, now, seats=9)
    kaarst = ("rkn-kaarst", "school")
    for place, n in ((POLICE, 2), (kaarst, 3), (POLICE, 1), (kaarst, 0)):
        async with database.transaction() as store:
            await rules.book(store, network, course.id, place, n, now)
    for office, n in (("rkn-kaarst", 4), ("rkn-neuss", 3), ("rkn-kaarst", 0)):
        async with database.transaction() as store:
            await rules.set_quota(store, network, course.id, office, n, now)
    async with database.reading() as store:
        seen = await store.trainings.get(course.id)
        blocks = await store.seating.blocks(course.id)
        quotas = await store.seating.quotas(course.id)

    assert seen is not None
    assert (blocks, seen.block_seats) == ({POLICE: 1}, 1)
    assert (quotas, seen.quota_seats) == ({"rkn-neuss": 3}, 3)
    assert seen.plan.release_at == rules.release_time(seen.plan, network)


async def test_fewer_seats_than_are_kept_are_refused(
    database: Database, now: datetime, network: Network
) -> None:
    course = await training(database, now, seats=6)
    async with database.transaction() as store:
        await rules.set_quota(store, network, course.id, "rkn-kaarst", 3, now)
        await rules.book(store, network, course.id, POLICE, 2, now)
        too_few = await set_seats(store, network, course.id, 4, now)
        no_limit = await set_seats(store, network, course.id, None, now)
        enough = await set_seats(store, network, course.id, 5, now)

    assert too_few == Refused(Reason.SEATS_KEPT, 5)
    assert no_limit == Refused(Reason.NO_LIMIT)
    assert isinstance(enough, Changed)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE training SET block_seats = -1",
        "UPDATE training SET block_seats = 10",
        "UPDATE training SET quota_seats = -1, release_at = starts_at",
        "UPDATE training SET quota_seats = 10, release_at = starts_at",
        "UPDATE training SET quota_seats = 1",
        "UPDATE training SET quota_seats = 1, release_at = starts_at, seats = NULL",
        "INSERT INTO seat_block (training_id, office, sector, n) VALUES (1, 'a', 'police', 0)",
        "INSERT INTO quota (training_id, office, n) VALUES (1, 'a', -1)",
    ],
)
async def test_the_database_itself_refuses_what_cannot_be(
    database: Database, now: datetime, statement: str
) -> None:
    await training(database, now, seats=9)
    with pytest.raises(sa.exc.IntegrityError):
        async with database.engine.begin() as connection:
            await connection.exec_driver_sql(statement)


async def test_on_the_release_day_each_moves_up_once(
    database: Database, now: datetime, network: Network
) -> None:
    anna, bela, _ = await people(database, now)
    course = await training(database, now, seats=2)
    async with database.transaction() as store:
        await rules.set_quota(store, network, course.id, "rkn-neuss", 1, now)
        for person in (anna, bela):
            await register(store.registrations, course.id, person, now)
    released = course.plan.starts_at - timedelta(days=20)

    def tick(store: Store) -> Awaitable[object]:
        return rules.release(store, network, course.id, released)

    async with database.reading() as store:
        early, due = await admitting(store, now), await admitting(store, released)
    moved_up = await forced_race(database, tick, tick)
    async with database.reading() as store:
        later = await admitting(store, released)
        own = await store.registrations.of(course.id, bela.id)

    assert (early, due, later) == ([], [course.id], [])
    assert moved_up == (1, 0)
    assert own is not None
    assert own.status is RegistrationStatus.CONFIRMED


async def test_who_changes_the_office_gets_the_seat_kept_there(
    database: Database, now: datetime, network: Network
) -> None:
    anna, bela, _ = await people(database, now)
    course = await training(database, now, seats=2)
    async with database.transaction() as store:
        await rules.set_quota(store, network, course.id, "rkn-neuss", 1, now)
        for person in (anna, bela):
            await register(store.registrations, course.id, person, now)
    async with database.engine.begin() as connection:
        moved = sa.update(table).where(table.c.id == bela.id).values(office="rkn-neuss")
        await connection.execute(moved)
    async with database.transaction() as store:
        due = await admitting(store, now)
        moved_up = await rules.release(store, network, course.id, now)

    assert (due, moved_up) == ([course.id], 1)


async def test_who_comes_between_the_release_and_its_tick_overtakes_nobody(
    database: Database, now: datetime, network: Network
) -> None:
    anna, bela, chris = await people(database, now)
    async with database.transaction() as store:
        late = replace(plan(now, seats=2), deadline_at=now + timedelta(days=29))
        course = await store.trainings.add(late, "rkn-kaarst", None)
        await rules.set_quota(store, network, course.id, "rkn-neuss", 1, now)
        for person in (anna, bela):
            await register(store.registrations, course.id, person, now)
        released = course.plan.starts_at - timedelta(days=20)
        entered = await register(store.registrations, course.id, chris, released)

    assert not isinstance(entered, NotRegistered)
    assert entered.place_in_line == 2


async def test_another_network_sees_nothing(
    database: Database, now: datetime, network: Network
) -> None:
    course = await training(database, now, seats=3)
    async with database.transaction() as store:
        await rules.book(store, network, course.id, POLICE, 1, now)
        await rules.set_quota(store, network, course.id, "rkn-kaarst", 1, now)
    other = Database(
        database.url.render_as_string(hide_password=False), database.vault, "kreis-steinfurt"
    )
    async with other.reading() as store:
        seen = await store.seating.listed(course.id), await store.seating.quotas(course.id)
    await other.close()

    assert seen == ([], {})
