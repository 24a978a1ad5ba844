"""Tells a database that is away, full or busy from a mistake of ours."""

from __future__ import annotations

import re

import sqlalchemy as sa

#: Classes of PostgreSQL's codes: connection, rolled back for others, resources, operator, system.
_CLASSES = ("08", "40", "53", "57", "58")
#: A read-only transaction, a lock not got in time.
_CODES = frozenset({"25006", "55P03"})
_SQLITE = (
    "SQLITE_BUSY",
    "SQLITE_CANTOPEN",
    "SQLITE_CORRUPT",
    "SQLITE_FULL",
    "SQLITE_IOERR",
    "SQLITE_LOCKED",
    "SQLITE_NOTADB",
    "SQLITE_PERM",
    "SQLITE_READONLY",
)

#: The server knows neither this database nor this role, or does not let it in.
_REFUSALS = frozenset({"3D000", "28000", "28P01", "42501"})
#: The same in words: what a server says while somebody connects reaches us without its code.
_REFUSED = re.compile(
    r"(?:role|database|Rolle|Datenbank) .+ (?:does not exist|existiert nicht)"
    r"|no such (?:database|user)"
    r"|[Aa]uthenti(?:cation|fizierung) .*(?:failed|fehlgeschlagen)"
    r"|no pg_hba\.conf entry|kein pg_hba\.conf-Eintrag"
    r"|not permitted to log in|permission denied|keine Berechtigung"
    r"|no password supplied"
)


def refused(error: BaseException) -> bool:
    """Return whether the server will never let us in like this, however long we wait."""
    if not isinstance(error, sa.exc.DBAPIError):
        return False
    code: str | None = getattr(error.orig, "sqlstate", None)
    return code in _REFUSALS if code else _REFUSED.search(str(error.orig)) is not None


def outage(error: BaseException) -> bool:
    """Return whether the database failed, so that the same will work once it is back."""
    # No free connection, or one that broke before and was asked once more.
    if isinstance(error, sa.exc.TimeoutError | sa.exc.PendingRollbackError):
        return True
    if not isinstance(error, sa.exc.DBAPIError):
        return isinstance(error, ConnectionError)
    if error.connection_invalidated:
        return True
    code: str | None = getattr(error.orig, "sqlstate", None)
    if code is not None:
        return code in _CODES or code.startswith(_CLASSES)
    name: str | None = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return name.startswith(_SQLITE)
    # Without a code the connection broke before the database could say anything.
    return isinstance(error, sa.exc.OperationalError | sa.exc.InterfaceError)
