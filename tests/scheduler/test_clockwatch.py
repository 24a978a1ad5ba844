"""A clock that was set holds sending back until it is right again (fault table 21 and 22)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scheduler.clockwatch import ClockWatch

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
