"""Nobody is disturbed at night, on Sundays and on public holidays."""
# ruff: noqa: DTZ001 - a time on the wall has no zone

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.localtime import to_local, to_utc
from domain.quiet import QuietHours, next_allowed

BERLIN = ZoneInfo("Europe/Berlin")
EASTER = frozenset({date(2027, 3, 26), date(2027, 3, 28), date(2027, 3, 29)})
QUIET = QuietHours(time(20), time(7), sundays=True, holidays=EASTER)


def allowed(local: datetime, quiet: QuietHours = QUIET) -> datetime:
    return to_local(next_allowed(to_utc(local, BERLIN), quiet, BERLIN), BERLIN)


@pytest.mark.parametrize(
    ("wanted", "granted"),
    [
        (datetime(2027, 3, 9, 12, 0), datetime(2027, 3, 9, 12, 0)),
        (datetime(2027, 3, 9, 7, 0), datetime(2027, 3, 9, 7, 0)),
        (datetime(2027, 3, 9, 6, 59), datetime(2027, 3, 9, 7, 0)),
        (datetime(2027, 3, 9, 19, 59), datetime(2027, 3, 9, 19, 59)),
        (datetime(2027, 3, 9, 20, 0), datetime(2027, 3, 10, 7, 0)),
        (datetime(2027, 3, 13, 21, 0), datetime(2027, 3, 15, 7, 0)),  # Saturday night
        (datetime(2027, 3, 14, 12, 0), datetime(2027, 3, 15, 7, 0)),  # Sunday noon
        (datetime(2027, 3, 25, 23, 0), datetime(2027, 3, 27, 7, 0)),  # before Good Friday
        (datetime(2027, 3, 27, 21, 0), datetime(2027, 3, 30, 7, 0)),  # over Easter
    ],
)
def test_what_comes_at_a_bad_time_waits_for_the_next_good_one(
    wanted: datetime, granted: datetime
) -> None:
    assert allowed(wanted) == granted


def test_a_network_can_do_without_quiet_days() -> None:
    only_nights = QuietHours(sundays=False)

    assert allowed(datetime(2027, 3, 14, 12), only_nights) == datetime(2027, 3, 14, 12)
    assert allowed(datetime(2027, 3, 14, 22), only_nights) == datetime(2027, 3, 15, 7)


def test_equal_hours_mean_no_quiet_night() -> None:
    never = QuietHours(time(0), time(0), sundays=False)

    assert allowed(datetime(2027, 3, 9, 0, 0), never) == datetime(2027, 3, 9, 0, 0)
    assert allowed(datetime(2027, 3, 9, 3, 0), never) == datetime(2027, 3, 9, 3, 0)


def test_quiet_at_noon_ends_on_the_same_day() -> None:
    noon = QuietHours(time(12), time(14), sundays=False)

    assert allowed(datetime(2027, 3, 9, 12, 30), noon) == datetime(2027, 3, 9, 14)
    assert allowed(datetime(2027, 3, 9, 22), noon) == datetime(2027, 3, 9, 22)


moments = st.datetimes(datetime(2027, 3, 12), datetime(2027, 4, 1)) | st.datetimes(
    datetime(2027, 10, 29), datetime(2027, 11, 2)
)
hours = st.integers(0, 7).map(lambda quarter: time(quarter * 3, 30))


@given(moments, hours, hours, st.booleans())
def test_the_next_good_time_is_good_and_not_too_far(
    local: datetime, start: time, end: time, sundays: bool
) -> None:
    quiet = QuietHours(start, end, sundays, EASTER)
    wanted = local.replace(tzinfo=UTC)

    granted = next_allowed(wanted, quiet, BERLIN)

    assert granted >= wanted
    assert next_allowed(granted, quiet, BERLIN) == granted
    assert granted - wanted < timedelta(days=4)
    assert not quiet.closed(granted.astimezone(BERLIN).date())
    between = wanted + (granted - wanted) / 2
    assert granted == wanted or next_allowed(between, quiet, BERLIN) == granted
