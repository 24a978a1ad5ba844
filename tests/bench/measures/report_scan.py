"""The report's figures over a year ÷ a bare scan of the same rows."""

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure

UNIT, AIM = "x", Aim("at most", 5)


def measure(_: Bench) -> Figure:
    """Wait for the report and for the story of a year."""
    return Figure("report_scan", UNIT, AIM, note="pending: needs the report and the generated year")
