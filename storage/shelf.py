"""What every part of the store has: a connection, the keys, and one network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.paging import LAST, Part, nearest
from storage.clock import Clock, told
from storage.crypto import Vault
from storage.erasures import Gone

Values = Mapping[str, Any]


def insert_into(table: sa.Table, dialect: str) -> Any:
    """Return an INSERT that knows ON CONFLICT, in a database's own dialect."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # memory: a bot on SQLite never needs it

    return postgresql.insert(table)


@cache
def _once(table: sa.Table, dialect: str, key: tuple[str, ...]) -> Any:
    """Return the INSERT that skips rows whose key is there already."""
    return insert_into(table, dialect).on_conflict_do_nothing(index_elements=list(key))


def named(columns: Iterable[str]) -> dict[str, Any]:
    """Return a place for the value of each column, under the column's name."""
    return {name: sa.bindparam(name) for name in columns}


class Shelf:
    """One noun's queries, on one network's rows."""

    def __init__(
        self, connection: AsyncConnection, vault: Vault, network: str, clock: Clock = told
    ) -> None:
        self._connection = connection
        self._vault = vault
        self._network = network
        #: What leases are measured by, instead of by the `now` of each process.
        self._clock = clock

    @property
    def _given(self) -> tuple[AsyncConnection, Vault, str, Clock]:
        """What another shelf of the same transaction is made with."""
        return self._connection, self._vault, self._network, self._clock

    async def _run(
        self, statement: sa.Executable, values: Values | None = None
    ) -> sa.CursorResult[Any]:
        result: sa.CursorResult[Any] = await self._connection.execute(statement, values)
        return result

    async def _all(
        self, statement: sa.Executable, values: Values | None = None
    ) -> Sequence[sa.Row[*tuple[Any, ...]]]:
        return (await self._run(statement, values)).all()

    async def _first(
        self, statement: sa.Executable, values: Values | None = None
    ) -> sa.Row[Any] | None:
        return (await self._run(statement, values)).first()

    async def _scalar(self, statement: sa.Executable) -> Any:
        return (await self._run(statement)).scalar()

    async def _part(self, query: sa.Select[Any], page: int, size: int) -> Part[sa.Row[Any]]:
        """Return a page of a list, from 0, with the number of all; needs a fixed order.

        One statement, and two more for a page beyond the end: then the nearest one is read.
        """
        page = max(0, min(page, LAST))
        counted = query.add_columns(sa.func.count().over().label("of_all"))
        rows = await self._all(counted.limit(size).offset(page * size))
        if rows:
            return Part(rows, page, rows[0].of_all, size)
        if page == 0:
            return Part((), 0, 0, size)
        total = await self._scalar(sa.select(sa.func.count()).select_from(query.subquery()))
        return await self._part(query, nearest(page, total, size), size)

    async def _changed(self, statement: sa.Executable, rows: Sequence[Values] | None = None) -> int:
        """Run it, for each row of values where there are some; return how many rows it changed."""
        # Of an INSERT the number is kept only where it is asked for.
        counting = {"preserve_rowcount": True}
        result = await self._connection.execute(statement, rows, execution_options=counting)
        return int(result.rowcount)

    async def _add(self, table: sa.Table, **values: Any) -> int:
        """Insert one row and return its id."""
        result = await self._run(sa.insert(table).values(**values))
        key = result.inserted_primary_key
        assert key is not None
        return int(key[0])

    def _insert(self, table: sa.Table) -> Any:
        """Return an INSERT that knows ON CONFLICT, in the database's own dialect."""
        return insert_into(table, self._dialect)

    async def _grow(self, table: sa.Table, key: Mapping[str, Any], n: int, *mine: Any) -> None:
        """Add to a count, which begins with this if there is none yet.

        `mine` says whose it is where the key does not.

        SQLite's guard cannot tell an INSERT that would grow a count from one that replaces it.
        """
        same = sa.and_(*(table.c[name] == value for name, value in key.items()), *mine)
        grown = {"n": table.c.n + n}
        if (await self._run(sa.update(table).where(same).values(grown))).rowcount:
            return
        insert = self._insert(table).values(**key, n=n)
        await self._run(insert.on_conflict_do_update(index_elements=list(key), set_=grown))

    def _gone(self, table: sa.Table, rows: Iterable[sa.Row[Any]]) -> list[Gone]:
        """Return what the journal of erasures is to hold of these rows, which led to people."""
        return [Gone(table.name, row.id, *self._known_by(row)) for row in rows]

    def _known_by(self, row: sa.Row[Any]) -> tuple[str, str]:
        """Return a row's look-up key under our newest key, and the key's name.

        What cannot be read is known by the look-up key it has, of a key that nobody can tell.
        """
        try:
            name = self._vault.open(row.sealed)
        except ValueError:
            return row.key.hex(), ""
        return self._vault.lookup(name).hex(), self._vault.version

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name

    async def _add_once(
        self, table: sa.Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str]
    ) -> int:
        """Insert the rows whose key is new, in one statement; return how many were."""
        if not rows:
            return 0
        return await self._changed(_once(table, self._dialect, tuple(key)), rows)

    async def _add_all(self, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows."""
        if rows:
            await self._changed(sa.insert(table), rows)
