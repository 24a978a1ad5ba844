"""Seconds from the start of the process to the first `getUpdates` ÷ those of the floor."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.thousand import thousand

UNIT, AIM = "x", Aim("at most", 1.5)


def measure(bench: Bench) -> Figure:
    """Compare with a process that only imports the packages, opens the database and polls."""
    runs = thousand(bench)
    return Figure(
        "start",
        UNIT,
        AIM,
        [run.ours.start / run.floor.start for run in runs],
        parts={"seconds": median(run.ours.start for run in runs)},
        control={
            "floor, seconds": median(run.floor.start for run in runs),
            "usual bot, seconds": median(run.usual.start for run in runs),
        },
    )
