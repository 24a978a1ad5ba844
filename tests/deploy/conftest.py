"""What each of these tests stands on: a stand-in for Telegram, and an empty Debian."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.debian import Debian
from tests.process.support import Process


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[str]:
    """Return the address of a stand-in."""
    words = ("--no-limits", "--local", "--language", "de")
    standin = Process("standin", *words, settings={}, cwd=tmp_path, log=tmp_path / "stand-in")
    yield standin.line()
    standin.close()


@pytest.fixture
def debian(tmp_path: Path, telegram: str) -> Iterator[Debian]:
    """Return an empty Debian whose bot finds the stand-in, and a port that is free here."""
    settings = {"NETZBOTE_BOT_API_URL": telegram, "NETZBOTE_LISTEN": f"127.0.0.1:{free_port()}"}
    made = Debian("bookworm", tmp_path / "debian", settings)
    yield made
    made.ends()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
