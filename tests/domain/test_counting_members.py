"""Members are counted at the end of a quarter: once, soon after it, while the year is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.members import Books, count_members, member_entries, quarter_end
from tests.domain.years import YEAR

MEMBERS = LedgerKind.MEMBERS
COUNTS = {("a", "school"): 6, ("a", "police"): 3, ("b", "school"): 7, ("c", "police"): 0}
MARCH = date(2026, 3, 31)


@dataclass
class Shelves:
    """A ledger in memory, which has rows from `begun` on."""

    begun: date | None = date(2026, 1, 1)
    closed: bool = False
    rows: list[Entry] = field(default_factory=list)

    @property
    def books(self) -> Books:
        rooms = dict.fromkeys(("ledger", "seals", "years", "persons"), self)
        return cast(Books, SimpleNamespace(**rooms))

    async def add(self, entries: Sequence[Entry]) -> None:
        self.rows += entries

    async def sealed(self, year: int) -> bool:
        assert year == MARCH.year
        return self.closed

    async def last_before(self, day: date) -> date | None:
        return self.begun if self.begun is not None and self.begun < day else None

    async def find(self, kind: LedgerKind, first: date, last: date) -> Sequence[tuple[int, Entry]]:
        return [(1, e) for e in self.rows if e.kind is kind and first <= e.day <= last]

    async def headcounts(self) -> Mapping[tuple[str, str], int]:
        return COUNTS


def test_at_the_end_of_a_quarter_only_the_total_is_written_and_parts_with_the_year() -> None:
    june, november, december = (
        date(YEAR, 6, 30),
        date(YEAR, 11, 30),
        date(YEAR, 12, 31),
    )

    assert member_entries(june, COUNTS) == [Entry(june, MEMBERS, 16)]
    assert member_entries(november, COUNTS) == [Entry(november, MEMBERS, 16)]
    assert member_entries(december, COUNTS) == [
        Entry(december, MEMBERS, 16),
        Entry(december, MEMBERS, 9, office="a"),
        Entry(december, MEMBERS, 7, office="b"),
        Entry(december, MEMBERS, 3, sector="police"),
        Entry(december, MEMBERS, 13, sector="school"),
    ]
    assert member_entries(december, {}) == [Entry(december, MEMBERS, 0)]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(YEAR, 1, 1), date(YEAR - 1, 12, 31)),
        (date(YEAR, 3, 31), date(YEAR - 1, 12, 31)),
        (date(YEAR, 4, 1), date(YEAR, 3, 31)),
        (date(YEAR, 6, 30), date(YEAR, 3, 31)),
        (date(YEAR, 7, 1), date(YEAR, 6, 30)),
        (date(YEAR, 10, 1), date(YEAR, 9, 30)),
        (date(YEAR, 12, 31), date(YEAR, 9, 30)),
    ],
)
def test_the_quarter_that_is_over_is_the_one_before(today: date, day: date) -> None:
    assert quarter_end(today) == day


@pytest.mark.parametrize("day", [1, 14])
async def test_a_quarter_is_counted_once_within_two_weeks(day: int) -> None:
    shelves = Shelves()

    assert await count_members(shelves.books, date(2026, 4, day)) is True
    assert await count_members(shelves.books, date(2026, 4, day)) is False
    assert shelves.rows == [Entry(MARCH, MEMBERS, 16)]


@pytest.mark.parametrize(
    ("shelves", "today"),
    [
        (Shelves(), date(2026, 4, 15)),
        (Shelves(closed=True), date(2026, 4, 1)),
        (Shelves(begun=None), date(2026, 4, 2)),
        (Shelves(begun=date(2026, 4, 1)), date(2026, 4, 2)),
    ],
    ids=["late", "sealed", "empty", "begun-later"],
)
async def test_later_or_of_what_had_not_begun_nothing_is_counted(
    shelves: Shelves, today: date
) -> None:
    assert await count_members(shelves.books, today) is False
    assert shelves.rows == []


async def test_a_network_that_began_on_the_last_day_is_counted() -> None:
    shelves = Shelves(begun=MARCH)

    assert await count_members(shelves.books, date(2026, 4, 1))


@pytest.mark.parametrize(
    "other",
    [
        Entry(date(2025, 12, 31), MEMBERS, 12),
        Entry(date(2026, 4, 1), MEMBERS, 12),
        Entry(MARCH, LedgerKind.NEED, 1),
    ],
)
async def test_a_count_of_another_day_and_another_row_do_not_stand_for_it(other: Entry) -> None:
    shelves = Shelves(rows=[other])

    assert await count_members(shelves.books, date(2026, 4, 2))
    assert shelves.rows == [other, Entry(MARCH, MEMBERS, 16)]
