"""Addresses with passwords in them: what of one may be shown, and what must never be.

People mistype addresses, and what cannot be understood is not shown at all: a password may stand
anywhere in it.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, unquote_plus

#: `driver://name:password@host:port/database?query`, as SQLAlchemy and libpq read it.
_SERVER = re.compile(
    r"(?P<driver>[a-z][a-z0-9+.-]*)://"
    r"(?:(?P<user>[^:/?#@\s]*)(?::(?P<password>[^@\s]*))?@)?"
    r"(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]*)(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>/[A-Za-z0-9_.~%/-]*)?(?:\?(?P<query>[^#\s]*))?"
)
_FILE = re.compile(r"sqlite(?:\+[a-z]+)?://(?:/[^@?\x00-\x1f]*)?(?:\?[a-z_=&0-9]*)?")
#: What may be said of a connection besides its password.
_HARMLESS = frozenset(
    {"host", "port", "dbname", "sslmode", "connect_timeout", "application_name", "user"}
)
#: Words that stand in many addresses and are nobody's secret.
_COMMON = frozenset(
    {"postgresql", "psycopg", "postgresql+psycopg", "postgres", "sqlite", "https", "http", "host"}
    | {"port", "user", "password", "passwd", "dbname", "sslmode", "localhost", "telegram"}
)
_SEPARATORS = re.compile(r"[:/@?&=#\s]+")
#: Shorter ones would be found in everything; nobody's password should be so short.
SHORTEST_SECRET = 4


def is_well_formed(address: str) -> bool:
    """Return whether it can be told for sure which part of an address is the password."""
    return bool(_FILE.fullmatch(address) or _SERVER.fullmatch(address))


def shown(address: str) -> str:
    """Return what of an address may be shown: never a name, a password or a query."""
    if _FILE.fullmatch(address):
        return address
    found = _SERVER.fullmatch(address)
    if found is None:
        return "an address that cannot be understood"
    if not found["user"] and ":" in address.partition("://")[2]:
        return f"{found['driver']}://…"  # host and port, or a name and password without their @
    port = f":{found['port']}" if found["port"] else ""
    return f"{found['driver']}://{found['host']}{port}{found['path'] or ''}"


def secrets_in(address: str) -> frozenset[str]:
    """Return everything in an address that may be a secret, as it stands and decoded."""
    if not address or _FILE.fullmatch(address):
        return frozenset()
    found = _SERVER.fullmatch(address)
    if found is None or (not found["user"] and ":" in address.partition("://")[2]):
        parts = [address, *_SEPARATORS.split(address)]
    else:
        asked = (pair.partition("=") for pair in (found["query"] or "").split("&"))
        parts = [found["password"] or ""]
        parts += [value for name, _, value in asked if name.lower() not in _HARMLESS]
    spelled = {form for part in parts for form in (part, unquote(part), unquote_plus(part))}
    return frozenset(
        each for each in spelled if len(each) >= SHORTEST_SECRET and each.lower() not in _COMMON
    )
