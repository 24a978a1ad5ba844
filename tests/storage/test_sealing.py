"""Seals cover all that a report is made from, are chained, have an end, and are proved as made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from domain.network import Network
from domain.seal import BEGINNING, FORM, OLD_FORM, Checked, digest, line
from domain.training import Training
from storage.crypto import Vault, new_key
from storage.database import Database
from storage.rekey import reseal_all
from storage.report_tables import year_seal
from storage.store import Store
from storage.years import YearProblem
from tests.conftest import NETWORK, NOW
from tests.report.builders import training
from tests.storage.test_guards import close, course, seal

__all__ = ["course"]

LATER = date(2028, 2, 1)


async def checked(database: Database, network: Network) -> Checked:
    async with database.reading() as store:
        return await store.sealing.verify(network)


async def by_force(database: Database, *statements: str) -> None:
    """Run statements as who owns the database: the guards of the tables go first."""
    async with database.engine.begin() as connection:
        named = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
        if not database.sqlite:
            named = "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
        for name, table in (await connection.exec_driver_sql(named)).all():
            off = "" if database.sqlite else f" ON {table}"
            await connection.exec_driver_sql(f"DROP TRIGGER {name}{off}")
        for statement in statements:
            assert (await connection.exec_driver_sql(statement)).rowcount, statement


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


@pytest.mark.parametrize("statement", TAMPERED)
async def test_whatever_a_report_is_made_from_is_sealed(
    database: Database, network: Network, course: Training, statement: str
) -> None:
    await close(database, course)
    await seal(database, network, 2026)
    before = await checked(database, network)

    assert (before.broken, before.whole, before.changed) == ([], True, {})

    await by_force(database, statement)

    assert (await checked(database, network)).broken == [2026]


async def test_a_text_is_sealed_as_it_reads_whatever_key_it_is_kept_with(
    database: Database, network: Network, course: Training, vault: Vault, database_url: str
) -> None:
    await seal(database, network, 2026)
    newer = Database(database_url, Vault([key := new_key(), *_keys(vault)]), NETWORK)
    async for _ in reseal_all(newer):
        pass
    await newer.close()
    only = Database(database_url, Vault([key]), NETWORK)

    assert (await checked(only, network)).broken == []

    async with only.transaction() as store:
        await store.reports._run(sa.text("SELECT 1"))
    await only.close()
