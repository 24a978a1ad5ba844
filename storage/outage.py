"""Tells a database that is away, full or busy from a mistake of ours."""

from __future__ import annotations

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


def outage(error: BaseException) -> bool:
    """Return whether the database failed, so that the same will work once it is back."""
    if isinstance(error, sa.exc.TimeoutError):  # no free connection
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
