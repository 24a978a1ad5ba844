"""Wall clocks and instants: what a local time means in the two nights a year it is in doubt."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def to_utc(local: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant at which clocks in `zone` show the naive time `local`.

    A time that is skipped in spring means the same distance after the skip: 02:30 is 03:30.
    A time that comes twice in autumn means the first one.
    """
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def exists(local: datetime, zone: ZoneInfo) -> bool:
    """Return whether clocks in `zone` ever show the naive time `local`."""
    return to_local(to_utc(local, zone), zone) == local.replace(fold=0)


def to_local(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return the naive time that clocks in `zone` show at an aware instant."""
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)


def local_day(instant: datetime, zone: ZoneInfo) -> date:
    """Return the calendar day in `zone` at an aware instant."""
    return instant.astimezone(zone).date()


def quarter_of(day: date) -> int:
    """Return the quarter of a day, 1 to 4."""
    return (day.month + 2) // 3


def day_begins(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant (UTC) at which a calendar day begins in `zone`."""
    return to_utc(datetime.combine(day, time.min), zone)


def year_bounds(year: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the instants (UTC) at which a calendar year begins and ends in `zone`."""
    return day_begins(date(year, 1, 1), zone), day_begins(date(year + 1, 1, 1), zone)


def days_before_at(instant: datetime, days: int, at: time, zone: ZoneInfo) -> datetime:
    """Return the instant (UTC) when clocks show `at`, `days` calendar days before an instant.

    "The day before at 18:00" is 18:00 whether the clocks change in between or not. A negative
    number of days lies after the instant.
    """
    day = local_day(instant, zone) - timedelta(days=days)
    return to_utc(datetime.combine(day, at), zone)
