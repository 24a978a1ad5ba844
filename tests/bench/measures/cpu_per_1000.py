"""Processor time of 1,000 full registrations ÷ that of a usual registration bot."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.thousand import thousand

UNIT, AIM = "x", Aim("at most", 0.5)


def measure(bench: Bench) -> Figure:
    """Compare user and system time, without the start."""
    runs = thousand(bench)
    return Figure(
        "cpu_per_1000",
        UNIT,
        AIM,
        [run.ours.cpu / run.usual.cpu for run in runs],
        parts={"CPU seconds": median(run.ours.cpu for run in runs)},
        control={"usual bot, CPU seconds": median(run.usual.cpu for run in runs)},
    )
