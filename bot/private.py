"""Files of ours are for nobody else: how they are made, and which of them others can read."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.problem import Problem

FILE_MODE, FOLDER_MODE = 0o600, 0o700
_OTHERS = 0o077


@contextmanager
def private_files() -> Iterator[None]:
    """Let everything that is made meanwhile be for nobody else, libraries' files too."""
    before = os.umask(_OTHERS)
    try:
        yield
    finally:
        os.umask(before)


def opener(path: str, flags: int) -> int:
    """Open a file for `open`; a new one is for nobody else, whatever the umask says."""
    return os.open(path, flags | os.O_CLOEXEC, FILE_MODE)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, for nobody else. Raises Problem if it is there."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        number = os.open(path, flags, FILE_MODE)
    except FileExistsError:
        raise Problem(f"{path} is there already and stays as it is; name another file") from None
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)


def keep_output_to_ourselves() -> bool:
    """Close the file that the output is sent to for others, if they could read it.

    A shell has made it before we came. Return whether anything was changed.
    """
    try:
        number = sys.stdout.fileno()
        known = os.fstat(number)
        if not stat.S_ISREG(known.st_mode) or not known.st_mode & _OTHERS:
            return False
        os.fchmod(number, FILE_MODE)
    except (OSError, ValueError, AttributeError):
        return False  # no file, or not ours to change
    return True


def open_to_others(paths: Iterable[Path]) -> list[Path]:
    """Return those of the files that somebody else can read or write."""
    found = []
    for path in paths:
        try:
            mode = path.stat().st_mode
        except OSError:
            continue
        if stat.S_ISREG(mode) and mode & _OTHERS:
            found.append(path)
    return found


def sqlite_files(address: str) -> list[Path]:
    """Return the files of a SQLite database by its address; none for another one."""
    if not address.startswith(("sqlite:///", "sqlite+aiosqlite:///")):
        return []
    path = address.partition(":///")[2].partition("?")[0]
    return [Path(f"{path}{ending}") for ending in ("", "-wal", "-shm")] if path else []
