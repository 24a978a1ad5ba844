"""A seat that is handed on, and an account that moves, while something else happens."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from domain import account, substitute
from domain.channel import in_chat
from domain.person import Newcomer, Place
from domain.plan_change import set_seats
from domain.register import Registered, register
from domain.vocabulary import RegistrationStatus, Role, Sector
from storage.database import Database
from storage.store import Store
from tests.storage.test_moveup import CONFIRMED, OFFERED, Line, Step, queue
from tests.storage.test_registrations import people, training
from tests.storage.test_seating import done, forced_race

__all__ = ["queue"]
TOKEN = "0" * 22
WAITLISTED = RegistrationStatus.WAITLISTED


def offers(of: Line, giver: int, now: datetime) -> Step:
    who = of.people[giver]
    return lambda store: substitute.offer(store, of.training.id, who, TOKEN, now)


def takes(of: Line, taker: int, now: datetime) -> Step:
    who, shown = of.people[taker], of.training.plan.shown
    return lambda store: substitute.take(store, of.network, TOKEN, who, now, shown=shown)


@pytest.mark.parametrize("first", ["the colleague", "who gives it up"])
async def test_a_seat_is_handed_on_while_it_moves_up_the_line(queue: Line, first: str) -> None:
    """In good time the line has a seat that is given up at once: one of both happens."""
    now = queue.training.plan.withdraw_by - timedelta(days=1)
    await queue.does(offers(queue, 0, now))
    steps = [takes(queue, 3, now), queue.leaves(0, now)]
    if first != "the colleague":
        steps.reverse()
    found = await forced_race(queue.database, *steps)
    stands = await queue.stands()

    if first == "the colleague":
        assert isinstance(found[0], substitute.Handed)
        assert found[1] is None
        assert stands == {1: WAITLISTED, 2: WAITLISTED, 3: CONFIRMED}
    else:
        assert found[1] is substitute.NotHanded.NO_SEAT
        assert stands == {1: CONFIRMED, 2: WAITLISTED, 3: WAITLISTED}


@pytest.mark.parametrize("first", ["the colleague", "the line"])
async def test_a_seat_is_handed_on_while_who_takes_it_is_asked(queue: Line, first: str) -> None:
    """The first of the line is asked about a free seat and takes the other by the link."""
    await queue.does(
        offers(queue, 0, queue.late),
        lambda store: set_seats(store, queue.network, queue.training.id, 2, queue.late),
    )
    steps = [takes(queue, 1, queue.late), queue.attends(queue.late)]
    if first != "the colleague":
        steps.reverse()
    found = await forced_race(queue.database, *steps)
    await queue.does(queue.attends(queue.late))
    stands = await queue.stands()

    assert isinstance(found[first != "the colleague"], substitute.Handed)
    assert stands == {1: CONFIRMED, 2: OFFERED, 3: WAITLISTED}


async def overlapping(database: Database, first: Step, second: Step) -> tuple[object, object]:
    """Let the second begin while the first is not yet committed; it may wait for it or not."""
    async with database.transaction() as store:
        one = await first(store)
        racing = asyncio.create_task(done(database, second))
        await asyncio.wait([racing], timeout=0.2)
    return one, await racing


@pytest.mark.parametrize("first", ["the move", "the registration"])
async def test_who_registers_while_the_account_moves_has_one_seat(
    database: Database, now: datetime, first: str
) -> None:
    (member,) = await people(database, now, 1)
    of = await training(database, now)
    new, due = in_chat(777), now + account.OBJECTION
    async with database.transaction() as store:
        chief = Newcomer(in_chat(900), Role.COORDINATOR, Place("rkn-kaarst", Sector.YOUTH_OFFICE))
        lead = await store.persons.add(chief, now.date())
        await account.make(store, lead, member, TOKEN, now)
        await account.claim(store, TOKEN, new, "de", now)
        (number,) = await store.accounts.due(due)

    async def registers(store: Store) -> object:
        """Register as who pressed in the old chat, if that still is somebody's."""
        person = await store.persons.by_chat(member.address)
        if person is None:
            return None
        return await register(store.registrations, of.id, person, now)

    async def moves(store: Store) -> object:
        return await account.move(store, number, due)

    steps = [moves, registers] if first == "the move" else [registers, moves]
    found = await overlapping(database, *steps)
    registered, moved = found if first == "the registration" else found[::-1]

    assert isinstance(moved, account.Moved)
    async with database.reading() as store:
        there, own = (
            await store.persons.by_chat(new),
            await store.registrations.of(of.id, member.id),
        )
        assert await store.persons.by_chat(member.address) is None
        assert (await store.registrations.active(of.id) == []) is (registered is None)

    assert there is not None
    assert there.id == member.id
    assert (own is not None) is isinstance(registered, Registered)
