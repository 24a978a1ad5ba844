"""What is said beside a day on which most people are off, wherever a day is chosen or shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.holidays import day_off
from domain.localtime import local_day
from texts.catalogue import Texts

#: Beyond so many days nobody looks for a holiday.
MOST_DAYS = 31


def day_note(day: date, texts: Texts) -> str:
    """Return the plain name of a public holiday or Sunday; empty for any other day."""
    reason = day_off(day)
    return "" if reason is None else texts.label("day-off", reason)


def noted(written: str, texts: Texts, *days: date) -> str:
    """Return a written date with what is to be said of its days: `Fr., 26.03. (Karfreitag)`."""
    notes = dict.fromkeys(note for day in days if (note := day_note(day, texts)))
    return f"{written} ({', '.join(notes)})" if notes else written


def days_of(starts_at: datetime, ends_at: datetime | None, zone: ZoneInfo) -> list[date]:
    """Return the local days of an event; one that ends at midnight has none of the next."""
    first = local_day(starts_at, zone)
    last = first if ends_at is None else local_day(ends_at - timedelta(minutes=1), zone)
    return [first + timedelta(days=n) for n in range(min((last - first).days, MOST_DAYS) + 1)]
