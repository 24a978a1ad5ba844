"""Proves, hands out and takes in the exchange ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain import endorse
from domain.ledger import sealing
from domain.ledger.file import BadRow, Limits, Rows, contradicted, export, read, repeated
from domain.ledger.seal import Checked, Seal
from domain.ledger.sealing import NotSealed
from domain.measures import take_in
from domain.measures_file import is_measures, measures_csv, read_measures
from domain.network import Network
from domain.problem import Problem
from domain.report.material import first_event
from domain.report.material import material as material_of
from domain.report_order import is_over
from storage.database import Database
from storage.guards import GuardReport
from storage.store import Store

_WHY = {
    NotSealed.NOT_OVER: "The year {year} is not over.",
    NotSealed.SEALED: "The year {year} is sealed already.",
}


async def verify(database: Database, network: Network) -> tuple[Checked, GuardReport]:
    """Return what became of the seals, and how the guards of the tables stand."""
    async with database.reading() as store:
        return await sealing.verify(store, network), await store.guards.watch()


async def seal(database: Database, network: Network, year: int, today: date) -> tuple[Seal, str]:
    """Close a year for good; return the seal, and what proves all seals. Raises Problem."""
    async with database.transaction() as store:
        await _agreed(store, network, year, today)
        made = await sealing.seal(store, network, year, today)
        if isinstance(made, NotSealed):
            raise Problem(_WHY[made].format(year=year))
        return made, await sealing.proof(store)


async def _agreed(store: Store, network: Network, year: int, today: date) -> None:
    """Raise Problem as long as an office that has not agreed still has time to."""
    offices = {office.slug: office.short_label for office in network.offices}
    if not is_over(year, today) or await store.seals.sealed(year):
        return
    now = await sealing.contents(store, network, year)
    waits = await endorse.still_waits(store, offices, year, today, now)
    if waits is not None:
        named = ", ".join(offices[each] for each in waits.offices)
        raise Problem(
            f"the report of {year}, as it is now, was not agreed to by {named}; "
            f"from {waits.until} on it can be sealed without them"
        )


async def export_years(database: Database, first: int, last: int) -> str:
    """Return the rows of these years as CSV, both years included."""
    async with database.reading() as store:
        return export(await store.ledger.between(date(first, 1, 1), date(last, 12, 31)))


async def export_measures(database: Database, first: int, last: int) -> str:
    """Return the measures of the reports of these years as CSV, both years included."""
    async with database.reading() as store:
        found = await store.measures.all()
    return measures_csv(each for each in found if first <= each.year <= last)


async def _import_measures(
    database: Database, network: Network, text: str, today: date
) -> list[BadRow]:
    """Take measures of a file, or name every bad row and take none; those known come no more."""
    async with database.transaction() as store:
        found, bad = read_measures(text, network, await store.seals.years(), today)
        known = {replace(each, number=0) for each in await store.measures.all()}
        for each in [] if bad else found:
            if each not in known:
                await take_in(store.measures, each)
    return bad


async def import_text(database: Database, network: Network, text: str, today: date) -> list[BadRow]:
    """Take a file of old totals into the ledger, or name every bad row and take none.

    Only days of the past before the first event of our own are taken, of years that are open.
    Measures have a file of their own, known by its heading.
    """
    if is_measures(text):
        return await _import_measures(database, network, text, today)
    async with database.transaction() as store:
        rows, bad = read(text, network, await _limits(store, network, today))
        bad = bad or await _contradictions(store, network, rows, today)
        if not bad:
            await store.ledger.add([entry for _, entry in rows])
    return bad


async def _limits(store: Store, network: Network, today: date) -> Limits:
    first = await first_event(store.years, network.zone)
    return Limits(min(first or today, today), await store.seals.years())


async def _contradictions(store: Store, network: Network, rows: Rows, today: date) -> list[BadRow]:
    """Return the rows that do not fit to what is in the ledger already."""
    bad: list[BadRow] = []
    for year in sorted({entry.day.year for _, entry in rows}):
        known = await store.ledger.between(date(year, 1, 1), date(year, 12, 31))
        bad += repeated(rows, frozenset(known))
        material = await material_of(store, year, network.zone)
        bad += contradicted(rows, network, material, today)
    return bad
