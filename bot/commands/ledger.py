"""Proves, hands out and takes in the exchange ledger."""

from __future__ import annotations

from datetime import date

from domain.ledger_file import BadRow, export, read
from domain.network import Network
from domain.seal import Broken, Seal
from storage.database import Database


async def verify(database: Database, network: Network) -> tuple[list[Seal], list[Broken]]:
    """Return all seals and those that today's rows do not fit."""
    async with database.reading() as store:
        return await store.years.verify(network.zone)


async def seal(database: Database, network: Network, year: int, today: date) -> Seal:
    """Close a year for good. Raises YearProblem."""
    async with database.transaction() as store:
        return await store.years.seal(year, today, network.zone)


async def export_years(database: Database, first: int, last: int) -> str:
    """Return the rows of these years as CSV, both years included."""
    async with database.reading() as store:
        return export(await store.ledger.between(date(first, 1, 1), date(last, 12, 31)))


async def import_text(database: Database, network: Network, text: str) -> list[BadRow]:
    """Take a file of old totals into the ledger, or name every bad row and take none.

    Only days before the first year with an event of our own are taken.
    """
    async with database.transaction() as store:
        first = await store.years.first_of_events()
        before = date(first, 1, 1) if first else date.max
        rows, bad = read(text, network, before)
        await store.ledger.add(rows)
    return bad
