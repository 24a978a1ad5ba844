"""The most memory after 1,000 taps ÷ that of a bare echo bot after 1,000 texts."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.rushing import thousand

UNIT, AIM = "x", Aim("at most", 2.0)


def measure(bench: Bench) -> Figure:
    """Compare the most memory ever held, as the system counts it."""
    ours, bare = thousand(bench)
    return Figure(
        "memory",
        UNIT,
        AIM,
        [our.memory / echo.memory for our, echo in zip(ours, bare, strict=True)],
        parts={"MiB": median(run.memory for run in ours)},
        control={"PTB echo, MiB": median(run.memory for run in bare)},
    )
