"""The protocol as a model, every order of steps, crashes and freezes: checked by spin."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.programs import find

MODEL = Path(__file__).with_name("delivery.pml")
SPIN, COMPILER = find("spin"), find("cc")
pytestmark = pytest.mark.needs("spin", "cc")


def checked(folder: Path, *options: str) -> str:
    """Return what the exhaustive search of the model says."""
    assert SPIN
    assert COMPILER

    subprocess.run([SPIN, "-a", *options, MODEL], cwd=folder, check=True, capture_output=True)
    build = [COMPILER, "-O2", "-DSAFETY", "-w", "-o", "pan", "pan.c"]
    subprocess.run(build, cwd=folder, check=True)
    found = subprocess.run(["./pan", "-m100000"], cwd=folder, capture_output=True, text=True)
    return found.stdout


@pytest.mark.parametrize("options", [(), ("-DRESEND",)], ids=["hold", "resend-once"])
def test_no_order_of_steps_breaks_the_promise(tmp_path: Path, options: tuple[str, ...]) -> None:
    answer = checked(tmp_path, *options)

    assert "errors: 0" in answer
    assert "Search not completed" not in answer


def test_without_the_fence_the_model_finds_the_repetition(tmp_path: Path) -> None:
    answer = checked(tmp_path, "-DNOFENCE")

    assert "assertion violated" in answer
