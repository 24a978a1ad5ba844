"""Finding somebody on the list of a training, by the number of the seat or how the name begins."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from domain.manage_people import A_PAGE, Attendee


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody on the list, and at which place of it, from 0."""

    at: int
    who: Attendee

    @property
    def page(self) -> int:
        """On which page of the list they stand."""
        return self.at // A_PAGE


def by_number(people: Sequence[Attendee], code: int) -> list[Found]:
    """Return who has this number."""
    found = enumerate(people)
    return [Found(at, each) for at, each in found if each.registration.seat_code == code]


def by_name(people: Sequence[Attendee], start: str) -> list[Found]:
    """Return of whom the name, or one of its words, begins so; only names that may be read."""
    wanted = _plain(start)
    return [
        Found(at, each)
        for at, each in enumerate(people)
        if wanted and any(name.startswith(wanted) for name in _beginnings(each.name or ""))
    ]


def _beginnings(name: str) -> list[str]:
    words = _plain(name).replace("-", " - ").split()
    joined = [" ".join(words[at:]).replace(" - ", "-") for at in range(len(words))]
    return [each for each in joined if not each.startswith("-")]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
