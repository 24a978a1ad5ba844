"""The coordinators' own assessment of a year: one text, without any word about a case."""

from __future__ import annotations

import re
from enum import StrEnum

from domain.typed import signs

#: How long a text may be, as Telegram counts letters (UTF-16 units).
LONGEST = 2000
SHORTEST = 10


class NotKept(StrEnum):
    """Why a text cannot be an assessment."""

    SHORT = "short"
    LONG = "long"
    ADDRESS = "address"


#: Whoever is written to, called or found by it is a person; no report needs that.
_ADDRESSES = re.compile(r"[^\s@]+@[^\s@]+\.\w+|(?:\+|\b0)[\d /()-]{6,}\d")


def not_kept(text: str, longest: int = LONGEST) -> NotKept | None:
    """Return why a tidy text is not kept, whatever its language; None if it may be."""
    if len(text) < SHORTEST:
        return NotKept.SHORT
    if signs(text) > longest:
        return NotKept.LONG
    return NotKept.ADDRESS if _ADDRESSES.search(text) else None


def paragraphs(text: str | None) -> tuple[str, ...]:
    """Return a kept text as paragraphs."""
    return tuple(line for line in (text or "").split("\n") if line)
