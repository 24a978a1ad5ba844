"""The most memory after 1,000 taps ÷ that of the floor."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.thousand import thousand

UNIT, AIM = "x", Aim("at most", 1.4)


def measure(bench: Bench) -> Figure:
    """Compare the most memory ever held, as the system counts it."""
    runs = thousand(bench)
    return Figure(
        "memory",
        UNIT,
        AIM,
        [run.ours.memory / run.floor.memory for run in runs],
        parts={"MiB": median(run.ours.memory for run in runs)},
        control={
            "floor, MiB": median(run.floor.memory for run in runs),
            "usual bot after its 1,000 taps, MiB": median(run.usual.memory for run in runs),
        },
    )
