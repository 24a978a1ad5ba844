"""Seconds until `netzbote report` has written all forms of the larger network's story-year."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bot.demo.year_play import play
from bot.network_file import load
from tests.bench.bench import Bench
from tests.bench.figure import Figure
from tests.bench.processes import ROOT
from tests.bench.story import YEAR

UNIT, AIM = "s", None
_NETWORKS = ("rhein-kreis-neuss", "kreis-steinfurt")


@dataclass(frozen=True, slots=True)
class _Run:
    """What one call of the command took: seconds, and the most memory it held in MiB."""

    seconds: float
    memory: float


def measure(bench: Bench) -> Figure:
    """Let the command make everything, in a process of its own."""
    runs = {name: _runs(bench, name) for name in _NETWORKS[: bench.scaled(2, 1)]}
    return Figure(
        "report_forms",
        UNIT,
        AIM,
        [run.seconds for run in list(runs.values())[-1]],
        parts={
            f"{name}, s and MiB": [
                median(run.seconds for run in made),
                median(run.memory for run in made),
            ]
            for name, made in runs.items()
        },
    )


def _runs(bench: Bench, name: str) -> list[_Run]:
    folder = bench.folder / f"story_{name}"
    played = asyncio.run(play(load(name), folder, years=bench.scaled(3, 1), last=YEAR, forms=()))
    return bench.again(lambda: _report(folder, played.settings))


def _report(folder: Path, settings: Path) -> _Run:
    given = dict(line.split("=", 1) for line in settings.read_text().splitlines())
    command = [sys.executable, "-m", "bot", "report", str(YEAR), "--out", str(folder / "report")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **given}
    begun = time.perf_counter()
    # Popen's own wait does not tell the memory.
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"netzbote report ended with {process.returncode}")
    return _Run(time.perf_counter() - begun, used.ru_maxrss / 1024)
