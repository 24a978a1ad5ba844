"""Makes sure that programs some tests need are there: spin, gcc, PgBouncer, poppler, faketime."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

#: The program and Debian's package of it. Tests without their program are skipped and say so.
WANTED = {
    "spin": "spin",
    "cc": "gcc",
    "pgbouncer": "pgbouncer",
    "pdftotext": "poppler-utils",
    "faketime": "faketime",
}
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"


def find(program: str) -> str | None:
    """Return where a program is."""
    return shutil.which(program, path=_PATH)


def faketime() -> str | None:
    """Return the library that shows a program another time."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    return str(found[0]) if found else None


def ensure() -> list[str]:
    """Fetch what is missing from Debian, if root; return what is missing still."""
    missing = [package for program, package in WANTED.items() if not find(program)]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
        for step in (["apt-get", "update"], install):
            subprocess.call(step, env=environment, stdout=sys.stderr)
    return [program for program in WANTED if not find(program)]


if __name__ == "__main__":
    print(f"Programs: {', '.join(ensure()) or 'none'} missing")
