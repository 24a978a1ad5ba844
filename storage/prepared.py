"""Statements built once; on SQLite they also run past SQLAlchemy's machinery.

SQLAlchemy needs several times as long to build, look up and unwrap a statement as SQLite to run
it. So what runs for every tap is compiled once, its values are converted by SQLAlchemy's own
types, and SQLite's driver is called directly. PostgreSQL goes the usual way.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from storage.inline import InlineConnection

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

Values = Mapping[str, Any]
_Convert = Callable[[Any], Any]


class Compiled:
    """A statement in SQLite's words, with what turns values into its values and back."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        made: Any = statement.compile(dialect=dialect)
        self.sql = str(made)
        self._dialect = dialect
        self._places = [self._place(made, name) for name in made.positiontup]
        columns = made._result_columns if statement.is_select or made.returning else ()  # noqa: SLF001 (no public way)
        names = [column.keyname for column in columns]
        row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # noqa: PYI024 (columns are known only now)
        self._make = row._make
        self._backs = [
            (place, back)
            for place, column in enumerate(columns)
            if (back := column.type._cached_result_processor(dialect, None)) is not None  # noqa: SLF001 (likewise)
        ]

    @staticmethod
    def _place(made: Any, name: str) -> tuple[str | None, Any]:
        """Return a place's name and converter; a constant has no name, and is converted now."""
        convert: _Convert | None = made._bind_processors.get(name)  # noqa: SLF001 (likewise)
        bind = made.binds.get(name)
        if bind is not None and bind.required:
            return name, convert
        constant = made.params[name]
        return None, convert(constant) if convert else constant

    def _values(self, given: Values) -> list[Any]:
        return [
            convert if name is None else (convert(given[name]) if convert else given[name])
            for name, convert in self._places
        ]

    def rows(self, raw: sqlite3.Connection, given: Values) -> list[Any]:
        """Run it and return its rows, each with its columns as attributes."""
        found = self._run(raw, lambda cursor: cursor.execute(self.sql, self._values(given)))
        return [self._made(row) for row in found.fetchall()]

    def change(self, raw: sqlite3.Connection, given: Sequence[Values]) -> int:
        """Run it for each set of values and return how many rows it changed."""
        sets = [self._values(one) for one in given]
        return self._run(raw, lambda cursor: cursor.executemany(self.sql, sets)).rowcount

    def _run(
        self, raw: sqlite3.Connection, work: Callable[[sqlite3.Cursor], sqlite3.Cursor]
    ) -> sqlite3.Cursor:
        try:
            return work(sqlite3.Cursor(raw))
        except sqlite3.Error as error:
            # As everybody else hears of it: what is an outage is decided by these.
            raise sa.exc.DBAPIError.instance(
                self.sql, None, error, sqlite3.Error, dialect=self._dialect
            ) from error

    def _made(self, row: tuple[Any, ...]) -> Any:
        if not self._backs:
            return self._make(row)
        values = list(row)
        for place, back in self._backs:
            values[place] = back(values[place])
        return self._make(values)


class Prepared:
    """A statement whose values all are named; `build` makes it for a dialect by its name."""

    def __init__(self, build: Callable[[str], Any]) -> None:
        self._build = build
        self._built: dict[str, Any] = {}
        self._compiled: Compiled | None = None

    async def rows(self, connection: AsyncConnection, given: Values) -> Sequence[Any]:
        """Run it and return its rows."""
        raw = _direct(connection)
        if raw is not None:
            return self._ready(connection).rows(raw, given)
        return (await connection.execute(self._for(connection), dict(given))).all()

    async def change(self, connection: AsyncConnection, given: Sequence[Values]) -> int:
        """Run it for each set of values and return how many rows it changed."""
        raw = _direct(connection)
        if raw is not None:
            return self._ready(connection).change(raw, given)
        values = [dict(one) for one in given]
        result = await connection.execute(self._for(connection), values)
        return int(result.rowcount)

    def _for(self, connection: AsyncConnection) -> Any:
        name = connection.dialect.name
        if name not in self._built:
            self._built[name] = self._build(name).execution_options(preserve_rowcount=True)
        return self._built[name]

    def _ready(self, connection: AsyncConnection) -> Compiled:
        if self._compiled is None:
            self._compiled = Compiled(self._for(connection), connection.dialect)
        return self._compiled


def prepared(statement: Any) -> Prepared:
    """Prepare a statement that is the same in every dialect."""
    return Prepared(lambda _: statement)


def _direct(connection: AsyncConnection) -> sqlite3.Connection | None:
    """Return SQLite's own connection; None for others, and where somebody listens to statements."""
    sync: Any = connection.sync_connection
    if sync.dialect.name != "sqlite" or sync.engine.dispatch.before_cursor_execute:
        return None
    raw = sync.connection.driver_connection
    return raw if isinstance(raw, InlineConnection) else None
