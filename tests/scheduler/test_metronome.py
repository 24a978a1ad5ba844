"""The ticks go on whatever the machine's clock does, in APScheduler's real asyncio scheduler."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from logging import INFO
from typing import Any

import pytest
from apscheduler.schedulers import SchedulerNotRunningError

from scheduler.clockwatch import ClockWatch, Remedy
from scheduler.jobs import Tick
from scheduler.metronome import Metronome
from scheduler.tools import Tools

EVERY = timedelta(milliseconds=20)


class Machine(datetime):
    """The machine's clock, which somebody sets."""

    off = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Any:
        """Return the time that it shows."""
        return datetime.now(tz) + cls.off


@dataclass
class Beats:
    """A metronome, its beats, and the watch beside it."""

    metronome: Metronome
    watch: ClockWatch
    count: int = 0
    righted: list[datetime] = field(default_factory=list)
    holds: asyncio.Event | None = None
    ended: list[str] = field(default_factory=list)

    async def step(self, _: Tools) -> None:
        self.count += 1
        if self.holds is None:
            return
        try:
            await self.holds.wait()
            self.ended.append("by itself")
        except asyncio.CancelledError:
            await asyncio.sleep(0.02)  # as what closes a connection
            self.ended.append("cancelled")
            raise

    async def begun(self) -> None:
        """Wait until a beat is under way that does not end."""
        before, self.holds = self.count, asyncio.Event()
        async with asyncio.timeout(10):
            while self.count == before:  # noqa: ASYNC110 - a beat is no event
                await asyncio.sleep(0)

    async def go_on(self) -> None:
        """Wait until it beat twice more; fail if it does not."""
        enough = self.count + 2
        async with asyncio.timeout(10):
            while self.count < enough:  # noqa: ASYNC110 - a beat is no event
                await asyncio.sleep(0.01)

    async def stand_still(self) -> None:
        """See that it does not beat."""
        await asyncio.sleep(0.1)  # one may have been under way
        before = self.count
        await asyncio.sleep(0.3)

        assert self.count == before

    async def put_right(self) -> None:
        self.righted.append(Machine.now(UTC))

    async def looks(self) -> None:
        await self.watch.beat(Remedy(self.metronome.plan_anew, self.put_right))


@pytest.fixture
async def beats(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Beats]:
    async def nobody() -> None:
        return None

    monkeypatch.setattr("apscheduler.schedulers.base.datetime", Machine)
    monkeypatch.setattr(Machine, "off", timedelta())
    unused: Any = None
    tools = Tools(
        unused, unused, unused, unused, "", unused, unused, unused, may_send=lambda: False
    )
    tick = Tick("beat", EVERY, lambda of: made.step(of))
    metronome = Metronome(tools, [tick])
    made = Beats(metronome, ClockWatch(lambda: Machine.now(UTC), nobody))
    metronome.start()
    yield made
    with suppress(SchedulerNotRunningError):  # some tests stop it themselves
        await metronome.stop()


async def test_fault_33_the_clock_set_back_stops_no_tick(beats: Beats) -> None:
    await beats.go_on()
    Machine.off = timedelta(seconds=-240)
    await beats.stand_still()  # by itself it would wait until the clock has come as far again
    await beats.looks()
    await beats.go_on()

    assert not beats.watch.steady()
    assert not beats.righted

    Machine.off = timedelta()
    await beats.looks()
    await beats.go_on()

    assert beats.watch.steady()
    assert beats.righted


@pytest.mark.parametrize("ahead", [timedelta(seconds=240), timedelta(days=3650)])
async def test_fault_33_the_clock_set_ahead_and_back_stops_no_tick(
    beats: Beats, ahead: timedelta
) -> None:
    await beats.go_on()
    Machine.off = ahead  # beats that it missed are not made up for, nor counted one by one
    await beats.go_on()
    await beats.looks()
    Machine.off = timedelta()
    await beats.looks()
    await beats.go_on()

    assert beats.watch.steady()


async def test_fault_33_a_small_step_back_stops_no_tick(beats: Beats) -> None:
    await beats.go_on()
    Machine.off = timedelta(seconds=-30)
    await beats.stand_still()
    await beats.looks()
    await beats.go_on()

    assert beats.watch.steady()
    assert beats.righted


async def test_stopped_in_a_beat_it_ends_it_and_logs_no_failure(
    beats: Beats, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.metronome.GRACE", 0.1)
    await beats.begun()

    await beats.metronome.stop()
    await asyncio.sleep(0.1)  # APScheduler ends in the loop, a little later

    assert beats.ended == ["cancelled"]
    assert [record.getMessage() for record in caplog.records if record.levelno > INFO] == []


async def test_stopped_in_a_beat_it_lets_it_end_if_it_can(beats: Beats) -> None:
    await beats.begun()
    assert beats.holds is not None
    asyncio.get_running_loop().call_later(0.05, beats.holds.set)

    await beats.metronome.stop()

    assert beats.ended == ["by itself"]


@pytest.mark.parametrize("passes", range(5))  # in one of them the beat is due and not begun
async def test_stopped_as_a_beat_is_due_it_does_not_begin_it(beats: Beats, passes: int) -> None:
    await beats.go_on()
    time.sleep(2 * EVERY.total_seconds())  # noqa: ASYNC251 - the loop itself is late
    for _ in range(passes):
        await asyncio.sleep(0)

    await beats.metronome.stop()
    before = beats.count
    await asyncio.sleep(3 * EVERY.total_seconds())

    assert beats.count == before
