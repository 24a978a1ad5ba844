"""Reading the figures of a year among 1,000,000 rows of other years ÷ among 10,000."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.reporting import readings

UNIT, AIM = "x", Aim("at most", 1.5)


def measure(bench: Bench) -> Figure:
    """Compare the same year in a young and in an old ledger."""
    (few, young), (many, old) = sorted(readings(bench).items())
    return Figure(
        "report_growth",
        UNIT,
        AIM,
        [b.figures / a.figures for a, b in zip(young, old, strict=True)],
        parts={
            "report computed, s": [
                median(run.report for run in young),
                median(run.report for run in old),
            ]
        },
        control={"rows of other years": [few, many]},
    )
