"""Measures are kept as they were decided: final on both databases, sealed with their year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from domain.ledger import sealing
from domain.measures import AboutKind, Measure, MeasureState
from domain.network import Network
from storage.database import Database

DAY, SEALED_ON = date(2026, 11, 3), date(2027, 1, 9)
MADE = Measure(0, 2026, DAY, "o1", "offer", AboutKind.TOPIC, "trauma", "rkn-neuss", 2027, 2)


async def kept(database: Database) -> int:
    """Keep a measure that is under way."""
    async with database.transaction() as store:
        number = await store.measures.add(MADE)
        await store.measures.note(number, DAY, MeasureState.UNDER_WAY)
    return number


async def refused(database: Database, statement: str) -> str:
    try:
        async with database.engine.begin() as connection:
            await connection.execute(sa.text(statement))
    except DBAPIError as error:
        return str(error.orig)
    return ""


async def seal(database: Database, network: Network) -> None:
    async with database.transaction() as store:
        await sealing.seal(store, network, 2026, SEALED_ON)


async def broken(database: Database, network: Network) -> list[int]:
    async with database.reading() as store:
        return [*(await sealing.verify(store, network)).broken]


async def test_a_measure_is_read_as_it_was_kept(database: Database) -> None:
    number = await kept(database)

    async with database.reading() as store:
        found = await store.measures.get(number)
        (listed,) = await store.measures.all()

    assert found == listed == replace(MADE, number=number, states=((DAY, MeasureState.UNDER_WAY),))
    assert found.state is MeasureState.UNDER_WAY
    assert found.at(date(2026, 11, 2)) is MeasureState.PLANNED


async def test_another_network_sees_none(database: Database) -> None:
    number = await kept(database)

    async with database.reading() as store:
        other = type(store.measures)(store._given[0], store._given[1], "other")

        assert await other.get(number) is None
        assert await other.all() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE measure SET office = NULL",
        "UPDATE measure SET due_quarter = 4",
        "UPDATE measure_state SET state = 'done'",
        "DELETE FROM measure_state",
        "DELETE FROM measure",
    ],
)
async def test_what_was_decided_is_final(database: Database, statement: str) -> None:
    await kept(database)

    assert "is final" in await refused(database, statement)


async def test_nobody_empties_them(database: Database) -> None:
    await kept(database)
    if database.engine.dialect.name != "postgresql":
        assert await refused(database, "TRUNCATE measure")  # SQLite knows no such word
        return

    assert "never emptied" in await refused(database, "TRUNCATE measure_state")
    assert "never emptied" in await refused(database, "TRUNCATE measure, measure_state")


_INSERT = (
    "INSERT INTO measure (network, year, day, source, what, about_kind, about, office, due_year, "
    "due_quarter) VALUES ('rhein-kreis-neuss', {year}, '2026-11-03', '{source}', '{what}', "
    "'{kind}', '{about}', {office}, 2027, {quarter})"
)
_GOOD = {
    "year": 2026, "source": "idea", "what": "offer", "kind": "topic", "about": "trauma",
    "office": "NULL", "quarter": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("source", "Frau M"),
        ("what", "mit Frau Muster"),
        ("about", "Mia"),
        ("kind", "person"),
        ("office", "'Frau Muster'"),
        ("quarter", 5),
        ("year", 1812),
    ],
)
async def test_a_measure_holds_no_sentence_and_no_name(
    database: Database, column: str, value: object
) -> None:
    assert await refused(database, _INSERT.format(**_GOOD)) == ""
    assert await refused(database, _INSERT.format(**{**_GOOD, column: value}))


async def test_a_state_is_of_a_measure_and_of_the_list(database: Database) -> None:
    number = await kept(database)
    put = "INSERT INTO measure_state (network, measure_id, day, state) VALUES "

    assert await refused(database, f"{put}('rhein-kreis-neuss', {number}, '2026-11-03', 'gone')")
    assert await refused(
        database, f"{put}('rhein-kreis-neuss', {number + 7}, '2026-11-03', 'done')"
    )
    assert await refused(database, f"{put}('kreis-steinfurt', {number}, '2026-11-03', 'done')")


async def test_a_sealed_year_takes_no_measure_and_no_state(
    database: Database, network: Network
) -> None:
    number = await kept(database)
    await seal(database, network)
    with pytest.raises(DBAPIError, match="sealed"):
        async with database.transaction() as store:
            await store.measures.add(MADE)
    with pytest.raises(DBAPIError, match="sealed"):
        async with database.transaction() as store:
            await store.measures.note(number, DAY, MeasureState.DONE)
    async with database.transaction() as store:
        await store.measures.note(number, SEALED_ON, MeasureState.DONE)

    assert await broken(database, network) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE measure SET due_quarter = 4",
        "UPDATE measure_state SET state = 'done'",
        "DELETE FROM measure_state",
    ],
)
async def test_the_seal_covers_measures_and_their_states(
    database: Database, network: Network, statement: str
) -> None:
    await kept(database)
    await seal(database, network)

    assert await broken(database, network) == []

    async with database.engine.begin() as connection:
        on_postgresql = connection.dialect.name == "postgresql"
        names = "measure_update", "measure_state_update", "measure_state_delete"
        for name in names:
            table = name.rpartition("_")[0]
            on = f" ON {table}" if on_postgresql else ""
            await connection.execute(sa.text(f"DROP TRIGGER guard_{name}{on}"))
    assert await refused(database, statement) == ""
    assert await broken(database, network) == [2026]


async def test_a_year_without_measures_keeps_the_seal_it_had(
    database: Database, network: Network
) -> None:
    await seal(database, network)
    async with database.transaction() as store:
        await store.measures.add(replace(MADE, year=2027, day=SEALED_ON))

    assert await broken(database, network) == []
