"""Makes the guards: a trigger each, whose text a database keeps as it was written here."""

from collections.abc import Sequence

import sqlalchemy as sa

from storage.migrations.v0013.rules import GUARDED, Guard, dialect_of, guards

_REFUSED = "check_violation"
EMPTIED = "guard_truncate"
#: Guards of earlier versions, which these stand in for.
_LEDGER_WORDS = 9
_OLD_SQLITE = (
    *("ledger_changed", "ledger_erased", "ledger_sealed", "ledger_worded"),
    *(f"ledger_words_insert_{number}" for number in range(1, _LEDGER_WORDS + 1)),
    *(f"counter_words_{event}_{n}" for event in ("insert", "update") for n in range(1, 6)),
    *(f"feedback_count_words_{event}_{n}" for event in ("insert", "update") for n in (1, 2)),
)
_OLD_POSTGRESQL = {
    "ledger_guard": "ledger",
    "ledger_words": "ledger",
    "counter_words": "counter",
    "feedback_count_words": "feedback_count",
}


def texts(dialect: str) -> dict[str, str]:
    """Return the text of each guard by its trigger's name: what a database must have kept."""
    made = written(dialect, guards(dialect_of(dialect)))
    if dialect == "sqlite":
        return made
    return {**made, **dict.fromkeys((_emptied(table) for table in GUARDED), _TRUNCATE)}


def written(dialect: str, of: Sequence[Guard]) -> dict[str, str]:
    """Return the text of guards by the names of their triggers."""
    make = _sqlite if dialect == "sqlite" else _body
    return {guard.name: make(guard) for guard in of}


def put_guards(connection: sa.Connection, of: Sequence[Guard]) -> None:
    """Put guards of a table that is new."""
    if connection.dialect.name == "sqlite":
        for text in written("sqlite", of).values():
            connection.exec_driver_sql(text)
        return
    for guard in of:
        _put_in_postgresql(connection, guard)


def put(connection: sa.Connection) -> None:
    """Put the guards in the place of the older ones."""
    if connection.dialect.name == "sqlite":
        for name in _OLD_SQLITE:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for text in texts("sqlite").values():
            connection.exec_driver_sql(text)
        return
    for name, table in _OLD_POSTGRESQL.items():
        connection.exec_driver_sql(f"DROP TRIGGER {name} ON {table}")
        connection.exec_driver_sql(f"DROP FUNCTION {name}()")
    for guard in guards(dialect_of("postgresql")):
        _put_in_postgresql(connection, guard)
    connection.exec_driver_sql(_function(EMPTIED, _TRUNCATE))
    for table in GUARDED:
        begun = f"CREATE TRIGGER {_emptied(table)} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"
        connection.exec_driver_sql(f"{begun} EXECUTE FUNCTION {EMPTIED}()")
        _always(connection, table, _emptied(table))


def _emptied(table: str) -> str:
    return f"guard_{table}_truncate"


def _when(guard: Guard) -> str:
    columns = f" OF {', '.join(guard.of)}" if guard.of else ""
    return f"BEFORE {guard.event}{columns} ON {guard.table} FOR EACH ROW"


def _sqlite(guard: Guard) -> str:
    refusals = " ".join(
        f"SELECT RAISE(ABORT, '{problem}') WHERE ({rule}) IS NOT TRUE;"
        for problem, rule in guard.rules.items()
    )
    return f"CREATE TRIGGER {guard.name} {_when(guard)} BEGIN {refusals} END"


def _body(guard: Guard) -> str:
    checks = " ".join(
        f"IF ({rule}) IS NOT TRUE THEN RAISE EXCEPTION '{problem}' "
        f"USING ERRCODE = '{_REFUSED}'; END IF;"
        for problem, rule in guard.rules.items()
    )
    row = "OLD" if guard.event == "DELETE" else "NEW"
    return f"BEGIN {checks} RETURN {row}; END"


_TRUNCATE = f"BEGIN RAISE EXCEPTION 'this table is never emptied' USING ERRCODE = '{_REFUSED}'; END"


def _function(name: str, body: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger AS $${body}$$ LANGUAGE plpgsql"


def _put_in_postgresql(connection: sa.Connection, guard: Guard) -> None:
    connection.exec_driver_sql(_function(guard.name, _body(guard)))
    made = f"CREATE TRIGGER {guard.name} {_when(guard)} EXECUTE FUNCTION {guard.name}()"
    connection.exec_driver_sql(made)
    _always(connection, guard.table, guard.name)


def _always(connection: sa.Connection, table: str, name: str) -> None:
    """Let it also guard against who says that they are a copy of another server."""
    connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
