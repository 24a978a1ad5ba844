"""Backups: what is in one, how it is written while the bot runs, how it is looked through."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from bot.private import FILE_MODE
from bot.version import version
from domain.problem import Problem
from storage import dump
from storage.crypto import Vault
from storage.database import Database
from storage.disk import why
from storage.erasures import Erasures
from storage.sealed_file import SealedFileProblem, Sealing, unsealed

#: What the name of each of our backups ends with, and of one that is not finished.
ENDING, UNFINISHED = ".backup", ".part"
_LONGEST_HEAD = 10_000


class BackupProblem(Problem):
    """A backup cannot be made or read; the message names the file and says why."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds, and how far the journal of erasures was when it was begun."""

    taken_at: str
    version: str
    revision: str
    network: str
    database: str
    journal: str
    last: int


@dataclass(frozen=True, slots=True)
class BackupSize:
    """How large a backup is, and what it holds, in bytes."""

    file: int
    content: int


def named(folder: Path, network: str, now: datetime) -> Path:
    """Return the name of a backup in a folder."""
    return folder / f"{network}-{now:%Y-%m-%dT%H%M%S}{ENDING}"


def write(
    path: Path, database: Database, erasures: Erasures, revision: str, now: datetime
) -> BackupSize:
    """Write a backup and read it once more; it has its name only once it is whole."""
    if path.exists():
        raise BackupProblem(f"{path} is there already and stays as it is; name another file")
    stand = erasures.begin()
    head = Contents(
        taken_at=now.astimezone(UTC).isoformat(timespec="seconds"),
        version=version(),
        revision=revision,
        network=database.network,
        database=dump.kind(database.url),
        journal=stand.journal,
        last=stand.last,
    )
    part = path.with_name(f"{path.name}{UNFINISHED}")
    try:
        with _new(part) as file:
            content = _seal(file, head, dump.copied(database.url), database.vault)
            file.flush()
            os.fsync(file.fileno())
        proven = looked_through(part, database.vault)
        if proven != content:
            raise BackupProblem(f"{part} holds {proven} bytes of {content}; try once more")
        part.rename(path)
        return BackupSize(path.stat().st_size, content)
    except OSError as error:
        raise BackupProblem(f"{path} cannot be written: {why(error, part)}") from error


@contextmanager
def _new(path: Path) -> Iterator[BinaryIO]:
    """Yield a new file for nobody else; what somebody left who was killed is overwritten."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags, FILE_MODE), "wb") as file:
        yield file


def _seal(file: BinaryIO, head: Contents, pieces: Iterator[bytes], vault: Vault) -> int:
    sealing, packing, size = Sealing(file, vault), zlib.compressobj(), 0
    sealing.write(json.dumps(asdict(head)).encode() + b"\n")
    for piece in pieces:
        size += len(piece)
        sealing.write(packing.compress(piece))
    sealing.write(packing.flush())
    sealing.end()
    return size


@contextmanager
def reading(path: Path, vault: Vault) -> Iterator[tuple[Contents, Iterator[bytes]]]:
    """Yield what a backup says of itself, and its content piece by piece. Raises BackupProblem."""
    try:
        with path.open("rb") as file:
            chunks = unsealed(file, vault)
            head, _, rest = next(chunks).partition(b"\n")
            yield _contents(head), _unpacked(rest, chunks)
    except SealedFileProblem as problem:
        raise BackupProblem(f"{path} {problem}") from None
    except (OSError, zlib.error) as error:
        reason = why(error, path) if isinstance(error, OSError) else "is damaged"
        raise BackupProblem(f"{path} cannot be read: {reason}") from error


def _contents(head: bytes) -> Contents:
    try:
        return Contents(**json.loads(head[:_LONGEST_HEAD]))
    except (ValueError, TypeError):
        raise SealedFileProblem("is of another version of netzbote") from None


def _unpacked(first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpacking = zlib.decompressobj()
    for chunk in chain([first], chunks):
        yield from _pieces(unpacking, chunk)
    if not unpacking.eof:
        raise SealedFileProblem("is not whole")


def _pieces(unpacking: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    """Yield what a chunk unpacks to, bounded however much that is."""
    while chunk:
        yield unpacking.decompress(chunk, 1024 * 1024)
        chunk = unpacking.unconsumed_tail


def looked_through(path: Path, vault: Vault) -> int:
    """Return how many bytes a backup holds, each of them proven. Raises BackupProblem."""
    with reading(path, vault) as (_, pieces):
        return sum(map(len, pieces))


def forget_old(
    folder: Path, network: str, erasures: Erasures, days: int, now: datetime
) -> list[Path]:
    """Delete backups of a network older than so many days, but never the last; return them.

    A day later the journal's lines go that only these needed.
    """
    found = sorted(folder.glob(f"{network}-*{ENDING}"))
    before = named(folder, network, now - timedelta(days=days))
    old = [path for path in found[:-1] if path.name < before.name]
    for path in old:
        path.unlink()
    erasures.forget((now - timedelta(days=days + 1)).date())
    return old
