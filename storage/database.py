"""The engine under the store: SQLite with one writer, or PostgreSQL; one transaction at a time."""

from __future__ import annotations

import contextlib
import contextvars
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from domain.address import is_well_formed
from domain.problem import Problem
from storage.clock import Clock, of_the_database, told
from storage.crypto import Vault
from storage.erasures import Erasures
from storage.inline import InlineConnection, begin
from storage.store import Store
from storage.writer import Writer

NOTIFY_CHANNEL = "netzbote"


#: Databases that people may try.
_OTHER_DRIVERS = frozenset(
    {"mysql", "mariadb", "postgres", "postgresql", "oracle", "mssql", "sqlite"}
)
_MALFORMED = (
    "The database address cannot be understood; write sqlite:///FILE or "
    "postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE, in the password %40 for @, %20 for a space"
)


class DatabaseProblem(Problem, RuntimeError):
    """The database cannot be used as it is; the message says what to do."""


class DatabaseAway(DatabaseProblem):
    """The database does not answer now; it may be back in a moment."""


def _prepare_sqlite(dbapi_connection: Any, _record: Any) -> None:
    cursor = dbapi_connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        "synchronous=FULL",  # NORMAL may forget the last commits: a forgotten «sent» is a repeat
        "secure_delete=ON",  # what is erased is overwritten
        "busy_timeout=0",  # we wait ourselves, without blocking everybody
        "cache_size=-512",  # KiB; the system keeps the file's pages behind it, for all connections
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _only_ours(url: sa.URL) -> Callable[..., None]:
    """Return what makes a SQLite file before SQLite does: readable for nobody else.

    Its journals take over the mode of the file. A file that is there is never opened beside
    SQLite: closing it would let go of all locks that this process holds on it.
    """

    def make(*_: object) -> None:
        if url.database and url.database != ":memory:":
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            with contextlib.suppress(FileExistsError):
                os.close(os.open(url.database, flags, 0o600))

    return make


def _sqlite(url: sa.URL, beginning: str, **pool: Any) -> AsyncEngine:
    arguments = {
        "factory": InlineConnection,
        "check_same_thread": False,  # the commit has a thread of its own
        # Each takes 10 KiB. Of 8,275 for 1,000 taps 373 are made ready with 32 kept, 244 with 128.
        "cached_statements": 32,
        "isolation_level": None,  # we begin ourselves: the driver's way is deferred
    }
    inline = url.set(drivername="sqlite+inline")
    engine = create_async_engine(inline, connect_args=arguments, hide_parameters=True, **pool)
    sa.event.listen(engine.sync_engine, "do_connect", _only_ours(url))
    sa.event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    sa.event.listen(engine.sync_engine, "begin", lambda connection: begin(connection, beginning))
    return engine


#: A frozen process must not hold its locks for ever, nor a statement a worker. A server that
#: acknowledges commits before they are kept may forget a «sent»: a forgotten one is a repeat.
_PATIENCE = (
    "SET LOCAL idle_in_transaction_session_timeout = '30s'; SET LOCAL statement_timeout = '60s'; "
    "SELECT set_config('synchronous_commit', 'on', true) "
    "WHERE current_setting('synchronous_commit') = 'off'"
)
#: What reads, reads of one moment, as on SQLite: a report would else be of several.
_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; "
#: A line that died without a word is noticed within half a minute (seconds; milliseconds).
_KEEPALIVE = {
    "keepalives": 1,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}


#: Connections of one process to PostgreSQL, and how many more for a moment.
_CONNECTIONS, _MORE = 8, 4


def _begin_postgresql(connection: sa.Connection) -> None:
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql(_ONE_MOMENT + _PATIENCE if reads else _PATIENCE)


def _postgresql(url: sa.URL) -> AsyncEngine:
    """Return an engine that also works behind PgBouncer in transaction mode."""
    engine = create_async_engine(
        url,
        pool_size=_CONNECTIONS,
        max_overflow=_MORE,
        pool_pre_ping=True,
        pool_recycle=1800,
        hide_parameters=True,  # what a statement was given is no part of what is told of an error
        connect_args={"prepare_threshold": None, "connect_timeout": 5, **_KEEPALIVE},
    )
    sa.event.listen(engine.sync_engine, "begin", _begin_postgresql)
    return engine


@contextlib.asynccontextmanager
async def _at_once(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Yield a connection of SQLite that is free again when this ends.

    SQLAlchemy closes in a task of its own, for a server may take its time. Whoever read meanwhile
    would find no connection free and open another one: 2 MiB, most of it what tables there are.
    """
    connection = await engine.connect()
    try:
        yield connection
    finally:
        await connection.close()


class Database:
    """Opens transactions on one network's data and tells who waits when messages were put.

    SQLite gets one writing connection (with several, some wait a long time) and one that reads,
    with others for a moment where a reading needs another one. Leases are measured by
    PostgreSQL's own clock, on SQLite by the caller's, unless a `clock` is given. Who is erased is
    noted in `erasures` first: if that fails, nothing is committed. Raises DatabaseProblem for an
    address that is neither.
    """

    def __init__(
        self,
        url: str,
        vault: Vault,
        network: str,
        clock: Clock | None = None,
        erasures: Erasures | None = None,
    ) -> None:
        self.vault = vault
        self.network = network
        self.erasures = erasures
        self.url = self._checked(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self._clock = clock or (told if self.sqlite else of_the_database)
        if self.sqlite:
            self.engine = _sqlite(
                self.url, "BEGIN IMMEDIATE", pool_size=1, max_overflow=0, pool_timeout=60
            )
            self._reader = _sqlite(self.url, "BEGIN", pool_size=1)
        else:
            self.engine = _postgresql(self.url)
            self._reader = self.engine.execution_options(reads=True)
        self._writer = Writer(self.engine) if self.sqlite else None
        self._listeners: list[Callable[[], None]] = []
        self._before_commit: contextvars.ContextVar[Callable[[Store], Any] | None] = (
            contextvars.ContextVar("before_commit", default=None)
        )

    @staticmethod
    def _checked(url: str) -> sa.URL:
        """Return the address as it is understood. Raises DatabaseProblem, which never shows it."""
        try:
            parsed = sa.make_url(url)
        except (sa.exc.ArgumentError, ValueError):
            parsed = None
        if parsed is None or not is_well_formed(url):
            raise DatabaseProblem(_MALFORMED) from None
        if parsed.drivername not in {"sqlite", "sqlite+aiosqlite", "postgresql+psycopg"}:
            known = parsed.drivername.partition("+")[0] in _OTHER_DRIVERS
            begins = f" begins with {parsed.drivername!r}" if known else " is none of ours"
            raise DatabaseProblem(
                f"The database address{begins}; use sqlite:///FILE or postgresql+psycopg://…"
            )
        return parsed

    @property
    def side_by_side(self) -> int:
        """How many handlers can work at once, each with a connection.

        More would wait for a connection while those before them wait for their turn. SQLite's
        one writer takes them one by one, and commits those together who wait.
        """
        return 32 if self.sqlite else _CONNECTIONS

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None."""
        return Path(self.url.database) if self.sqlite and self.url.database else None

    def on_messages(self, listener: Callable[[], None]) -> None:
        """Call the listener after each commit that put messages into the outbox."""
        self._listeners.append(listener)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Store]:
        """Yield the store; everything done with it is committed together, or nothing."""
        async with self._writing() as connection:
            store = Store(connection, self.vault, self.network, self._clock)
            yield store
            finish = self._before_commit.get()
            if finish is not None:
                await finish(store)
            if store.put_messages and not self.sqlite:
                await connection.exec_driver_sql(f"NOTIFY {NOTIFY_CHANNEL}")
            if self.erasures is not None and store.gone:
                self.erasures.note(self.network, store.gone)  # before anything is gone
        if store.put_messages:
            self.wake()

    def _writing(self) -> contextlib.AbstractAsyncContextManager[AsyncConnection]:
        return self._writer.transaction() if self._writer is not None else self.engine.begin()

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[Store]:
        """Yield the store for reading only, all of one moment; on SQLite it waits for no writer.

        It ends with a rollback: there is nothing to keep, and a commit would wait in a thread.
        """
        async with self._connected() as connection:
            yield Store(connection, self.vault, self.network, self._clock)

    def _connected(self) -> contextlib.AbstractAsyncContextManager[AsyncConnection]:
        return _at_once(self._reader) if self.sqlite else self._reader.connect()

    async def tidy(self) -> None:
        """Let nothing erased linger in SQLite's journal; PostgreSQL cleans up by itself."""
        if not self.sqlite:
            return
        async with self.engine.connect() as connection:
            raw = (await connection.get_raw_connection()).driver_connection
            assert raw is not None
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()  # at once: no thread behind it

    @contextlib.contextmanager
    def finishing(self, finish: Callable[[Store], Any]) -> Any:
        """Run `finish(store)` at the end of each transaction opened in this context."""
        token = self._before_commit.set(finish)
        try:
            yield
        finally:
            self._before_commit.reset(token)

    def wake(self) -> None:
        """Tell everybody who waits for messages."""
        for listener in self._listeners:
            listener()

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()
        await self._reader.dispose()
