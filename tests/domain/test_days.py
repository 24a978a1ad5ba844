"""Days, hours and quiet times: each quarter, each clock, each edge."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.exchange import first_open, month_of, week_of
from domain.localtime import (
    day_begins,
    days_before_at,
    exists,
    local_day,
    quarter_of,
    to_local,
    to_utc,
)
from domain.manage import closable_since
from domain.network import Network
from domain.plan_sketch import Sketch
from domain.quiet import QuietHours, next_allowed
from domain.units import LONGEST_NIGHT, MOST_UNITS, proposed_units

BERLIN = ZoneInfo("Europe/Berlin")


def test_each_month_lies_in_its_quarter() -> None:
    first = [quarter_of(date(2027, month, 1)) for month in range(1, 13)]
    last = [quarter_of(date(2027, month, 28)) for month in range(1, 13)]

    assert first == last == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


def test_clocks_and_instants_in_both_nights_of_doubt() -> None:
    skipped = datetime.combine(date(2027, 3, 28), time(2, 30))
    twice = datetime.combine(date(2027, 10, 31), time(2, 30))

    assert to_utc(skipped, BERLIN) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert to_utc(twice.replace(fold=1), BERLIN) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert to_utc(twice, BERLIN).tzinfo is UTC
    assert not exists(skipped, BERLIN)
    assert exists(twice, BERLIN)
    assert exists(twice.replace(fold=1), BERLIN)

    again = to_local(datetime(2027, 10, 31, 1, 30, tzinfo=UTC), BERLIN)

    assert (again, again.fold, again.tzinfo) == (twice, 0, None)


def test_a_day_begins_at_its_own_midnight() -> None:
    begins = day_begins(date(2027, 7, 1), BERLIN)

    assert begins == datetime(2027, 6, 30, 22, tzinfo=UTC)
    assert local_day(begins, BERLIN) == date(2027, 7, 1)
    assert local_day(begins - timedelta(seconds=1), BERLIN) == date(2027, 6, 30)


def test_days_before_are_days_of_the_calendar_and_hours_are_real() -> None:
    monday = datetime(2027, 3, 29, 9, tzinfo=BERLIN)

    assert days_before_at(monday, 2, time(18), BERLIN) == datetime(2027, 3, 27, 17, tzinfo=UTC)
    assert days_before_at(monday, -1, time(18), BERLIN) == datetime(2027, 3, 30, 16, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 2, day, hour, minute, tzinfo=BERLIN)


NIGHT = QuietHours(time(20), time(7), sundays=False)
NOON = QuietHours(time(12), time(14), sundays=False)
SUNDAY = QuietHours(time(0), time(0))
HOLIDAY = QuietHours(time(0), time(0), sundays=False, holidays=frozenset({date(2027, 2, 9)}))
BOTH = QuietHours(time(20), time(7), holidays=frozenset({date(2027, 2, 13)}))


@pytest.mark.parametrize(
    ("quiet", "now", "allowed"),
    [
        (NIGHT, at(9, 19, 59), at(9, 19, 59)),
        (NIGHT, at(9, 20), at(10, 7)),
        (NIGHT, at(9, 6, 59), at(9, 7)),
        (NIGHT, at(9, 7), at(9, 7)),
        (NOON, at(9, 12), at(9, 14)),
        (NOON, at(9, 14), at(9, 14)),
        (NOON, at(9, 11, 59), at(9, 11, 59)),
        (NOON, at(9, 23), at(9, 23)),
        (SUNDAY, at(14, 0), at(15, 0)),
        (SUNDAY, at(13, 23, 59), at(13, 23, 59)),
        (SUNDAY, at(15, 0), at(15, 0)),
        (HOLIDAY, at(9, 12), at(10, 0)),
        (HOLIDAY, at(14, 12), at(14, 12)),
        (BOTH, at(12, 21), at(15, 7)),  # a night, a holiday, a Sunday and its night
    ],
)
def test_people_are_left_in_peace_until_the_quiet_time_ends(
    quiet: QuietHours, now: datetime, allowed: datetime
) -> None:
    assert next_allowed(now, quiet, BERLIN) == allowed


def test_a_day_is_closed_on_sundays_and_holidays() -> None:
    assert [d for d in range(8, 15) if SUNDAY.closed(date(2027, 2, d))] == [14]
    assert [d for d in range(8, 15) if HOLIDAY.closed(date(2027, 2, d))] == [9]


def test_counters_begin_with_their_month_and_their_week_but_not_before_the_year() -> None:
    assert month_of(date(2027, 2, 9)) == date(2027, 2, 1)
    assert week_of(date(2027, 2, 9)) == date(2027, 2, 8)
    assert week_of(date(2027, 2, 8)) == date(2027, 2, 8)
    assert week_of(date(2027, 1, 3)) == date(2027, 1, 1)
    assert week_of(date(2027, 1, 4)) == date(2027, 1, 4)
    assert first_open(date(2027, 2, 9), None) == date(2027, 2, 9)
    assert first_open(date(2027, 2, 9), 2026) == date(2027, 2, 9)
    assert first_open(date(2027, 2, 9), 2027) == date(2028, 1, 1)


@pytest.mark.parametrize(
    ("sealed", "year"), [(None, 2026), (2024, 2026), (2025, 2026), (2026, 2027), (2027, 2028)]
)
def test_trainings_stay_closable_until_their_year_is_sealed(sealed: int | None, year: int) -> None:
    eve = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # in Berlin the new year has begun

    assert closable_since(eve, sealed, BERLIN) == datetime(year, 1, 1, tzinfo=BERLIN)


def sketch(starts: tuple[int, int], ends: tuple[int, int], end_day: date | None = None) -> Sketch:
    return Sketch(day=date(2027, 2, 9), starts=time(*starts), ends=time(*ends), end_day=end_day)


@pytest.mark.parametrize(
    ("of", "units"),
    [
        (sketch((9, 0), (12, 0)), 4),
        (sketch((9, 0), (12, 0), date(2027, 2, 9)), 4),
        (sketch((9, 0), (12, 0), date(2027, 2, 11)), 12),
        (sketch((21, 0), (0, 0)), 4),
        (sketch((20, 0), (8, 0), date(2027, 2, 10)), 16),
        (sketch((20, 0), (8, 1), date(2027, 2, 10)), 0),  # there is a night in it
        (sketch((9, 0), (9, 0), date(2027, 2, 10)), 0),
        (sketch((9, 0), (17, 0), date(2027, 5, 9)), MOST_UNITS),
        (Sketch(), 0),
        (Sketch(day=date(2027, 2, 9), starts=time(9)), 0),
        (Sketch(day=date(2027, 2, 9), ends=time(9)), 0),
    ],
)
def test_units_that_are_proposed(network: Network, of: Sketch, units: int) -> None:
    assert timedelta(hours=12) == LONGEST_NIGHT
    assert proposed_units(of, network) == units
