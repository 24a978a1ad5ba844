"""What the program is made of: what `make audit` tells, and a package of the same bytes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import supply

ROOT = Path(__file__).parent.parent
#: A day in 2023, as a commit would have it.
COMMITTED = "1700000000"
#: What is packed: rooms of some kind each, no need for all of them.
ROOMS = ("bot", "talk", "standin", "requirements")


def test_only_pinned_packages_are_meant() -> None:
    lines = ["# a list", "aiohttp==3.14.5 \\", "    --hash=sha256:00", "    # via -r run.in"]

    assert supply.pinned([*lines, "python-telegram-bot==22.8 ; extra"]) == [
        "aiohttp",
        "python-telegram-bot",
    ]
    assert {"aiohttp", "sqlalchemy"} <= set(supply.pinned(supply.PINS.read_text().splitlines()))


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("MIT", []),
        ("Apache Software License; BSD License", []),
        ("BSD-3-Clause AND Zlib AND CC0-1.0", []),
        ("UNKNOWN", ["a: UNKNOWN"]),
        ("MIT AND AGPL-3.0-only", ["a: MIT AND AGPL-3.0-only"]),
        ("", ["a: "]),
    ],
)
def test_a_licence_nobody_decided_about_is_told(licence: str, told: list[str]) -> None:
    assert supply.unfree([{"Name": "a", "License": licence}]) == told


def test_a_known_weak_point_is_told_and_so_is_who_could_not_be_asked() -> None:
    packages: list[dict[str, Any]] = [
        {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2", "3"]}]},
        {"name": "b", "version": "1", "vulns": [{"id": "PYSEC-2", "fix_versions": []}]},
        {"name": "c", "version": "1", "vulns": []},
        {"name": "d", "skip_reason": "not found"},
    ]

    assert supply.weak(packages) == [
        "a 1: PYSEC-1 (mended in 2, 3)",
        "b 1: PYSEC-2 (mended in no version yet)",
    ]
    assert supply.unasked(packages) == ["d"]


def packed(folder: Path) -> str:
    """Pack a copy of some rooms in that folder, and return the digest of the package."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run(
        [*build, "--disable-pip-version-check", "--wheel-dir", "dist", "."],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": COMMITTED},
        check=True,
    )
    (made,) = folder.glob("dist/*.whl")
    return hashlib.sha256(made.read_bytes()).hexdigest()


@pytest.mark.process
def test_the_same_sources_give_the_same_package(tmp_path: Path) -> None:
    """At another place, on another day."""
    here, there = tmp_path / "here", tmp_path / "elsewhere" / "deeper"
    for folder in (here, there):
        folder.mkdir(parents=True)
    first = packed(here)
    for file in here.rglob("*"):
        os.utime(file, (0, 0))

    assert packed(there) == first
