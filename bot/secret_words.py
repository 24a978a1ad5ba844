"""What must never be printed, whoever prints it: all secrets of this process and its folder."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping

from bot.env_file import NAMED, PREFIX, settings_file, values_of
from bot.log import Redactor
from domain.address import SHORTEST_SECRET, secrets_in

_WHOLE = frozenset({f"{PREFIX}BOT_TOKEN", f"{PREFIX}WEBHOOK_SECRET", "PGPASSWORD"})
_KEYS = f"{PREFIX}ENCRYPTION_KEYS"
#: More than any file of secrets holds.
_MOST = 100_000


def known_secrets(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the secrets of environment, file of settings and files of secrets, the longest first.

    What cannot be read holds none: this is asked when something else has gone wrong already.
    """
    found: set[str] = set()
    for source in (values_of(settings_file(environment)), dict(environment)):
        for name, value in source.items():
            found |= set(_secrets(name.upper(), value))
    return tuple(sorted((each for each in found if len(each) >= SHORTEST_SECRET), key=len)[::-1])


def washed(text: str) -> str:
    """Return a text without any secret of ours, whoever has put it there."""
    return Redactor(known_secrets()).secrets(text)


class WashedFormatter(logging.Formatter):
    """Formats records of libraries where no log is set up."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record without secrets."""
        return washed(super().format(record))


def _secrets(name: str, value: str) -> Iterator[str]:
    if name == NAMED:
        return  # the settings in it are looked at one by one
    if name.startswith(PREFIX) and name.endswith("_FILE"):
        name, value = name.removesuffix("_FILE"), _content(value)
    if name in _WHOLE:
        yield value
    elif name == _KEYS:
        yield from (key.strip() for key in value.replace("\n", ",").split(","))
    elif name.endswith(("_PROXY", "DATABASE_URL")) or name.startswith(PREFIX):
        yield from secrets_in(value) if "://" in value or "@" in value or "=" in value else ()
        if name == f"{PREFIX}DATABASE_URL":
            yield from secrets_in(value)


def _content(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - an empty path is none
            return file.read(_MOST).strip()
    except (OSError, ValueError):
        return ""
