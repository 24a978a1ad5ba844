"""Processor time of 1,000 full registrations ÷ that of 1,000 bare echoes."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.rushing import thousand

UNIT, AIM = "x", Aim("at most", 1.5)


def measure(bench: Bench) -> Figure:
    """Compare user and system time, without the start."""
    ours, bare = thousand(bench)
    return Figure(
        "cpu_per_1000",
        UNIT,
        AIM,
        [our.cpu / echo.cpu for our, echo in zip(ours, bare, strict=True)],
        parts={"CPU seconds": median(run.cpu for run in ours)},
        control={"PTB echo (one at a time), CPU seconds": median(run.cpu for run in bare)},
    )
