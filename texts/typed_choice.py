"""An entry of a long list, named by typing: its label, on whichever page it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from domain.typed import one_line
from texts.words import meaning

#: Fewer letters begin too many labels.
SHORTEST = 4


def named(labels: Mapping[str, str], text: str) -> str | None:
    """Return the value whose label a text is, or alone has words that begin so; None for others."""
    said = _folded(text)
    labels = {value: _folded(label) for value, label in labels.items()}
    exact = [value for value, label in labels.items() if said in {label, label.split(" (")[0]}]
    begins = re.compile(rf"\b{re.escape(said)}")
    begun = [value for value, label in labels.items() if begins.search(label)]
    found = exact or (begun if len(said) >= SHORTEST and meaning(text) is None else [])
    return found[0] if len(found) == 1 else None


def _folded(text: str) -> str:
    return one_line(text).casefold().rstrip(" .!?…")
