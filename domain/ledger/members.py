"""How many members a network has: counted at the end of each quarter, parted at that of a year.

Nothing finer lasts. A count by office and by sector at each quarter would tell who came and went.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from domain.ledger import entries
from domain.ledger.entries import Entry, LedgerKind, add_open, by_place, present

#: A count that comes later than so many days is none of that quarter any more.
LATEST = 14
_DECEMBER = 12


class Counts(Protocol):
    """The last day before another one of which the ledger has a row, and its rows of a kind."""

    async def last_before(self, day: date) -> date | None: ...
    async def find(
        self, kind: LedgerKind, first: date, last: date
    ) -> Sequence[tuple[int, Entry]]: ...


class Persons(Protocol):
    """How many members each institution has, by (office, sector)."""

    async def headcounts(self) -> Mapping[tuple[str, str], int]: ...


class Books(entries.Books, Protocol):
    """The ledger, and who is a member."""

    @property
    def years(self) -> Counts: ...
    @property
    def persons(self) -> Persons: ...


def quarter_end(today: date) -> date:
    """Return the last day of the quarter before the present one."""
    return date(today.year, 3 * ((today.month - 1) // 3) + 1, 1) - timedelta(days=1)


def member_entries(day: date, counts: Mapping[tuple[str, str], int]) -> list[Entry]:
    """Return a count: the total, and at the end of a year also by office and by sector."""
    both, kind = by_place(counts), LedgerKind.MEMBERS
    whole = [Entry(day, kind, both.total)]
    if day.month != _DECEMBER:
        return whole
    return [
        *whole,
        *(Entry(day, kind, n, office=o) for o, n in present(both.offices)),
        *(Entry(day, kind, n, sector=s) for s, n in present(both.sectors)),
    ]


async def count_members(books: Books, today: date) -> bool:
    """Count the members for the quarter that is over, once; return whether that was done.

    Doing it late or twice changes nothing. A network that had no row by then had not begun.
    """
    day = quarter_end(today)
    if today - day > timedelta(days=LATEST) or await _done(books, day):
        return False
    rows = member_entries(day, await books.persons.headcounts())
    return await add_open(books, rows) == 0


async def _done(books: Books, day: date) -> bool:
    begun = await books.years.last_before(day + timedelta(days=1))
    return begun is None or bool(await books.years.find(LedgerKind.MEMBERS, day, day))
