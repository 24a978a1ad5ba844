"""Whatever keeps the bot from starting is one line that names what it is and what to do."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import disk
from storage.crypto import new_key
from tests.process.support import call, environment

pytestmark = pytest.mark.process


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    return {
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_BOT_API_URL": "http://127.0.0.1:9",
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
        "NETZBOTE_DATABASE_URL": f"sqlite:///{tmp_path}/netzbote.db",
    }


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def line(done: subprocess.CompletedProcess[str]) -> str:
    """Return the last line that was said; the start has failed for good."""
    assert done.returncode == 1, done.stderr
    return done.stderr.splitlines()[-1].removeprefix("netzbote: ")


def test_a_port_that_is_taken_names_its_setting(
    settings: dict[str, str], tmp_path: Path, taken: int
) -> None:
    listen = {"NETZBOTE_LISTEN": f"127.0.0.1:{taken}"}
    elsewhere = {"NETZBOTE_LISTEN": f"192.0.2.1:{taken}"}

    assert line(call("run", settings=settings | listen, cwd=tmp_path)) == (
        f"NETZBOTE_LISTEN: port {taken} is taken by another program; choose another one, or find "
        f"out who has it: ss -ltnp 'sport = :{taken}'"
    )
    assert "192.0.2.1 is no address of this machine" in line(
        call("run", settings=settings | elsewhere, cwd=tmp_path)
    )


@pytest.mark.parametrize("address", ["htp://x", "api.telegram.org", "https://", "http://a b"])
def test_an_address_that_nobody_can_call_is_not_waited_for(
    settings: dict[str, str], tmp_path: Path, address: str
) -> None:
    done = call("run", settings=settings | {"NETZBOTE_BOT_API_URL": address}, cwd=tmp_path)

    assert "NETZBOTE_BOT_API_URL: must begin with https://" in line(done)


#: Python may be closed to others here, so all of it is there before we become somebody else.
_BECOME = """
import importlib, os, bot.cli, bot.network_file, sqlalchemy.dialects.sqlite
for module in bot.cli.COMMANDS.values():
    importlib.import_module(f"bot.commands.{module}")
bot.network_file.load("rhein-kreis-neuss")
os.setgroups([]); os.setgid(65534); os.setuid(65534); bot.cli.main()
"""


def _as_nobody(*words: str, settings: dict[str, str]) -> str:
    """Return what a command says to somebody who owns nothing here."""
    done = subprocess.run(
        [sys.executable, "-c", _BECOME, *words],
        env=environment(settings),
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return line(done)


root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that everybody may look into; those of pytest are closed."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@root_only
@pytest.mark.parametrize("closed", ["keys", "network", "folder", "database"])
def test_a_file_of_somebody_else_names_owner_and_user(
    settings: dict[str, str], open_folder: Path, closed: str
) -> None:
    place = open_folder / closed
    place.touch(mode=0o600) if closed != "folder" else place.mkdir(mode=0o700)
    changed = {
        "keys": {"NETZBOTE_ENCRYPTION_KEYS": "", "NETZBOTE_ENCRYPTION_KEYS_FILE": str(place)},
        "network": {"NETZBOTE_NETWORK": str(place)},
        "folder": {"NETZBOTE_DATABASE_URL": f"sqlite:///{place}/netzbote.db"},
        "database": {"NETZBOTE_DATABASE_URL": f"sqlite:///{place}"},
    }[closed]
    said = _as_nobody("db", "upgrade", settings=settings | changed)

    assert str(place) in said
    assert f"belongs to root (mode {place.stat().st_mode & 0o777:03o})" in said
    assert "this runs as nobody" in said


def _fill(path: Path) -> None:
    with path.open("wb") as file, contextlib.suppress(OSError):
        while True:
            os.write(file.fileno(), bytes(1024))


@root_only
def test_a_full_disk_is_said(settings: dict[str, str], tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(small)]
    if subprocess.run(mounted, check=False, capture_output=True).returncode:
        pytest.skip("nothing may be mounted here")
    try:
        there = settings | {"NETZBOTE_DATABASE_URL": f"sqlite:///{small}/netzbote.db"}
        full = line(call("run", settings=there, cwd=tmp_path))
        _fill(small / "x")
        for path in small.glob("netzbote*"):
            path.write_bytes(b"")
        fuller = line(call("run", settings=there, cwd=tmp_path))
    finally:
        subprocess.run(["umount", str(small)], check=True)

    for said in (full, fuller):
        assert f"the disk has no space left; make room, as shown by: df -h {small}" in said


@root_only
def test_what_two_processes_talk_by_is_looked_at(settings: dict[str, str], tmp_path: Path) -> None:
    """The memory that is shared by processes cannot be written: no report can be made."""
    doctor = f"{sys.executable} -m bot doctor"
    script = f"mount -t tmpfs -o ro,size=1k none /dev/shm && {doctor}"
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script],
        env=environment(settings), cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 1 or "unshare" in done.stderr:
        pytest.skip("nothing may be mounted here")

    assert "/dev/shm cannot be written (Read-only file system)" in done.stdout
    assert "mount -o remount,rw,mode=1777 /dev/shm" in done.stdout


def test_a_user_without_a_name_is_known_by_the_number() -> None:
    assert disk.user(4_000_000_000) == "user 4000000000"
