"""Guards an answer of an office as before, and that it knows what it was given to by a digest."""

import sqlalchemy as sa

from storage.migrations.v0013.dialects import may_lack
from storage.migrations.v0013.rules import Guard, dialect_of
from storage.migrations.v0013.triggers import put_guards, written
from storage.migrations.v0036.guards import guards as before


def guards(dialect: str) -> list[Guard]:
    """Return the guard of a database that stands in for the one of before."""
    seen = may_lack("NEW.seen", dialect_of(dialect).hexadecimal("NEW.seen"))
    (old,) = (
        each for each in before(dialect) if (each.table, each.event) == ("endorsement", "INSERT")
    )
    rules = {**old.rules, "an answer knows what it was given to by a digest": seen}
    return [Guard(old.table, old.event, rules)]


def texts(dialect: str) -> dict[str, str]:
    """Return the text of each guard by its trigger's name: what a database must have kept."""
    return written(dialect, guards(dialect))


def put(connection: sa.Connection) -> None:
    """Put the guard in the place of the older one."""
    dialect = connection.dialect.name
    for each in guards(dialect):
        if dialect == "sqlite":
            connection.exec_driver_sql(f"DROP TRIGGER {each.name}")
        else:
            connection.exec_driver_sql(f"DROP TRIGGER {each.name} ON {each.table}")
            connection.exec_driver_sql(f"DROP FUNCTION {each.name}()")
    put_guards(connection, guards(dialect))
