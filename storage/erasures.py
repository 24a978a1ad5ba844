"""The journal of erasures: kept outside of the database, so that no backup brings anybody back.

A line is added, and is on the disk, before the erasure itself is committed. It holds no name and
no chat: a look-up key, useless without our keys, and the number of the row. Numbers are never used
twice, so who comes back later as somebody new is not taken for the one who was erased.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

from domain.problem import Problem
from storage.disk import why

_LONGEST = 100_000_000


class ErasuresProblem(Problem):
    """The journal cannot be read or written, or is another one; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A row that leads to a person and was deleted for good; `version` names the key of `key`."""

    table: str
    row: int
    key: str
    version: str


@dataclass(frozen=True, slots=True)
class ErasureLine:
    """A line of the journal, by its number."""

    n: int
    on: date
    network: str
    gone: Gone


@dataclass(frozen=True, slots=True)
class JournalStand:
    """Which journal it is, and the number of its last line."""

    journal: str
    last: int


class Erasures:
    """The journal in a file; several processes may write to it."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path, self._now = path, now

    def begin(self) -> JournalStand:
        """Make the journal if there is none, and return how far it is. Raises ErasuresProblem."""
        with self._open() as file:
            return _stand(_lines(file, self.path))

    def note(self, network: str, gone: Sequence[Gone]) -> None:
        """Add lines; they are on the disk when this returns. Raises ErasuresProblem."""
        on = self._now().date()
        with self._open() as file:
            last = _stand(_lines(file, self.path)).last
            lines = [
                json.dumps({"n": n, "on": on.isoformat(), "network": network, **asdict(each)})
                for n, each in enumerate(gone, last + 1)
            ]
            self._put(file, "".join(f"{line}\n" for line in lines))

    def read(self) -> tuple[JournalStand, list[ErasureLine]]:
        """Return all of it. Raises ErasuresProblem if it is not there or not whole."""
        try:
            with self.path.open(encoding="utf-8") as file:
                lines = _lines(file, self.path)
        except FileNotFoundError:
            raise ErasuresProblem(
                f"{self.path}: the journal of erasures is not there; without it erased people "
                "would come back. Lay it there, or name it in NETZBOTE_ERASURES_FILE"
            ) from None
        except OSError as error:
            raise ErasuresProblem(f"{self.path}: cannot be read: {why(error, self.path)}") from None
        return _stand(lines), [_entry(line) for line in lines[1:]]

    def forget(self, before: date) -> int:
        """Take out what no backup needs any more; return how many lines went."""
        with self._open() as file:
            lines = _lines(file, self.path)
            kept = [line for line in lines[1:] if line["on"] >= before.isoformat()]
            if len(kept) == len(lines) - 1:
                return 0
            head = {**lines[0], "last": _stand(lines).last}
            text = "".join(f"{json.dumps(line)}\n" for line in (head, *kept))
            _replace(self.path, text)
            return len(lines) - 1 - len(kept)

    @contextlib.contextmanager
    def _open(self) -> Iterator[TextIO]:
        """Yield the file, made if needed, held against other writers."""
        try:
            with _held(self.path.with_name(f"{self.path.name}.lock")):
                if not self.path.exists() or not self.path.stat().st_size:
                    begun = self._now().date().isoformat()
                    head = {"journal": secrets.token_hex(8), "begun": begun, "last": 0}
                    _replace(self.path, f"{json.dumps(head)}\n")
                with self.path.open("a+", encoding="utf-8") as file:
                    yield file
        except OSError as error:
            reason = why(error, self.path)
            raise ErasuresProblem(f"{self.path}: cannot be written: {reason}") from error

    @staticmethod
    def _put(file: TextIO, text: str) -> None:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def _held(lock: Path) -> Iterator[None]:
    number = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(number, fcntl.LOCK_EX)
        yield
    finally:
        os.close(number)


def _replace(path: Path, text: str) -> None:
    """Write a file as a whole, or not at all."""
    new = path.with_name(f"{path.name}.new")
    number = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(number)
    new.replace(path)


def _lines(file: TextIO, path: Path) -> list[dict[str, Any]]:
    """Return the lines; half a line at the end was never acted upon, and is left out."""
    file.seek(0)
    text = file.read(_LONGEST)
    *whole, half = text.split("\n")
    if half:
        file.truncate(len(text.encode()) - len(half.encode())) if file.writable() else None
    try:
        found = [json.loads(line) for line in whole]
        for line in found[1:]:
            _entry(line)
        str(found[0]["journal"]), int(found[0]["last"])
    except (ValueError, KeyError, IndexError, TypeError):
        raise ErasuresProblem(
            f"{path}: is damaged; put back a copy of the journal of erasures"
        ) from None
    return found


def _stand(lines: Sequence[dict[str, Any]]) -> JournalStand:
    return JournalStand(
        lines[0]["journal"], max(int(lines[0]["last"]), *(each["n"] for each in lines[1:]), 0)
    )


def _entry(line: dict[str, Any]) -> ErasureLine:
    gone = Gone(line["table"], int(line["row"]), line["key"], line["version"])
    return ErasureLine(int(line["n"]), date.fromisoformat(line["on"]), line["network"], gone)
