"""Full registrations a second in a rush ÷ those of a usual registration bot."""

from statistics import median

from tests.bench.bench import POSTGRESQL, Bench
from tests.bench.figure import Aim, Figure
from tests.bench.rushing import rush
from tests.bench.thousand import thousand
from tests.bench.usual import usual

UNIT, AIM = "x", Aim("at least", 3.0)


def measure(bench: Bench) -> Figure:
    """Let our bot and the usual one meet the same rush, turn about."""
    people = bench.scaled(1000, 200)
    runs = thousand(bench)
    ours = [rush(bench, POSTGRESQL, people) for _ in range(bench.runs)]
    beside = usual(bench, POSTGRESQL, people)
    all_ = [*(run.ours for run in runs), *(run.usual for run in runs), *ours, beside]
    return Figure(
        "rush",
        UNIT,
        AIM,
        [run.ours.rate / run.usual.rate for run in runs],
        parts={
            "registrations/s on SQLite": median(run.ours.rate for run in runs),
            "on PostgreSQL": median(run.rate for run in ours),
        },
        control={
            "usual bot/s on SQLite": median(run.usual.rate for run in runs),
            "on PostgreSQL": beside.rate,
        },
        wrong="; ".join(sorted({run.wrong for run in all_ if run.wrong})),
    )
