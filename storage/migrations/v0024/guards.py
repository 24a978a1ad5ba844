"""Guards the dates of a series like all facts of a training, and what is counted of each."""

from dataclasses import dataclass

import sqlalchemy as sa

from storage.migrations.v0013.dialects import Dialect
from storage.migrations.v0013.rules import Guard, dialect_of
from storage.migrations.v0013.triggers import EMPTIED, put_guards, written
from storage.migrations.v0013.triggers import texts as of_all

#: A session has at most this number; nobody drops and adds so many.
MOST_SESSION = 999
_EMPTIED, _OF_ANOTHER = "guard_session_missed_truncate", "guard_ledger_truncate"
_FINAL = "the sessions of a training are final when it is closed"


@dataclass(frozen=True)
class OfColumn(Guard):
    """A guard that looks at one column, beside those of its table that are there."""

    @property
    def name(self) -> str:
        """How its trigger is called."""
        return f"guard_{self.table}_{self.event.lower()}_sessions"


def guards(dialect: str) -> list[Guard]:
    """Return the guards of a database."""
    words = dialect_of(dialect)
    numbers = {"the sessions of a training are numbers": _numbers(dialect)}
    same = words.same_json("OLD.sessions", "NEW.sessions")
    over = f"OLD.closed_at IS NOT NULL OR ({_sealed(words, 'OLD')})"
    kept = {_FINAL: f"NOT ({over}) OR ({same})"}
    final = {"what is counted of a session is final": "FALSE"}
    return [
        OfColumn("training", "INSERT", numbers),
        OfColumn("training", "UPDATE", {**numbers, **kept}, of=("sessions",)),
        Guard("session_missed", "INSERT", _counts(words)),
        Guard("session_missed", "UPDATE", final),
        Guard("session_missed", "DELETE", final),
    ]


def _numbers(dialect: str) -> str:
    if dialect == "sqlite":
        return "NEW.sessions NOT GLOB '*[^][0-9, -]*'"
    return "CAST(NEW.sessions AS text) ~ '^[][0-9, -]*$'"


def _sealed(words: Dialect, row: str) -> str:
    year = words.local_year(f"{row}.starts_at")
    same = f"seal.network = {row}.network AND seal.year = {year}"
    return f"EXISTS (SELECT 1 FROM year_seal AS seal WHERE {same})"  # noqa: S608 - ours


def _counts(words: Dialect) -> dict[str, str]:
    of_it = "SELECT 1 FROM training AS done WHERE done.id = NEW.training_id"
    closed = f"{of_it} AND done.network = NEW.network AND done.closed_at IS NOT NULL"
    holds = {
        "what is counted of a session belongs to a network": words.slug("NEW.network"),
        "a session has a number": words.number("NEW.number", 1, MOST_SESSION),
        "a session counts": words.number("NEW.n"),
        "a session is of a closed training": f"EXISTS ({closed})",
        "this year is sealed": f"NOT EXISTS ({of_it} AND {_sealed(words, 'done')})",
    }
    if words.replaces:
        holds["a row of session_missed is not replaced"] = (
            "NOT EXISTS (SELECT 1 FROM session_missed WHERE id = NEW.id)"
        )
    return holds


def texts(dialect: str) -> dict[str, str]:
    """Return the text of each guard by its trigger's name: what a database must have kept."""
    made = written(dialect, guards(dialect))
    return made if dialect == "sqlite" else {**made, _EMPTIED: of_all("postgresql")[_OF_ANOTHER]}


def put(connection: sa.Connection) -> None:
    """Put the guards; TRUNCATE is refused by the function that is there."""
    put_guards(connection, guards(connection.dialect.name))
    if connection.dialect.name == "postgresql":
        begun = f"CREATE TRIGGER {_EMPTIED} BEFORE TRUNCATE ON session_missed FOR EACH STATEMENT"
        connection.exec_driver_sql(f"{begun} EXECUTE FUNCTION {EMPTIED}()")
        connection.exec_driver_sql(f"ALTER TABLE session_missed ENABLE ALWAYS TRIGGER {_EMPTIED}")
