"""An entry of a long list, named by typing: its label, on whichever page it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from domain.typed import one_line
from texts.words import meaning

#: Fewer letters begin too many labels.
SHORTEST = 4


#: So many entries can be asked back for.
MOST = 8


def named(labels: Mapping[str, str], text: str) -> str | None:
    """Return the value whose label a text is, or alone has words that begin so; None for others."""
    found = _found(labels, text)
    return found[0] if len(found) == 1 else None


def several_named(labels: Mapping[str, str], text: str) -> list[str]:
    """Return the values that a text may mean; none if these are too many to ask back."""
    found = _found(labels, text)
    return found if len(found) <= MOST else []


def _found(labels: Mapping[str, str], text: str) -> list[str]:
    said = _folded(text)
    labels = {value: _folded(label) for value, label in labels.items()}
    exact = [value for value, label in labels.items() if said in {label, label.split(" (")[0]}]
    begins = re.compile(rf"\b{re.escape(said)}")
    begun = [value for value, label in labels.items() if begins.search(label)]
    return exact or (begun if len(said) >= SHORTEST and meaning(text) is None else [])


def _folded(text: str) -> str:
    return one_line(text).casefold().rstrip(" .!?…")
