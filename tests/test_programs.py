"""Where a program is missing the run says so once and goes on; in CI that is an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ABSENT = "Not here, so that tests were left out"


def run(*more: str, ci: str = "") -> subprocess.CompletedProcess[str]:
    """Run in a fresh process that finds no program at all."""
    named = {"PATH": os.devnull, "CI": ci, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pytest", *more]
    environment = {**os.environ, **named}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.wide
def test_without_its_programs_it_goes_on_and_ends_with_one_list() -> None:
    done = run("-q", "-n", "1", "tests/model", "tests/domain/test_link.py")
    told = done.stdout.partition(ABSENT)[2].splitlines()

    assert done.returncode == 0, done.stdout + done.stderr
    assert "spin (Debian: spin): 7 left out" in told
    assert " passed" in told[-1]
    assert "7 skipped" in told[-1]


@pytest.mark.wide
def test_in_ci_a_missing_program_fails() -> None:
    done = run("-q", "tests/model", ci="true")

    assert done.returncode == 1
    assert "spin is missing (Debian: spin)" in done.stdout
    assert " passed" not in done.stdout


@pytest.mark.wide
def test_nothing_is_listed_where_nothing_is_missing() -> None:
    done = run("-q", "tests/domain/test_link.py")

    assert done.returncode == 0, done.stdout + done.stderr
    assert ABSENT not in done.stdout
