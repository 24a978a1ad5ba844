"""Many networks on one machine: where each lies, and how each is asked without the others.

Each has a folder of its own with its settings, keys and token, and a user of its own who reads
them. So each is asked by a process that runs as that user: one that is broken, or hangs, hides no
other one.
"""

from __future__ import annotations

import json
import os
import pwd
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.env_file import NAMED, settings_file
from domain.problem import Problem
from storage.disk import why

#: Where the folders of all networks lie, and how the settings in each are called.
FOLDER, SETTINGS = Path("/etc/netzbote"), "netzbote.env"
#: Who has this folder to itself, as where there is but one network, is called by its unit.
SINGLE = "netzbote"
#: How many are asked at once, and how long one may take, in seconds.
AT_ONCE, PATIENCE = 4, 120.0


@dataclass(frozen=True, slots=True)
class Member:
    """One network of the machine."""

    name: str
    folder: Path

    @property
    def settings(self) -> Path:
        """The file with its settings."""
        return self.folder / SETTINGS


@dataclass(frozen=True, slots=True)
class Answered:
    """What one network answered: JSON, or nothing and why."""

    member: Member
    answer: Any
    problem: str = ""


def members(folder: Path) -> list[Member]:
    """Return all networks whose settings lie in a folder. Raises Problem if there is none."""
    try:
        inner = sorted(each for each in folder.iterdir() if each.is_dir())
    except OSError as error:
        raise Problem(f"{folder}: {why(error, folder)}") from None
    found = [Member(SINGLE, folder)] if (folder / SETTINGS).exists() else []
    found += [Member(each.name, each) for each in inner if not each.name.startswith(".")]
    if not found:
        raise Problem(f"{folder} holds no network; netzbote setup makes one")
    return found


def ask_all(folder: Path, *command: str) -> list[Answered]:
    """Return what each network answers to a command that writes JSON, in the order of names."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda member: _ask(member, command), members(folder)))


def _ask(member: Member, command: Sequence[str]) -> Answered:
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-P", "-m", "bot", *command],
            env={**os.environ, NAMED: str(member.settings)},
            cwd=member.folder,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
            **_as_its_user(member),
        )
    except subprocess.TimeoutExpired:
        return Answered(member, None, f"did not answer within {PATIENCE:.0f} seconds")
    except OSError as error:
        return Answered(member, None, f"{member.folder}: {why(error, member.folder)}")
    try:
        return Answered(member, json.loads(done.stdout))
    except ValueError:
        return Answered(
            member, None, done.stderr.strip().removeprefix("netzbote: ") or "says nothing"
        )


def _as_its_user(member: Member) -> dict[str, Any]:
    """Return how to run as its service does; only root may, and only root has to."""
    user, group = _user(member)
    if os.geteuid() != 0 or user == 0:
        return {}
    return {"user": user, "group": group, "extra_groups": [], "umask": 0o077}


def _user(member: Member) -> tuple[int, int]:
    """Return user and group: those of the unit, and anywhere else whose the folder is."""
    if FOLDER in (member.folder, member.folder.parent):
        with suppress(KeyError):
            name = SINGLE if member.folder == FOLDER else f"{SINGLE}-{member.name}"
            known = pwd.getpwnam(name)
            return known.pw_uid, known.pw_gid
    owner = member.folder.stat()
    return owner.st_uid, owner.st_gid


def name_here() -> str:
    """Return which network of the machine the settings are of; empty for the only one."""
    folder = settings_file().absolute().parent
    return folder.name if folder.parent == FOLDER else ""


def unit_here(kind: str = "") -> str:
    """Return how systemd calls the service of these settings, or another unit of it."""
    name = name_here()
    return f"netzbote{kind}@{name}" if name else f"netzbote{kind}"
