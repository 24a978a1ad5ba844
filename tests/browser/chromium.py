"""Where Chromium is: the system's, else Playwright's own."""

from __future__ import annotations

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


def found() -> str | None:
    """Return the program to start; None if there is none, or if it lacks libraries to start."""
    for place in (*map(shutil.which, NAMES), _playwrights_own()):
        if place and _starts(place):
            return place
    return None


def _starts(program: str) -> bool:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _playwrights_own() -> str | None:
    """Ask Playwright in a process of its own: its blocking half does not run beside a loop."""
    command = [sys.executable, "-c", _ASK]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    program = Path(answer.stdout.strip())
    return str(program) if program.is_file() else None


def fetch() -> None:
    """Fetch Playwright's own."""
    subprocess.call([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)
