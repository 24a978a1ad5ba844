"""Sessions of series: kept with their training, and final when it is closed."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from domain import close
from domain.close import Group
from domain.session import Session
from domain.training import Training, held_on
from storage.database import Database
from tests.report.builders import training

DAY, BERLIN = date(2026, 5, 6), ZoneInfo("Europe/Berlin")


async def series(database: Database, *, closed: bool = False) -> Training:
    """Keep a series of three dates, a week apart, of which the last one was dropped."""
    plan = training(1, day=DAY).plan
    sessions = [
        Session(n, plan.starts_at + timedelta(weeks=n), plan.ends_at + timedelta(weeks=n), 4)
        for n in range(1, 4)
    ]
    plan = held_on(held_on(plan, sessions, BERLIN), sessions[:2], BERLIN)
    async with database.transaction() as store:
        added = await store.trainings.add(plan, "rkn-neuss", None)
        if closed:
            groups = [Group("rkn-neuss", "school", 9, 9)]
            after = plan.ends_at + timedelta(hours=1)
            assert await close.close(store, added.id, groups, DAY, after, {2: 4}) is None
    return added


async def refused(database: Database, statement: str, of: Training) -> bool:
    try:
        async with database.engine.begin() as connection:
            await connection.execute(sa.text(statement), {"id": of.id})
    except DBAPIError:
        return True
    return False


async def test_sessions_are_kept_with_their_training(database: Database) -> None:
    made = await series(database)

    async with database.reading() as store:
        read = await store.trainings.get(made.id)

    assert read is not None
    assert [each.number for each in read.plan.sessions] == [1, 2]
    assert [each.number for each in read.plan.dropped] == [3]
    assert read.plan.units == 8
    assert read.plan.ends_at == read.plan.sessions[-1].ends_at


async def test_dates_that_an_older_release_has_changed_are_one_date(database: Database) -> None:
    made = await series(database)
    later = "UPDATE training SET ends_at = starts_at, starts_at = deadline_at WHERE id = :id"

    assert not await refused(database, later, made)

    async with database.reading() as store:
        read = await store.trainings.get(made.id)

    assert read is not None
    assert (read.plan.sessions, len(read.plan.dates)) == ((), 1)


async def test_what_is_counted_of_sessions_is_final(database: Database) -> None:
    made = await series(database, closed=True)

    async with database.reading() as store:
        assert await store.sessions.missed([made.id]) == {made.id: {2: 4}}

    sessions = "UPDATE training SET sessions = '[]' WHERE id = :id"
    words = "UPDATE training SET sessions = '[\"Kind\"]' WHERE id = :id"
    for statement in (
        sessions,
        words,
        "UPDATE session_missed SET n = 1 WHERE training_id = :id",
        "DELETE FROM session_missed WHERE training_id = :id",
        "INSERT INTO session_missed (network, training_id, number, n) VALUES ('x', :id, 1, 1)",
    ):
        assert await refused(database, statement, made), statement

    open_ = await series(database)

    assert await refused(database, words, open_)
    assert not await refused(database, sessions, open_)
