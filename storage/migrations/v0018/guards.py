"""Guards agreements: a title has the pattern of a slug, and what was agreed upon is final."""

import sqlalchemy as sa

from storage.migrations.v0013.rules import Guard, dialect_of
from storage.migrations.v0013.triggers import put_guards, written


def guards(dialect: str) -> list[Guard]:
    """Return the guards of a database."""
    words = dialect_of(dialect)
    holds = {
        "an agreement belongs to a network": words.slug("NEW.network"),
        "an agreement has a title like a slug": words.slug("NEW.title"),
        "an agreement stands beside its row": "EXISTS (SELECT 1 FROM ledger WHERE "
        "id = NEW.entry_id AND network = NEW.network AND kind = 'procedure-agreed')",
    }
    if words.replaces:
        holds["a row of agreement is not replaced"] = (
            "NOT EXISTS (SELECT 1 FROM agreement WHERE entry_id = NEW.entry_id)"
        )
    final = {"an agreement is final": "FALSE"}
    return [
        Guard("agreement", "INSERT", holds),
        Guard("agreement", "UPDATE", final),
        Guard("agreement", "DELETE", final),
    ]


def texts(dialect: str) -> dict[str, str]:
    """Return the text of each guard by its trigger's name: what a database must have kept."""
    return written(dialect, guards(dialect))


def put(connection: sa.Connection) -> None:
    """Put the guards."""
    put_guards(connection, guards(connection.dialect.name))
