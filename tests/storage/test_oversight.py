"""Who waits until nothing is under way is told by one look, on both databases."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.delivery import Kind, State
from domain.person import Person
from domain.report_order import Wanted
from storage.database import Database
from tests.storage.test_inbox import arrived
from tests.storage.test_outbox import LEASE, anna, letter

__all__ = ["anna"]  # a fixture


async def busy(database: Database, until: datetime) -> bool:
    async with database.reading() as store:
        return await store.oversight.busy(until)


async def test_what_is_due_or_in_hand_is_under_way(
    database: Database, anna: Person, now: datetime
) -> None:
    soon = now + timedelta(minutes=1)

    assert not await busy(database, soon)

    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, soon))

    assert not await busy(database, now)
    assert await busy(database, soon)

    async with database.transaction() as store:
        await store.deliveries.claim(soon, "me", 1, LEASE)

    assert await busy(database, now)

    async with database.reading() as store:
        assert await store.oversight.counts() == {(Kind.ANSWER, State.CLAIMED): 1}


async def test_an_update_that_waits_is_under_way(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(1)], now)

    assert not await busy(database, now - timedelta(seconds=1))
    assert await busy(database, now)

    async with database.transaction() as store:
        [update] = await store.inbox.claim(now, "me", 1, LEASE)
        await store.inbox.done(update)

    assert not await busy(database, now)


async def test_a_paper_that_is_asked_for_is_under_way(
    database: Database, anna: Person, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.reports.ask(anna.id, Wanted(2026), "de", None, now)

    assert await busy(database, now)
