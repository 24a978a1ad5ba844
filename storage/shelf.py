"""What every part of the store has: a connection, the keys, and one network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.crypto import Vault


def insert_into(table: sa.Table, dialect: str) -> Any:
    """Return an INSERT that knows ON CONFLICT, in a database's own dialect."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # here: SQLite does without it

    return postgresql.insert(table)


@cache
def _once(table: sa.Table, dialect: str, key: tuple[str, ...], columns: frozenset[str]) -> Any:
    """Return the INSERT of rows with these columns that skips a key that is there already.

    It is built once: SQLAlchemy needs longer to build a statement than SQLite to run it.
    """
    insert = insert_into(table, dialect).values({name: sa.bindparam(name) for name in columns})
    once = insert.on_conflict_do_nothing(index_elements=list(key))
    return once.execution_options(preserve_rowcount=True)


class Shelf:
    """One noun's queries, on one network's rows."""

    def __init__(self, connection: AsyncConnection, vault: Vault, network: str) -> None:
        self._connection = connection
        self._vault = vault
        self._network = network

    @property
    def _given(self) -> tuple[AsyncConnection, Vault, str]:
        """What another shelf of the same transaction is made with."""
        return self._connection, self._vault, self._network

    async def _run(self, statement: sa.Executable, rows: Any = None) -> sa.CursorResult[Any]:
        result: sa.CursorResult[Any] = await self._connection.execute(statement, rows)
        return result

    async def _all(self, statement: sa.Executable) -> Sequence[sa.Row[Any]]:
        return (await self._run(statement)).all()

    async def _first(self, statement: sa.Executable) -> sa.Row[Any] | None:
        return (await self._run(statement)).first()

    async def _scalar(self, statement: sa.Executable) -> Any:
        return (await self._run(statement)).scalar()

    async def _add(self, table: sa.Table, **values: Any) -> int:
        """Insert one row and return its id."""
        result = await self._run(sa.insert(table).values(**values))
        key = result.inserted_primary_key
        assert key is not None
        return int(key[0])

    def _insert(self, table: sa.Table) -> Any:
        """Return an INSERT that knows ON CONFLICT, in the database's own dialect."""
        return insert_into(table, self._dialect)

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name

    async def _add_once(
        self, table: sa.Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str]
    ) -> int:
        """Insert the rows whose key is new, in one statement; return how many were."""
        if not rows:
            return 0
        once = _once(table, self._dialect, tuple(key), frozenset(rows[0]))
        return int((await self._run(once, list(rows))).rowcount)

    async def _added(self, statement: sa.Executable) -> int:
        """Run an INSERT and return how many rows it added."""
        counting = statement.execution_options(preserve_rowcount=True)
        return int((await self._run(counting)).rowcount)
