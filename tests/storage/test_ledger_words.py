"""What lasts names only what closed lists have: the database refuses persons, hashes and times."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from domain.exchange import ContactFormat, ContactLength, Counted, Party, Series, institutions, pair
from domain.feedback import FeedbackItem
from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.words import MOST, details
from domain.network import Network, Office
from domain.vocabulary import Sector, Topic
from storage.database import Database
from storage.migrations import ledger_lists
from storage.migrations.v0007 import words
from tests.conftest import NETWORK
from tests.report.builders import training

DAY = date(2025, 5, 6)
HASH = hashlib.sha256(b"10000000001").hexdigest()
PERSONS = [
    HASH,
    HASH[:32],
    HASH[:24],
    "annamueller-10000000001",
    "Frau Anna Müller, Tel. 0171",
    "anna@example.org",
    "14:32:05 Anna",
    "14:32:05",
    "anna müller",
    "rkn-neuss\0Anna Müller",
    "ANNA",
    "-",
    "",
]
ROW = {"network": NETWORK, "day": "2025-05-06", "kind": "attendance", "n": 1, "detail": ""}
COUNTER = {"network": NETWORK, "period": "2025-05-01", "series": "exchange-topic", "n": 1}


async def put(database: Database, table: str, **values: Any) -> None:
    """Write a row past everything that is ours."""
    columns = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    statement = sa.text(f"INSERT INTO {table} ({columns}) VALUES ({places})")
    async with database.engine.begin() as connection:
        await connection.execute(statement, values)


async def refused(database: Database, table: str, **values: Any) -> bool:
    """Return whether the database takes no such row."""
    try:
        await put(database, table, **values)
    except sa.exc.DBAPIError:
        return True
    return False


def test_the_guards_know_exactly_the_closed_lists() -> None:
    """A list that grows needs a migration that calls `guard_words` of its own time."""
    kinds = {kind.value: set(details(kind)) for kind in LedgerKind}

    assert {kind: set(ledger_lists.DETAILS.get(kind, [""])) for kind in kinds} == kinds
    assert set(words.SECTORS) == set(Sector)
    assert {series: set(slugs) for series, slugs in words.SLUGS.items()} == {
        Series.TOPIC: set(Topic),
        Series.FORMAT: set(ContactFormat),
        Series.LENGTH: set(ContactLength),
        Series.NEED_TOPIC: set(Topic),
        Series.NEED_SECTOR: set(Sector),
    }
    assert {*words.SLUGS, Series.PAIR} == set(Series)
    assert words.MOST == MOST


async def test_all_that_is_written_goes_in(database: Database, network: Network) -> None:
    apart = {LedgerKind.HOSTED, LedgerKind.MEMBERS}  # needs a training, or the end of a quarter
    kinds = [kind for kind in LedgerKind if kind not in apart]
    rows = [Entry(DAY, kind, 1, detail=word) for kind in kinds for word in details(kind)]
    held = LedgerKind.ATTENDANCE
    rows += [Entry(DAY, held, -1, office=office.slug) for office in network.offices]
    rows += [Entry(DAY, held, MOST, office="county-wide"), Entry(DAY, held, 0, office="amt-22")]
    rows += [Entry(DAY, held, 1, sector=sector.value) for sector in Sector]
    month, parties = date(2025, 5, 1), institutions(network)
    counted = [Counted(month, Series.PAIR, pair(a, b), 1) for a in parties for b in parties]
    for series, slugs in words.SLUGS.items():
        counted += [Counted(month, Series(series), slug, 1) for slug in slugs]
    async with database.transaction() as store:
        await store.ledger.add(rows)
        await store.exchange.add(counted)

        assert await store.ledger.between(DAY, DAY) == rows


@pytest.mark.parametrize("value", PERSONS)
async def test_no_column_of_a_row_takes_what_could_be_a_person(
    database: Database, value: str
) -> None:
    for kind in LedgerKind:
        if value not in details(kind):
            assert await refused(database, "ledger", **ROW | {"kind": kind.value, "detail": value})
    for column in ("office", "sector", "network", "kind"):
        assert await refused(database, "ledger", **ROW | {column: value}), column


async def test_no_row_is_replaced_by_another(database: Database) -> None:
    await put(database, "ledger", **ROW)
    (number,) = await scalars(database, "SELECT id FROM ledger")
    if database.sqlite:
        statement = "INSERT OR REPLACE INTO ledger (id, network, day, kind, n, detail) VALUES "
        more = ""
    else:
        statement = "INSERT INTO ledger (id, network, day, kind, n, detail) VALUES "
        more = " ON CONFLICT (id) DO UPDATE SET n = 2"
    values = f"({number}, '{NETWORK}', '2025-05-06', 'attendance', 2, '')"
    with pytest.raises(sa.exc.DBAPIError):
        async with database.engine.begin() as connection:
            await connection.exec_driver_sql(f"{statement}{values}{more}")

    assert await scalars(database, "SELECT n FROM ledger") == [1]


async def scalars(database: Database, statement: str) -> list[Any]:
    """Return the only column of a query."""
    async with database.engine.connect() as connection:
        return list((await connection.execute(sa.text(statement))).scalars())


async def test_a_word_stands_only_with_its_kind(database: Database) -> None:
    assert not await refused(database, "ledger", **ROW | {"detail": "seminar"})
    for kind, detail in (
        ("need", "seminar"),
        ("need", ""),
        ("event-held", "trauma"),
        ("exchange-held", "seminar"),
        ("goal-result", "trainings"),
        ("notice-published", "trauma"),
    ):
        assert await refused(database, "ledger", **ROW | {"kind": kind, "detail": detail})


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("day", "2026-05-05 14:32:05.123"),
        ("day", "14:32:05"),
        ("day", "2026-02-30"),
        ("day", "Anna"),
        ("n", "Anna"),
        ("n", 10_000_000_001),
        ("n", MOST + 1),
        ("n", 1.5),
        ("n", b"Anna"),
        ("notice_id", 10_000_000_001),
        ("notice_id", "Anna"),
        ("office", b"rkn-neuss"),
    ],
)
async def test_no_time_and_no_chat_hides_in_a_day_or_a_number(
    database: Database, column: str, value: object
) -> None:
    """PostgreSQL cuts the time off a day and rounds a number: then there is none either."""
    if not await refused(database, "ledger", **ROW | {column: value}):
        (kept,) = await scalars(database, f"SELECT {column} FROM ledger")

        assert not database.sqlite
        assert kept in {date(2026, 5, 5), 2}


@pytest.mark.parametrize("value", [*PERSONS, "office:rkn-neuss", "sector:anna+sector:police"])
async def test_a_counter_counts_by_a_closed_list(database: Database, value: str) -> None:
    slugs = [value, f"office:{value}+sector:police", f"sector:police+sector:{value}"]
    slugs.append(f"office:rkn-neuss+sector:police+{value}")
    for series in Series:
        for slug in slugs:
            row = COUNTER | {"series": series.value, "slug": slug}

            assert await refused(database, "counter", **row), (series, slug)


async def test_a_counter_has_no_day_and_cannot_become_another(database: Database) -> None:
    row = COUNTER | {"slug": "trauma"}

    assert await refused(database, "counter", **row | {"period": "2025-05-06"})
    assert await refused(database, "counter", **row | {"period": "2025-05-01 14:32:05.123Z Anna"})
    assert await refused(database, "counter", **row | {"n": "Anna"})
    assert await refused(database, "counter", **row | {"network": HASH})
    await put(database, "counter", **row)
    for change in (f"slug = '{HASH}'", "period = '2025-05-06'", "n = 10000000001"):
        with pytest.raises(sa.exc.DBAPIError):
            async with database.engine.begin() as connection:
                await connection.exec_driver_sql(f"UPDATE counter SET {change}")


async def test_a_count_of_answers_is_a_number(database: Database) -> None:
    async with database.transaction() as store:
        course = await store.trainings.add(training(1).plan, "rkn-neuss", None)
    row = {"training_id": course.id, "item": FeedbackItem.USEFUL.value, "score": 4, "n": 1}

    assert await refused(database, "feedback_count", **row | {"n": "Anna"})
    assert await refused(database, "feedback_count", **row | {"n": MOST + 1})
    assert not await refused(database, "feedback_count", **row)


@pytest.mark.parametrize(
    "slug",
    ["rkn-neuss", "amt-22", "a", "4you", "amt-2027", "Amt", "a--b", "-a", "a" * 24, "a" * 25],
)
async def test_the_network_file_and_the_database_agree_on_slugs(
    database: Database, slug: str
) -> None:
    try:
        Office(slug, "Jugendamt", "Ort", ())
        taken = True
    except ValueError as error:
        taken = "slug" not in str(error)

    assert await refused(database, "ledger", **ROW | {"office": slug}) is not taken
    key = pair(Party("office", slug), Party("sector", "police"))
    row = COUNTER | {"series": Series.PAIR.value, "slug": key}

    assert await refused(database, "counter", **row) is not taken
