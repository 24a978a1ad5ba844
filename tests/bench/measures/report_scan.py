"""Reading the figures of a year among many rows of other years ÷ a bare scan of that year."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.reporting import readings

UNIT, AIM = "x", Aim("at most", 5)


def measure(bench: Bench) -> Figure:
    """Compare with one grouped SQL statement over the same rows."""
    rows, runs = max(readings(bench).items())
    return Figure(
        "report_scan",
        UNIT,
        AIM,
        [run.figures / run.scan for run in runs],
        parts={"figures, ms": 1000 * median(run.figures for run in runs)},
        control={
            "rows of other years": rows,
            "bare scan, ms": 1000 * median(run.scan for run in runs),
        },
    )
