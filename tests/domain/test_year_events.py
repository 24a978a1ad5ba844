"""The events of a year, put together from rows and plans: each sum counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.ledger.entries import Entry, LedgerKind
from domain.report.events import (
    Held,
    by_office,
    by_sector,
    held_in,
    of_training,
    total,
    unclosed,
)
from domain.training import Training
from domain.vocabulary import EventFormat, EventStatus, FormatGroup
from tests.domain.test_changes import plan_at

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2027, 3, 12)
NOON = datetime(2027, 3, 12, 12, tzinfo=UTC)


def row(kind: LedgerKind, n: int, of: int | None = 1, **more: Any) -> Entry:
    return Entry(DAY, kind, n, of, **more)


CAME = LedgerKind.ATTENDANCE
ROWS = [
    row(LedgerKind.EVENT_HELD, 1),
    row(CAME, 5),
    row(CAME, -1),
    row(CAME, 3, office="a"),
    row(CAME, 1, office="b"),
    row(CAME, -1, office="b"),
    row(CAME, 2, office="a"),
    row(CAME, 4, sector="x"),
    row(CAME, 1, sector="y"),
    row(CAME, -1, sector="y"),
    row(CAME, 3, sector="x"),
    row(LedgerKind.REGISTERED_AT_START, 6),
    row(LedgerKind.REGISTERED_AT_START, 6, office="a"),
    row(LedgerKind.BLOCK_SEATS, 2),
    row(LedgerKind.REGISTRATION_LATE_WITHDRAWN, 3),
    row(LedgerKind.REGISTRATION_CONFIRMED, 7),
    row(LedgerKind.REGISTRATION_PROMOTED, 2),
    row(LedgerKind.ADVICE_TOTAL, 9, None),
    row(LedgerKind.NEED, 4, None, detail="trauma"),
    row(LedgerKind.NEED, 1, None, detail="basics"),
]


def training(number: int, starts_at: datetime = NOON, **changed: Any) -> Training:
    plan = replace(plan_at(starts_at), format=EventFormat.SEMINAR)
    made = Training(number, "uid", "rkn-kaarst", plan, EventStatus.PUBLISHED)
    return replace(made, **changed)


def test_sums_take_corrections_in_and_leave_breakdowns_out() -> None:
    assert total(ROWS, CAME) == 4
    assert total(ROWS, LedgerKind.NEED) == 5
    assert total(ROWS, LedgerKind.NEED, "trauma") == 4
    assert total([], CAME) == 0
    assert by_office(ROWS, CAME) == {"a": 5}
    assert by_sector(ROWS, CAME) == {"x": 7}
    assert by_office(ROWS, LedgerKind.REGISTERED_AT_START) == {"a": 6}
    assert by_sector(ROWS, LedgerKind.REGISTERED_AT_START) == {}
    more = [row(LedgerKind.EVENT_HELD, 1, 2)]
    assert of_training([*ROWS, *more]) == {1: ROWS[:-3], 2: more}


def test_an_event_that_was_held_has_all_its_sums() -> None:
    assert held_in(2027, ROWS, [training(1)], BERLIN) == [
        Held(
            training=training(1),
            day=DAY,
            came=4,
            offices={"a": 5},
            sectors={"x": 7},
            registered=6 + 2 + 3,
            blocks=2,
            tallies={
                LedgerKind.REGISTRATION_LATE_WITHDRAWN: 3,
                LedgerKind.REGISTRATION_CONFIRMED: 7,
                LedgerKind.REGISTRATION_PROMOTED: 2,
            },
        )
    ]
    held = held_in(2027, ROWS, [training(1)], BERLIN)[0]
    assert held.group is FormatGroup.TRAINING
    assert held.tally(LedgerKind.REGISTRATION_CONFIRMED) == 7
    assert held.tally(LedgerKind.REGISTRATION_WITHDRAWN) == 0


def test_events_are_those_of_the_local_year_by_day_and_number() -> None:
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # on the wall it is 2027
    trainings = [
        training(4),
        training(3),
        training(2, new_year),
        training(1, new_year - timedelta(hours=2)),
        training(5),
    ]
    rows = [row(LedgerKind.EVENT_HELD, 1, n) for n in (1, 2, 3, 4)]
    taken_back = [row(LedgerKind.EVENT_HELD, n, 5) for n in (1, -1)]
    entries = [*rows, *taken_back]

    def numbers(year: int) -> list[int]:
        return [each.training.id for each in held_in(year, entries, trainings, BERLIN)]

    assert numbers(2027) == [2, 3, 4]
    assert numbers(2026) == [1]
    assert held_in(2027, entries, trainings, BERLIN)[0].day == date(2027, 1, 1)


def test_what_is_over_and_nobody_closed() -> None:
    closed = [row(LedgerKind.EVENT_HELD, 1, 1)]
    late = datetime(2027, 3, 12, 20, 30, tzinfo=UTC)  # ends after midnight on the wall
    trainings = [
        training(1),
        training(7),
        training(2),
        training(3, status=EventStatus.CANCELLED),
        training(4, status=EventStatus.DRAFT),
        training(5, late),
        training(6, NOON - timedelta(days=365)),
        training(8, NOON - timedelta(days=1)),
    ]

    def found(year: int, as_of: date) -> list[int]:
        return [each.id for each in unclosed(year, closed, trainings, BERLIN, as_of)]

    assert found(2027, date(2027, 3, 12)) == [8]
    assert found(2027, date(2027, 3, 13)) == [8, 2, 7]
    assert found(2027, date(2027, 3, 14)) == [8, 2, 7, 5]
    assert found(2026, date(2027, 3, 14)) == [6]
