"""Guards measures: each word is of a closed list or like a slug, and what is written is final."""

from collections.abc import Sequence

import sqlalchemy as sa

from storage.migrations.v0007.words import FORMATS, SECTORS, TOPICS
from storage.migrations.v0013.dialects import (
    FIRST_YEAR,
    LAST_YEAR,
    Dialect,
    among,
    listed,
    may_lack,
)
from storage.migrations.v0013.rules import Guard, dialect_of
from storage.migrations.v0013.triggers import EMPTIED, put_guards, written
from storage.migrations.v0013.triggers import texts as of_all

TABLES = ("measure", "measure_state")
STATES = ["planned", "under-way", "done", "dropped"]
ABOUT = {"topic": TOPICS, "sector": SECTORS, "format": FORMATS, "all": [""]}
_OF_ANOTHER = "guard_ledger_truncate"


def emptied(table: str) -> str:
    """Return how the trigger is called that keeps a table from being emptied."""
    return f"guard_{table}_truncate"


def guards(dialect: str) -> list[Guard]:
    """Return the guards of a database."""
    words = dialect_of(dialect)
    final = {"a measure is final": "FALSE"}
    state = {"a state of a measure is final": "FALSE"}
    return [
        Guard("measure", "INSERT", {**_measure(words), **_new(words, "measure")}),
        Guard("measure", "UPDATE", final),
        Guard("measure", "DELETE", final),
        Guard("measure_state", "INSERT", {**_state(words), **_new(words, "measure_state")}),
        Guard("measure_state", "UPDATE", state),
        Guard("measure_state", "DELETE", state),
    ]


def _measure(words: Dialect) -> dict[str, str]:
    due = words.number("NEW.due_year", FIRST_YEAR, LAST_YEAR)
    return {
        "a measure belongs to a network": words.slug("NEW.network"),
        "a measure belongs to a year": words.number("NEW.year", FIRST_YEAR, LAST_YEAR),
        "a measure has a day and no time": words.day("NEW.day"),
        "a measure has a source like a slug": words.slug("NEW.source"),
        "a measure has a kind like a slug": words.slug("NEW.what"),
        "a measure is about what a closed list has": listed("NEW.about_kind", "NEW.about", ABOUT),
        "a measure has an office of a network": may_lack("NEW.office", words.slug("NEW.office")),
        "a measure is due in a quarter": f"{due} AND {words.number('NEW.due_quarter', 1, 4)}",
        "this year is sealed": sealed("NEW.year"),
    }


def _state(words: Dialect) -> dict[str, str]:
    of_it = "SELECT 1 FROM measure WHERE id = NEW.measure_id AND network = NEW.network"
    return {
        "a state belongs to a network": words.slug("NEW.network"),
        "a state has a day and no time": words.day("NEW.day"),
        "a state is of the list": among("NEW.state", STATES),
        "a state is of a measure of its network": f"EXISTS ({of_it})",
        "this year is sealed": sealed(words.year("NEW.day")),
    }


def sealed(year: str) -> str:
    """Say that a year of the new row's network is not sealed."""
    seal = "SELECT 1 FROM year_seal AS seal WHERE seal.network = NEW.network"
    return f"NOT EXISTS ({seal} AND seal.year = {year})"


def _new(words: Dialect, table: str) -> dict[str, str]:
    """Say that no row is replaced: SQLite asks no one whether the old one may go."""
    if not words.replaces:
        return {}
    same = f"SELECT 1 FROM {table} WHERE id = NEW.id"  # noqa: S608 - ours
    return {f"a row of {table} is not replaced": f"NOT EXISTS ({same})"}


def texts(dialect: str) -> dict[str, str]:
    """Return the text of each guard by its trigger's name: what a database must have kept."""
    return with_emptied(dialect, written(dialect, guards(dialect)), TABLES)


def with_emptied(dialect: str, made: dict[str, str], tables: Sequence[str]) -> dict[str, str]:
    """Return guards with those against TRUNCATE, which SQLite does not know."""
    if dialect == "sqlite":
        return made
    return {**made, **dict.fromkeys(map(emptied, tables), of_all("postgresql")[_OF_ANOTHER])}


def put(connection: sa.Connection) -> None:
    """Put the guards."""
    put_guards(connection, guards(connection.dialect.name))
    never_emptied(connection, TABLES)


def never_emptied(connection: sa.Connection, tables: Sequence[str]) -> None:
    """Let TRUNCATE be refused by the function that is there."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        begun = f"CREATE TRIGGER {emptied(table)} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"
        connection.exec_driver_sql(f"{begun} EXECUTE FUNCTION {EMPTIED}()")
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {emptied(table)}")
