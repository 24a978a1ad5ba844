"""The public holidays of North Rhine-Westphalia, and the other days on which people are off."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

_SUNDAY = 6


class DayOff(StrEnum):
    """Why most people do not work on a day."""

    NEW_YEAR = "new-year"
    GOOD_FRIDAY = "good-friday"
    EASTER_MONDAY = "easter-monday"
    LABOUR_DAY = "labour-day"
    ASCENSION = "ascension"
    WHIT_MONDAY = "whit-monday"
    CORPUS_CHRISTI = "corpus-christi"
    UNITY_DAY = "unity-day"
    ALL_SAINTS = "all-saints"
    CHRISTMAS_DAY = "christmas-day"
    BOXING_DAY = "boxing-day"
    SUNDAY = "sunday"


#: Holidays of every year, by (month, day).
_FIXED = {
    (1, 1): DayOff.NEW_YEAR,
    (5, 1): DayOff.LABOUR_DAY,
    (10, 3): DayOff.UNITY_DAY,
    (11, 1): DayOff.ALL_SAINTS,
    (12, 25): DayOff.CHRISTMAS_DAY,
    (12, 26): DayOff.BOXING_DAY,
}
#: Holidays by their days from Easter Sunday.
_FROM_EASTER = {
    -2: DayOff.GOOD_FRIDAY,
    1: DayOff.EASTER_MONDAY,
    39: DayOff.ASCENSION,
    50: DayOff.WHIT_MONDAY,
    60: DayOff.CORPUS_CHRISTI,
}


def day_off(day: date) -> DayOff | None:
    """Return why people are off on a day: a public holiday, else a Sunday; None on other days."""
    holiday = _FIXED.get((day.month, day.day)) or _FROM_EASTER.get(
        (day - easter_sunday(day.year)).days
    )
    if holiday is None and day.weekday() == _SUNDAY:
        return DayOff.SUNDAY
    return holiday


def holidays_of(year: int) -> frozenset[date]:
    """Return the public holidays of a year."""
    easter = easter_sunday(year)
    moving = {easter + timedelta(days=days) for days in _FROM_EASTER}
    return frozenset(moving | {date(year, month, day) for month, day in _FIXED})


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    corrected = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + corrected + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
