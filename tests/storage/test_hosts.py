"""Joint trainings in a real database: each host finds them, and who is second is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command

from domain import plan_change
from domain.deliveries import Doubts
from domain.delivery import Kind, Letter, State
from domain.ledger.entries import Entry, LedgerKind
from domain.manage import Numbers
from domain.network import Network
from domain.paging import Part
from domain.plan_change import Changed, Reason, Refused
from domain.plan_hosts import set_hosts
from domain.plan_told import stands
from domain.register import Registered, register
from domain.rights import Act, NamedOne, may
from domain.training import CoHost, Training
from domain.vocabulary import EventStatus, Role
from storage import alembic_runs, migrate
from storage.database import Database
from storage.store import Store
from storage.tables import delivery
from tests.domain.test_membership import person
from tests.small_world import NETWORK, VAULT
from tests.storage.test_registrations import people, plan
from tests.storage.test_seating import Step, forced_race

KAARST, NEUSS, OTHER = "rkn-kaarst", "rkn-neuss", "rkn-dormagen"
NAMERS = person(900, Role.COORDINATOR, KAARST)


async def joint(database: Database, now: datetime, *, draft: bool = False) -> Training:
    """Keep a training of Kaarst, held together with Neuss."""
    made = replace(plan(now, seats=5), co_hosts=(CoHost(NEUSS),))
    status = EventStatus.DRAFT if draft else EventStatus.PUBLISHED
    async with database.transaction() as store:
        return await store.trainings.add(made, KAARST, None, status)


def ids(found: Part[Numbers]) -> list[int]:
    return [each.training.id for each in found.items]


async def listed(database: Database, host: str, now: datetime) -> Sequence[list[int]]:
    """Return what an office finds to come, as drafts, and past."""
    after = now + timedelta(days=400)
    async with database.reading() as store:
        found = store.trainings
        return (
            ids(await found.managed(host, now, now, 0)),
            ids(await found.plan_drafts(host, 0)),
            ids(await found.past(host, after, 0)),
        )


async def test_each_host_finds_it_and_nobody_else(database: Database, now: datetime) -> None:
    held = await joint(database, now)
    draft = await joint(database, now, draft=True)

    assert held.hosts == (KAARST, NEUSS)
    assert await listed(database, KAARST, now) == ([held.id], [draft.id], [held.id])
    assert await listed(database, NEUSS, now) == ([held.id], [], [held.id])
    assert await listed(database, "rkn", now) == ([], [], [])
    assert await listed(database, OTHER, now) == ([], [], [])

    async with database.reading() as store:
        (offered,) = await store.trainings.offered(now)

    assert tuple(offered.hosts) == (KAARST, NEUSS)


async def test_each_host_hears_of_its_doubts(database: Database, now: datetime) -> None:
    held, (anna, *_) = await joint(database, now), await people(database, now)
    async with database.transaction() as store:
        letter = Letter("k", Kind.CHANGED, now, person_id=anna.id, training_id=held.id)
        await store.deliveries.put(letter)
        for state in (State.CLAIMED, State.SENDING, State.FAILED):
            await store.deliveries._run(sa.update(delivery).values(state=state))
    async with database.reading() as store:
        doubts = await store.telling.doubts(now)
        (number,) = [row.id for row in await store.deliveries._all(sa.select(delivery.c.id))]
        states = [await store.outcomes.states(host) for host in (KAARST, NEUSS, OTHER)]
        hosts = await store.outcomes.hosts_of(number)
        nothing = await store.outcomes.hosts_of(number + 1)

    assert doubts == {KAARST: Doubts(0, 1, 0), NEUSS: Doubts(0, 1, 0)}
    assert states == [{State.FAILED: 1}, {State.FAILED: 1}, {}]
    assert (hosts, nothing) == ((KAARST, NEUSS), ())


async def test_a_new_co_host_reads_names_of_who_registers_from_then_on(
    database: Database, now: datetime, network: Network
) -> None:
    held, (anna, bela, *_) = await joint(database, now), await people(database, now)

    async def enters(store: Store, who: object) -> Registered:
        found = await register(store.registrations, held.id, who, now)  # type: ignore[arg-type]  # a person
        assert isinstance(found, Registered)
        return found

    async with database.transaction() as store:
        await enters(store, anna)
    async with database.transaction() as store:
        offices = (NEUSS, OTHER)
        made = await set_hosts(store, network, held.id, NAMERS, offices, now, tell=False)
    async with database.transaction() as store:
        await enters(store, bela)
        found = await store.trainings.get(held.id)
        seated = await store.registrations.attendees(held.id)

    assert isinstance(made, Changed)
    assert found is not None
    read = {
        office: [
            may(
                person(1, Role.COORDINATOR, office),
                Act.READ_NAME,
                NamedOne(found, "else", each.registration.position),
            )
            for each in seated
        ]
        for office in (KAARST, NEUSS, OTHER, "rkn-meerbusch")
    }
    assert read == {
        KAARST: [True, True],
        NEUSS: [True, True],
        OTHER: [False, True],
        "rkn-meerbusch": [False, False],
    }


def prices(network: Network, of: Training, cost: str, now: datetime) -> Step:
    """Change the cost as somebody does who saw it as it was at first."""

    async def step(store: Store) -> object:
        why = await plan_change.overtaken(store, of.id, "cost", stands(of.plan, "cost"), now)
        return why or await plan_change.describe(store, network, of.id, {"cost": cost}, now)

    return step


@pytest.mark.differs  # how one waits for the other's lock, and what it reads then
async def test_of_two_who_change_the_same_at_once_the_second_is_told(
    database: Database, now: datetime, network: Network
) -> None:
    held = await joint(database, now)
    one, other = await forced_race(
        database, prices(network, held, "10", now), prices(network, held, "20", now)
    )
    async with database.reading() as store:
        found = await store.trainings.get(held.id)

    assert isinstance(one, Changed)
    assert other == Refused(Reason.OVERTAKEN)
    assert found is not None
    assert found.plan.cost == "10"


@pytest.mark.parametrize(
    "written",
    [
        '{"rkn-kaarst": 0}',  # its first host
        '{"Anna": 0}',
        '{"rkn-neuss": "Anna"}',
        '{"rkn-neuss": -1}',
        '{"rkn-neuss": 123456789}',
        '{"rkn-neuss": null}',
        '["rkn-neuss"]',
        '"rkn-neuss"',
    ],
)
async def test_a_co_host_is_another_office_since_a_position(
    database: Database, now: datetime, written: str
) -> None:
    await joint(database, now)
    with pytest.raises(sa.exc.DBAPIError, match="offices as co-hosts"):
        await writes(database, f"co_hosts = '{written}'")


async def test_who_held_a_training_is_final_when_it_is_closed(
    database: Database, now: datetime
) -> None:
    held = await joint(database, now)
    await writes(database, "co_hosts = '{\"rkn-meerbusch\": 4}'")
    async with database.transaction() as store:
        await store.trainings.set_closed(held.id, now + timedelta(days=300))
    with pytest.raises(sa.exc.DBAPIError, match="final when it is closed"):
        await writes(database, "co_hosts = '{}'")


async def test_the_ledger_that_is_made_anew_keeps_its_rows_and_numbers(tmp_path: Path) -> None:
    """SQLite alone makes it anew; what leads to it leads to it still."""
    old = Database(f"sqlite+aiosqlite:///{tmp_path / 'old.db'}", VAULT, NETWORK.slug)
    async with old.engine.begin() as connection:
        await connection.run_sync(lambda sync: command.upgrade(alembic_runs.config(sync), "0022"))
        for n in (3, -3):
            await connection.exec_driver_sql(
                "INSERT INTO ledger (network, day, kind, n, detail) "
                f"VALUES ('rhein-kreis-neuss', '2025-05-06', 'advice-total', {n}, '')"
            )
        await connection.exec_driver_sql("INSERT INTO correction VALUES (2, 1, 'miscounted')")
        await connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = 77")
    await migrate.upgrade(old.engine)
    async with old.transaction() as store:
        day = date(2025, 5, 6)
        rows = await store.ledger.numbered(day, day)
        number = await store.ledger.write(Entry(day, LedgerKind.ADVICE_TOTAL, 1))
        corrections = await store.ledger.corrections(day, day)
        watched = await store.guards.watch()
    async with old.engine.begin() as connection:
        led = (await connection.exec_driver_sql("PRAGMA foreign_key_list(correction)")).all()
    await old.close()

    assert [(at, row.n) for at, row in rows] == [(1, 3), (2, -3)]
    assert number == 78
    assert [(each[0], each[1]) for each in corrections] == [(2, 1)]
    assert (list(watched.missing), dict(watched.odd)) == ([], {})
    assert {row.table for row in led} == {"ledger"}


async def writes(database: Database, values: str) -> None:
    """Write past everything into the rows of trainings."""
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql(f"UPDATE training SET {values}")
