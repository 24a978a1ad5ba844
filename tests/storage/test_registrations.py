"""Seats in a real database: the lock holds, positions are never reused."""

import asyncio
from datetime import datetime, timedelta

from domain.channel import in_chat
from domain.person import Newcomer, Person, Place
from domain.register import NotRegistered, Registered, Tally, leave, register
from domain.training import Closed, Plan, Training
from domain.vocabulary import (
    DeliveryMode,
    EventFormat,
    RegistrationStatus,
    Role,
    Sector,
    Topic,
)
from storage.database import Database


def plan(now: datetime, *, seats: int | None = 1) -> Plan:
    starts = now + timedelta(days=30)
    return Plan(
        title="Gespräche <führen> & verstehen",
        topic=Topic.CONVERSATION_SKILLS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=starts,
        ends_at=starts + timedelta(hours=4),
        deadline_at=starts - timedelta(days=14),
        withdraw_by=starts - timedelta(days=7),
        seats=seats,
        units=5,
        place="Rathaus Kaarst",
    )


async def people(database: Database, now: datetime, count: int = 3) -> list[Person]:
    async with database.transaction() as store:
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        return [
            await store.persons.add(Newcomer(in_chat(100 + n), Role.SPECIALIST, place), now.date())
            for n in range(count)
        ]


async def training(database: Database, now: datetime, seats: int | None = 1) -> Training:
    async with database.transaction() as store:
        return await store.trainings.add(plan(now, seats=seats), "rkn-kaarst", None)


async def test_a_seat_then_the_line_then_moving_up(database: Database, now: datetime) -> None:
    anna, bela, chris = await people(database, now)
    course = await training(database, now)
    results = []
    for person in (anna, bela, chris, bela):
        async with database.transaction() as store:
            results.append(await register(store.registrations, course.id, person, now))

    assert [
        (r.registration.status, r.place_in_line, r.fresh)
        for r in results
        if isinstance(r, Registered)
    ] == [
        (RegistrationStatus.CONFIRMED, 0, True),
        (RegistrationStatus.WAITLISTED, 1, True),
        (RegistrationStatus.WAITLISTED, 2, True),
        (RegistrationStatus.WAITLISTED, 1, False),
    ]

    async with database.transaction() as store:
        left = await leave(store.registrations, course.id, anna.id, now)

    assert left is not None
    assert [r.person_id for r in left.moved_up] == [bela.id]

    async with database.reading() as store:
        tallies = await store.trainings.tallies(course.id)
        overview = await store.trainings.overview(course.id)

    assert tallies == {
        Tally.CONFIRMED: 1,
        Tally.WAITLISTED: 2,
        Tally.WITHDRAWN: 1,
        Tally.PROMOTED: 1,
    }
    assert overview is not None
    assert (overview.taken, overview.waiting) == (1, 1)


async def test_the_second_waits_until_the_first_is_done(database: Database, now: datetime) -> None:
    anna, bela, _ = await people(database, now)
    course = await training(database, now)

    async def second() -> Registered | NotRegistered:
        async with database.transaction() as store:
            return await register(store.registrations, course.id, bela, now)

    async with database.transaction() as store:
        await register(store.registrations, course.id, anna, now)
        racing = asyncio.create_task(second())
        done, _pending = await asyncio.wait([racing], timeout=0.2)

        assert not done  # the first transaction is still open

    late = await racing

    assert isinstance(late, Registered)
    assert late.registration.status is RegistrationStatus.WAITLISTED


async def test_after_the_deadline_nobody_gets_in(database: Database, now: datetime) -> None:
    anna, *_ = await people(database, now)
    course = await training(database, now)
    async with database.transaction() as store:
        refused = await register(store.registrations, course.id, anna, course.plan.deadline_at)

    assert isinstance(refused, NotRegistered)
    assert refused.reason is Closed.DEADLINE


async def test_another_network_sees_nothing(database: Database, now: datetime) -> None:
    course = await training(database, now)
    other = Database(
        database.url.render_as_string(hide_password=False), database.vault, "kreis-steinfurt"
    )
    async with other.transaction() as store:
        found = await store.trainings.get(course.id)
        locked = await store.registrations.lock(course.id)
    await other.close()

    assert found is None
    assert locked is None


async def test_who_is_put_last_is_known_by_the_position_they_came_at(
    database: Database, now: datetime
) -> None:
    anna, bela, chris = await people(database, now)
    course = await training(database, now)
    entered = {}
    for person in (anna, bela, chris):
        async with database.transaction() as store:
            done = await register(store.registrations, course.id, person, now)
        assert isinstance(done, Registered)
        entered[person.id] = done.registration.position
    for person in (bela, chris, bela):
        async with database.transaction() as store:
            locked = await store.registrations.lock(course.id)
            own = await store.registrations.of(course.id, person.id)
            assert locked is not None
            assert own is not None
            await store.registrations.put_last(own.id, locked[1], now)
    async with database.reading() as store:
        stands = {
            each.person_id: (each.position, each.came_at)
            for each in await store.registrations.active(course.id)
        }

    came = {person: came_at for person, (_, came_at) in stands.items()}
    waits = {person: position for person, (position, _) in stands.items()}
    assert came == entered
    assert waits[anna.id] < waits[chris.id] < waits[bela.id]

    async with database.transaction() as store:
        await leave(store.registrations, course.id, bela.id, now)
    async with database.transaction() as store:
        again = await register(store.registrations, course.id, bela, now)

    assert isinstance(again, Registered)
    assert again.registration.came_at == again.registration.position
