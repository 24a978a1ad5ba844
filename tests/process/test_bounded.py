"""A process that works for another one does not outlive it, however that one ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.process.support import environment, until

pytestmark = pytest.mark.process

BEGINS = """
import os, time
from bot.bounded import OneProcess
if __name__ == "__main__":
    process = OneProcess()
    print(process.pool.submit(os.getpid).result(), flush=True)
    time.sleep(600)
"""


def lives(number: int) -> bool:
    """Whether a process is at work; one that ended may wait for somebody to take note of it."""
    try:
        os.kill(number, 0)
        told = Path(f"/proc/{number}/stat").read_text()
    except ProcessLookupError:
        return False
    except FileNotFoundError:  # it ended just now, or this system tells no more
        return not Path("/proc/self").exists()
    return told.rpartition(")")[2].split()[0] != "Z"


def test_a_killed_process_leaves_none_behind(tmp_path: Path) -> None:
    program = tmp_path / "begins.py"
    program.write_text(BEGINS)
    with subprocess.Popen(
        [sys.executable, str(program)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment({}),
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        time.sleep(1)  # now it waits for more to do
        assert lives(child)
        parent.kill()
    try:
        until(lambda: not lives(child), 20)
    finally:
        if lives(child):
            os.kill(child, signal.SIGKILL)
