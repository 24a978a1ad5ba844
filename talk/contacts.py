"""Contacts: a municipality, and who is in charge there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from talk.action import Action, Position, Within

#: So many municipalities stand on a page, two in a row.
A_PAGE = 12


@dataclass(frozen=True, slots=True)
class Contacts(Action):
    """«Kontakte»: a page of the municipalities."""

    CODE = "con"
    page: Position = 0


@dataclass(frozen=True, slots=True)
class ContactsOf(Action):
    """Who is in charge of a municipality, by its official key."""

    CODE = "con-o"
    town: Annotated[int, Within(0, 99_999_999)]

    @property
    def ags(self) -> str:
        """The official key of eight digits."""
        return f"{self.town:08}"
