"""Our transport's echo ÷ bare aiogram's echo: what the wire alone can do."""

from tests.bench.bench import Bench
from tests.bench.echo import echoes
from tests.bench.figure import Aim, Figure
from tests.bench.processes import control

UNIT, AIM = "x", Aim("at least", 1.5)


def measure(bench: Bench) -> Figure:
    """Let both echo the same texts, turn about."""
    count = bench.scaled(6000, 500)
    ours, theirs = [], []
    for _ in range(bench.runs):
        ours.append(echoes(control("ptb_echo"), count, "256", "aiohttp").rate)
        theirs.append(echoes(control("aiogram_echo"), count).rate)
    runs = [our / their for our, their in zip(ours, theirs, strict=True)]
    rates = {"aiogram echo/s": sorted(theirs), "our wire echo/s": sorted(ours)}
    return Figure("wire", UNIT, AIM, runs, control=rates)
