"""Makes sure that programs some tests need are there: spin, gcc, PgBouncer, poppler."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

#: The program and Debian's package of it. Tests without their program are skipped and say so.
WANTED = {"spin": "spin", "cc": "gcc", "pgbouncer": "pgbouncer", "pdftotext": "poppler-utils"}
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"


def find(program: str) -> str | None:
    """Return where a program is."""
    return shutil.which(program, path=_PATH)


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
