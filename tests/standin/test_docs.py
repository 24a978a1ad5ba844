"""What the README says is what there is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from standin.http.page import Page
from standin.http.sim import Sim
from standin.people.person import Person
from standin.telegram import Telegram
from standin.world.clock import MovableClock
from standin.world.faults import Kind

ROOM = Path(__file__).parents[2] / "standin"
DOCS = (ROOM / "README.md").read_text(encoding="utf-8")


def test_every_door_is_documented_and_no_other(telegram: Telegram) -> None:
    routes = [*Sim(telegram, MovableClock()).routes(), *Page(telegram).routes()]
    doors = {f"{d.method} {d.path}" for d in routes if d.path.startswith("/sim/")}

    assert set(re.findall(r"^\| `((?:GET|POST|DELETE) /sim/[^`]*)`", DOCS, re.MULTILINE)) == doors


def test_every_event_is_documented() -> None:
    source = "".join(path.read_text() for path in ROOM.rglob("*.py"))
    kinds = set(re.findall(r"journal\.add\(\s*\"(\w+)\"", source))

    assert {kind for kind in kinds if f"`{kind}`" not in DOCS} == set()


@pytest.mark.parametrize("kind", Kind)
def test_every_fault_is_documented(kind: Kind) -> None:
    assert f"| `{kind}` |" in DOCS


def test_everything_people_do_is_documented() -> None:
    doings = [name for name in vars(Person) if not name.startswith("_") and name != "sends"]

    assert [name for name in doings if f"`{name}" not in DOCS] == []


def test_every_option_is_documented() -> None:
    command = [sys.executable, "-m", "standin", "--help"]
    options = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    named = set(re.findall(r"--[a-z-]+", options)) - {"--help"}

    assert {option for option in named if f"`{option}`" not in DOCS} == set()
