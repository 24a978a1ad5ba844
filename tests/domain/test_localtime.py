"""Reminders come when the wall clock says so, in all nights the clocks change."""
# ruff: noqa: DTZ001 - a time on the wall has no zone

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.localtime import (
    day_begins,
    days_before_at,
    exists,
    local_day,
    to_local,
    to_utc,
    year_bounds,
)

BERLIN = ZoneInfo("Europe/Berlin")
YEARS = range(2026, 2038)


def last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=day.isoweekday() % 7)


@pytest.mark.parametrize("year", YEARS)
def test_a_skipped_time_means_one_hour_later(year: int) -> None:
    half_past_two = datetime.combine(last_sunday(year, 3), time(2, 30))

    assert to_local(to_utc(half_past_two, BERLIN), BERLIN).time() == time(3, 30)
    assert not exists(half_past_two, BERLIN)
    assert exists(half_past_two + timedelta(hours=1), BERLIN)


@pytest.mark.parametrize("year", YEARS)
def test_a_time_that_comes_twice_means_the_first(year: int) -> None:
    half_past_two = datetime.combine(last_sunday(year, 10), time(2, 30))

    assert to_utc(half_past_two, BERLIN).time() == time(0, 30)
    assert to_utc(half_past_two.replace(fold=1), BERLIN).time() == time(0, 30)
    assert exists(half_past_two, BERLIN)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("month", [3, 10])
@pytest.mark.parametrize("days", [1, 7])
def test_the_day_before_at_six_is_at_six_when_clocks_change(
    year: int, month: int, days: int
) -> None:
    for offset in range(9):
        day = last_sunday(year, month) + timedelta(days=offset)
        starts = to_utc(datetime.combine(day, time(9)), BERLIN)

        reminder = days_before_at(starts, days, time(18), BERLIN)

        assert to_local(reminder, BERLIN) == datetime.combine(day - timedelta(days=days), time(18))


def test_the_day_is_the_one_on_the_wall_not_in_utc() -> None:
    just_after_midnight = datetime(2026, 6, 30, 22, 5, tzinfo=UTC)

    assert local_day(just_after_midnight, BERLIN) == date(2026, 7, 1)
    assert days_before_at(just_after_midnight, 1, time(8), BERLIN) == datetime(
        2026, 6, 30, 6, tzinfo=UTC
    )


@pytest.mark.parametrize(("month", "length"), [(3, 23), (10, 25), (6, 24)])
def test_days_are_as_long_as_they_are(month: int, length: int) -> None:
    day = last_sunday(2027, month) if month != 6 else date(2027, 6, 15)

    elapsed = day_begins(day + timedelta(days=1), BERLIN) - day_begins(day, BERLIN)

    assert elapsed == timedelta(hours=length)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2037, 12, 31)))
def test_every_time_on_the_wall_survives_the_way_to_utc_and_back(local: datetime) -> None:
    back = to_local(to_utc(local, BERLIN), BERLIN)

    assert back == local or (not exists(local, BERLIN) and back == local + timedelta(hours=1))


def test_a_year_begins_and_ends_at_midnight_of_the_people() -> None:
    assert year_bounds(2027, BERLIN) == (
        datetime(2026, 12, 31, 23, tzinfo=UTC),
        datetime(2027, 12, 31, 23, tzinfo=UTC),
    )
