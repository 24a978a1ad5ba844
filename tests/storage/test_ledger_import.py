"""Old totals come in before the first event of our own: everything, or each bad row is named."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.commands.ledger import import_text
from domain.ledger import sealing
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Network
from domain.report.material import first_event
from domain.vocabulary import EventStatus
from storage.database import Database
from tests.report.builders import training

ZONE = ZoneInfo("Europe/Berlin")
TODAY = date(2025, 10, 1)
HEADING = "day,kind,n,office,detail"


async def taken(database: Database, network: Network, *rows: str) -> list[tuple[int, str]]:
    """Import rows and return what was wrong: lines and columns."""
    text = "\n".join([HEADING, *rows])
    return [(b.line, b.column) for b in await import_text(database, network, text, TODAY)]


async def kept(database: Database) -> list[Entry]:
    async with database.reading() as store:
        return await store.ledger.between(date(2000, 1, 1), date(2100, 12, 31))


async def test_all_rows_come_in_or_none(database: Database, network: Network) -> None:
    good = "2024-05-01,event-held,3,,seminar"

    assert await taken(database, network, good, "2024-05-01,need,7,,no-such-topic") == [
        (3, "detail")
    ]
    assert await kept(database) == []
    assert await taken(database, network, good) == []
    assert await kept(database) == [
        Entry(date(2024, 5, 1), LedgerKind.EVENT_HELD, 3, detail="seminar")
    ]


async def test_the_same_file_is_not_taken_twice(database: Database, network: Network) -> None:
    rows = ("2024-05-01,event-held,3,,seminar", "2024-05-01,advice-total,40,,")

    assert await taken(database, network, *rows) == []
    assert await taken(database, network, *rows) == [(2, "day"), (3, "day")]
    assert len(await kept(database)) == 2


async def test_a_sealed_year_is_named(database: Database, network: Network) -> None:
    async with database.transaction() as store:
        await sealing.seal(store, network, 2023, TODAY)
        await sealing.seal(store, network, 2021, TODAY)
    rows = [f"{year}-05-01,advice-total,7,," for year in range(2021, 2025)]

    assert await taken(database, network, *rows) == [(2, "day"), (4, "day")]
    assert await kept(database) == []


async def test_a_year_of_which_no_report_could_be_made_is_refused(
    database: Database, network: Network
) -> None:
    day = date(2024, 5, 1)
    async with database.transaction() as store:  # as earlier versions took it
        await store.ledger.add([Entry(day, LedgerKind.ATTENDANCE, 70, office="rkn-neuss")])
    held = "2023-05-01,event-held,2,,"
    rows = (held, "2023-05-01,attendance,60,,", "2024-05-02,attendance,60,,")

    assert await taken(database, network, *rows) == [(4, "n")]
    assert len(await kept(database)) == 1


async def test_months_before_the_first_event_come_in_and_days_to_come_do_not(
    database: Database, network: Network
) -> None:
    """An announcement, a draft and what was called off are no events that took place here."""
    async with database.transaction() as store:
        for month, status in (
            (3, EventStatus.DRAFT),
            (4, EventStatus.CANCELLED),
            (9, EventStatus.PUBLISHED),
        ):
            plan = training(1, day=date(2025, month, 10)).plan
            added = await store.trainings.add(plan, "rkn-neuss", None)
            await store.trainings.set_status(added.id, status)
        notice = Entry(date(2024, 12, 2), LedgerKind.NOTICE_PUBLISHED, 1, added.id, added.id)
        await store.ledger.add([notice])

        assert await first_event(store.years, ZONE) == date(2025, 9, 10)
    rows = [f"{day},advice-total,7,," for day in ("2025-05-01", "2025-09-09", "2025-09-10")]

    assert await taken(database, network, *rows) == [(4, "day")]
    assert await taken(database, network, *rows[:2]) == []


async def test_where_nothing_took_place_only_the_past_comes_in(
    database: Database, network: Network
) -> None:
    rows = [f"{day},advice-total,7,," for day in (TODAY - timedelta(days=1), TODAY)]

    assert await taken(database, network, *rows) == [(3, "day")]


async def test_the_first_event_is_the_day_people_met(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        late = training(1, day=date(2025, 11, 4)).plan  # moved, after it was closed by mistake
        added = await store.trainings.add(late, "rkn-neuss", None)
        await store.trainings.set_status(added.id, EventStatus.HELD)
        held = Entry(date(2025, 10, 7), LedgerKind.EVENT_HELD, 1, added.id)
        await store.ledger.add([held, Entry(date(2024, 1, 1), LedgerKind.EVENT_HELD, 3)])

        assert await first_event(store.years, ZONE) == date(2025, 10, 7)
