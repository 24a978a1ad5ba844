"""Keeps a second process off the same SQLite file."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.private import FOLDER_MODE, opener
from domain.problem import Problem
from storage.disk import why


class InUse(Problem):
    """Another process runs the bot on this file; the message says what to do."""


@contextmanager
def alone_with(database: Path) -> Iterator[None]:
    """Hold the only lock beside a SQLite file; the system frees it even after kill -9.

    Raises InUse, and Problem where the folder cannot be written.
    """
    path = database.with_name(f"{database.name}.lock")
    try:
        path.parent.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
        file = open(path, "a+", encoding="ascii", opener=opener)  # noqa: SIM115 - closed below
    except OSError as error:
        raise Problem(f"{path}: cannot be written: {why(error, path)}") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise InUse(
                f"another netzbote (process {holder}) runs on {database}; SQLite allows one, "
                "for several use PostgreSQL"
            ) from None
        try:
            file.truncate(0)
            os.write(file.fileno(), str(os.getpid()).encode())  # at once: closing writes nothing
        except OSError as error:
            raise Problem(f"{path}: cannot be written: {why(error, path)}") from error
        yield
