"""Says why nobody may work on a database now: it is half restored, half copied, or left behind."""

from __future__ import annotations

from domain.problem import Problem
from storage.outbox.gates import COPYING, FILLING, MOVED, RESTORING

_CLOSED = {
    RESTORING: "the database is half restored; call netzbote restore FILE again",
    COPYING: "a copy of this database is not finished; call netzbote db copy --to again, or go on "
    "without it: netzbote db copy --stay",
    FILLING: "this database is half a copy; name the former one in NETZBOTE_DATABASE_URL and call "
    "netzbote db copy --to again",
    MOVED: "this database was copied to another one, which goes on; name that in "
    "NETZBOTE_DATABASE_URL, or stay with this one: netzbote db copy --stay",
}


class DatabaseClosed(Problem):
    """Nobody may work on a database now; the message says how to end it."""


def refuse(held: str | None) -> None:
    """Raise DatabaseClosed if why sending is held also keeps everybody from working."""
    said = _CLOSED.get((held or "").partition(":")[0])
    if said is not None:
        raise DatabaseClosed(said)
