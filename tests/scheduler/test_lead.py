"""One process leads; another takes over in time, and never are there two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

import pytest

from domain.channel import in_chat
from domain.deliveries import recover
from domain.delivery import Kind, Letter, State
from domain.message import Message
from scheduler.clockwatch import ClockWatch
from scheduler.lead import LOOK, MARGIN, TERM, OwnLead
from scheduler.tools import Tools
from storage.clock import later, of_the_database
from storage.crypto import Vault
from storage.database import NOTIFY_CHANNEL, Database
from storage.inbox import AlreadyDone, Arrived
from storage.outbox.notify import listen
from tests.conftest import NETWORK


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
def lead(database: Database, time: Time) -> Callable[[str], OwnLead]:
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
    return lambda owner: OwnLead(replace(tools, owner=owner), monotonic=lambda: time.passed)


def only_postgres(database: Database) -> None:
    if database.sqlite:
        pytest.skip("SQLite has one process")


async def test_on_sqlite_the_one_process_leads(
    database: Database, lead: Callable[[str], OwnLead]
) -> None:
    if not database.sqlite:
        pytest.skip("PostgreSQL serves several")

    assert lead("one").held


async def test_never_two_lead_and_the_other_takes_over_within_12_seconds(
    database: Database, lead: Callable[[str], OwnLead], time: Time
) -> None:
    only_postgres(database)
    one, two = lead("one"), lead("two")
    await one.look()
    await two.look()

    assert (one.held, two.held) == (True, False)

    waited = 0.0
    while not two.held:  # one is dead, or frozen: it renews no more
        time.moves(LOOK)
        waited += LOOK
        await two.look()

        assert not (one.held and two.held)

    assert waited <= 12
    assert TERM.total_seconds() - MARGIN < waited


async def test_who_steps_down_leaves_the_lease_to_others(
    database: Database, lead: Callable[[str], OwnLead], time: Time
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
    database: Database, lead: Callable[[str], OwnLead], now: datetime
) -> None:
    only_postgres(database)
    async with database.transaction() as store:
        letters = [
            Letter(f"k{n}", Kind.ANSWER, now, address=in_chat(n), message=Message("Grüße"))
            for n in (1, 2)
        ]
        await store.deliveries.put(*letters)
        claimed = await store.deliveries.claim(now, "dead", 5, timedelta(seconds=90))
        await store.deliveries.begin_sending([claimed[0]], now, timedelta(seconds=90))
    await lead("me").begin()
    async with database.transaction() as store:
        assert await recover(store.deliveries, now) == (1, 1)
        assert await store.deliveries.states() == {State.SCHEDULED: 1, State.UNKNOWN: 1}


async def test_a_new_leader_frees_the_updates_a_dead_one_held(
    database: Database, lead: Callable[[str], OwnLead], now: datetime
) -> None:
    only_postgres(database)
    async with database.transaction() as store:
        await store.inbox.put(
            [Arrived(str(n), in_chat(n), {"update_id": n}) for n in range(1, 33)], now
        )
        held = await store.inbox.claim(now, "dead", 32, timedelta(seconds=30))
    await lead("me").begin()
    async with database.transaction() as store:
        again = await store.inbox.claim(now, "me", 32, timedelta(seconds=30))

    assert [each.reference for each in again] == [each.reference for each in held]
    assert len(again) == 32

    with pytest.raises(AlreadyDone):
        async with database.transaction() as store:
            await store.inbox.done(held[0])


@dataclass
class Server:
    """PostgreSQL's own clock, which goes on when it is told, and machines whose clocks are off."""

    url: str
    vault: Vault
    moved: timedelta = timedelta()
    passed: float = 0.0
    databases: list[Database] = field(default_factory=list)

    def clock(self, now: datetime) -> Any:
        return later(of_the_database(now), self.moved)

    def moves(self, seconds: float) -> None:
        self.moved += timedelta(seconds=seconds)
        self.passed += seconds

    def machine(self, owner: str, ahead: timedelta = timedelta()) -> tuple[OwnLead, ClockWatch]:
        """Return somebody who may lead, whose clock is so far ahead."""

        def wall() -> datetime:
            return datetime.now(UTC) + self.moved + ahead

        async def nobody() -> None:
            return None

        database = Database(self.url, self.vault, NETWORK, self.clock)
        self.databases.append(database)
        watch = ClockWatch(wall, nobody, lambda: self.passed + monotonic())
        unused: Any = None
        tools = Tools(database, unused, unused, wall, owner, unused, unused, unused)
        return OwnLead(tools, watch, monotonic=lambda: self.passed + monotonic()), watch


@pytest.fixture
async def server(database_url: str, vault: Vault) -> AsyncIterator[Server]:
    if database_url.startswith("sqlite"):
        pytest.skip("SQLite has one process")
    made = Server(database_url, vault)
    yield made
    for database in made.databases:
        await database.close()


AHEAD = timedelta(seconds=180)


@pytest.mark.parametrize("ahead", [AHEAD, -AHEAD])
async def test_fault_34_a_wrong_clock_takes_no_lease_from_a_healthy_leader(
    server: Server, ahead: timedelta
) -> None:
    (right, steady), (wrong, unsteady) = server.machine("right"), server.machine("wrong", ahead)
    await right.look()
    for _ in range(8):
        server.moves(2.5)
        await right.look()
        await wrong.look()

        assert (right.held, wrong.held) == (True, False)

    assert steady.steady()
    assert not unsteady.steady()


@pytest.mark.parametrize("ahead", [AHEAD, -AHEAD])
async def test_fault_34_who_leads_by_a_wrong_clock_hands_over(
    server: Server, ahead: timedelta
) -> None:
    (wrong, unsteady), (right, _) = server.machine("wrong", ahead), server.machine("right")
    await wrong.look()

    assert wrong.held  # nobody else is there: it takes in, but does not send
    assert not unsteady.steady()

    await right.look()
    await wrong.look()

    assert (wrong.held, right.held) == (False, True)


async def test_fault_34_of_two_wrong_clocks_one_goes_on_taking_in(server: Server) -> None:
    (one, _), (two, unsteady) = server.machine("one", AHEAD), server.machine("two", AHEAD)
    await one.look()
    for _ in range(4):
        server.moves(LOOK)
        await two.look()
        await one.look()

        assert (one.held, two.held) == (True, False)

    waited = 0.0
    while not two.held:  # one is dead
        server.moves(LOOK)
        waited += LOOK
        await two.look()

    assert waited <= 12
    assert not unsteady.steady()


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
                    Letter(
                        f"k{number}", Kind.ANSWER, now, address=in_chat(1), message=Message("Grüße")
                    )
                )
            await asyncio.sleep(0.05)
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
