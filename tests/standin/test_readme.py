"""What the README tells a stranger to do works, word for word."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

ROOM = Path(__file__).parents[2] / "standin"
README = (ROOM / "README.md").read_text(encoding="utf-8")
#: The address in the README; here it is that of a free port.
TOLD = "http://127.0.0.1:8081"
PATIENCE = 60.0


def blocks(language: str = "") -> list[str]:
    """Return what stands between fences, in order."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [text for named, text in fenced if named == language]


@contextmanager
def running(command: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a command that begins with `python` until the test is done with it."""
    words = [sys.executable, *shlex.split(command)[1:]]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def curl(command: str) -> str:
    """Do what `curl` would do with these words."""
    words = shlex.split(command)[1:]
    options = dict(pairwise(words))
    address = next(word for word in words if word.startswith("http"))
    headers = dict([options["-H"].split(": ", 1)]) if "-H" in options else {}
    body = options["-d"].encode() if "-d" in options else None
    with urlopen(Request(address, body, headers, method=options.get("-X", "GET"))) as answer:
        return str(answer.read().decode())


@pytest.mark.process
def test_a_stranger_tests_a_bot(tmp_path: Path) -> None:
    """The folder alone, the example as it stands, and the calls as they stand."""
    shutil.copytree(ROOM, tmp_path / "standin", ignore=shutil.ignore_patterns("__pycache__"))
    begin, start_bot, calls = blocks()[:3]
    (tmp_path / "echo.py").write_text(blocks("python")[0])
    with running(begin.replace("8081", "0"), tmp_path) as standin:
        assert standin.stdout
        address = standin.stdout.readline().strip()
        hints = "".join(standin.stdout.readline() for _ in range(5))
        with running(start_bot.replace(TOLD, address), tmp_path):
            says, reads = calls.replace(TOLD, address).strip().splitlines()
            curl(says)
            chat = until_said("Bot: Hello", reads)

    assert f"base_url       {address}/bot\n" in hints
    assert re.fullmatch(r".{16} Anna: Hello\n.{16} Bot: Hello\n", chat)


def until_said(text: str, reads: str) -> str:
    """Read a chat until a text stands in it; return what was read last."""
    deadline = time.monotonic() + PATIENCE
    while text not in (chat := curl(reads)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return chat


async def test_the_test_in_it_is_one() -> None:
    told: dict[str, Any] = {}
    exec(next(block for block in blocks("python") if "async def test_" in block), told)

    await told["test_it_says_the_same"]()

    told["echo"] = _silent
    with pytest.raises(AssertionError, match="The bot has not written anything"):
        await told["test_it_says_the_same"]()


async def _silent(*_: object) -> None:
    """A bot that does not answer: the test in the README notices."""
