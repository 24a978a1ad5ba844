"""The product on a Debian: installed, set up, backed up, upgraded, rolled back, taken away.

Everything happens in a copy of this machine's own Debian that is gone afterwards: what is written
lies in memory, above the real files. There is no init system in it; what a unit would start is
started by the command that stands in it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.process.support import Process

pytestmark = [
    pytest.mark.deploy,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount"),
]
ROOT = Path(__file__).resolve().parents[2]
_COPY = """
mount -t tmpfs none "$1" && mkdir "$1/upper" "$1/work" "$1/root" &&
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root" &&
mount -t proc proc "$1/root/proc" && mount --bind /dev "$1/root/dev" &&
mount -t tmpfs -o mode=1777 none "$1/root/dev/shm" &&
mount -t tmpfs none "$1/root/tmp" && rm -rf "$1/root/run/systemd" "$1/root/etc/netzbote" &&
exec chroot "$1/root" sh -eu -c "$2"
"""


class Debian:
    """A copy of this Debian; each call finds what the ones before it have left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.root = Path()
        self._holder = subprocess.Popen(
            [
                "unshare",
                "-m",
                "sh",
                "-c",
                _COPY,
                "sh",
                str(folder),
                "echo ready; exec sleep 100000",
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._holder.stdout is not None
        if self._holder.stdout.readline() != "ready\n":
            pytest.skip("nothing may be mounted here")
        self.root = Path(f"/proc/{self._holder.pid}/root")

    def does(self, script: str, code: int = 0) -> str:
        """Run a script as root in there, and return what it said."""
        within = ["nsenter", "-t", str(self._holder.pid), "-m", "chroot", f"{self._folder}/root"]
        done = subprocess.run(
            [*within, "sh", "-eu", "-c", f"cd /root; umask 022; {script}"],
            env={"PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", **_KEPT},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def ends(self) -> None:
        self._holder.kill()
        self._holder.wait()
        if self._holder.stdout:
            self._holder.stdout.close()


#: How packages are fetched on this machine.
_KEPT = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_"))}


@pytest.fixture
def debian(tmp_path: Path) -> Iterator[Debian]:
    (tmp_path / "debian").mkdir()
    made = Debian(tmp_path / "debian")
    yield made
    made.ends()


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[str]:
    standin = Process(
        "standin", "--no-limits", "--local", settings={}, cwd=tmp_path, log=tmp_path / "stand-in"
    )
    yield standin.line()
    standin.close()


def source(folder: Path) -> Path:
    """Return a checkout with a folder of an earlier build in it, which must not come along."""
    shutil.copytree(
        ROOT, folder, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache")
    )
    (folder / "build" / "lib" / "bot").mkdir(parents=True)
    (folder / "build" / "lib" / "bot" / "gone.py").write_text("raise SystemExit")
    return folder


def test_from_nothing_to_the_first_link_and_back(
    debian: Debian, telegram: str, tmp_path: Path
) -> None:
    source(debian.root / "root" / "netzbote")

    said = debian.does("netzbote/deploy/install.sh")
    assert "Next: sudo netzbote setup" in said
    assert "No such file" in debian.does("ls /opt/netzbote/current/lib/*/*/bot/gone.py", code=2)
    assert debian.does("ls netzbote/build/lib/bot").strip() == "gone.py"

    debian.does(
        "printf '1:demo\\n' > /etc/netzbote/bot_token; chown netzbote /etc/netzbote/*; "
        "chmod 600 /etc/netzbote/bot_token"
    )
    here = f"export NETZBOTE_BOT_API_URL={telegram};"
    said = debian.does(f"{here} netzbote setup --network rhein-kreis-neuss --yes")
    assert re.search(r"https://t\.me/\w+\?start=\w+", said)
    modes = debian.does("stat -c '%a %U %n' /etc/netzbote /etc/netzbote/* /var/lib/netzbote/*")
    assert {line.split()[1] for line in modes.splitlines()} == {"netzbote"}
    assert {line.split()[0] for line in modes.splitlines()} == {"700", "600"}

    unit = debian.does("sed -n 's/^ExecStart=//p' /etc/systemd/system/netzbote-backup.service")
    started = unit.strip().replace("/opt/netzbote/current/bin/netzbote", "netzbote")
    assert "written and read again" in debian.does(started)
    assert "It can be restored" in debian.does(
        "netzbote backup verify /var/backups/netzbote/*.backup"
    )

    before = debian.does("cat /etc/netzbote/* | sha256sum; readlink /opt/netzbote/current")
    debian.does("echo '# a newer one' >> netzbote/bot/version.py; netzbote/deploy/install.sh")
    after = debian.does("cat /etc/netzbote/* | sha256sum; readlink /opt/netzbote/current")
    assert before.splitlines()[0] == after.splitlines()[0]
    assert before.splitlines()[1] != after.splitlines()[1]
    debian.does("netzbote/deploy/install.sh --rollback")
    back = debian.does("cat /etc/netzbote/* | sha256sum; readlink /opt/netzbote/current")
    assert back == before

    assert "call it with sudo" in debian.does("runuser -u nobody -- netzbote doctor", code=1)
    debian.does("netzbote/deploy/install.sh --uninstall")
    assert debian.does("ls /etc/netzbote/encryption_keys /var/lib/netzbote/netzbote.db")
    assert debian.does("ls -d /opt/netzbote /usr/local/bin/netzbote", code=2)
