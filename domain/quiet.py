"""When people are left in peace: nights, Sundays and public holidays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.localtime import day_begins, local_day, to_utc


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` to `end` local time, over midnight if `start` is later; equal means never.

    Sundays, where `sundays` is set, and `holidays` are quiet from midnight to midnight.
    """

    start: time = time(20)
    end: time = time(7)
    sundays: bool = True
    holidays: frozenset[date] = frozenset()

    def closed(self, day: date) -> bool:
        """Return whether the whole day is quiet."""
        return (self.sundays and day.isoweekday() == 7) or day in self.holidays


def next_allowed(instant: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """Return the instant itself, or the end (UTC) of the quiet time it lies in."""
    while (end := _quiet_until(instant, quiet, zone)) is not None:
        instant = end
    return instant


def _quiet_until(instant: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime | None:
    for begins, ends in _quiet_times(local_day(instant, zone), quiet, zone):
        if begins <= instant < ends:
            return ends
    return None


def _quiet_times(
    day: date, quiet: QuietHours, zone: ZoneInfo
) -> Iterator[tuple[datetime, datetime]]:
    """Yield the quiet times that touch a day, as instants from (in) to (out)."""
    tomorrow = day + timedelta(days=1)
    over_midnight = quiet.start > quiet.end
    for evening in (day - timedelta(days=1), day):
        morning = evening + timedelta(days=1) if over_midnight else evening
        yield (
            to_utc(datetime.combine(evening, quiet.start), zone),
            to_utc(datetime.combine(morning, quiet.end), zone),
        )
    if quiet.closed(day):
        yield day_begins(day, zone), day_begins(tomorrow, zone)
