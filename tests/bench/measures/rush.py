"""Full registrations a second in a rush ÷ updates a second of a bare echo bot."""

from statistics import median

from tests.bench.bench import POSTGRESQL, SQLITE, Bench
from tests.bench.echo import echoes
from tests.bench.figure import Aim, Figure
from tests.bench.processes import control
from tests.bench.rushing import rush

UNIT, AIM = "x", Aim("at least", 1.0)


def measure(bench: Bench) -> Figure:
    """Let our bot and the bare echo bot meet the same rush, turn about."""
    people = bench.scaled(1000, 200)
    ours, echo, postgresql = [], [], []
    for _ in range(bench.runs):
        ours.append(rush(bench, SQLITE, people))
        echo.append(echoes(control("ptb_echo"), people, "256", within=1.0).rate)
        postgresql.append(rush(bench, POSTGRESQL, people))
    return Figure(
        "rush",
        UNIT,
        AIM,
        [our.rate / rate for our, rate in zip(ours, echo, strict=True)],
        parts={
            "registrations/s on SQLite": median(run.rate for run in ours),
            "on PostgreSQL": median(run.rate for run in postgresql),
        },
        control={"PTB echo/s, concurrent_updates=256": median(echo)},
        wrong="; ".join(sorted({run.wrong for run in ours + postgresql if run.wrong})),
    )
