#!/usr/bin/python3
"""Plays systemctl on a Debian where nothing starts services: starts what a unit names.

A service runs as its user, without any capability, on a file system that it may write to only
where its unit says. What needs the kernel's help beyond that (SystemCallFilter, limits of memory,
restarting, the watchdog) is not played: `systemd-analyze` looks at it in another test.
It knows no more than the handbook and install.sh call, and fails at anything else.
"""

import os
import pwd
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

UNITS, RUNNING, LOGS = Path("/etc/systemd/system"), Path("/run/units"), Path("/var/log/units")
PLACE = "/run/units/place"
DEFAULT_STOP = 90.0


def read(name: str) -> dict[str, list[str]]:
    """Return the lines of a unit by their name, each with all its values."""
    found: dict[str, list[str]] = {}
    head, _, rest = name.partition("@")
    instance, _, kind = rest.rpartition(".")
    file = UNITS / (f"{head}@.{kind}" if rest else name)
    for line in file.read_text().replace("%i", instance).splitlines():
        if "=" in line and not line.startswith(("#", ";")):
            key, value = line.split("=", 1)
            found.setdefault(key, []).append(value)
    return found


def said(unit: dict[str, list[str]], key: str, default: str = "") -> str:
    """Return the last value of a line: it is the one that counts."""
    return unit.get(key, [default])[-1]


def narrow(unit: dict[str, list[str]]) -> str:
    """Return the shell's lines that make a service's place, and end by becoming its program."""
    lines = ["set -eu", "mount --make-rprivate / 2>/dev/null || true", f"mount --rbind / {PLACE}"]
    if said(unit, "ProtectSystem") == "strict":
        lines.append(f"mount -o remount,bind,ro {PLACE}")
    for path in " ".join(unit.get("ReadWritePaths", [])).split():
        lines.append(f"mount --bind {path} {PLACE}{path}")
    if said(unit, "PrivateTmp") == "yes":
        lines += [f"mount -t tmpfs -o mode=1777 none {PLACE}{tmp}" for tmp in ("/tmp", "/var/tmp")]
    if said(unit, "ProtectHome") == "yes":
        lines += [f"mount -t tmpfs -o mode=000 none {PLACE}{home}" for home in ("/home", "/root")]
    user = pwd.getpwnam(said(unit, "User", "root"))
    become = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--init-groups"]
    if said(unit, "NoNewPrivileges") == "yes":
        become.append("--no-new-privs")
    if unit.get("CapabilityBoundingSet") == [""]:
        become += ["--bounding-set=-all", "--inh-caps=-all"]
    folder = said(unit, "WorkingDirectory", "/")
    started = f"umask {said(unit, 'UMask', '0022')}; cd {folder}; exec {said(unit, 'ExecStart')}"
    inside = shlex.join(["/usr/sbin/chroot", PLACE, *become, "sh", "-euc", started])
    return "\n".join([*lines, f"exec {inside}"])


def environment(unit: dict[str, list[str]]) -> dict[str, str]:
    """Return what a service is told: its unit's lines, and what a test sets for every process."""
    given = dict(line.split("=", 1) for line in unit.get("Environment", []))
    ours = {name: value for name, value in os.environ.items() if name.startswith("NETZBOTE_")}
    return {**ours, **given, "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin", "LANG": "C.UTF-8"}


def full(name: str) -> str:
    return name if "." in name else f"{name}.service"


def running(name: str) -> int:
    """Return the number of the process of a unit, 0 if there is none."""
    try:
        pid = int((RUNNING / f"{name}.pid").read_text())
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (OSError, ValueError):
        return 0
    return 0 if state == "Z" else pid


def start(name: str) -> int:
    unit = read(name)
    if name.endswith(".timer") or running(name):
        return 0
    Path(PLACE).mkdir(parents=True, exist_ok=True)
    LOGS.mkdir(parents=True, exist_ok=True)
    with (LOGS / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(
            ["unshare", "-m", "sh", "-c", narrow(unit)],
            env=environment(unit),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    if said(unit, "Type") == "oneshot":
        return process.wait()
    (RUNNING / f"{name}.pid").write_text(str(process.pid))
    return 0


def stop(name: str) -> int:
    if not (pid := running(name)):
        return 0
    unit = read(name)
    os.kill(pid, signal.SIGTERM)
    seconds = float(said(unit, "TimeoutStopSec", str(DEFAULT_STOP)).rstrip("s"))
    until = time.monotonic() + seconds
    while running(name) and time.monotonic() < until:
        time.sleep(0.05)
    if running(name):
        os.kill(pid, signal.SIGKILL)
        print(f"{name} did not stop by itself", file=sys.stderr)
        return 1
    return 0


def enable(name: str, on: bool) -> int:
    mark = RUNNING / f"{name}.enabled"
    RUNNING.mkdir(parents=True, exist_ok=True)
    read(name)
    mark.touch() if on else mark.unlink(missing_ok=True)
    return 0


def shown(verb: str, units: list[str], quiet: bool) -> int:
    """Say what runs, as `is-active` and `list-units` do."""
    if verb == "list-units":
        known = sorted(file.name.removesuffix(".pid") for file in RUNNING.glob("*.pid"))
        print("".join(f"{name} loaded active running\n" for name in known if running(name)), end="")
        return 0
    active = all(running(name) for name in units)
    if not quiet:
        print("active" if active else "inactive")
    return 0 if active else 3


def main(words: list[str]) -> int:
    options = {word for word in words if word.startswith("-")}
    verb, *names = [word for word in words if not word.startswith("-")]
    units = [full(name) for name in names]
    if verb == "daemon-reload":
        return 0
    if verb in ("is-active", "status", "list-units"):
        return shown(verb, units, "--quiet" in options)
    if verb not in ("start", "stop", "restart", "enable", "disable") or options - {"--now"}:
        print(f"this systemctl does not know: {' '.join(words)}", file=sys.stderr)
        return 1
    code, now = 0, "--now" in options
    for name in units:
        if verb in ("enable", "disable"):
            code |= enable(name, verb == "enable")
        if verb in ("stop", "restart") or (verb == "disable" and now):
            code |= stop(name)
        if verb in ("start", "restart") or (verb == "enable" and now):
            code |= start(name)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
