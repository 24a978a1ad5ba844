"""An empty Debian of its own: laid out once by debootstrap, and written to only above it.

What is written lies in memory and is gone afterwards. There is no init system in it;
`tests/deploy/systemctl.py` starts what a unit names, in the narrow place that the unit asks for.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from tests.process.support import ROOT

#: Where empty roots are kept, and for how many seconds before they are laid out anew.
KEPT = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "netzbote-debian"
FRESH = 14 * 86_400
#: What a machine has that somebody has just been given: a way to become root, and certificates.
GIVEN = "sudo,ca-certificates,procps"
USER = "verwaltung"
#: How packages are fetched on this machine.
_FETCHING = ("PIP_", "SSL_", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
_HOST = {
    name: value
    for name, value in os.environ.items()
    if name.upper().startswith(_FETCHING) and name != "PIP_FIND_LINKS"  # a folder of this machine
}
_MOUNTED = """
mount -t tmpfs none "$1" && mkdir "$1/upper" "$1/work" "$1/root" &&
mount -t overlay overlay -o "lowerdir=$2,upperdir=$1/upper,workdir=$1/work" "$1/root" &&
mount -t proc proc "$1/root/proc" && mount --bind /dev "$1/root/dev" &&
mount --bind /dev/pts "$1/root/dev/pts" &&
mount -t tmpfs -o mode=1777 none "$1/root/dev/shm" &&
echo ready; exec sleep 100000
"""


def empty(suite: str) -> Path:
    """Return the folder of an empty Debian, which nobody writes to."""
    if os.geteuid() != 0:
        pytest.skip("only root may lay out a Debian")
    place = KEPT / suite
    if place.exists() and time.time() - place.stat().st_mtime < FRESH:
        return place
    if not shutil.which("debootstrap"):
        _quietly("apt-get", "update")
        _quietly("apt-get", "install", "--yes", "--no-install-recommends", "debootstrap")
    made = KEPT / f"{suite}.new"
    for old in (made, place):
        shutil.rmtree(old, ignore_errors=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    _quietly("debootstrap", "--variant=minbase", f"--include={GIVEN}", suite, str(made))
    made.touch()
    return made.rename(place)


def _quietly(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no empty Debian here: {command[0]}: {done.stdout[-300:]}{done.stderr[-300:]}")


class Debian:
    """An empty Debian; each call finds what the ones before it have left."""

    def __init__(self, suite: str, folder: Path, settings: dict[str, str]) -> None:
        folder.mkdir()
        self._folder, self.settings = folder, settings
        command = ["unshare", "-m", "sh", "-c", _MOUNTED, "sh", str(folder), str(empty(suite))]
        self._holder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._holder.stdout is not None
        if self._holder.stdout.readline() != "ready\n":
            pytest.skip("nothing may be mounted here")
        self.root = Path(f"/proc/{self._holder.pid}/root{folder}/root")
        try:
            self._furnish()
        except BaseException:
            self.ends()
            raise

    def _furnish(self) -> None:
        """Give what a machine has: a name, a resolver, certificates, and somebody who may sudo."""
        for file in ("/etc/resolv.conf", "/etc/ssl/certs/ca-certificates.crt"):
            shutil.copy(file, self.path(file))
        for setting in Path("/etc/apt/apt.conf.d").glob("*"):
            shutil.copy(setting, self.path(str(setting)))
        kept = " ".join([*_HOST, *self.settings, "DEBIAN_FRONTEND"])
        rule = f'Defaults env_keep += "{kept}"\n{USER} ALL=(ALL) NOPASSWD: ALL\n'
        self.path(f"/etc/sudoers.d/{USER}").write_text(rule)
        with self.path("/etc/hosts").open("a") as hosts:
            hosts.write(f"127.0.0.1 localhost {os.uname().nodename}\n")
        self.path("/run/systemd/system").mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / "deploy" / "systemctl.py", self.path("/usr/bin/systemctl"))
        self.path("/usr/bin/systemctl").chmod(0o755)
        self.does(f"id {USER} || useradd --create-home --shell /bin/bash {USER}", user="root")

    def path(self, inside: str) -> Path:
        """Return where a file of it lies for us."""
        return self.root / inside.lstrip("/")

    def _inside(self, script: str, user: str) -> list[str]:
        within = ["nsenter", "-t", str(self._holder.pid), "-m", "chroot", f"{self._folder}/root"]
        begun = f"umask 022; cd ~{user}; {script}"
        return [*within, "runuser", "-u", user, "--", "bash", "-euc", begun]

    def _environment(self) -> dict[str, str]:
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        known = {"PATH": path, "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"}
        return {**_HOST, **self.settings, **known, "TERM": "dumb", "COLUMNS": "200"}

    def does(self, script: str, code: int = 0, user: str = USER, patience: float = 600) -> str:
        """Run a script in there as an ordinary user, and return what it said."""
        done = subprocess.run(
            self._inside(script, user),
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=patience,
            check=False,
        )
        assert done.returncode == code, f"$ {script}\n{done.stdout}"
        return done.stdout

    def types(self, script: str, answers: Sequence[tuple[str, str]], patience: float = 120) -> str:
        """Run a script at a terminal, and type each answer once its question is there."""
        ours, theirs = pty.openpty()
        told, waiting = "", list(answers)
        with subprocess.Popen(
            ["setsid", "--ctty", *self._inside(script, USER)],
            env=self._environment(),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        ) as process:
            os.close(theirs)
            until = time.monotonic() + patience
            seen = 0
            with suppress(OSError):  # the terminal is gone when nobody holds it any more
                while time.monotonic() < until:
                    if not select.select([ours], [], [], 1)[0]:
                        continue
                    if not (came := os.read(ours, 65_536)):
                        break
                    told += came.decode(errors="replace")
                    # The blank at the end comes only once the program listens.
                    if waiting and waiting[0][0] in told[seen:] and told.endswith(": "):
                        seen = len(told)
                        os.write(ours, f"{waiting.pop(0)[1]}\n".encode())
                else:
                    process.kill()
            os.close(ours)
            code = process.wait(timeout=10)
        assert (code, waiting) == (0, []), told
        return told

    def ends(self) -> None:
        """Stop what units have started, and let all that was written go."""
        for file in self.path("/run/units").glob("*.pid"):
            with suppress(ProcessLookupError, ValueError):
                os.kill(int(file.read_text()), signal.SIGKILL)
        self._holder.kill()
        self._holder.wait()
        if self._holder.stdout:
            self._holder.stdout.close()


def told(line: str) -> None:
    """Say on the real output how far it is: it goes on for minutes."""
    print(line, file=sys.__stdout__, flush=True)
