"""Makes sure that a Chromium is there: the system's, else Debian's, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: For tests in containers: as root, without a display, without calling anybody.
OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


_ASK = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


class NoChromium(Exception):
    """No Chromium was found, and none could be fetched."""


def find() -> Path:
    """Return the program to start. Raises NoChromium if there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()
    if found is None:
        raise NoChromium("There is no Chromium; tests/browser/chromium.py fetches one")
    return Path(found)


def _playwrights_own() -> Path | None:
    """Ask Playwright in a process of its own: its blocking half does not run beside a loop."""
    command = [sys.executable, "-c", _ASK]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    program = Path(answer.stdout.strip())
    return program if program.is_file() else None


def _nothing_to_do() -> bool:
    return True


def _from_debian() -> bool:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    steps = (["apt-get", "update"], install)
    return all(subprocess.call(step, env=environment, stdout=sys.stderr) == 0 for step in steps)


def _from_playwright() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.call(command, stdout=sys.stderr) == 0


def ensure() -> Path:
    """Return the program to start; fetch one if need be. Raises NoChromium if that fails."""
    for fetch in (_nothing_to_do, _from_debian, _from_playwright):
        if fetch():
            try:
                return find()
            except NoChromium:
                continue
    raise NoChromium("No Chromium: install one, or run the tests with -m 'not browser'")


if __name__ == "__main__":
    try:
        print(f"Chromium: {ensure()}")
    except NoChromium as problem:
        sys.exit(str(problem))
