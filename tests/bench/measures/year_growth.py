"""A coordinator's overview after ten story-years ÷ after one."""

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure

UNIT, AIM = "x", Aim("at most", 1.3)


def measure(_: Bench) -> Figure:
    """Wait for the story of a year."""
    return Figure("year_growth", UNIT, AIM, note="pending: needs the generated year")
