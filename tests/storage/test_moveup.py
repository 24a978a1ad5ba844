"""Offers in a real database: the lock holds, two seats are two, each is told once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from domain import moveup_answer, moveup_ask
from domain.delivery import Kind, State
from domain.moveup import OfferEnd
from domain.moveup_answer import Accepted, Missed
from domain.network import Network
from domain.person import Person
from domain.plan_change import set_seats
from domain.register import Tally, leave, register
from domain.training import Training
from domain.vocabulary import RegistrationStatus
from storage.database import Database
from storage.seat_tables import moveup
from storage.store import Store
from storage.tables import delivery
from tests.storage.test_registrations import people, plan
from tests.storage.test_seating import done, forced_race

Step = Callable[[Store], Awaitable[object]]
OFFERED, CONFIRMED = RegistrationStatus.OFFERED, RegistrationStatus.CONFIRMED


class Line:
    """A training with one seat, which the first of some people has, and when it is late."""

    def __init__(self, database: Database, network: Network, of: Training, who: Sequence[Person]):
        self.database = database
        self.network = network
        self.training = of
        self.people = who
        self.late = of.plan.starts_at - timedelta(days=4)
        self.last = of.plan.starts_at - timedelta(hours=20)

    def accepts(self, n: int, now: datetime) -> Step:
        shown, who = self.training.plan.shown, self.people[n]
        number = self.training.id
        return lambda store: moveup_answer.accept(
            store, self.network, number, who, now, shown=shown
        )

    def leaves(self, n: int, now: datetime) -> Step:
        who = self.people[n].id
        return lambda store: leave(store.registrations, self.training.id, who, now)

    def attends(self, now: datetime) -> Step:
        return lambda store: moveup_ask.attend(store, self.network, self.training.id, now)

    async def does(self, *steps: Step) -> list[object]:
        return [await done(self.database, step) for step in steps]

    async def stands(self) -> dict[int, RegistrationStatus]:
        """Return where people stand, by their place among those who came."""
        async with self.database.reading() as store:
            found = await store.registrations.active(self.training.id)
        at = {who.id: n for n, who in enumerate(self.people)}
        return {at[own.person_id]: own.status for own in found}

    async def promoted(self) -> int:
        async with self.database.reading() as store:
            tallies = await store.trainings.tallies(self.training.id)
        return tallies.get(Tally.PROMOTED, 0)

    async def told(self, kind: Kind) -> list[int]:
        """Return to whom something of this kind went, by their place."""
        async with self.database.engine.connect() as connection:
            query = sa.select(delivery.c.person_id).where(delivery.c.kind == kind)
            rows = (await connection.execute(query.order_by(delivery.c.id))).all()
        at = {who.id: n for n, who in enumerate(self.people)}
        return [at[row.person_id] for row in rows]


@pytest.fixture
async def queue(database: Database, now: datetime, network: Network) -> Line:
    who = await people(database, now, 4)
    async with database.transaction() as store:
        made = await store.trainings.add(plan(now, seats=1), "rkn-kaarst", None)
        await store.moveups.set_rule(now, asks=True)
        for person in who:
            await register(store.registrations, made.id, person, now)
        fresh = await store.trainings.get(made.id)
    assert fresh is not None
    return Line(database, network, fresh, who)


async def test_two_seats_and_three_acceptances(queue: Line) -> None:
    await queue.does(
        queue.leaves(0, queue.last),
        lambda store: set_seats(store, queue.network, queue.training.id, 2, queue.last),
        queue.attends(queue.last),
    )
    results = await asyncio.gather(
        *(done(queue.database, queue.accepts(n, queue.last)) for n in (3, 1, 2))
    )

    assert sorted(type(each).__name__ for each in results) == ["Accepted", "Accepted", "Missed"]
    assert list((await queue.stands()).values()).count(CONFIRMED) == 2
    assert await queue.promoted() == 2
    assert sorted(await queue.told(Kind.SEAT_FREE)) == [1, 2, 3]


async def test_an_acceptance_waits_for_the_one_before(queue: Line) -> None:
    await queue.does(queue.leaves(0, queue.last), queue.attends(queue.last))
    one, other = await forced_race(
        queue.database, queue.accepts(2, queue.last), queue.accepts(1, queue.last)
    )

    assert isinstance(one, Accepted)
    assert isinstance(other, Missed)
    assert await queue.stands() == {
        1: RegistrationStatus.WAITLISTED,
        2: CONFIRMED,
        3: RegistrationStatus.WAITLISTED,
    }


async def sent(queue: Line, at: datetime) -> None:
    """Let the offers have gone at a moment."""
    async with queue.database.engine.begin() as connection:
        row = sa.update(delivery).where(delivery.c.kind == Kind.SEAT_OFFERED)
        for state in (State.CLAIMED, State.SENDING):
            await connection.execute(row.values(state=state))
        await connection.execute(row.values(state=State.SENT, settled_at=at))
    await queue.does(queue.attends(at))


@pytest.mark.parametrize("first", ["the answer", "the end of the term"])
async def test_the_term_ends_while_somebody_accepts(queue: Line, first: str) -> None:
    await queue.does(queue.leaves(0, queue.late), queue.attends(queue.late))
    await sent(queue, queue.late)
    over = queue.late + timedelta(days=2)
    steps = [queue.accepts(1, over), queue.attends(over)]
    if first != "the answer":
        steps.reverse()
    found = await forced_race(queue.database, *steps)
    stands = await queue.stands()

    if first == "the answer":
        assert isinstance(found[0], Accepted)
        assert stands[1] is CONFIRMED
        assert await queue.told(Kind.SEAT_OFFERED) == [1]
    else:
        assert isinstance(found[1], Missed)
        assert stands[2] is OFFERED
        assert await queue.told(Kind.SEAT_OFFERED) == [1, 2]
        assert await queue.told(Kind.OFFER_ENDED) == [1]
    assert list(stands.values()).count(CONFIRMED) + list(stands.values()).count(OFFERED) == 1


@pytest.mark.parametrize("who", [1, 2])
async def test_somebody_leaves_while_an_offer_runs(queue: Line, who: int) -> None:
    await queue.does(queue.leaves(0, queue.late), queue.attends(queue.late))
    await forced_race(queue.database, queue.leaves(who, queue.late), queue.attends(queue.late))
    await queue.does(queue.attends(queue.late))
    stands = await queue.stands()
    asked = 2 if who == 1 else 1

    assert who not in stands
    assert [n for n, status in stands.items() if status is OFFERED] == [asked]
    assert await queue.told(Kind.SEAT_OFFERED) == ([1, 2] if who == 1 else [1])


async def test_two_ticks_ask_once(queue: Line) -> None:
    await queue.does(queue.leaves(0, queue.late))
    found = await forced_race(queue.database, queue.attends(queue.late), queue.attends(queue.late))

    assert found == (1, 0)
    assert await queue.told(Kind.SEAT_OFFERED) == [1]


async def test_offers_hold_seats_and_are_forgotten_after_their_end(
    queue: Line, now: datetime
) -> None:
    await queue.does(queue.leaves(0, queue.late), queue.attends(queue.late))
    async with queue.database.reading() as store:
        seen = await store.trainings.overview(queue.training.id)
        loose = await store.seating.loose(queue.late)
        (kept,) = await store.moveups.of_person(queue.people[1].id)
        assert await store.moveups.open() == [queue.training.id]

    assert seen is not None
    assert (seen.taken, seen.free, loose, kept.ended) == (1, 0, [], None)

    await queue.does(queue.accepts(1, queue.late))
    async with queue.database.transaction() as store:
        (kept,) = await store.moveups.of_person(queue.people[1].id)
        gone = [await store.moveups.forget(queue.late - timedelta(seconds=1))]
        gone.append(await store.moveups.forget(queue.late))

    assert kept.ended is OfferEnd.ACCEPTED
    assert gone == [0, 1]


async def test_the_rule_of_the_network_reaches_what_is_to_come(
    database: Database, now: datetime
) -> None:
    async with database.transaction() as store:
        made = await store.trainings.add(plan(now, seats=1), "rkn-kaarst", None)
        old = replace(plan(now, seats=1), starts_at=now - timedelta(days=1))
        begun = await store.trainings.add(old, "rkn-kaarst", None)
        before = await store.moveups.otherwise(now, asks=True)
        await store.moveups.set_rule(now, asks=True)
        after = await store.moveups.otherwise(now, asks=True)
        found = [await store.trainings.get(each.id) for each in (made, begun)]

    assert (before, after) == (True, False)
    assert [each and each.asks_first for each in found] == [True, False]


@pytest.mark.parametrize(
    "values",
    [
        "1, 'lost', NULL",
        "1, NULL, '2027-03-01 10:00:00+00:00'",
        "1, 'accepted', NULL",
        "0, NULL, NULL",
    ],
)
async def test_the_database_itself_refuses_what_cannot_be(queue: Line, values: str) -> None:
    await queue.does(queue.leaves(0, queue.late), queue.attends(queue.late))
    to_all, ended, at = values.split(", ")
    flag = "to_all" if to_all == "1" else "NOT to_all"
    statement = (
        "INSERT INTO moveup (network, training_id, registration_id, to_all, made_at, ended,"
        f" ended_at) SELECT network, training_id, registration_id, {flag}, made_at, {ended}, {at}"
        " FROM moveup"
    )
    with pytest.raises(sa.exc.IntegrityError):
        async with queue.database.engine.begin() as connection:
            await connection.exec_driver_sql(statement)


async def test_another_network_sees_no_offers(queue: Line) -> None:
    await queue.does(queue.leaves(0, queue.late), queue.attends(queue.late))
    url = queue.database.url.render_as_string(hide_password=False)
    other = Database(url, queue.database.vault, "kreis-steinfurt")
    async with other.transaction() as store:
        seen = await store.moveups.running(queue.training.id), await store.moveups.open()
        await store.moveups.end([1, 2, 3], OfferEnd.OFF, queue.late)
        gone = await store.moveups.forget(queue.late + timedelta(days=99))
    await other.close()

    assert (seen, gone) == (([], []), 0)
    async with queue.database.engine.connect() as connection:
        assert len((await connection.execute(sa.select(moveup))).all()) == 1
