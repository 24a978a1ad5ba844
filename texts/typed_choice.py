"""An entry of a long list, named by typing: its label, on whichever page it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain.typed import one_line
from texts.catalogue import Texts

#: Fewer letters begin too many labels.
SHORTEST = 4


def named(texts: Texts, kind: str, slugs: Iterable[str], text: str) -> str | None:
    """Return the slug whose label a text is, or alone has words that begin so; None for others."""
    said = _folded(text)
    labels = {slug: _folded(texts.label(kind, slug)) for slug in slugs}
    exact = [slug for slug, label in labels.items() if said in {label, label.split(" (")[0]}]
    begins = re.compile(rf"\b{re.escape(said)}")
    begun = [slug for slug, label in labels.items() if begins.search(label)]
    found = exact or (begun if len(said) >= SHORTEST else [])
    return found[0] if len(found) == 1 else None


def _folded(text: str) -> str:
    return one_line(text).casefold().rstrip(" .!?…")
