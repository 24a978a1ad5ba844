"""How much longer a tap waits for its answer during an announcement than when all is quiet."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.broadcasting import controls, ours
from tests.bench.figure import Aim, Figure, worst

UNIT, AIM = "x", Aim("at most", 1.5)


def measure(bench: Bench) -> Figure:
    """Compare p99 from the tap to `answerCallbackQuery`, during ÷ before."""
    cases = {kind: [run.tap for run in runs] for kind, runs in ours(bench).items()}
    return Figure(
        "tap_during_broadcast",
        UNIT,
        AIM,
        worst(AIM, cases),
        parts={
            f"{kind}, s before and during": [
                median(run.idle_answer for run in runs),
                median(run.busy_answer for run in runs),
            ]
            for kind, runs in ours(bench).items()
        },
        control={name: run.tap for name, run in controls(bench).items()},
    )
