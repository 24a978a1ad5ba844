"""Keeps a second process off the same SQLite file."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.private import FOLDER_MODE, opener
from domain.problem import Problem


class InUse(Problem):
    """Another process runs the bot on this file; the message says what to do."""


@contextmanager
def alone_with(database: Path) -> Iterator[None]:
    """Hold the only lock beside a SQLite file; the system frees it even after kill -9.

    Raises InUse, and OSError where the folder cannot be written.
    """
    path = database.with_name(f"{database.name}.lock")
    path.parent.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    with open(path, "a+", encoding="ascii", opener=opener) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise InUse(
                f"another netzbote (process {holder}) runs on {database}; SQLite allows one, "
                "for several use PostgreSQL"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
