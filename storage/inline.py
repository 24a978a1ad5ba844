"""SQLite without a thread of its own: statements run at once, only the commit waits elsewhere.

A driver with a thread hands over each step of each statement, some twenty times a transaction;
that costs several times what SQLite itself needs. A statement of ours takes microseconds, so it
runs where it is called. The commit waits for the disk, so it waits in a thread.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections import deque
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import await_

#: How long to wait for another process that writes, in seconds.
PATIENCE = 10.0
_NAP = 0.005


async def _nothing() -> None:
    """Be awaited: SQLAlchemy checks that an asyncio driver awaits something."""


class InlineCursor(sqlite3.Cursor):
    """A cursor that has fetched everything when it returns, as those of asyncio drivers do."""

    def execute(self, *arguments: Any) -> InlineCursor:
        """Run a statement and fetch its rows: nothing may be pending at the commit."""
        super().execute(*arguments)
        self._rows = deque(super().fetchall()) if self.description else deque()
        return self

    def fetchone(self) -> Any:
        """Return the next row."""
        return self._rows.popleft() if self._rows else None

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """Return the next rows."""
        wanted = min(size or self.arraysize, len(self._rows))
        return [self._rows.popleft() for _ in range(wanted)]

    def fetchall(self) -> list[Any]:
        """Return all rows that are left."""
        rows = list(self._rows)
        self._rows.clear()
        return rows

    async def _async_soft_close(self) -> None:
        """Have nothing to close: SQLAlchemy asks this of asyncio drivers."""


class InlineConnection(sqlite3.Connection):
    """A connection that gives our cursors."""

    def cursor(self, *_: Any) -> InlineCursor:  # type: ignore[override]  # ours is the factory
        """Return one of our cursors."""
        return super().cursor(InlineCursor)


class InlineDialect(SQLiteDialect_pysqlite):
    """SQLAlchemy's own SQLite dialect, allowed to run under its asyncio engine."""

    driver = "inline"
    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: sa.URL) -> type[sa.Pool]:  # noqa: ARG003 (given)
        """Return the pool that waits without blocking the loop."""
        return sa.AsyncAdaptedQueuePool

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Run a statement at once."""
        super().do_execute(cursor, statement, parameters, context)  # type: ignore[no-untyped-call]  # theirs
        await_(_nothing())

    def do_execute_no_params(self, cursor: Any, statement: str, context: Any = None) -> None:
        """Run a statement without values at once."""
        super().do_execute_no_params(cursor, statement, context)  # type: ignore[no-untyped-call]  # theirs
        await_(_nothing())

    def do_executemany(
        self, cursor: Any, statement: str, parameters: Any, context: Any = None
    ) -> None:
        """Run a statement for many rows at once."""
        super().do_executemany(cursor, statement, parameters, context)  # type: ignore[no-untyped-call]  # theirs
        await_(_nothing())

    def do_commit(self, dbapi_connection: Any) -> None:
        """Commit in a thread: this is the one step that waits for the disk."""
        loop = asyncio.get_running_loop()
        await_(loop.run_in_executor(None, dbapi_connection.commit))


sa.dialects.registry.register("sqlite.inline", __name__, "InlineDialect")


def begin(connection: sa.Connection, statement: str) -> None:
    """Begin a transaction; wait for another process that writes, without blocking the loop.

    Raises sqlalchemy's OperationalError if the other one does not finish in time.
    """
    patient_until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.exec_driver_sql(statement)
        except sa.exc.OperationalError as error:
            if not _locked(error) or time.monotonic() > patient_until:
                raise
        else:
            return
        await_(asyncio.sleep(_NAP))


def _locked(error: sa.exc.OperationalError) -> bool:
    cause = error.orig
    return isinstance(cause, sqlite3.OperationalError) and "locked" in str(cause)
