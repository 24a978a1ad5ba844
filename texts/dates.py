"""Dates and times as people read them: long in a message, short on a card or button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from domain.localtime import to_local


@dataclass(frozen=True, slots=True)
class _Style:
    """How a language writes dates; patterns as Unicode defines them for locale data."""

    locale: str
    full: str
    long: str
    short: str
    brief: str
    until: str
    clock: str


_STYLES = {
    "de": _Style(
        "de", "EEEE, d. MMMM y", "d. MMMM y", "EEE, dd.MM.y", "EEE, dd.MM.", "bis", " Uhr"
    ),
    "en": _Style("en_GB", "EEEE, d MMMM y", "d MMMM y", "EEE, d MMM y", "EEE, d MMM", "to", ""),
}


def long_range(
    starts_at: datetime, ends_at: datetime | None, zone: ZoneInfo, language: str = "de"
) -> str:
    """Return `Freitag, 12. März 2027, 09:00 bis 12:30 Uhr`; over several days both days."""
    style = _style(language)
    return _range(style, style.full, f" {style.until} ", starts_at, ends_at, zone)


def short_range(
    starts_at: datetime, ends_at: datetime | None, zone: ZoneInfo, language: str = "de"
) -> str:
    """Return `Fr., 12.03.2027, 09:00–12:30 Uhr`; over several days both days."""
    style = _style(language)
    return _range(style, style.short, "–", starts_at, ends_at, zone)


def long_day(day: date, language: str = "de") -> str:
    """Return `Freitag, 12. März 2027`."""
    style = _style(language)
    return format_date(day, style.full, style.locale)


def short_day(day: date, language: str = "de") -> str:
    """Return `Fr., 12.03.2027`."""
    style = _style(language)
    return format_date(day, style.short, style.locale)


def brief_day(day: date, language: str = "de") -> str:
    """Return `Fr., 12.03.`, for buttons."""
    style = _style(language)
    return format_date(day, style.brief, style.locale)


def plain_day(day: date, language: str = "de") -> str:
    """Return `12. März 2027`."""
    style = _style(language)
    return format_date(day, style.long, style.locale)


def month(day: date, language: str = "de") -> str:
    """Return `März 2027`."""
    return format_date(day, "MMMM y", _style(language).locale)


def weekday(day: date, language: str = "de") -> str:
    """Return `Freitag`."""
    return format_date(day, "EEEE", _style(language).locale)


def clock(at: time, language: str = "de") -> str:
    """Return `09:00 Uhr`."""
    return f"{at:%H:%M}{_style(language).clock}"


def long_moment(instant: datetime, zone: ZoneInfo, language: str = "de") -> str:
    """Return `Freitag, 12. März 2027, 09:00 Uhr`."""
    return long_range(instant, None, zone, language)


def short_moment(instant: datetime, zone: ZoneInfo, language: str = "de") -> str:
    """Return `Fr., 12.03.2027, 09:00 Uhr`."""
    return short_range(instant, None, zone, language)


def deadline(instant: datetime, zone: ZoneInfo, language: str = "de") -> str:
    """Return a moment up to which something can be done; midnight is 24:00 of the day before."""
    local = to_local(instant, zone)
    if local.time() != time.min:
        return short_moment(instant, zone, language)
    day = local.date() - timedelta(days=1)
    return f"{short_day(day, language)}, 24:00{_style(language).clock}"


def _style(language: str) -> _Style:
    return _STYLES.get(language, _STYLES["de"])


def _range(
    style: _Style,
    pattern: str,
    until: str,
    starts_at: datetime,
    ends_at: datetime | None,
    zone: ZoneInfo,
) -> str:
    start = to_local(starts_at, zone)
    first = f"{format_date(start, pattern, style.locale)}, {start:%H:%M}"
    if ends_at is None:
        return f"{first}{style.clock}"
    end = to_local(ends_at, zone)
    if end.date() == start.date():
        return f"{first}{until}{end:%H:%M}{style.clock}"
    if end == datetime.combine(start.date() + timedelta(days=1), time.min):
        return f"{first}{until}24:00{style.clock}"
    last = f"{format_date(end, pattern, style.locale)}, {end:%H:%M}"
    return f"{first}{style.clock} {until.strip()} {last}{style.clock}"
