"""Plays `docker` where no engine runs: builds for real with buildah, runs in a narrow chroot.

A container gets the image's user, settings and folder, no capability, its volumes, and what
`--read-only`, `--tmpfs` and `--entrypoint` say. Limits of memory, networks of its own, restarting
and the health check by the engine are not played. An option that is not known is an error.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

_CAFILE = "/etc/ssl/certs/ca-certificates.crt"


def buildah(*words: str, patience: float = 1500) -> str:
    done = subprocess.run(
        ["buildah", *words], capture_output=True, text=True, check=False, timeout=patience
    )
    assert done.returncode == 0, f"buildah {shlex.join(words)}\n{done.stdout}{done.stderr}"
    return done.stdout.strip()


def base(root: Path, name: str) -> str:
    """Make an image of an empty root, under the name that is built on."""
    made = buildah("from", "scratch")
    place = buildah("mount", made)
    subprocess.run(f"tar c -C {root} . | tar x -C {place}", shell=True, check=True)
    buildah("umount", made)
    buildah("commit", "-q", "--rm", made, name)
    return name


class Docker:
    """The commands of the handbook, for one image; a folder stands for the machine's own."""

    def __init__(self, image: str, source: Path, folder: Path, based: str) -> None:
        self.image, self._source, self._folder, self._based = image, source, folder, based
        self._environment: dict[str, str] = {}
        self._made, self.mounted = "", Path()
        self._running: dict[str, tuple[subprocess.Popen[bytes], argparse.Namespace]] = {}

    def knows(self, **environment: str) -> None:
        """Tell every container this, too: where the stand-in is."""
        self._environment |= environment

    def build(self, command: str) -> None:
        """Build the image as `docker build` is called."""
        words = shlex.split(command.removeprefix("sudo "))
        assert words[:2] == ["docker", "build"], command
        given = words[2:-1]
        given[given.index("-t") + 1] = self.image
        files = (str(self._source / given[given.index("-f") + 1]), str(self._source))
        given[given.index("-f") + 1] = files[0]
        certificates = ("-v", f"{_CAFILE}:{_CAFILE}:ro")
        how = ("--isolation", "chroot", "--network", "host", "--format", "docker")
        pulled = ("--pull-never", "--build-arg", f"BASE={self._based}")
        buildah("bud", *how, *pulled, *certificates, *given, files[1])
        self._made = buildah("from", "--pull-never", self.image)
        self.mounted = Path(buildah("mount", self._made))

    def context(self) -> list[str]:
        """Return all files that a build could take from the checkout."""
        (self._source / "all").write_text("FROM scratch\nCOPY . /\n", encoding="utf-8")
        image = buildah("bud", "-q", "-f", str(self._source / "all"), str(self._source))
        made = buildah("from", "--pull-never", image)
        place = Path(buildah("mount", made))
        found = [str(path.relative_to(place)) for path in place.rglob("*") if path.is_file()]
        buildah("rm", made)
        buildah("rmi", "-f", image)
        return found

    def config(self) -> Any:
        """Return what the image says of itself."""
        return json.loads(buildah("inspect", "--type", "image", self.image))["Docker"]["config"]

    def run(self, command: str, **more: Any) -> subprocess.Popen[bytes]:
        """Start what `docker run` starts; `more` goes to the process."""
        parser = argparse.ArgumentParser()
        for flag in ("--rm", "--read-only", "--no-healthcheck", "-d", "-it"):
            parser.add_argument(flag, action="store_true")
        for option in (
            "--name",
            "--restart",
            "--tmpfs",
            "--cap-drop",
            "--security-opt",
            "--memory",
        ):
            parser.add_argument(option)
        parser.add_argument("--entrypoint")
        parser.add_argument("-v", action="append", default=[])
        parser.add_argument("-e", action="append", default=[])
        parser.add_argument("image")
        parser.add_argument("words", nargs=argparse.REMAINDER)
        given = parser.parse_args(shlex.split(command.removeprefix("sudo "))[2:])
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} if given.d else {}
        begun = self._begin(given, given.words, **{**quiet, **more})
        if given.d:
            self._running[given.name] = (begun, given)
        return begun

    def exec(self, command: str) -> subprocess.CompletedProcess[str]:
        """Call what `docker exec` calls in a container that runs."""
        name, *words = shlex.split(command.removeprefix("sudo "))[2:]
        _, given = self._running[name]
        again = argparse.Namespace(**{**vars(given), "entrypoint": words[0]})
        pipe = subprocess.PIPE
        process = self._begin(again, words[1:], stdout=pipe, stderr=subprocess.STDOUT)
        out, _ = process.communicate(timeout=120)
        return subprocess.CompletedProcess(words, process.returncode, out.decode(), "")

    def _begin(
        self, given: argparse.Namespace, words: list[str], **more: Any
    ) -> subprocess.Popen[bytes]:
        config, place = self.config(), self._folder / "place"
        place.mkdir(exist_ok=True)
        lines = ["set -eu", f"mount --bind {self.mounted} {place}"]
        if given.read_only:
            lines.append(f"mount -o remount,bind,ro {place}")
        for volume in given.v:
            ours, theirs = volume.split(":")
            lines.append(f"mount --bind {self._folder}{ours} {place}{theirs}")
        if given.tmpfs:
            lines.append(f"mount -t tmpfs -o mode=1777 none {place}{given.tmpfs}")
        lines += [f"mount --bind /dev {place}/dev", f"mount -t proc proc {place}/proc"]
        lines.append(f"mount -t tmpfs -o mode=1777,size=64m none {place}/dev/shm")
        user = config["User"]
        become = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]
        if given.cap_drop == "ALL":
            become += ["--bounding-set=-all", "--inh-caps=-all"]
        if given.security_opt == "no-new-privileges":
            become.append("--no-new-privs")
        entry = [given.entrypoint] if given.entrypoint else config["Entrypoint"]
        called = [*entry, *(words or ([] if given.entrypoint else config["Cmd"]))]
        folder = f"cd {config['WorkingDir']}; exec {shlex.join(called)}"
        lines.append(f"exec {shlex.join(['chroot', str(place), *become, 'sh', '-euc', folder])}")
        environment = dict(pair.split("=", 1) for pair in [*config["Env"], *given.e])
        outer = {**environment, **self._environment}
        return subprocess.Popen(["unshare", "-m", "sh", "-c", "\n".join(lines)], env=outer, **more)

    def ends(self) -> None:
        for process, _ in self._running.values():
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                process.wait(30)
            process.kill()
            process.wait()
        if self._made:
            buildah("umount", self._made)
            buildah("rm", self._made)
