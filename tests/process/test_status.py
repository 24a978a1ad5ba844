"""How a running bot says that it is well, and that it is not."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bot import watchdog
from bot.env_file import NAMED
from storage.crypto import new_key
from tests.process.support import TOKEN, Process, call, until

pytestmark = pytest.mark.process


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a small disk of its own, where it may be had."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(place)]
    if subprocess.run(mounted, check=False, capture_output=True).returncode:
        pytest.skip("nothing may be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def ready(port: int) -> dict[str, str]:
    with suppress(OSError):
        try:
            with urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=10) as answer:
                return dict(json.load(answer)["checks"])
        except HTTPError as error:
            with error:
                return dict(json.load(error)["checks"])
    return {}


def test_a_full_disk_is_red_and_status_says_so(tmp_path: Path, disk: Path, free_port: int) -> None:
    standin = Process(
        "standin", "--no-limits", "--local", settings={}, cwd=tmp_path, log=tmp_path / "stand-in"
    )
    settings = {
        "NETZBOTE_BOT_TOKEN": TOKEN,
        "NETZBOTE_BOT_API_URL": standin.line(),
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
        "NETZBOTE_DATABASE_URL": f"sqlite:///{disk}/netzbote.db",
        "NETZBOTE_LISTEN": f"127.0.0.1:{free_port}",
    }
    down = call("status", settings=settings, cwd=tmp_path)
    bot = Process("bot", "run", settings=settings, cwd=tmp_path, log=tmp_path / "bot.log")
    try:
        until(lambda: set(ready(free_port).values()) == {"ok"})
        well = call("status", "--quiet", settings=settings, cwd=tmp_path)
        with (disk / "filler").open("wb") as file, suppress(OSError):
            while True:
                os.write(file.fileno(), bytes(1024))
        until(lambda: "full" in ready(free_port)["database"])
        full = call("status", "--quiet", settings=settings, cwd=tmp_path)
        (disk / "filler").unlink()
        until(lambda: ready(free_port)["database"] == "ok")
        with urlopen(f"http://127.0.0.1:{free_port}/metrics", timeout=10) as answer:
            figures = answer.read().decode()
    finally:
        bot.close()
        standin.close()

    assert down.returncode == 1
    assert "does not answer; is it started? systemctl status netzbote" in down.stdout
    assert (well.returncode, well.stdout) == (0, "")
    assert full.returncode == 1
    assert "cannot be written: database or disk is full" in full.stdout
    for line in (
        'netzbote_ready{check="database",network="rhein-kreis-neuss"} 1.0',
        'netzbote_stale{network="rhein-kreis-neuss"} 0.0',
        'netzbote_leads{network="rhein-kreis-neuss"} 1.0',
        'netzbote_tick_failures_total{network="rhein-kreis-neuss",tick="retention"} 0.0',
    ):
        assert line in figures


async def test_systemd_hears_that_we_live(tmp_path: Path) -> None:
    place = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(place))
        ear.setblocking(False)
        told = {watchdog.SOCKET: str(place), watchdog.PATIENCE: "30000"}
        patting = asyncio.create_task(watchdog.pat(told))
        loop = asyncio.get_running_loop()
        heard = [await asyncio.wait_for(loop.sock_recv(ear, 100), 5) for _ in range(3)]
        patting.cancel()

    assert heard == [b"WATCHDOG=1"] * 3


def test_the_unit_asks_for_it() -> None:
    unit = (Path(__file__).resolve().parents[2] / "deploy/systemd/netzbote.service").read_text()

    assert "WatchdogSec=60s\nNotifyAccess=main\n" in unit
    assert f"Environment={NAMED}=/etc/netzbote/netzbote.env\n" in unit
