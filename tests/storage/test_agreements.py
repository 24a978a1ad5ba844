"""Which agreements a year's report is given: those in force, and those replaced in it."""

from __future__ import annotations

from datetime import date

from domain.agreements import Agreed
from domain.ledger.correction import Reason, correct
from domain.protocol_rows import procedure_agreed
from domain.vocabulary import Procedure
from storage.database import Database


async def agreed(database: Database, day: date, replaces: int | None = None) -> int:
    """Enter an agreement as the protocol does."""
    async with database.transaction() as store:
        number = await store.ledger.write(procedure_agreed(day, Procedure.FLYER))
        made = Agreed(number, day, Procedure.FLYER.value, offices=("a",), replaces=replaces)
        await store.agreements.add(made)
    return number


async def standing(database: Database, year: int) -> list[int]:
    async with database.reading() as store:
        found = await store.agreements.standing(date(year, 1, 1), date(year, 12, 31))
    return [each.number for each in found]


async def test_a_year_is_given_what_is_in_force_and_what_was_replaced_in_it(
    database: Database,
) -> None:
    old = await agreed(database, date(2024, 3, 1))
    other = await agreed(database, date(2024, 4, 1))
    new = await agreed(database, date(2026, 2, 1), replaces=old)
    async with database.transaction() as store:
        before_offices_were_asked = procedure_agreed(date(2023, 5, 1), Procedure.FORM)
        first = await store.ledger.write(before_offices_were_asked)

    assert await standing(database, 2023) == [first]
    assert await standing(database, 2025) == [first, old, other]
    assert await standing(database, 2026) == [first, old, other, new]
    assert await standing(database, 2027) == [first, other, new]


async def test_what_was_taken_back_replaces_nothing(database: Database) -> None:
    old = await agreed(database, date(2024, 3, 1))
    new = await agreed(database, date(2025, 2, 1), replaces=old)
    async with database.transaction() as store:
        assert await correct(store, [(new, 0)], Reason.MISCOUNTED) is None

    assert await standing(database, 2026) == [old]
