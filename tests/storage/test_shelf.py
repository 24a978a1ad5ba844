"""What every part of the store leans on is the same in both databases."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa

from domain.ledger.entries import LedgerKind
from storage.database import Database
from storage.outage import outage
from storage.tables import ledger, subscription, training
from tests.conftest import NETWORK
from tests.storage.test_registrations import people
from tests.storage.test_registrations import training as added

_TITLED = (
    sa.update(training)
    .where(training.c.network == sa.bindparam("of_network"), training.c.id == sa.bindparam("of_id"))
    .values(title=sa.bindparam("new_title"), closed_at=sa.bindparam("at"))
)


async def fetched(database: Database) -> list[dict[str, Any]]:
    query = sa.select(training).where(training.c.network == sa.bindparam("of_network"))
    async with database.reading() as store:
        rows = await store.persons._all(query, {"of_network": NETWORK})
        return [row._asdict() for row in rows]


async def test_a_change_tells_how_many_rows_it_found(database: Database, now: datetime) -> None:
    found = [await added(database, now) for _ in range(2)]
    values = [
        {"of_network": NETWORK, "of_id": number, "new_title": "Ärger <&>", "at": now}
        for number in (found[0].id, found[1].id, 0)
    ]
    async with database.transaction() as store:
        changed = await store.persons._changed(_TITLED, values)

    assert changed == 2
    assert {(row["title"], row["closed_at"]) for row in await fetched(database)} == {
        ("Ärger <&>", now)
    }


async def test_only_what_is_new_is_added_and_counted(database: Database, now: datetime) -> None:
    anna, bela = await people(database, now, 2)
    rows = [{"person_id": one.id, "topic": "protocol"} for one in (anna, bela, anna)]
    async with database.transaction() as store:
        first = await store.persons._add_once(subscription, rows[:1], ["person_id", "topic"])
        then = await store.persons._add_once(subscription, rows, ["person_id", "topic"])

    assert (first, then) == (1, 1)


async def test_a_refused_row_is_our_mistake_and_no_outage(
    database: Database, now: datetime
) -> None:
    await people(database, now)
    row = {"network": NETWORK, "day": now.date(), "kind": LedgerKind.NEED, "n": 1}
    both = {**row, "office": "rkn-kaarst", "sector": "police"}
    with pytest.raises(sa.exc.IntegrityError) as refused:
        async with database.transaction() as store:
            await store.persons._add_all(ledger, [both])

    assert not outage(refused.value)


async def test_a_naive_moment_is_refused(database: Database, now: datetime) -> None:
    course = await added(database, now)
    values = {"of_network": NETWORK, "of_id": course.id, "new_title": "x"}
    with pytest.raises(sa.exc.StatementError, match="time zone"):
        async with database.transaction() as store:
            await store.persons._changed(_TITLED, [{**values, "at": now.replace(tzinfo=None)}])
