"""Counts of members last at the end of a quarter only, and by office and sector with the year."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from domain.channel import in_chat
from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.members import count_members
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.database import Database

MEMBERS = LedgerKind.MEMBERS
YEARS_END = date(2026, 12, 31)
PEOPLE = (
    ("rkn-kaarst", Sector.SCHOOL),
    ("rkn-kaarst", Sector.POLICE),
    ("rkn-neuss", Sector.POLICE),
)


@pytest.mark.parametrize(
    "day", [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), YEARS_END]
)
async def test_the_end_of_a_quarter_takes_a_count(database: Database, day: date) -> None:
    async with database.transaction() as store:
        await store.ledger.add([Entry(day, MEMBERS, 12)])

        assert await store.ledger.between(day, day) == [Entry(day, MEMBERS, 12)]


@pytest.mark.parametrize(
    ("day", "more", "said"),
    [
        (date(2026, 3, 30), {}, "counted at the end of a quarter"),
        (date(2026, 11, 30), {}, "counted at the end of a quarter"),
        (date(2026, 3, 31), {"office": "rkn-kaarst"}, "parted at the end of a year"),
        (date(2026, 9, 30), {"sector": "police"}, "parted at the end of a year"),
        (YEARS_END, {"notice_id": 4}, "counted at the end of a quarter"),
    ],
)
async def test_nothing_finer_is_written(
    database: Database, day: date, more: dict[str, Any], said: str
) -> None:
    with pytest.raises(sa.exc.DBAPIError, match=said):
        async with database.transaction() as store:
            await store.ledger.add([Entry(day, MEMBERS, 1, **more)])


async def test_members_are_counted_once_for_the_year_that_is_over(database: Database) -> None:
    now = datetime(2026, 5, 4, tzinfo=UTC)
    async with database.transaction() as store:
        for number, place in enumerate(PEOPLE, 1):
            who = Newcomer(in_chat(number), Role.SPECIALIST, Place(*place))
            await store.persons.add(who, now.date())
        assert not await count_members(store, date(2027, 1, 2))  # nothing had happened here
        await store.ledger.add([Entry(date(2026, 5, 4), LedgerKind.ADVICE_TOTAL, 7)])
        assert await count_members(store, date(2027, 1, 2))
        assert not await count_members(store, date(2027, 1, 3))

        assert await store.ledger.between(YEARS_END, YEARS_END) == [
            Entry(YEARS_END, MEMBERS, 3),
            Entry(YEARS_END, MEMBERS, 2, office="rkn-kaarst"),
            Entry(YEARS_END, MEMBERS, 1, office="rkn-neuss"),
            Entry(YEARS_END, MEMBERS, 2, sector="police"),
            Entry(YEARS_END, MEMBERS, 1, sector="school"),
        ]
        watched = await store.guards.watch()
        assert (list(watched.missing), dict(watched.odd)) == ([], {})
