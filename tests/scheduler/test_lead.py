"""One process leads; another takes over in time, and never are there two."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.delivery import Kind, Letter, State
from domain.message import Message
from scheduler.lead import MARGIN, TERM, Lead
from scheduler.tools import Tools
from storage.database import NOTIFY_CHANNEL, Database
from storage.notify import listen


class Time:
    """Both clocks, moved together."""

    def __init__(self, now: datetime) -> None:
        self.wall, self.passed = now, 0.0

    def moves(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.passed += seconds


@pytest.fixture
def time(now: datetime) -> Time:
    return Time(now)


@pytest.fixture
def lead(database: Database, time: Time) -> Callable[[str], Lead]:
    unused: Any = None
    tools = Tools(
        database=database,
        texts=unused,
        network=unused,
        now=lambda: time.wall,
        owner="",
        send=unused,
        gate=unused,
        handle=unused,
    )
    return lambda owner: Lead(replace(tools, owner=owner), monotonic=lambda: time.passed)


def only_postgres(database: Database) -> None:
    if database.sqlite:
        pytest.skip("SQLite has one process")


async def test_on_sqlite_the_one_process_leads(
    database: Database, lead: Callable[[str], Lead]
) -> None:
    if not database.sqlite:
        pytest.skip("PostgreSQL serves several")

    assert lead("one").held


async def test_never_two_lead_and_the_other_takes_over_within_30_seconds(
    database: Database, lead: Callable[[str], Lead], time: Time
) -> None:
    only_postgres(database)
    one, two = lead("one"), lead("two")
    await one.look()
    await two.look()

    assert (one.held, two.held) == (True, False)

    waited = 0
    while not two.held:  # one is dead, or frozen: it renews no more
        time.moves(3)
        waited += 3
        await two.look()

        assert not (one.held and two.held)

    assert waited <= 30
    assert TERM.total_seconds() - MARGIN < waited


async def test_who_steps_down_leaves_the_lease_to_others(
    database: Database, lead: Callable[[str], Lead], time: Time
) -> None:
    only_postgres(database)
    one, two = lead("one"), lead("two")
    await one.look()
    await one.step_down(30)
    await one.look()
    time.moves(1)
    await two.look()

    assert (one.held, two.held) == (False, True)


async def test_a_new_leader_frees_what_a_dead_one_held(
    database: Database, lead: Callable[[str], Lead], now: datetime
) -> None:
    only_postgres(database)
    async with database.transaction() as store:
        letters = [
            Letter(f"k{n}", Kind.ANSWER, now, chat_id=n, message=Message("Grüße")) for n in (1, 2)
        ]
        await store.deliveries.put(*letters)
        claimed = await store.deliveries.claim(now, "dead", 5, timedelta(seconds=90))
        await store.deliveries.begin_sending(claimed[0], now, timedelta(seconds=90))
    await lead("me").begin()
    async with database.transaction() as store:
        assert await store.deliveries.recover(now) == (1, 1)
        assert await store.deliveries.states() == {State.SCHEDULED: 1, State.UNKNOWN: 1}


async def test_what_others_put_is_heard(database: Database, now: datetime) -> None:
    only_postgres(database)
    heard = asyncio.Event()
    listening = asyncio.create_task(listen(database.engine, {NOTIFY_CHANNEL: heard.set}))
    async with asyncio.timeout(10):
        number = 0
        while not heard.is_set():
            number += 1
            async with database.transaction() as store:
                await store.deliveries.put(
                    Letter(f"k{number}", Kind.ANSWER, now, chat_id=1, message=Message("Grüße"))
                )
            await asyncio.sleep(0.05)
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
