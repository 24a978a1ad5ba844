"""Says why a file cannot be used, and what to do: whose it is, who asks, how full the disk is."""

from __future__ import annotations

import errno
import os
import pwd
import stat
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def why(error: OSError, path: Path | None = None) -> str:
    """Return the reason of a failure as the end of a sentence, with what to do about it."""
    place = path or (Path(os.fsdecode(error.filename)) if error.filename else None)
    if place is not None and isinstance(error, PermissionError):
        return closed(place)
    if place is not None and error.errno in _FULL:
        return full(place)
    return error.strerror or str(error)


def closed(path: Path) -> str:
    """Say who owns what keeps us out, the file or a folder above it, and who we are."""
    place = _in_the_way(path)
    try:
        found = place.stat()
    except OSError:
        return f"permission denied to {user(os.geteuid())}"
    of = "" if place == path else f"{place} "
    mode = f"mode {stat.S_IMODE(found.st_mode):03o}"
    return f"{of}belongs to {user(found.st_uid)} ({mode}), and this runs as {user(os.geteuid())}"


def unwritable(path: Path) -> str:
    """Say what keeps us from writing a file, if it is that it belongs to another; else nothing."""
    for place in (path, path.absolute().parent):
        if place.exists() and not os.access(place, os.W_OK):
            return closed(path) if place == path else f"{place} {closed(place)}"
    return ""


def full(path: Path) -> str:
    """Say which disk has no space left."""
    return f"the disk has no space left; make room, {shown_by(path)}"


def shown_by(path: Path) -> str:
    """Return the command that shows how full the disk is on which a file lies."""
    return f"as shown by: df -h {path.absolute().parent}"


def user(number: int) -> str:
    """Return the name of a user, or the number of one without a name."""
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"


def _in_the_way(path: Path) -> Path:
    """Return the last of a path that we are let near: itself, or the folder it is hidden in."""
    for place in (path, *path.absolute().parents):
        try:
            place.stat()
        except PermissionError:
            continue
        except OSError:  # it is not there: the folder decides who may make it
            continue
        return place
    return Path("/")
