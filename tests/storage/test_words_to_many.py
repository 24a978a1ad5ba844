"""What goes to many is taken back as a whole or not at all, whoever comes first."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from domain import plan_change, write
from domain.announce import announce
from domain.announce_audience import Among, Audience, Broadcast, BroadcastState
from domain.announce_back import WINDOW
from domain.announce_back import take_back as recall
from domain.channel import in_chat
from domain.delivery import State
from domain.network import Network
from domain.person import Newcomer, Place
from domain.training import Training
from domain.vocabulary import Announced, Role, Sector
from domain.vocabulary import RegistrationStatus as Status
from domain.write import Many, Word
from storage.database import Database
from storage.store import Store
from tests.storage.test_registrations import plan

pytestmark = pytest.mark.differs  # locks: rows that one takes are skipped by the other
LEASE = timedelta(seconds=90)
OFFICE = "rkn-kaarst"


async def _people(store: Store, now: datetime, people: int = 3) -> int:
    place = Place(OFFICE, Sector.YOUTH_OFFICE)
    for number in range(people):
        last = await store.persons.add(
            Newcomer(in_chat(101 + number), Role.SPECIALIST, place), now.date()
        )
    return last.id


async def _word(store: Store, by: int, now: datetime) -> object:
    order = Word(None, Audience(), "Die neue Leitlinie gilt.", now)
    return await write.write(store, order, OFFICE, now, by)


async def _announcement(store: Store, by: int, now: datetime) -> object:
    training = await store.trainings.add(plan(now), OFFICE, by)
    return await announce(store, training.id, Audience(), now, now, by)


Makes = Callable[[Store, int, datetime], Awaitable[object]]
both = pytest.mark.parametrize("makes", [_word, _announcement])


async def _made(database: Database, now: datetime, makes: Makes) -> Broadcast:
    async with database.transaction() as store:
        made = await makes(store, await _people(store, now), now)
    assert isinstance(made, Broadcast)
    assert (made.state, made.total) == (BroadcastState.RUNNING, 3)
    return made


async def _states(database: Database, of: Broadcast) -> dict[State, int]:
    async with database.reading() as store:
        return dict((await store.broadcasts.counts(of.id)).states)


@both
async def test_once_one_is_claimed_none_is_taken_back(
    database: Database, now: datetime, makes: Makes
) -> None:
    of = await _made(database, now, makes)
    later = now + WINDOW
    async with database.transaction() as store:
        assert await store.deliveries.claim(now, "me", 1, LEASE) == []
        assert len(await store.deliveries.claim(later, "me", 1, LEASE)) == 1
    async with database.transaction() as store:
        assert not await recall(store, of, later)

    assert await _states(database, of) == {State.CLAIMED: 1, State.SCHEDULED: 2}


@both
async def test_what_is_taken_back_is_claimed_by_nobody_and_counts_for_nothing(
    database: Database, now: datetime, makes: Makes
) -> None:
    of = await _made(database, now, makes)
    async with database.transaction() as store:
        assert await recall(store, of, now)
        assert not await recall(store, of, now)
    async with database.transaction() as store:
        assert await store.deliveries.claim(now + WINDOW, "me", 5, LEASE) == []

    assert await _states(database, of) == {State.CANCELLED: 3}
    async with database.reading() as store:
        left = await store.broadcasts.get(of.id)
        assert left is not None
        assert (left.state, left.total) == (BroadcastState.CANCELLED, 0)
        if of.training_id is not None:
            assert not await store.trainings.known(of.training_id)  # it can be removed again


@both
@pytest.mark.parametrize("first", ["claims", "takes back"])
async def test_at_the_same_moment_one_of_both_wins_whole(
    database: Database, now: datetime, first: str, makes: Makes
) -> None:
    of = await _made(database, now, makes)
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


@pytest.mark.parametrize("first", ["is announced", "is moved"])
async def test_a_training_that_is_moved_while_it_is_announced_is_announced_as_it_is(
    database: Database, network: Network, now: datetime, first: str
) -> None:
    """One waits for the other; what is sent is made of the facts of the moment of sending."""
    async with database.transaction() as store:
        by = await _people(store, now)
        of = await store.trainings.add(plan(now), OFFICE, by)
    holds, goes_on, done = asyncio.Event(), asyncio.Event(), list[str]()

    async def is_announced(store: Store) -> None:
        made = await announce(store, of.id, Audience(), now, now, by)
        assert isinstance(made, Broadcast)

    async def is_moved(store: Store) -> None:
        week, old = timedelta(days=7), of.plan
        later, ends = old.starts_at + week, old.ends_at + week
        made = await plan_change.move(store, network, of.id, later, ends, now)
        assert isinstance(made, plan_change.Changed)

    async def does(what: Callable[[Store], Awaitable[None]], *, waits: bool) -> None:
        async with database.transaction() as store:
            await what(store)
            done.append(what.__name__)
            if waits:
                holds.set()
                await goes_on.wait()

    one, other = (is_announced, is_moved) if first == "is announced" else (is_moved, is_announced)
    begun = asyncio.create_task(does(one, waits=True))
    await holds.wait()
    second = asyncio.create_task(does(other, waits=False))
    await asyncio.sleep(0.2)

    assert done == [one.__name__]  # the second waits for the training

    goes_on.set()
    await asyncio.gather(begun, second)
    async with database.reading() as store:
        (made,) = await store.broadcasts.of_training(of.id)
        moved = await store.trainings.get(of.id)
        assert moved is not None
        told = await store.persons.reach(Audience(), moved)

    assert (moved.revision, made.total) == (1, 3)
    # What was announced before the move is news again, what was announced after it is not.
    assert (made.revision, told.told) == ((0, 0) if first == "is announced" else (1, 3))


EVERYBODY = ("with a seat", "waiting", "left", "regrets", "silent", "no offers", "of the police")


async def _answered(database: Database, now: datetime) -> tuple[Training, dict[int, str]]:
    """Let everybody answer as they are called; return the training, and who is who."""
    who: dict[int, str] = {}
    async with database.transaction() as store:
        of = await store.trainings.add(plan(now), OFFICE, None)
        for at, name in enumerate(EVERYBODY, 101):
            sector = Sector.POLICE if name == "of the police" else Sector.YOUTH_OFFICE
            office = "rkn-neuss" if name in {"waiting", "silent"} else OFFICE
            newcomer = Newcomer(in_chat(at), Role.SPECIALIST, Place(office, sector))
            who[(await store.persons.add(newcomer, now.date())).id] = name
        number = {name: each for each, name in who.items()}
        await store.persons.set_announced(number["no offers"], Announced.NONE)
        stands = zip(
            EVERYBODY[:3], (Status.CONFIRMED, Status.WAITLISTED, Status.WITHDRAWN), strict=True
        )
        for position, (name, status) in enumerate(stands, 1):
            await store.registrations.enter(of.id, number[name], status, position, now)
        await store.regrets.put(of, number["regrets"], now)
    return of, who


@pytest.mark.parametrize(
    ("audience", "meant"),
    [
        (Audience(among=Among.REGISTERED), ["with a seat"]),
        (Audience(among=Among.WAITING), ["waiting"]),
        (Audience(among=Among.BOTH), ["with a seat", "waiting"]),
        (Audience(offices=("rkn-neuss",), among=Among.BOTH), ["waiting"]),
        (Audience(among=Among.UNANSWERED), ["silent", "of the police"]),
    ],
)
async def test_a_word_of_a_training_goes_to_who_is_meant(
    database: Database, now: datetime, audience: Audience, meant: list[str]
) -> None:
    """Who came is asked for once presence is marked; until then nobody knows who that is."""
    of, who = await _answered(database, now)
    async with database.reading() as store:
        found = await store.persons._ids(store.persons.meant(audience, of))
        many = await store.persons.how_many(audience, of, OFFICE)

    assert [who[each] for each in found] == meant
    assert many == Many(len(meant), sum(each in {"waiting", "silent"} for each in meant))


async def test_a_notice_goes_once_to_who_is_in_the_district_and_the_sector(
    database: Database, now: datetime
) -> None:
    _, who = await _answered(database, now)
    youth = Audience(offices=(OFFICE, "rkn-neuss", OFFICE), sectors=(Sector.YOUTH_OFFICE,))
    async with database.transaction() as store:
        of = await store.broadcasts.write(None, youth, "Die neue Leitlinie gilt.", now, min(who))
        total = await store.plans.write(of, store.persons.meant(youth, None), now, now + LEASE)

    assert total == len(EVERYBODY) - 2
