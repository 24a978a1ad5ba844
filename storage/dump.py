"""Copies a whole database out while it is in use, and into an empty place."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import shutil
import sqlite3
import subprocess
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import sqlalchemy as sa

from domain.address import secrets_in
from storage.database import DatabaseProblem
from storage.disk import full, why

SQLITE = "sqlite"
_PIECE = 1024 * 1024
_ENDING = ".backup-in-progress"
#: Where a backup is tried: how a folder begins, and a database.
_TRIED, _TRIED_IN = ".verify-", "netzbote_verify_"
#: Any number that no other program locks; one after the other fills a database.
_IN_TURN = "SELECT pg_advisory_xact_lock(7305804402566784)"
_FIRST = "SELECT pg_try_advisory_lock(7305804402566785)"


def kind(url: sa.URL) -> str:
    """Return which database it is."""
    return url.get_backend_name()


def copied(url: sa.URL) -> Iterator[bytes]:
    """Yield a copy of all of it, as at one moment, in pieces. Raises DatabaseProblem."""
    yield from _sqlite(Path(url.database or "")) if kind(url) == SQLITE else _postgresql(url)


def _sqlite(path: Path) -> Iterator[bytes]:
    """Yield a SQLite file; the copy lies beside it meanwhile, and whoever writes goes on."""
    copy = path.with_name(f"{path.name}{_ENDING}")
    copy.unlink(missing_ok=True)  # somebody was killed
    try:
        os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        with (
            contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as source,
            contextlib.closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        with copy.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    except sqlite3.Error as error:
        reason = full(copy) if error.sqlite_errorname == "SQLITE_FULL" else str(error)
        raise DatabaseProblem(f"The database {path} cannot be copied: {reason}") from error
    finally:
        copy.unlink(missing_ok=True)


def _postgresql(url: sa.URL) -> Iterator[bytes]:
    with _program(["pg_dump", "--no-owner", "--no-privileges", "--no-comments"], url) as process:
        assert process.stdout is not None
        while piece := process.stdout.read(_PIECE):
            yield piece


def _environment(url: sa.URL) -> dict[str, str]:
    """Return what leads a program of PostgreSQL to a database; nobody sees it among processes."""
    given = {**url.translate_connect_args(username="user"), **url.query}
    named = {f"PG{name.upper()}": str(value) for name, value in given.items()}
    return {**os.environ, "LC_ALL": "C", "PGCONNECT_TIMEOUT": "10", **named}


@contextlib.contextmanager
def _program(command: list[str], url: sa.URL) -> Iterator[subprocess.Popen[bytes]]:
    """Yield a program of PostgreSQL that runs. Raises DatabaseProblem with its own words."""
    if shutil.which(command[0]) is None:
        raise DatabaseProblem(
            f"{command[0]} is not installed; it must be as new as the server: "
            "apt install postgresql-client"
        )
    pipe = subprocess.PIPE
    process = subprocess.Popen(  # noqa: S603 - a program of ours, nothing of it is typed
        command, env=_environment(url), stdin=pipe, stdout=pipe, stderr=pipe
    )
    try:
        yield process
    except BrokenPipeError:
        pass  # it has ended, and says why
    except BaseException:
        process.kill()
        raise
    finally:
        said = _last_words(process)
    if process.returncode:
        for secret in secrets_in(url.render_as_string(hide_password=False)):
            said = said.replace(secret, "…")
        raise DatabaseProblem(f"{command[0]} did not come through: {said}")


def _last_words(process: subprocess.Popen[bytes]) -> str:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
    assert process.stderr is not None
    with process.stderr as errors:
        said = errors.read(20_000).decode(errors="replace")
    process.wait()
    return "; ".join(said.split("\n", maxsplit=2)[:2]).strip("; ")


def is_empty(url: sa.URL) -> bool:
    """Return whether there is nothing yet. Raises DatabaseProblem if that cannot be seen."""
    if kind(url) == SQLITE:
        return not Path(url.database or "").exists()
    tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"
    engine = sa.create_engine(url)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(_IN_TURN)  # who was killed may have left a psql that works
            return connection.exec_driver_sql(tables).scalar() == 0
    except sa.exc.DBAPIError as error:
        raise DatabaseProblem(f"The database does not answer: {str(error.orig).strip()}") from error
    finally:
        engine.dispose()


def poured(pieces: Iterable[bytes], url: sa.URL, closing: str) -> None:
    """Fill an empty database with a copy, and run a last statement: all of it, or nothing.

    Raises DatabaseProblem.
    """
    if kind(url) == SQLITE:
        _pour_sqlite(pieces, Path(url.database or ""), closing)
        return
    command = ["psql", "--no-psqlrc", "--quiet", "--output", os.devnull]
    command += ["--set", "ON_ERROR_STOP=1", "--file", "-"]
    with _program(command, url) as process:
        assert process.stdin is not None
        # psql's own --single-transaction also commits what ends too early, as when we are killed.
        process.stdin.write(f"BEGIN;\n{_IN_TURN};\n".encode())
        _write(pieces, process.stdin)
        process.stdin.write(f"\nSET search_path = public;\n{closing};\nCOMMIT;\n".encode())


def _pour_sqlite(pieces: Iterable[bytes], path: Path, closing: str) -> None:
    """Fill a file under another name, so that half of one is never taken for a database."""
    part = path.with_name(f"{path.name}.restoring")
    try:
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{part}{ending}").unlink(missing_ok=True)
        number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(number, "wb") as file:
            _write(pieces, file)
            file.flush()
            os.fsync(number)
        with contextlib.closing(sqlite3.connect(part)) as connection, connection:
            connection.execute(closing)
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        reason = why(error, part) if isinstance(error, OSError) else str(error)
        raise DatabaseProblem(f"{path} cannot be written: {reason}") from error


def _write(pieces: Iterable[bytes], file: IO[bytes]) -> None:
    for piece in pieces:
        file.write(piece)


@contextlib.contextmanager
def elsewhere(url: sa.URL, folder: Path) -> Iterator[sa.URL]:
    """Yield an empty place of the same kind that is gone afterwards. Raises DatabaseProblem.

    What somebody left who was killed goes, too: it holds as much as the database itself.
    """
    if kind(url) == SQLITE:
        _forget_folders(folder)
        with tempfile.TemporaryDirectory(dir=folder, prefix=_TRIED) as inner, _in_use(Path(inner)):
            yield url.set(database=f"{inner}/netzbote.db")
        return
    own = f"{_TRIED_IN}{zlib.crc32(str(url.database).encode()):08x}_"
    with _first(url) as first:
        left = f"SELECT datname FROM pg_database WHERE starts_with(datname, '{own}')"  # noqa: S608 - ours
        for name in _command(url, left) if first else ():
            _command(url, f"DROP DATABASE {name} WITH (FORCE)")
        name = f"{own}{secrets.token_hex(4)}"
        _command(url, f"CREATE DATABASE {name}")
        try:
            yield url.set(database=name)
        finally:
            _command(url, f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.contextmanager
def _first(url: sa.URL) -> Iterator[bool]:
    """Yield whether nobody else tries a backup of this database, and keep others from being it."""
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield bool(connection.exec_driver_sql(_FIRST).scalar())
    except sa.exc.DBAPIError as error:
        raise _untried(error) from error
    finally:
        engine.dispose()


def _forget_folders(folder: Path) -> None:
    for left in folder.glob(f"{_TRIED}*"):
        with contextlib.suppress(OSError), _in_use(left):
            shutil.rmtree(left)


@contextlib.contextmanager
def _in_use(folder: Path) -> Iterator[None]:
    """Hold a folder as long as we live. Raises BlockingIOError if somebody else does."""
    number = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(number)


def _command(url: sa.URL, statement: str) -> list[str]:
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            found = connection.exec_driver_sql(statement)
            return list(found.scalars()) if found.returns_rows else []
    except sa.exc.DBAPIError as error:
        raise _untried(error) from error
    finally:
        engine.dispose()


def _untried(error: sa.exc.DBAPIError) -> DatabaseProblem:
    said = str(error.orig).strip().partition("\n")[0]
    return DatabaseProblem(f"no database to try it in can be made: {said}")
