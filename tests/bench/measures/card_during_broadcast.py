"""Seconds from a tap to the changed card during an announcement, p99, at 80 ms round trip."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.broadcasting import controls, ours
from tests.bench.figure import Aim, Figure, worst

UNIT, AIM = "s", Aim("at most", 0.5)


def measure(bench: Bench) -> Figure:
    """Take p99 of the taps during the announcement."""
    cases = {kind: [run.busy_card for run in runs] for kind, runs in ours(bench).items()}
    return Figure(
        "card_during_broadcast",
        UNIT,
        AIM,
        worst(AIM, cases),
        parts={kind: median(runs) for kind, runs in cases.items()},
        control={name: run.busy_card for name, run in controls(bench).items()},
    )
