"""Planning the reminders of 100,000 registrations ÷ ten times that of 10,000."""

import time
from collections.abc import Sequence
from statistics import median

import sqlalchemy as sa

from domain.training import Training
from storage import tables
from storage.database import Database
from tests.bench import world
from tests.bench.bench import BOTH, Bench
from tests.bench.figure import Aim, Figure, worst

UNIT, AIM = "x", Aim("at most", 1.2)
FEW = 10


def measure(bench: Bench) -> Figure:
    """Plan for a tenth of the trainings and for all, on both databases."""
    seats = bench.scaled(1000, 50)
    found = {
        kind: bench.fill(bench.database(kind), lambda d: _compare(bench, d, seats)) for kind in BOTH
    }
    cases = {kind: [all_ / (10 * few) for few, all_ in runs] for kind, runs in found.items()}
    return Figure(
        "plan_growth",
        UNIT,
        AIM,
        worst(AIM, cases),
        parts={
            f"{kind}, s": [median(few for few, _ in runs), median(all_ for _, all_ in runs)]
            for kind, runs in found.items()
        },
        control={"registrations": [FEW * seats, 10 * FEW * seats]},
    )


async def _compare(bench: Bench, database: Database, seats: int) -> list[tuple[float, float]]:
    await world.people(database, seats, reachable=False)
    courses = []
    for n in range(10 * FEW):
        courses.append(await world.training(database, None, f"Fortbildung {n}"))
        await world.seated(database, courses[-1], 1, seats)
    return [
        (
            await _planned(database, courses[:FEW], FEW * seats),
            await _planned(database, courses, 10 * FEW * seats),
        )
        for _ in range(bench.runs)
    ]


async def _planned(database: Database, courses: Sequence[Training], expected: int) -> float:
    """Return the seconds it takes to plan one reminder for everybody, then forget all."""
    begun = time.perf_counter()
    counts = [await world.remind(database, course, course.plan.withdraw_by) for course in courses]
    took = time.perf_counter() - begun
    assert sum(counts) == expected
    async with database.engine.begin() as connection:
        if database.sqlite:
            await connection.execute(sa.delete(tables.delivery))
        else:
            await connection.execute(sa.text("TRUNCATE delivery CASCADE"))
    return took
