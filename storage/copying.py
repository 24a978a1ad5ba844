"""Copies all rows from one database into an empty one of the other kind, row by row and resumable.

While it goes on nobody writes to the source, and both carry a mark by which a bot refuses to start.
Rows go over in the order of their keys, in batches, each a transaction: what a batch lifts of the
guards it puts back before its commit, so that no moment is kept in which they do not hold.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Self

import sqlalchemy as sa

import storage.audience_tables
import storage.deed_tables
import storage.seat_tables  # noqa: F401 - its tables join the metadata
from storage import migrate
from storage.database import DatabaseAway, DatabaseProblem, _only_ours, _prepare_sqlite
from storage.outbox.gates import COPIED, FILLING, FOR_EVER, HOLD
from storage.report.tables import metadata
from storage.tables import lease

Connection = sa.Connection
TABLES: Sequence[sa.Table] = metadata.sorted_tables
#: So much goes over in one transaction: rows, and about how many bytes of them.
BATCH, BATCH_BYTES = 2000, 4_000_000
_FETCH = 500
#: Marks of a copy say nothing of the network: they stay on their side.
_MARKS = (HOLD, COPIED)
#: How long to wait for who has a table, and nothing that would end a long transaction.
_PATIENCE = (
    "SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = 0; "
    "SET LOCAL idle_in_transaction_session_timeout = 0"
)
#: What PostgreSQL says of a full disk.
_DISK_FULL = "53100"
_AGAIN = {"A": "ENABLE ALWAYS", "O": "ENABLE", "R": "ENABLE REPLICA", "D": "DISABLE"}
_POSTGRESQL_GUARDS = (
    "SELECT tgname, tgenabled::text FROM pg_trigger "
    "WHERE tgrelid = to_regclass(:name) AND NOT tgisinternal ORDER BY tgname"
)
_SQLITE_GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name"


class CopyProblem(DatabaseProblem):
    """A copy cannot be made or does not agree; the message says what to do."""


class CopySide:
    """One of the two databases, whose address stands in `named`; used as a context.

    What fails in it is a DatabaseProblem.
    """

    def __init__(self, url: sa.URL, named: str) -> None:
        self._named = named
        self.sqlite = url.get_backend_name() == "sqlite"
        self._engine = _sqlite(url) if self.sqlite else _postgresql(url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """Yield a connection that may write; all of it is kept, or nothing."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise self._problem(error) from error

    def _problem(self, error: sa.exc.DBAPIError) -> DatabaseProblem:
        """Return what failed, with what to do about it."""
        found = migrate.problem(self._engine, error, self._named)
        if self.sqlite or not isinstance(found, DatabaseAway):
            return found
        full = getattr(error.orig, "sqlstate", None) == _DISK_FULL
        remedy = "make room on its disk" if full else f"see that it answers ({self._named})"
        return CopyProblem(f"{found}; {remedy}, and call it again")

    def rows(
        self, connection: sa.Connection, table: sa.Table, after: Sequence[Any] | None = None
    ) -> Iterator[sa.RowMapping]:
        """Yield the rows of a table in the order of their keys, those behind a key, in pieces.

        Raises CopyProblem where one cannot be read.
        """
        key = [self._ordered(column) for column in table.primary_key]
        query = sa.select(table).where(_ours(table)).order_by(*key)
        if after is not None:
            query = query.where(sa.tuple_(*key) > sa.tuple_(*after))
        last = None
        found = connection.execute(query, execution_options={"yield_per": _FETCH})
        try:
            for row in found.mappings():
                yield row
                last = row
        except (ValueError, TypeError) as error:
            place = f"the row after {_named(table, last)}" if last else "the first row"
            said = f"{table.name}: {place} cannot be read; repair or delete it"
            raise CopyProblem(said) from error
        finally:
            found.close()

    def last(self, connection: sa.Connection, table: sa.Table) -> Sequence[Any] | None:
        """Return the greatest key of a table; None if it is empty."""
        key = [self._ordered(column) for column in table.primary_key]
        query = sa.select(*table.primary_key).where(_ours(table))
        row = connection.execute(query.order_by(*(each.desc() for each in key)).limit(1)).first()
        return tuple(row) if row else None

    def count(self, connection: sa.Connection) -> int:
        """Return how many rows there are in all tables."""
        each = [sa.select(sa.func.count()).select_from(t).where(_ours(t)) for t in TABLES]
        return sum(int(connection.scalar(query) or 0) for query in each)

    def _ordered(self, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        """Return a column that both databases sort alike: text by its bytes."""
        text = isinstance(column.type, sa.String) and not self.sqlite
        return sa.collate(column, "C") if text else column

    # -- numbers -------------------------------------------------------------------------------

    def numbers(self, connection: sa.Connection) -> dict[str, int]:
        """Return the last number that was given to a row, by table; none is given twice."""
        if self.sqlite:
            return dict(connection.execute(sa.text("SELECT name, seq FROM sqlite_sequence")).all())
        last = sa.text("SELECT pg_sequence_last_value(pg_get_serial_sequence(:name, 'id'))")
        found = {t.name: connection.scalar(last, {"name": t.name}) for t in _numbered()}
        return {name: number for name, number in found.items() if number}

    def put_numbers(self, connection: sa.Connection, numbers: Mapping[str, int]) -> None:
        """Let the next row of each table get the number that it would have got."""
        for table in _numbered():
            most = connection.scalar(sa.select(sa.func.max(table.c.id))) or 0
            if last := max(most, numbers.get(table.name, 0)):
                self._number_from(connection, table, last)

    def _number_from(self, connection: sa.Connection, table: sa.Table, last: int) -> None:
        named = {"name": table.name, "last": last}
        if not self.sqlite:
            serial = "pg_get_serial_sequence(:name, 'id')"
            connection.execute(sa.text(f"SELECT setval({serial}, :last)"), named)
        elif table.dialect_options["sqlite"]["autoincrement"]:
            connection.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), named)
            connection.execute(sa.text("INSERT INTO sqlite_sequence VALUES (:name, :last)"), named)

    # -- the source ----------------------------------------------------------------------------

    def keep_others_out(self, connection: sa.Connection) -> None:
        """Let nobody else write until the transaction ends. Raises DatabaseProblem if they do.

        SQLite's transaction does so by itself.
        """
        if not self.sqlite:
            names = ", ".join(table.name for table in TABLES)
            connection.exec_driver_sql(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")

    @staticmethod
    def networks(connection: sa.Connection) -> set[str]:
        """Return all networks that have a row."""
        found = [sa.select(t.c.network).distinct() for t in TABLES if "network" in t.c]
        return set(connection.scalars(sa.union(*found)))

    def leader(self, connection: sa.Connection) -> str | None:
        """Return a process that works on a database of which others may be used at once."""
        now = sa.text("clock_timestamp()")
        works = sa.and_(lease.c.expires_at > now, lease.c.expires_at < FOR_EVER)
        return None if self.sqlite else connection.scalar(sa.select(lease.c.owner).where(works))

    # -- marks ---------------------------------------------------------------------------------

    @staticmethod
    def holds(connection: sa.Connection) -> set[str]:
        """Return why sending is held, of all networks."""
        return set(connection.scalars(sa.select(lease.c.owner).where(lease.c.name == HOLD)))

    @staticmethod
    def hold(connection: sa.Connection, networks: set[str], why: str) -> None:
        """Mark a database for all networks."""
        connection.execute(sa.delete(lease).where(lease.c.name == HOLD))
        _put_marks(connection, networks, HOLD, why)

    @staticmethod
    def let_go(connection: sa.Connection) -> None:
        """Take the mark away."""
        connection.execute(sa.delete(lease).where(lease.c.name == HOLD))

    # -- the target ----------------------------------------------------------------------------

    def is_strange(self) -> bool:
        """Return whether there are tables, and none of them says which revision they are of."""
        with self.transaction() as connection:
            names = sa.inspect(connection).get_table_names()
            return bool(names) and "alembic_version" not in names

    def look(self, connection: sa.Connection, stamp: str, *, anew: bool) -> bool:
        """Look whether a target is empty or one's own copy; False if that is finished.

        Unless the copy is begun `anew`, an empty one will not do. Raises CopyProblem.
        """
        holds = self.holds(connection)
        if holds == {f"{FILLING}:{stamp}"}:
            return True
        if stamp in set(connection.scalars(sa.select(lease.c.owner).where(lease.c.name == COPIED))):
            return False
        if not anew:
            raise CopyProblem(
                "this database was copied to another one before, which goes on; to go on with "
                "this one after all: netzbote db copy --stay"
            )
        if holds or any(_has_rows(connection, table) for table in TABLES):
            raise CopyProblem(
                "the target is not empty, and no unfinished copy of this database; "
                "name an empty one in --to, or empty it"
            )
        return True

    def claim(self, connection: sa.Connection, stamp: str, networks: set[str]) -> bool:
        """Take a target for a copy, before anybody else does; False if the copy is finished."""
        if not self.sqlite:
            connection.exec_driver_sql("LOCK TABLE lease IN EXCLUSIVE MODE")
        unfinished = self.look(connection, stamp, anew=True)
        if unfinished:
            self.hold(connection, networks, f"{FILLING}:{stamp}")
        return unfinished

    def fill(self, table: sa.Table, rows: Iterator[sa.RowMapping]) -> Iterator[int]:
        """Put rows in, batch by batch, and yield how many at each. Raises CopyProblem."""
        for batch in _batches(rows):
            values = [dict(row) for row in batch]
            try:
                with self._engine.begin() as connection, self._unguarded(connection, table):
                    connection.execute(sa.insert(table), values)
            except (sa.exc.IntegrityError, sa.exc.DataError) as error:
                raise self._first_refused(table, batch) or migrate.problem(
                    self._engine, error
                ) from error
            except sa.exc.DBAPIError as error:
                raise migrate.problem(self._engine, error, self._named) from error
            yield len(batch)

    def _first_refused(self, table: sa.Table, batch: Sequence[sa.RowMapping]) -> CopyProblem | None:
        """Return which row of a batch the target does not take, and why: never what is in it."""
        with self._engine.connect() as connection, connection.begin() as trial:
            with self._unguarded(connection, table):
                for row in batch:
                    try:
                        with connection.begin_nested():
                            connection.execute(sa.insert(table), dict(row))
                    except sa.exc.DBAPIError as error:
                        why = str(error.orig).strip().partition("\n")[0]
                        place = f"{table.name}, {_named(table, row)}"
                        return CopyProblem(f"{place}: is not taken: {why}; repair or delete it")
            trial.rollback()
        return None

    @contextlib.contextmanager
    def _unguarded(self, connection: sa.Connection, table: sa.Table) -> Iterator[None]:
        """Lift the guards of a table within a transaction: they were passed where rows come from.

        Some guard what may be added to a year that is sealed, which the copy already is.
        """
        query = _SQLITE_GUARDS if self.sqlite else _POSTGRESQL_GUARDS
        found = connection.execute(sa.text(query), {"name": table.name}).all()
        for name, _ in found:
            lifted = f"ALTER TABLE {table.name} DISABLE TRIGGER {name}"
            connection.exec_driver_sql(f"DROP TRIGGER {name}" if self.sqlite else lifted)
        yield
        for name, kept in found:
            back = f"ALTER TABLE {table.name} {_AGAIN.get(kept, '')} TRIGGER {name}"
            connection.exec_driver_sql(kept if self.sqlite else back)

    def finish(self, connection: sa.Connection, stamp: str, networks: set[str]) -> None:
        """Open the target for a bot, and remember whose copy it is."""
        self.let_go(connection)
        connection.execute(sa.delete(lease).where(lease.c.name == COPIED))
        _put_marks(connection, networks, COPIED, stamp)
        for table in () if self.sqlite else TABLES:
            connection.exec_driver_sql(f"ANALYZE {table.name}")


def compared(
    source: CopySide, reading: sa.Connection, target: CopySide, written: sa.Connection
) -> Iterator[tuple[str, int]]:
    """Compare all rows, value by value; yield each table with its number of rows.

    Raises CopyProblem with the first row that differs.
    """
    for table in TABLES:
        n = 0
        pairs = zip_longest(source.rows(reading, table), target.rows(written, table))
        for ours, theirs in pairs:
            if ours is None or theirs is None or _exactly(ours) != _exactly(theirs):
                raise CopyProblem(
                    f"the copy differs: {table.name}, {_named(table, ours or theirs)}; "
                    "empty the target and call it again"
                )
            n += 1
        yield table.name, n


def _exactly(row: sa.RowMapping) -> str:
    """Return all values as text: 1 is not 1.0 there, and not True."""
    return repr(tuple(row.values()))


def _batches(rows: Iterator[sa.RowMapping]) -> Iterator[list[sa.RowMapping]]:
    batch: list[sa.RowMapping] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += sum(len(value) for value in row.values() if isinstance(value, bytes | str))
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _ours(table: sa.Table) -> sa.ColumnElement[bool]:
    """Return which rows of a table go over: marks of a copy do not."""
    return lease.c.name.not_in(_MARKS) if table is lease else sa.true()


def _numbered() -> list[sa.Table]:
    return [t for t in TABLES if "id" in t.c and t.c.id.primary_key]


def _has_rows(connection: sa.Connection, table: sa.Table) -> bool:
    query = sa.select(sa.literal(1)).select_from(table).limit(1)
    return connection.execute(query).first() is not None


def _put_marks(connection: sa.Connection, networks: set[str], name: str, owner: str) -> None:
    row = {"name": name, "owner": owner, "generation": 1, "expires_at": FOR_EVER}
    marks = [{"network": network, **row} for network in sorted(networks)]
    connection.execute(sa.insert(lease), marks)


def _named(table: sa.Table, row: Any) -> str:
    """Say which row it is, but never what somebody wrote or is known by."""
    return f"row {row['id']}" if "id" in table.c else "a row"


def _sqlite(url: sa.URL) -> sa.Engine:
    arguments = {"isolation_level": None, "timeout": 10}
    engine = sa.create_engine(url.set(drivername="sqlite"), connect_args=arguments)
    sa.event.listen(engine, "do_connect", _only_ours(url))
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout=10000"))
    sa.event.listen(engine, "begin", lambda found: found.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _postgresql(url: sa.URL) -> sa.Engine:
    arguments = {"prepare_threshold": None, "connect_timeout": 5}
    engine = sa.create_engine(url, connect_args=arguments)
    sa.event.listen(engine, "begin", lambda found: found.exec_driver_sql(_PATIENCE))
    return engine
