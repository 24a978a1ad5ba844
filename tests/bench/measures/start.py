"""Seconds from the start of the process to the first `getUpdates` ÷ those of a bare echo bot."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.rushing import thousand

UNIT, AIM = "x", Aim("at most", 2.0)


def measure(bench: Bench) -> Figure:
    """Compare the starts of the runs that `memory` and `cpu_per_1000` use, too."""
    ours, bare = thousand(bench)
    return Figure(
        "start",
        UNIT,
        AIM,
        [our.start / echo.start for our, echo in zip(ours, bare, strict=True)],
        parts={"seconds": median(run.start for run in ours)},
        control={"PTB echo, seconds": median(run.start for run in bare)},
    )
