"""Looks at what people typed: words that stand for one case, and what may be somebody's name.

A rule cannot know what is about a case. It refuses what surely is; a person decides the rest.
"""

from __future__ import annotations

import re

#: Words that stand in files about one case and in no report about a network.
_CASES = re.compile(
    r"\b(?:geb\.|geboren(?:e[rns]?)? am|aktenzeichen|fallnummer|az\.?:|born on|case number"
    r"|(?:mädchen|junge|kind|girl|boy|child) \(?\d{1,2}\b"
    r"|\d{1,2}[- ]?jährige[rns]? (?:kind|mädchen|junge)|\d{1,2}[- ]year[- ]old (?:girl|boy|child))",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\b(?:Frau|Herrn?|Familie|Eheleute|Mrs?\.?|Ms\.?)\s+[A-ZÄÖÜ][\w'’-]+")


def sounds_like_a_case(text: str) -> bool:
    """Return whether a text surely is about a single case."""
    return _CASES.search(text) is not None


def maybe_names(text: str) -> list[str]:
    """Return what looks like a name of somebody, each once, in order."""
    return list(dict.fromkeys(found.group() for found in _NAMES.finditer(text)))
