"""The report of the tenth year ÷ the report of the first."""

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure

UNIT, AIM = "x", Aim("at most", 1.5)


def measure(_: Bench) -> Figure:
    """Wait for the report and for the story of a year."""
    return Figure(
        "report_growth", UNIT, AIM, note="pending: needs the report and the generated year"
    )
