"""A command is killed by signal 9 at many of its steps, and called again."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from pathlib import Path

from tests.fixtures.steps import COUNTED, KILL_AT
from tests.process.support import call


def steps_of(*words: str, settings: Mapping[str, str], cwd: Path) -> int:
    """Let a command come to its end, and return how many steps it took."""
    counted = cwd / "steps"
    done = call(*words, settings={**settings, COUNTED: str(counted)}, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return int(counted.read_text())


def spread(steps: int, points: int) -> list[int]:
    """Return so many steps from the first to the last, in equal distances; or all there are."""
    points = min(points, steps)
    return [1 + round(n * (steps - 1) / max(1, points - 1)) for n in range(points)]


def killed(*words: str, at: int | str, settings: Mapping[str, str], cwd: Path) -> bool:
    """Call a command that is killed at a step; False if it came to its end before."""
    done = call(*words, settings={**settings, KILL_AT: str(at)}, cwd=cwd)
    assert done.returncode in {0, -signal.SIGKILL}, done.stdout + done.stderr
    return done.returncode != 0
