"""The protocol as a model, every order of steps, crashes and freezes: checked by spin."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.programs import find

MODEL = Path(__file__).with_name("delivery.pml")
SPIN, COMPILER = find("spin"), find("cc")
pytestmark = [pytest.mark.needs("spin", "cc"), pytest.mark.wide]


def checked(folder: Path, *options: str) -> str:
    """Return what the exhaustive search of the model says."""
    assert SPIN
    assert COMPILER

    subprocess.run([SPIN, "-a", *options, MODEL], cwd=folder, check=True, capture_output=True)
    build = [COMPILER, "-DSAFETY", "-w", "-o", "pan", "pan.c"]
    subprocess.run(build, cwd=folder, check=True)
    found = subprocess.run(["./pan", "-m100000"], cwd=folder, capture_output=True, text=True)
    return found.stdout


@pytest.mark.parametrize(
    "options",
    [(), ("-DRESEND",), ("-DCHAT", "-DRESEND")],
    ids=["hold", "resend-once", "chat"],
)
def test_no_order_of_steps_breaks_the_promise(tmp_path: Path, options: tuple[str, ...]) -> None:
    answer = checked(tmp_path, *options)

    assert "errors: 0" in answer
    assert "Search not completed" not in answer


#: A rule that is taken out, and what breaks without it.
WITHOUT = {
    "-DNOFENCE": "assertion violated 0",  # a silent repetition
    "-DNOORDER": "assertion violated (doubt",  # an inversion in the chat
    "-DNOSUPERSEDE": "(shown==2)",  # the card shows an overtaken change
    "-DNOAGAIN": "(shown==2)",  # the same, by one that comes late
}


@pytest.mark.parametrize("rule", WITHOUT)
def test_without_a_rule_the_model_finds_what_it_is_for(tmp_path: Path, rule: str) -> None:
    chat = () if rule == "-DNOFENCE" else ("-DCHAT", "-DRESEND")
    answer = checked(tmp_path, *chat, rule)

    assert "assertion violated" in answer
    assert WITHOUT[rule] in answer
