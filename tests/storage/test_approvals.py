"""Approvals in a real database: decided twice, decided while the term ends, kept and counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.approve_answer import NotRuled, Ruled, Ruling, ask, decide, lapse, mark
from domain.channel import in_chat
from domain.delivery import Kind
from domain.network import Network
from domain.person import Newcomer, Person, Place
from domain.register import Registered, Registration, Tally, leave, register
from domain.training import Training
from domain.vocabulary import EventStatus, RegistrationStatus, Role, Sector
from storage.database import Database
from storage.store import Store
from storage.tables import delivery
from tests.storage.test_registrations import people, plan
from tests.storage.test_seating import done, forced_race

Step = Callable[[Store], Awaitable[object]]


@dataclass
class Held:
    """A training with one seat that is held for the first of two, and who decides about it."""

    database: Database
    network: Network
    training: Training
    people: list[Person]
    chief: Person
    own: Registration

    def decides(self, now: datetime, *, yes: bool) -> Step:
        assert self.own.approve_by is not None
        number, request = self.own.id, mark(self.own.approve_by)
        return lambda store: decide(store, self.network, self.chief, number, request, now, yes=yes)

    def lapses(self, now: datetime) -> Step:
        return lambda store: lapse(store, self.network, self.training.id, now)

    async def stands(self) -> list[RegistrationStatus]:
        async with self.database.reading() as store:
            found = await store.registrations.many([self.own.id, self.own.id + 1])
        return [found[number].status for number in sorted(found)]

    async def told(self, kind: Kind) -> int:
        async with self.database.engine.connect() as connection:
            rows = sa.select(sa.func.count()).select_from(delivery).where(delivery.c.kind == kind)
            return int(await connection.scalar(rows) or 0)


async def comes(store: Store, network: Network, of: Training, who: Person, now: datetime) -> object:
    found = await register(store.registrations, of.id, who, now, network=network)
    assert isinstance(found, Registered)
    await ask(store, network, found.training, found.registration, who, now)
    return found.registration


@pytest.fixture
async def held(database: Database, now: datetime, network: Network) -> Held:
    who = await people(database, now, 2)
    place = Place(who[0].office, Sector.YOUTH_OFFICE)
    async with database.transaction() as store:
        chief = await store.persons.add(Newcomer(in_chat(77), Role.COORDINATOR, place), now.date())
        wanted = replace(plan(now, seats=1), approval=True)
        made = await store.trainings.add(wanted, "rkn-neuss", None)
        own = await comes(store, network, made, who[0], now)
        await comes(store, network, made, who[1], now)
    assert isinstance(own, Registration)
    return Held(database, network, made, list(who), chief, own)


async def test_a_request_is_kept_asked_and_counted(held: Held, now: datetime) -> None:
    assert held.own.approve_by is not None
    async with held.database.reading() as store:
        kept = await store.trainings.get(held.training.id)
        assert await store.approvals.waiting(held.training.id) == 2
        assert await store.approvals.due(held.own.approve_by - timedelta(minutes=1)) == []
        assert await store.approvals.due(held.own.approve_by) == [held.training.id]
        assert await store.approvals.due(held.training.plan.starts_at) == [held.training.id]
    assert kept is not None
    assert kept.plan == held.training.plan
    assert kept.plan.approval
    assert await held.told(Kind.APPROVAL_ASKED) == 2

    async with held.database.transaction() as store:
        await store.trainings.set_status(held.training.id, EventStatus.CANCELLED)

        assert await store.approvals.due(held.own.approve_by) == []


async def test_of_two_who_decide_at_once_the_first_does(held: Held, now: datetime) -> None:
    one, other = await forced_race(
        held.database, held.decides(now, yes=True), held.decides(now, yes=False)
    )

    assert isinstance(one, Ruled)
    assert one.decision is Ruling.APPROVED
    assert other is NotRuled.APPROVED
    assert await held.stands() == [RegistrationStatus.CONFIRMED, RegistrationStatus.WAITLISTED]
    assert (await held.told(Kind.APPROVAL_GIVEN), await held.told(Kind.APPROVAL_ENDED)) == (1, 0)


@pytest.mark.parametrize("first", ["the answer", "the end of the term"])
async def test_the_term_ends_while_somebody_decides(held: Held, first: str) -> None:
    assert held.own.approve_by is not None
    over = held.own.approve_by
    steps = [held.decides(over, yes=True), held.lapses(over)]
    if first != "the answer":
        steps.reverse()
    found = await forced_race(held.database, *steps)
    stands = await held.stands()

    if first == "the answer":
        assert isinstance(found[0], Ruled)
        assert found[1] == 1  # the other one's term is over as well
        assert stands == [RegistrationStatus.CONFIRMED, RegistrationStatus.WITHDRAWN]
    else:
        assert found == (2, NotRuled.GONE)
        assert stands == [RegistrationStatus.WITHDRAWN, RegistrationStatus.WITHDRAWN]
    async with held.database.reading() as store:
        tallies = await store.trainings.tallies(held.training.id)
    assert not {Tally.LATE_WITHDRAWN, Tally.PROMOTED} & set(tallies)


async def test_who_comes_again_is_asked_for_again(
    held: Held, now: datetime, network: Network
) -> None:
    later = now + timedelta(days=1)
    await done(held.database, held.decides(now, yes=True))
    await done(
        held.database,
        lambda store: leave(store.registrations, held.training.id, held.people[0].id, now),
    )
    own = await done(
        held.database,
        lambda store: comes(store, network, held.training, held.people[0], later),
    )

    assert isinstance(own, Registration)
    assert own.approve_by is not None
    assert await held.told(Kind.APPROVAL_ASKED) == 3
