"""Messages a second of an announcement to 3,000 people ÷ the set rate, and refusals."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.broadcasting import RATE, controls, ours
from tests.bench.figure import Aim, Figure, worst

UNIT, AIM = "x", Aim("at least", 0.98)


def measure(bench: Bench) -> Figure:
    """Announce on both databases, with a round trip of 80 ms and Telegram's limit."""
    cases = {kind: [run.rate / RATE for run in runs] for kind, runs in ours(bench).items()}
    refusals = max(run.refusals for runs in ours(bench).values() for run in runs)
    return Figure(
        "broadcast_rate",
        UNIT,
        AIM,
        worst(AIM, cases),
        parts={**{kind: median(runs) for kind, runs in cases.items()}, "429": refusals},
        control={
            f"{name} (429: {run.refusals})": run.rate / RATE
            for name, run in controls(bench).items()
        },
        wrong=f"{refusals} refusals" if refusals else "",
    )
