"""Looks at what people typed: words that stand for one case, and what may be somebody's name.

A rule cannot know what is about a case. It refuses what surely is; a person decides the rest.
"""

from __future__ import annotations

import re
from enum import StrEnum

from domain.typed import one_line

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


class Nod(StrEnum):
    """A word that answers the buttons that are shown, or asks for what they do."""

    YES = "yes"
    NO = "no"
    ON = "on"
    BACK = "back"
    STOP = "stop"


_NODS = {
    Nod.YES: ("ja", "yes", "ok", "okay", "gerne"),
    Nod.NO: ("nein", "no"),
    Nod.ON: ("weiter", "fertig", "go on", "continue", "next", "done"),
    Nod.BACK: ("zurück", "zurueck", "back"),
    Nod.STOP: ("abbrechen", "abbruch", "stopp", "stop", "cancel", "abort"),
}


def nod(text: str) -> Nod | None:
    """Return the nod that a text is as a whole; None if it says anything else."""
    words = folded(text)
    return next((each for each, known in _NODS.items() if words in known), None)


def nods(label: str, said: Nod) -> bool:
    """Return whether a button's label begins with such a word: `Ja, absagen`."""
    first = re.split(r"[,:]", folded(label))[0]
    return first in _NODS[said]


def folded(text: str) -> str:
    """Return a text in small letters, without what does not change its meaning."""
    return one_line(text).removeprefix("✓ ").casefold().rstrip(" .!?…")
