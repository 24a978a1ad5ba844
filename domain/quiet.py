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


def after_calm(instant: datetime, length: timedelta, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """Return when so much time has passed since an instant (UTC), quiet times not counted."""
    while True:
        instant = next_allowed(instant, quiet, zone)
        until = _quiet_from(instant, quiet, zone)
        if instant + length <= until:
            return instant + length
        length -= until - instant
        instant = until


def _quiet_from(instant: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """Return when the next quiet time begins, at the latest the end of the next day."""
    today = local_day(instant, zone)
    days = (today, today + timedelta(days=1))
    begins = [
        begin
        for day in days
        for begin, end in _quiet_times(day, quiet, zone)
        if instant < begin < end
    ]
    return min([*begins, day_begins(today + timedelta(days=2), zone)])


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
