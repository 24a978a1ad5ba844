"""What no two networks may share, as it can be compared without being told."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

from bot.private import sqlite_files
from bot.settings import Settings
from domain.problem import Problem

#: Hosts that stand for all addresses of a machine.
_ALL = {"0.0.0.0", "::", "[::]"}  # noqa: S104 - compared, not listened on
#: What each mark is called, and the setting that is to be changed.
MEANT = {
    "token": ("bot token", "NETZBOTE_BOT_TOKEN_FILE"),
    "database": ("database", "NETZBOTE_DATABASE_URL"),
    "key": ("encryption key", "NETZBOTE_ENCRYPTION_KEYS_FILE"),
    "erasures": ("journal of erasures", "NETZBOTE_ERASURES_FILE"),
    "port": ("port", "NETZBOTE_LISTEN"),
}

Marks = Mapping[str, Sequence[str]]


def marks(settings: Settings, salt: str) -> dict[str, list[str]]:
    """Return what these settings must have for themselves; secrets as hashes with a salt."""

    def hashed(text: str) -> str:
        return hmac.new(salt.encode(), text.encode(), hashlib.sha256).hexdigest()

    return {
        "token": [hashed(text) for text in _of(lambda: [settings.token()])],
        "database": [hashed(text) for text in _of(lambda: [_place(settings.database())])],
        "key": [hashed(text) for text in _of(settings.keys)],
        "erasures": [str(each.absolute()) for each in [settings.erasures_file] if each],
        "port": [f"{host}|{port}" for host, port in _listens(settings)],
    }


def _of(read: Callable[[], list[str]]) -> list[str]:
    """Return what can be read; what cannot is said by doctor's own looks."""
    with suppress(Problem):
        return read()
    return []


def _listens(settings: Settings) -> Iterator[tuple[str, int]]:
    with suppress(Problem):
        address = settings.address()
        if address is not None and address[1]:
            yield address


def _place(address: str) -> str:
    """Return which database it is, whoever asks for it."""
    for path in sqlite_files(address)[:1]:
        return str(Path(path).resolve())
    parts = urlsplit(address)
    return f"{parts.hostname or ''}:{parts.port or 5432}{parts.path}?{parts.query}"


def shared(one: Marks, other: Marks) -> list[str]:
    """Return what two networks have in common and must not: names of `MEANT`."""
    found = [
        name
        for name in MEANT
        if name != "port" and set(one.get(name, ())) & set(other.get(name, ()))
    ]
    return found + ["port"] * _same_port(one.get("port", ()), other.get("port", ()))


def _same_port(one: Sequence[str], other: Sequence[str]) -> bool:
    for (host, _, port), (their, _, theirs) in (
        (mine.partition("|"), yours.partition("|")) for mine in one for yours in other
    ):
        if port == theirs and (host == their or {host, their} & _ALL):
            return True
    return False


def clashes(of: Mapping[str, Marks]) -> Iterator[tuple[str, str, str]]:
    """Yield two networks by their names, and what they share: a name of `MEANT`."""
    for one, other in combinations(sorted(of), 2):
        for name in shared(of[one], of[other]):
            yield one, other, name
