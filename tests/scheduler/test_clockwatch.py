"""A clock that was set holds sending back until it is right again (fault table 21 and 22)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scheduler.clockwatch import ClockWatch, Remedy

START = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)


class Clocks:
    """A wall clock, a monotonic one, and what Telegram would tell."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.off = timedelta()
        self.telegram: datetime | None = None

    def now(self) -> datetime:
        return START + timedelta(seconds=self.passed) + self.off

    def monotonic(self) -> float:
        return self.passed

    async def ask(self) -> datetime | None:
        return self.telegram


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(clocks: Clocks) -> ClockWatch:
    return ClockWatch(clocks.now, clocks.ask, clocks.monotonic)


@pytest.mark.parametrize("step", [timedelta(hours=3), -timedelta(hours=3), timedelta(days=365)])
async def test_a_step_holds_sending_back_at_once(
    clocks: Clocks, watch: ClockWatch, step: timedelta
) -> None:
    clocks.passed = 60.0

    assert watch.steady()

    clocks.off = step

    assert not watch.steady()

    await watch.look()

    assert watch.stepped


async def test_sending_goes_on_when_the_clock_is_back(clocks: Clocks, watch: ClockWatch) -> None:
    clocks.off = timedelta(hours=1)

    assert not watch.steady()

    clocks.off = timedelta(seconds=5)

    assert watch.steady()


async def test_sending_goes_on_when_somebody_else_confirms(
    clocks: Clocks, watch: ClockWatch
) -> None:
    clocks.off = timedelta(hours=1)
    clocks.telegram = START
    await watch.look()

    assert watch.stepped

    clocks.telegram = clocks.now() + timedelta(seconds=20)
    await watch.look()

    assert watch.steady()


def test_drift_and_a_day_of_work_are_no_step(clocks: Clocks, watch: ClockWatch) -> None:
    for _ in range(24):
        clocks.passed += 3600
        clocks.off += timedelta(seconds=20)

        assert watch.steady()


class Done:
    """What the watch had done."""

    def __init__(self) -> None:
        self.planned = self.righted = 0
        self.away = False
        self.remedy = Remedy(self.plan, self.put_right)

    def plan(self) -> None:
        self.planned += 1

    async def put_right(self) -> None:
        if self.away:
            raise ConnectionError
        self.righted += 1


@pytest.fixture
async def done(watch: ClockWatch) -> Done:
    made = Done()
    await watch.beat(made.remedy)
    assert made.righted == 1  # who was here before may have had a wrong clock
    made.righted = 0
    return made


async def test_what_was_written_is_put_right_when_the_clock_is(
    clocks: Clocks, watch: ClockWatch, done: Done
) -> None:
    clocks.off = timedelta(hours=-1)
    await watch.beat(done.remedy)

    assert (done.planned, done.righted) == (1, 0)

    await watch.beat(done.remedy)
    clocks.off = timedelta()
    await watch.beat(done.remedy)
    await watch.beat(done.remedy)

    assert (done.planned, done.righted) == (2, 1)


async def test_the_ticks_are_planned_anew_after_a_step_that_no_beat_saw(
    clocks: Clocks, watch: ClockWatch, done: Done
) -> None:
    """One of them may have been planned by the clock as it was between two beats."""
    clocks.off = timedelta(minutes=4)
    assert not watch.steady()
    clocks.off = timedelta()
    assert watch.steady()

    await watch.beat(done.remedy)
    await watch.beat(done.remedy)

    assert (done.planned, done.righted) == (1, 1)


async def test_what_could_not_be_put_right_is_tried_again(
    clocks: Clocks, watch: ClockWatch, done: Done
) -> None:
    clocks.off = timedelta(seconds=5)
    done.away = True
    with pytest.raises(ConnectionError):
        await watch.beat(done.remedy)
    done.away = False
    await watch.beat(done.remedy)

    assert (done.planned, done.righted) == (1, 1)


async def test_drift_plans_nothing_anew(clocks: Clocks, watch: ClockWatch, done: Done) -> None:
    for _ in range(100):
        clocks.passed += 1
        clocks.off += timedelta(milliseconds=20)
        await watch.beat(done.remedy)

    assert (done.planned, done.righted) == (0, 0)


async def test_who_is_far_from_the_database_does_not_send(
    clocks: Clocks, watch: ClockWatch
) -> None:
    for ahead in (timedelta(minutes=-3), timedelta(minutes=3)):
        watch.compare(ahead)

        assert not watch.steady()

        clocks.telegram = clocks.now() - ahead
        await watch.look()

        assert not watch.steady()

        watch.compare(timedelta(seconds=90))

        assert watch.steady()


async def test_a_database_whose_clock_is_wrong_stops_nobody_for_long(
    clocks: Clocks, watch: ClockWatch
) -> None:
    watch.compare(timedelta(hours=1))

    assert not watch.steady()

    clocks.telegram = clocks.now()
    await watch.look()
    watch.compare(timedelta(hours=1, seconds=5))

    assert watch.steady()

    watch.compare(timedelta())

    assert watch.steady()

    watch.compare(timedelta(hours=2))

    assert not watch.steady()
