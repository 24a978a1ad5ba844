"""A word to many is taken back as a whole or not at all, whoever comes first."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from domain import write
from domain.announce_audience import Audience, Broadcast, BroadcastState
from domain.announce_back import WINDOW
from domain.announce_back import take_back as recall
from domain.channel import in_chat
from domain.delivery import State
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from domain.write import Word
from storage.database import Database

pytestmark = pytest.mark.differs  # locks: rows that one takes are skipped by the other
LEASE = timedelta(seconds=90)
OFFICE = "rkn-kaarst"


async def _written(database: Database, now: datetime, people: int = 3) -> Broadcast:
    async with database.transaction() as store:
        place = Place(OFFICE, Sector.YOUTH_OFFICE)
        for number in range(people):
            last = await store.persons.add(
                Newcomer(in_chat(101 + number), Role.SPECIALIST, place), now
            )
        order = Word(None, Audience(), "Die neue Leitlinie gilt.", now)
        made = await write.write(store, order, OFFICE, now, last.id)
    assert isinstance(made, Broadcast)
    assert (made.state, made.total) == (BroadcastState.RUNNING, people)
    return made


async def _states(database: Database, of: Broadcast) -> dict[State, int]:
    async with database.reading() as store:
        return dict((await store.broadcasts.counts(of.id)).states)


async def test_once_one_is_claimed_none_is_taken_back(database: Database, now: datetime) -> None:
    of = await _written(database, now)
    later = now + WINDOW
    async with database.transaction() as store:
        assert await store.deliveries.claim(now, "me", 1, LEASE) == []
        assert len(await store.deliveries.claim(later, "me", 1, LEASE)) == 1
    async with database.transaction() as store:
        assert not await recall(store, of, later)

    assert await _states(database, of) == {State.CLAIMED: 1, State.SCHEDULED: 2}


async def test_what_is_taken_back_is_claimed_by_nobody(database: Database, now: datetime) -> None:
    of = await _written(database, now)
    async with database.transaction() as store:
        assert await recall(store, of, now)
        assert not await recall(store, of, now)
    async with database.transaction() as store:
        assert await store.deliveries.claim(now + WINDOW, "me", 5, LEASE) == []

    assert await _states(database, of) == {State.CANCELLED: 3}


@pytest.mark.parametrize("first", ["claims", "takes back"])
async def test_at_the_same_moment_one_of_both_wins_whole(
    database: Database, now: datetime, first: str
) -> None:
    if database.sqlite:
        pytest.skip("SQLite lets one write at a time")
    of = await _written(database, now)
    later, holds, goes_on = now + WINDOW, asyncio.Event(), asyncio.Event()
    claimed: list[int] = []
    taken: list[bool] = []

    async def claim(*, waits: bool) -> None:
        async with database.transaction() as store:
            claimed.extend(row.id for row in await store.deliveries.claim(later, "me", 1, LEASE))
            if waits:
                holds.set()
                await goes_on.wait()

    async def take_back(*, waits: bool) -> None:
        async with database.transaction() as store:
            taken.append(await recall(store, of, later))
            if waits:
                holds.set()
                await goes_on.wait()

    one, other = (claim, take_back) if first == "claims" else (take_back, claim)
    begun = asyncio.create_task(one(waits=True))
    await holds.wait()
    second = asyncio.create_task(other(waits=False))
    await asyncio.sleep(0)
    goes_on.set()
    await asyncio.gather(begun, second)

    states = await _states(database, of)
    if first == "claims":
        assert (len(claimed), taken) == (1, [False])
        assert states == {State.CLAIMED: 1, State.SCHEDULED: 2}
    else:
        assert (claimed, taken) == ([], [True])
        assert states == {State.CANCELLED: 3}
