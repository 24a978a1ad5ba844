"""Time goes on, back, forth and over the change of the clock (21-25)."""

from __future__ import annotations

import calendar
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.delivery import State
from domain.network import ReminderRule
from domain.person import Person
from domain.quiet import QuietHours
from domain.register import Registered, register
from domain.reminder import plan
from domain.training import Training
from domain.vocabulary import EventStatus, ReminderStage
from scheduler import jobs
from scheduler.clockwatch import ClockWatch
from scheduler.moments import put_right
from tests.faults.conftest import BERLIN, Plant, added
from tests.faults.test_crashes import command

YEARS = range(2026, 2038)
NEVER_QUIET = QuietHours(start=time(0), end=time(0), sundays=False)


def last_sunday(year: int, month: int) -> date:
    last = calendar.monthrange(year, month)[1]
    days = [date(year, month, number) for number in range(25, last + 1)]
    return next(day for day in days if day.weekday() == calendar.SUNDAY)


@pytest.fixture
async def anna(plant: Plant) -> Person:
    return await plant.member(101)


async def registered(
    plant: Plant, of: Training, person: Person, rules: Sequence[ReminderRule] = ()
) -> int:
    """Give somebody a seat and plan the reminders; return the registration's number."""
    now = plant.clock.now()
    async with plant.store() as store:
        own = await register(store.registrations, of.id, person, now)
        planned = plan(of.plan.starts_at, rules or of.plan.reminders, BERLIN, NEVER_QUIET, now)
        await store.plans.remind(of, planned)
    assert isinstance(own, Registered)
    return own.registration.id


async def test_fault_21_the_clock_goes_back(plant: Plant, anna: Person, training: Training) -> None:
    await registered(plant, training, anna)
    bot = await plant.bot()
    plant.clock.move_to(datetime(2027, 3, 11, 8, 1, tzinfo=BERLIN))
    await bot.settle_down()
    before = len(plant.sent())
    plant.clock.move(timedelta(days=-1))
    async with plant.store() as store:
        planned = plan(
            training.plan.starts_at, training.plan.reminders, BERLIN, NEVER_QUIET, plant.clock.now()
        )
        again = await store.plans.remind(training, planned)
    await bot.settle_down()
    await plant.passes(bot, timedelta(days=1))

    assert planned
    assert again == 0
    assert len(plant.sent()) == before >= 1


async def test_fault_22_the_clock_jumps_ahead(plant: Plant, anna: Person) -> None:
    soon = plant.clock.now() + timedelta(hours=1)
    number = await plant.put("a", anna, due_at=soon, expires_at=soon + timedelta(hours=1))
    told: list[datetime] = []

    async def ask() -> datetime | None:
        return told[-1] if told else None

    watch = ClockWatch(plant.clock.now, ask)
    bot = await plant.bot(may_send=watch.steady)
    plant.clock.move(timedelta(hours=3))
    await bot.outbox.drain()
    for tick in jobs.TICKS:
        await jobs.led(bot.tools, tick)

    assert watch.stepped
    assert plant.sent() == []
    assert (await plant.row(number)).state is State.SCHEDULED

    plant.clock.move(timedelta(hours=-3))
    await bot.outbox.drain()

    assert not watch.stepped

    plant.clock.move(timedelta(minutes=90))
    told.append(plant.clock.now())
    await watch.look()
    await bot.outbox.drain()

    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent()) == 1


@pytest.mark.parametrize("off", [timedelta(seconds=240), timedelta(seconds=-240)])
async def test_fault_33_what_a_wrong_clock_wrote_goes_out_when_it_is_right(
    plant: Plant, anna: Person, off: timedelta
) -> None:
    """No answer waits for the moment at which the wrong clock meant to send it."""
    shown = off
    bot = await plant.bot(now=lambda: plant.clock.now() + shown)
    await bot.accept([command(1, 101, "/hilfe")])
    await bot.inbox.drain()
    shown = timedelta()
    await bot.outbox.drain()

    assert len(plant.sent(101)) == (off < timedelta())

    await put_right(bot.tools)
    await bot.outbox.drain()

    assert set(await plant.states()) == {State.SENT}
    assert len(plant.sent(101)) == 1


@pytest.mark.parametrize("year", YEARS)
def test_fault_23_due_in_the_nights_the_clock_changes(year: int) -> None:
    spring, autumn = last_sunday(year, 3), last_sunday(year, 10)
    rules = [ReminderRule(ReminderStage.ONE_DAY, 1, time(2, 30))]
    due = {}
    for day in (spring, autumn):
        starts = datetime.combine(day + timedelta(days=1), time(9), BERLIN)
        [planned] = plan(starts, rules, BERLIN, NEVER_QUIET, starts - timedelta(days=9))
        due[day] = planned.due_at

    # 02:30 does not exist in spring: an hour later. It comes twice in autumn: the first.
    assert due[spring] == datetime(year, 3, spring.day, 1, 30, tzinfo=UTC)
    assert due[autumn] == datetime(year, 10, autumn.day, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("year", YEARS)
def test_fault_23_the_day_before(year: int) -> None:
    rules = [ReminderRule(ReminderStage.ONE_DAY, 1, time(18))]
    for day, offset in ((last_sunday(year, 3), 1), (last_sunday(year, 10), 2)):
        starts = datetime.combine(day, time(9), BERLIN)
        [planned] = plan(starts, rules, BERLIN, NEVER_QUIET, starts - timedelta(days=9))
        evening = datetime.combine(day - timedelta(days=1), time(18), UTC)

        assert planned.due_at == evening - timedelta(hours=offset)


@pytest.mark.parametrize("year", [2027, 2036])
@pytest.mark.parametrize("month", [3, 10])
async def test_fault_23_exactly_once_over_the_change(plant: Plant, year: int, month: int) -> None:
    day = last_sunday(year, month)
    plant.clock.move_to(datetime.combine(day - timedelta(days=20), time(12), UTC))
    anna = await plant.member(101)
    of = await added(plant, datetime.combine(day + timedelta(days=1), time(9), BERLIN))
    await registered(plant, of, anna, [ReminderRule(ReminderStage.ONE_DAY, 1, time(2, 30))])
    bot = await plant.bot()
    plant.clock.move_to(datetime.combine(day, time(0), BERLIN))
    sent = []
    for _ in range(20):
        await plant.passes(bot, timedelta(minutes=15))
        sent.append(len(plant.sent()))

    assert sent[:9] == [0] * 9
    assert sent[-1] == 1


async def test_fault_24_down_while_it_was_due(
    plant: Plant, anna: Person, training: Training
) -> None:
    await registered(plant, training, anna)
    plant.clock.move_to(datetime(2027, 3, 11, 11, 0, tzinfo=BERLIN))
    await (await plant.bot()).settle_down()
    states = await plant.states()

    assert len(plant.sent()) == states[State.SENT] == 1
    assert states[State.EXPIRED] == 1  # the one of a week before: two at once help nobody


async def test_fault_24_down_until_it_makes_no_sense(
    plant: Plant, anna: Person, training: Training
) -> None:
    await registered(plant, training, anna)
    plant.clock.move_to(training.plan.starts_at + timedelta(minutes=1))
    await (await plant.bot()).settle_down()

    assert plant.sent(101) == []
    assert set(await plant.states()) == {State.EXPIRED}


Change = Callable[[Plant, Training, int, Person], Awaitable[None]]


async def _moves(plant: Plant, of: Training, own: int, person: Person) -> None:
    async with plant.store() as store:
        await store.trainings.set_plan(of.id, of.plan, moved=True)


async def _cancels(plant: Plant, of: Training, own: int, person: Person) -> None:
    async with plant.store() as store:
        await store.trainings.set_status(of.id, EventStatus.CANCELLED)


async def _mutes(plant: Plant, of: Training, own: int, person: Person) -> None:
    async with plant.store() as store:
        await store.registrations.set_muted(own, muted=True)


async def _erases(plant: Plant, of: Training, own: int, person: Person) -> None:
    async with plant.store() as store:
        await store.persons.erase(person.id)


CHANGES: dict[str, tuple[Change, str]] = {
    "moved": (_moves, "training-moved"),
    "cancelled": (_cancels, "training-cancelled"),
    "muted": (_mutes, "muted"),
    "erased": (_erases, "person-erased"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("when", ["before the claim", "after the claim"])
async def test_fault_25_the_facts_change_while_it_waits(
    plant: Plant, anna: Person, training: Training, change: str, when: str
) -> None:
    own = await registered(plant, training, anna)
    plant.clock.move_to(datetime(2027, 3, 11, 8, 1, tzinfo=BERLIN))
    bot = await plant.bot()
    happens, reason = CHANGES[change]
    if when == "before the claim":
        await happens(plant, training, own, anna)
        await bot.settle_down()
    else:
        await jobs.expire(bot.tools)  # an earlier stage is over, and held the chat
        claimed = await bot.outbox._claim(9)
        await happens(plant, training, own, anna)

        assert await bot.outbox._begin(claimed) == []

    async with plant.store() as store:
        ended = await store.deliveries.listed([State.CANCELLED])

    assert plant.sent(101) == []
    assert {row.error for row in ended} == {reason}


async def test_fault_25_the_database_holds_no_address_of_who_is_erased(
    plant: Plant, anna: Person
) -> None:
    number = await plant.put("a", anna)
    async with plant.store() as store:
        await store.persons.erase(anna.id)

    assert (await plant.row(number)).address == ""
    assert (await plant.row(number)).person_id is None
