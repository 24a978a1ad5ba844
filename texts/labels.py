"""Makes the labels of one list short enough for a phone, and keeps them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

#: So many signs of a button are read on a phone of 360 px.
LONGEST = 48
_ELLIPSIS = "…"
#: A number at the end is what the label is about: `Jugendamt der Stadt Rheine: 7`.
_NUMBER = re.compile(r"(?:(?<=\S):)? ?\d+$")
_MOST_WORDS = 12


def shortened(labels: Sequence[str], longest: int = LONGEST) -> list[str]:
    """Return the labels of one list, none longer than so many signs, in their order.

    They are cut at words, with an ellipsis where something is left out, and a number at the end
    stays. Labels that differ still do: of `field, place` the place is kept; else words are left
    out at the end, then further and further to the left; what no words tell apart is numbered.
    """
    found = {at: label for at, label in enumerate(labels) if len(label) <= longest}
    for way in (None, *range(_MOST_WORDS)):
        cut = {
            at: _cut(label, _behind_the_comma(label) if way is None else way, longest)
            for at, label in enumerate(labels)
            if at not in found
        }
        seen = Counter([*found.values(), *cut.values()])
        found |= {at: label for at, label in cut.items() if seen[label] == 1}
    for at, label in enumerate(labels):
        if at not in found:
            found[at] = _numbered(label, longest, set(found.values()))
    return [found[at] for at in range(len(labels))]


def short(label: str, longest: int = LONGEST) -> str:
    """Return one label that stands alone, cut at a word."""
    return label if len(label) <= longest else _cut(label, 0, longest)


def _behind_the_comma(label: str) -> int:
    """Return how many words stand behind the last comma."""
    words = _NUMBER.sub("", label).rpartition(",")
    return len(words[2].split()) if words[1] else 0


def _cut(label: str, kept_at_the_end: int, longest: int) -> str:
    """Return a label without some words; so many of the last ones stay, and a number."""
    number = _NUMBER.search(label)
    end = number[0] if number and len(number[0]) < longest // 2 else ""
    words = label[: len(label) - len(end)].split()
    last = words[max(1, len(words) - kept_at_the_end) :]
    tail = f"{_ELLIPSIS} {' '.join(last)}{end}" if last else f"{_ELLIPSIS}{end}"
    if len(tail) >= longest:  # a single word is too long already
        tail = f"{_ELLIPSIS}{end}"
    return f"{_head(words, longest - len(tail))}{tail}"


def _head(words: Sequence[str], room: int) -> str:
    """Return as many of the first words as there is room for; of a longer one its first signs."""
    head = words[0][:room]
    for word in words[1:]:
        if len(head) + 1 + len(word) > room or len(head) < len(words[0]):
            break
        head = f"{head} {word}"
    return head.rstrip(" ,;:–-")


def _numbered(label: str, longest: int, others: set[str]) -> str:
    """Return a label with the first number that no other one has."""
    at = 2
    while (found := f"{_cut(label, 0, longest - len(str(at)) - 3)} ({at})") in others:
        at += 1
    return found
