"""Statements run directly give what they give on SQLAlchemy's way, in both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa

from domain.ledger import LedgerKind
from storage.database import Database
from storage.outage import outage
from storage.prepared import Prepared, prepared
from storage.shelf import named
from storage.tables import ledger, training
from tests.conftest import NETWORK
from tests.storage.test_registrations import people, plan
from tests.storage.test_registrations import training as added

_TRAININGS = prepared(sa.select(training).where(training.c.network == sa.bindparam("of_network")))
_TITLED = prepared(
    sa.update(training)
    .where(training.c.network == sa.bindparam("of_network"), training.c.id == sa.bindparam("of_id"))
    .values(title=sa.bindparam("new_title"), closed_at=sa.bindparam("at"))
)
_ENTERED = Prepared(
    lambda _: sa.insert(ledger).values(named(("network", "day", "kind", "n", "office", "sector")))
)


@contextmanager
def the_long_way(database: Database) -> Iterator[None]:
    """Listen to statements: then they go SQLAlchemy's way."""

    def ran(*_: object) -> None:
        return None

    engines = {database.engine.sync_engine, database._reader.sync_engine}
    for engine in engines:
        sa.event.listen(engine, "before_cursor_execute", ran)
    try:
        yield
    finally:
        for engine in engines:
            sa.event.remove(engine, "before_cursor_execute", ran)


async def fetched(database: Database) -> list[dict[str, Any]]:
    async with database.reading() as store:
        rows = await _TRAININGS.rows(store.persons._connection, {"of_network": NETWORK})
        return [row._asdict() for row in rows]


async def test_both_ways_read_the_same(database: Database, now: datetime) -> None:
    await added(database, now)
    await added(database, now, seats=None)
    directly = await fetched(database)
    with the_long_way(database):
        long = await fetched(database)

    assert directly == long
    assert len(directly) == 2
    assert directly[0]["starts_at"] == plan(now).starts_at
    assert directly[0]["starts_at"].tzinfo is not None


async def test_a_change_tells_how_many_rows_it_found(database: Database, now: datetime) -> None:
    found = [await added(database, now) for _ in range(2)]
    values = [
        {"of_network": NETWORK, "of_id": number, "new_title": "Ärger <&>", "at": now}
        for number in (found[0].id, found[1].id, 0)
    ]
    async with database.transaction() as store:
        changed = await _TITLED.change(store.persons._connection, values)

    assert changed == 2
    assert {(row["title"], row["closed_at"]) for row in await fetched(database)} == {
        ("Ärger <&>", now)
    }


async def test_a_refused_row_is_our_mistake_and_no_outage(
    database: Database, now: datetime
) -> None:
    await people(database, now)
    row = {"network": NETWORK, "day": now.date(), "kind": LedgerKind.NEED, "n": 1}
    both = {**row, "office": "rkn-kaarst", "sector": "police"}
    with pytest.raises(sa.exc.IntegrityError) as refused:
        async with database.transaction() as store:
            await _ENTERED.change(store.persons._connection, [both])

    assert not outage(refused.value)


async def test_a_naive_moment_is_refused(database: Database, now: datetime) -> None:
    course = await added(database, now)
    values = {"of_network": NETWORK, "of_id": course.id, "new_title": "x"}
    with pytest.raises((ValueError, sa.exc.StatementError), match="time zone"):
        async with database.transaction() as store:
            await _TITLED.change(
                store.persons._connection, [{**values, "at": now.replace(tzinfo=None)}]
            )
