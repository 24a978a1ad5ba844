"""Dates are written the way the offices write them, whatever the clocks do."""
# ruff: noqa: DTZ001 - a time on the wall has no zone

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.localtime import to_utc
from texts import dates

BERLIN = ZoneInfo("Europe/Berlin")


def at(*parts: int) -> datetime:
    year, month, day, hour, minute = (*parts, 0, 0)[:5]
    return to_utc(datetime(year, month, day, hour, minute), BERLIN)


MORNING = (at(2027, 3, 12, 9), at(2027, 3, 12, 12, 30))
TWO_DAYS = (at(2027, 3, 12, 9), at(2027, 3, 13, 16))
TO_MIDNIGHT = (at(2027, 3, 12, 18), at(2027, 3, 13))


@pytest.mark.parametrize(
    ("span", "long", "short"),
    [
        (
            MORNING,
            "Freitag, 12. März 2027, 09:00 bis 12:30 Uhr",
            "Fr., 12.03.2027, 09:00–12:30 Uhr",
        ),
        (
            TWO_DAYS,
            "Freitag, 12. März 2027, 09:00 Uhr bis Samstag, 13. März 2027, 16:00 Uhr",
            "Fr., 12.03.2027, 09:00 Uhr – Sa., 13.03.2027, 16:00 Uhr",
        ),
        (
            TO_MIDNIGHT,
            "Freitag, 12. März 2027, 18:00 bis 24:00 Uhr",
            "Fr., 12.03.2027, 18:00–24:00 Uhr",
        ),
        (
            (MORNING[0], None),
            "Freitag, 12. März 2027, 09:00 Uhr",
            "Fr., 12.03.2027, 09:00 Uhr",
        ),
    ],
    ids=["one day", "two days", "to midnight", "no end"],
)
def test_ranges(span: tuple[datetime, datetime | None], long: str, short: str) -> None:
    assert dates.long_range(*span, BERLIN) == long
    assert dates.short_range(*span, BERLIN) == short


def test_ranges_in_english() -> None:
    assert dates.long_range(*MORNING, BERLIN, "en") == "Friday, 12 March 2027, 09:00 to 12:30"
    assert dates.short_range(*MORNING, BERLIN, "en") == "Fri, 12 Mar 2027, 09:00–12:30"
    assert dates.long_range(*TWO_DAYS, BERLIN, "en") == (
        "Friday, 12 March 2027, 09:00 to Saturday, 13 March 2027, 16:00"
    )


def test_every_weekday_has_its_short_name() -> None:
    names = [dates.short_day(date(2027, 3, day)).split(",")[0] for day in range(8, 15)]

    assert names == ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."]


def test_days_and_times() -> None:
    day = date(2027, 3, 4)

    assert dates.long_day(day) == "Donnerstag, 4. März 2027"
    assert dates.short_day(day) == "Do., 04.03.2027"
    assert dates.brief_day(day) == "Do., 04.03."
    assert dates.plain_day(day) == "4. März 2027"
    assert dates.weekday(day) == "Donnerstag"
    assert dates.clock(time(8)) == "08:00 Uhr"


def test_the_day_is_the_local_one() -> None:
    late = datetime(2027, 6, 30, 22, 30, tzinfo=UTC)

    assert dates.short_moment(late, BERLIN) == "Do., 01.07.2027, 00:30 Uhr"
    assert dates.long_moment(late, BERLIN) == "Donnerstag, 1. Juli 2027, 00:30 Uhr"


def test_a_deadline_at_midnight_names_the_day_that_ends() -> None:
    assert dates.deadline(at(2027, 2, 27), BERLIN) == "Fr., 26.02.2027, 24:00 Uhr"
    assert dates.deadline(at(2027, 2, 26, 18), BERLIN) == "Fr., 26.02.2027, 18:00 Uhr"
