"""Seals cover all that a report is made from, are chained, have an end, and are proved as made."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ledger import sealing
from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.seal import BEGINNING, FORM, OLD_FORM, Checked, digest, line
from domain.ledger.sealing import NotSealed
from domain.network import Network
from domain.training import Training
from storage.clock import told
from storage.crypto import Vault, new_key
from storage.database import Database
from storage.rekey import reseal_all
from storage.report.tables import year_seal
from storage.store import Store
from tests.conftest import NETWORK
from tests.storage.test_guards import close, course, seal

__all__ = ["course"]

LATER = date(2028, 2, 1)


async def checked(database: Database, network: Network) -> Checked:
    async with database.reading() as store:
        return await sealing.verify(store, network)


async def forced(connection: AsyncConnection, *statements: str) -> None:
    """Run statements as who owns the database: the guards of the tables go first."""
    sqlite = connection.dialect.name == "sqlite"
    named = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    if not sqlite:
        named = "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
    rows: list[Any] = list(await connection.exec_driver_sql(named))
    for row in rows:
        off = "" if sqlite else f" ON {row[1]}"
        await connection.exec_driver_sql(f"DROP TRIGGER {row[0]}{off}")
    for statement in statements:
        assert (await connection.exec_driver_sql(statement)).rowcount, statement


async def by_force(database: Database, *statements: str) -> None:
    """Run statements in spite of the guards, for good."""
    async with database.engine.begin() as connection:
        await forced(connection, *statements)


#: What would change a report of the year, or what later ones are protected by.
TAMPERED = [
    "UPDATE ledger SET n = 10 WHERE n = 8",
    "UPDATE ledger SET kind = 'notice-published' WHERE n = 8",
    "DELETE FROM correction",
    "UPDATE correction SET reason = 'duplicate'",
    "UPDATE training SET units = 20",
    "UPDATE training SET title = 'Anderes'",
    "UPDATE training SET topic = 'trauma'",
    "UPDATE training SET format = 'workshop'",
    "UPDATE training SET mode = 'online'",
    "UPDATE training SET seats = 21",
    "UPDATE training SET host = 'rkn-kaarst'",
    "UPDATE training SET sectors = '[\"police\"]'",
    "UPDATE training SET status = 'cancelled'",
    "UPDATE training SET closed_at = NULL",
    "UPDATE training SET revision = 1",
    "UPDATE training SET quota_seats = 2",
    "UPDATE training SET block_seats = 1",
    "UPDATE training SET deadline_at = starts_at",
    "UPDATE quota SET n = 2",
    "DELETE FROM quota",
    "UPDATE counter SET n = 2 WHERE series = 'need-topic'",
    "DELETE FROM counter",
    "UPDATE feedback_count SET score = 5",
    "DELETE FROM assessment",
    "UPDATE report_version SET made_on = '2027-02-02'",
    "UPDATE report_version SET year = 2025",
    "UPDATE report_version SET cells = '{}'",
    "DELETE FROM report_version",
    "UPDATE year_seal SET rows = 99",
    "UPDATE year_seal SET sealed_on = '2027-02-02'",
    "UPDATE year_seal SET form = 1",
    "UPDATE year_seal SET versions = 0",
    "UPDATE year_seal SET file = NULL",
    f"UPDATE year_seal SET previous = '{'1' * 64}'",
]


@pytest.mark.long
async def test_whatever_a_report_is_made_from_is_sealed(
    database: Database, network: Network, course: Training
) -> None:
    """Each change is seen by itself, and undone before the next."""
    await close(database, course)
    await seal(database, network, 2026)
    before = await checked(database, network)

    assert (before.broken, before.whole, before.changed) == ([], True, {})

    for statement in TAMPERED:
        async with database.engine.connect() as connection:
            await forced(connection, statement)
            seen = Store(connection, database.vault, NETWORK, told)

            assert (await sealing.verify(seen, network)).broken == [2026], statement

            await connection.rollback()

    assert await checked(database, network) == before


async def test_a_text_is_sealed_as_it_reads_whatever_key_it_is_kept_with(
    database_url: str, network: Network
) -> None:
    older, newer = new_key(), new_key()
    first, both, last = (
        Database(database_url, Vault(keys), NETWORK) for keys in ([older], [newer, older], [newer])
    )
    async with first.transaction() as store:
        await store.reports.set_assessment(2026, "Die Zusammenarbeit ist gut.")
    await seal(first, network, 2026)
    async for _ in reseal_all(both):
        pass

    assert (await checked(last, network)).broken == []

    async with last.transaction() as store:
        await store.reports.set_assessment(2027, "Die Zusammenarbeit ist besser.")
    await by_force(
        last,
        "DELETE FROM assessment WHERE year = 2026",
        "UPDATE assessment SET year = 2026",
    )

    assert (await checked(last, network)).broken == [2026]

    for each in (first, both, last):
        await each.close()


async def test_a_seal_of_the_first_form_is_proved_by_its_own_rule(
    database: Database, network: Network, course: Training
) -> None:
    """It knows nothing of trainings; the next seal, of the second form, covers them as well."""
    await sealed_as_before(database, 2025, 2026)

    assert (await checked(database, network)).broken == []

    await by_force(database, "UPDATE training SET units = 20 WHERE id = 1")
    found = await checked(database, network)

    assert (found.broken, found.whole) == ([], True)  # as it always was

    await seal(database, network, 2027, LATER)
    assert (await checked(database, network)).broken == []

    await by_force_again(database, "UPDATE training SET units = 4")
    found = await checked(database, network)

    assert ([each.form for each in found.seals], found.broken) == (
        [OLD_FORM, OLD_FORM, FORM],
        [2027],
    )


@pytest.mark.parametrize(
    "change", ["rows = 99", "sealed_on = '2026-12-30'", "versions = 7", 'file = \'{"name": "x"}\'']
)
async def test_the_next_seal_covers_what_an_older_one_says_of_itself(
    database: Database, network: Network, course: Training, change: str
) -> None:
    await sealed_as_before(database, 2026)
    await seal(database, network, 2027, LATER)
    await by_force(database, f"UPDATE year_seal SET {change} WHERE year = 2026")

    assert 2027 in (await checked(database, network)).broken


async def sealed_as_before(database: Database, *years: int) -> None:
    """Seal years as earlier versions did: ledger rows, counters and answers."""
    columns = "id, day, kind, n, training_id, notice_id, office, sector, detail"
    previous = BEGINNING
    async with database.engine.begin() as connection:
        for year in years:
            lines = []
            days = f"BETWEEN '{year}-01-01' AND '{year}-12-31'"
            counters = f"FROM counter WHERE period {days} ORDER BY period, series, slug"
            for query in (
                f"SELECT {columns} FROM ledger WHERE day {days} ORDER BY id",
                f"SELECT period, series, slug, n {counters}",
                f"SELECT training_id, item, score, n FROM feedback_count WHERE {year} = 2026",
            ):
                lines += [line(*row) for row in await connection.execute(sa.text(query))]
            rows, made = digest(year, previous, lines)
            row = {"rows": rows, "previous": previous, "digest": made}
            new = {"network": NETWORK, "year": year, "sealed_on": date(2027, 1, 9), **row}
            await connection.execute(sa.insert(year_seal).values(new))
            previous = made


async def test_years_may_be_sealed_in_any_order(
    database: Database, network: Network, course: Training
) -> None:
    """Totals of an older year may come in later: it is chained where it was sealed."""
    for year in (2026, 2024, 2025):
        await seal(database, network, year)
    found = await checked(database, network)

    assert [each.year for each in found.seals] == [2026, 2024, 2025]
    assert (found.broken, found.whole) == ([], True)
    assert await seal(database, network, 2024) is NotSealed.SEALED


async def test_a_seal_that_is_gone_is_missed(
    database: Database, network: Network, course: Training
) -> None:
    for year in (2024, 2025, 2026):
        await seal(database, network, year)
    kept = (await checked(database, network)).ends
    await by_force(database, "DELETE FROM year_seal WHERE year = 2026")
    found = await checked(database, network)

    assert (found.broken, found.whole) == ([], False)

    # Whoever also mends the end leaves another proof than the one that was kept elsewhere.
    await by_force_again(database, f"UPDATE seal_end SET seals = 2, digest = '{found.ends[-1]}'")
    found = await checked(database, network)

    assert found.whole
    assert kept[-1] not in found.ends
    assert list(found.ends) == list(kept[:2])

    await by_force_again(database, "DELETE FROM seal_end")

    assert not (await checked(database, network)).whole


async def test_a_chain_made_anew_by_force_is_not_the_one_that_was_kept(
    database: Database, network: Network, course: Training
) -> None:
    for year in (2025, 2026):
        await seal(database, network, year)
    kept = (await checked(database, network)).ends[-1]
    change = "UPDATE ledger SET n = 10 WHERE n = 8"
    await by_force(database, "DELETE FROM year_seal", "DELETE FROM seal_end", change)
    for year in (2025, 2026):
        await seal(database, network, year)
    found = await checked(database, network)

    assert (found.broken, found.whole) == ([], True)
    assert kept not in found.ends


async def test_what_the_networks_file_said_then_is_told_where_it_says_something_else_now(
    database: Database, network: Network, course: Training
) -> None:
    await seal(database, network, 2026)
    rules = replace(network.report, small_cell=3, title="Anders")
    other = replace(network, report=rules, offices=network.offices[:-1])
    found = await checked(database, other)

    assert found.broken == []
    assert found.changed == {2026: ["offices", "report.small_cell", "report.title"]}

    quiet = replace(network, retention=replace(network.retention, deliveries_days=9))

    assert (await checked(database, quiet)).changed == {}


async def test_who_writes_while_a_year_is_read_comes_before_or_is_refused(
    database: Database, network: Network, course: Training
) -> None:
    """PostgreSQL lets two work side by side: a row that nobody has read must not come in."""
    late = Entry(date(2026, 5, 7), LedgerKind.ADVICE_TOTAL, 1)

    async def write() -> None:
        async with database.transaction() as store:
            await store.ledger.add([late])

    async with database.transaction() as store:
        await sealing.seal(store, network, 2026, LATER)
        writing = asyncio.create_task(write())
        await asyncio.sleep(0.3)
    with pytest.raises(sa.exc.DBAPIError, match="this year is sealed"):
        await writing

    assert (await checked(database, network)).broken == []


async def by_force_again(database: Database, *statements: str) -> None:
    """Run more statements where the guards are gone already."""
    async with database.engine.begin() as connection:
        for statement in statements:
            assert (await connection.exec_driver_sql(statement)).rowcount, statement
