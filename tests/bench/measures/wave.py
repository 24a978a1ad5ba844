"""Many reminders due at one instant: the lag of the last one ÷ the least the rate allows."""

import time
from datetime import timedelta
from functools import partial
from statistics import median

from storage.database import Database
from tests.bench import world
from tests.bench.bench import BOTH, Bench
from tests.bench.broadcasting import RATE, ROUND_TRIP
from tests.bench.figure import Aim, Figure, worst

UNIT, AIM = "x", Aim("at most", 1.05)
LEAD_IN = 12.0


def measure(bench: Bench) -> Figure:
    """Let the reminders of a big day become due on both databases."""
    bench.prepare()
    cases = {
        kind: [lag / _ideal(bench) for lag in bench.side_by_side(partial(_lag, bench, kind))]
        for kind in BOTH
    }
    return Figure(
        "wave",
        UNIT,
        AIM,
        worst(AIM, cases),
        parts={kind: median(runs) for kind, runs in cases.items()},
        control={"s at the set rate": _ideal(bench)},
    )


def _many(bench: Bench) -> int:
    return bench.scaled(2000, 100)


def _ideal(bench: Bench) -> float:
    return (_many(bench) - 1) / RATE + ROUND_TRIP / 2


def _lag(bench: Bench, kind: str) -> float:
    many = _many(bench)
    url = bench.database(kind)
    due = time.monotonic() + LEAD_IN

    async def fill(database: Database) -> None:
        await world.people(database, many)
        course = await world.training(database, None)
        await world.seated(database, course, 1, many)
        due_at = world.now() + timedelta(seconds=due - time.monotonic())
        await world.remind(database, course, due_at)

    bench.fill(url, fill)
    with bench.our_bot(url, rate=RATE, round_trip=ROUND_TRIP, limited=True) as bot:
        bot.telegram.wait(60 + 3 * many / RATE, sendMessage=many)
        return bot.telegram.truth().accepted("sendMessage")[-1].at - due
