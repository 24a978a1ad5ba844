"""Measures what the report reads: one year in ledgers of different age."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from statistics import median
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.network_file import load
from domain.report.material import material as material_of
from domain.report.order import Order
from storage.database import Database
from tests.bench import story, world
from tests.bench.bench import Bench
from tests.report.making import build

FEW, MANY = 10_000, 1_000_000
_AGAIN = 5
_SCAN = (
    "SELECT day, kind, training_id, office, sector, detail, sum(n) FROM ledger"
    " WHERE network = :network AND day >= :first AND day <= :last"
    " GROUP BY day, kind, training_id, office, sector, detail"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Seconds for a bare grouped scan of the year, for its figures, and for the whole report."""

    scan: float
    figures: float
    report: float


def readings(bench: Bench) -> dict[int, list[Reading]]:
    """Return our runs by the number of ledger rows in other years."""
    if "readings" not in bench.kept:
        bench.kept["readings"] = {
            rows: _read(bench, rows) for rows in (FEW, bench.scaled(MANY, 2 * FEW))
        }
    kept: dict[int, list[Reading]] = bench.kept["readings"]
    return kept


def _read(bench: Bench, rows: int) -> list[Reading]:
    path = story.copied(bench, f"ledger_{rows}")
    story.fill(path, rows)

    async def read(database: Database) -> list[Reading]:
        return [await _reading(database) for _ in range(bench.runs)]

    return story.opened(bench, path, read)


async def _reading(database: Database) -> Reading:
    scans, material = [], []
    for _ in range(_AGAIN):
        scans.append(await _scanned(database))
        material.append(await _material(database))
    return Reading(median(scans), median(material), await _report(database))


async def _report(database: Database) -> float:
    """Return the seconds until the whole report is computed, without a look at earlier years."""
    network, begun = load(world.NETWORK), time.perf_counter()
    async with database.reading() as store:
        material = await material_of(store, story.YEAR, network.zone)
    build(network, material, Order(date(story.YEAR + 1, 1, 15)), [])
    return time.perf_counter() - begun


async def _scanned(database: Database) -> float:
    values = {
        "network": world.NETWORK,
        "first": f"{story.YEAR}-01-01",
        "last": f"{story.YEAR}-12-31",
    }
    async with database.engine.connect() as connection:
        begun = time.perf_counter()
        (await connection.execute(sa.text(_SCAN), values)).all()
        return time.perf_counter() - begun


async def _material(database: Database) -> float:
    async with database.reading() as store:
        begun = time.perf_counter()
        await material_of(store, story.YEAR, ZoneInfo("Europe/Berlin"))
        return time.perf_counter() - begun
