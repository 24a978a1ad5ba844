"""A list too long for one message: its true length, and one page of it at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")
OtherT = TypeVar("OtherT")

#: Entries with a button each; with the ways to turn and back they fill a small screen.
A_PAGE = 5
#: Nobody turns that far: who asks for more made a button up.
LAST = 100_000


def nearest(page: int, total: int, size: int) -> int:
    """Return the page, from 0, that is asked for, or the nearest one that there is."""
    return max(0, min(page, (total - 1) // size))


@dataclass(frozen=True, slots=True)
class Part(Generic[ItemT]):
    """A page of a list, counted from 0, and how many entries the whole list has."""

    items: Sequence[ItemT]
    page: int
    total: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def rest(self) -> int:
        """How many entries come after this page."""
        return max(0, self.total - self.page * self.size - len(self.items))

    @property
    def first(self) -> int:
        """The number of the first entry here, from 1 for the list's first."""
        return self.page * self.size + 1

    def made(self, make: Callable[[ItemT], OtherT]) -> Part[OtherT]:
        """Return the same page with something else made of each entry."""
        return self.holding([make(each) for each in self.items])

    def holding(self, items: Sequence[OtherT]) -> Part[OtherT]:
        """Return the same page with other entries in the place of these."""
        return Part(items, self.page, self.total, self.size)


def part_of(items: Sequence[ItemT], page: int, size: int = A_PAGE) -> Part[ItemT]:
    """Return a page of a list at hand; one beyond the end is the nearest there is."""
    page = nearest(page, len(items), size)
    return Part(items[page * size : (page + 1) * size], page, len(items), size)
