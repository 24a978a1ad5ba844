"""The programs that some tests need beside Python: fetched where that is possible, else told.

A test says by `needs` what it cannot do without. Where that is missing the test is left out, and
the run ends with one list of all that was missing; in CI nothing may be missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from tests.browser import chromium

#: The program and Debian's package of it.
WANTED = {
    "spin": "spin",
    "cc": "gcc",
    "pgbouncer": "pgbouncer",
    "pdftotext": "poppler-utils",
    "faketime": "faketime",
    "systemd-analyze": "systemd",
    "promtool": "prometheus",
    "chromium": "chromium",
}
MISSING = "not here: "
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"


def in_ci() -> bool:
    """Return whether all must be there: `.ci/run` says so."""
    return bool(os.environ.get("CI"))


@cache
def find(program: str) -> str | None:
    """Return where a program is."""
    if program == "chromium":
        return chromium.found()
    return shutil.which(program, path=_PATH)


def faketime() -> str | None:
    """Return the library that shows a program another time."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    return str(found[0]) if found else None


def needed(program: str) -> str:
    """Return where a program is; without it leave the test out, and fail in CI."""
    place = find(program)
    if place is None and in_ci():
        pytest.fail(f"{program} is missing (Debian: {WANTED[program]})")
    if place is None:
        pytest.skip(f"{MISSING}{program} (Debian: {WANTED[program]})")
    return place


def left_out(reasons: Iterable[str]) -> list[str]:
    """Return one line for each program that tests went without, of the reasons they gave."""
    counted = Counter(each.partition(MISSING)[2] for each in reasons if MISSING in each)
    return [f"{program}: {n} left out" for program, n in sorted(counted.items())]


def ensure() -> list[str]:
    """Fetch what is missing, from Debian if root; return what is missing still."""
    missing = [WANTED[program] for program in WANTED if not find(program)]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "--yes", "--no-install-recommends"]
        steps = (["apt-get", "update"], *([*install, package] for package in missing))
        for step in steps:  # one by one: what one of them lacks the others need not
            subprocess.call(step, env=environment, stdout=sys.stderr)
        find.cache_clear()
    if not find("chromium"):
        chromium.fetch()
        find.cache_clear()
    return [program for program in WANTED if not find(program)]


def main() -> int:
    """Fetch and tell; return 1 if in CI something is missing."""
    missing = [f"{program} (Debian: {WANTED[program]})" for program in ensure()]
    print(f"Programs missing: {', '.join(missing) or 'none'}")
    return int(bool(missing) and in_ci())


if __name__ == "__main__":
    sys.exit(main())
