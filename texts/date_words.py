"""What typed words for days and times can mean, each by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Final


class Reason(StrEnum):
    """Why a typed date cannot be meant."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no-such-day"
    NO_SUCH_TIME = "no-such-time"
    WRONG_WEEKDAY = "wrong-weekday"
    END_BEFORE_START = "end-before-start"
    PAST = "past"
    TOO_FAR = "too-far"
    CLOCK_GAP = "clock-gap"


@dataclass(frozen=True, slots=True)
class Impossible:
    """It cannot be meant; `day` is the day whose weekday was wrong."""

    reason: Reason
    day: date | None = None


Days = tuple[date, ...] | Impossible
Minutes = tuple[int | None, ...] | Impossible


def _numbered(groups: str, first: int) -> dict[str, int]:
    """Give groups of synonyms a number: in `a,b c` a and b share one, c has the next."""
    return {
        word: number
        for number, words in enumerate(groups.split(), start=first)
        for word in words.split(",")
    }


_WEEKDAYS: Final = _numbered(
    "montag,mo,monday,mon dienstag,di,tuesday,tue mittwoch,mi,wednesday,wed "
    "donnerstag,do,thursday,thu freitag,fr,friday,fri samstag,sonnabend,sa,saturday,sat "
    "sonntag,so,sunday,sun",
    first=0,
)
_MONTHS: Final = _numbered(
    "januar,jan,january februar,feb,february märz,maerz,mär,mrz,march,mar april,apr mai,may "
    "juni,jun,june juli,jul,july august,aug september,sept,sep oktober,okt,october,oct "
    "november,nov dezember,dez,december,dec",
    first=1,
)
_COUNTS: Final = _numbered(
    "ein,eins,eine,einem,einer,a,one zwei,two drei,three vier,four fünf,fuenf,five sechs,six "
    "sieben,seven acht,eight neun,nine zehn,ten elf,eleven zwölf,zwoelf,twelve",
    first=1,
)
_NEARBY: Final = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1, "übermorgen": 2}
_UNITS: Final = {"tag": 1, "day": 1, "woche": 7, "week": 7}

_FILLERS: Final = re.compile(r"\b(am|um|von|vom|ab|den|der|dem|zum|on|at|from|the)\b")
_UNTIL: Final = re.compile(r"\b(bis|to|until|till)\b|[‐-―−]")


def _any(words: Mapping[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b"


_WEEKDAY: Final = _any(_WEEKDAYS) + r"\.?"
_ISO: Final = r"\d{4}-\d{2}-\d{2}"
_NUMERIC: Final = r"\d{1,2}\. ?\d{1,2}\.(?: ?\d{4}|\d{2})?"
_NAMED: Final = (
    rf"\d{{1,2}}(?:\.|st|nd|rd|th)? ?{_any(_MONTHS)}\.?"
    r"(?: ?\d{4}| (?:2[5-9]|[3-9]\d)(?![\d:.]| ?uhr))?"
)
#: Without its last dot it may be a time as well, so it is tried apart.
_DOTLESS: Final = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?![\d:.])"
_DISTANCE: Final = (
    rf"(?:heute )?in (?:\d{{1,3}}|{_any(_COUNTS)}) "
    r"(?:tag(?:en)?|wochen?|monat(?:en)?|days?|weeks?|months?)"
)
_NEXT: Final = rf"(?:nächste[nrs]?|naechste[nrs]?|next) {_WEEKDAY}"
_THIS: Final = rf"(?:diese[nrs]?|kommende[nrs]?|this) {_WEEKDAY}"
_NEXT_WEEK: Final = rf"(?:nächste|naechste|next) (?:woche|week) {_WEEKDAY}"

_CLOCK: Final = (
    r"(?:\d{1,2} ?(?:uhr|h) ?\d{2}|\d{1,2}[:.]\d{2} ?(?:uhr|h)|\d{1,2}:\d{2}|\d{1,2}\.[0-5][05]"
    rf"|(?:\d{{1,2}}|{_any(_COUNTS)}) ?(?:uhr|h)|\d{{1,2}}"
    rf"|(?:halb|viertel (?:vor|nach)) (?:\d{{1,2}}|{_any(_COUNTS)})(?: uhr)?)"
)
_CLOCKS: Final = rf"(?P<start>{_CLOCK})(?:-(?P<end>{_CLOCK}))?"


def _forms(date_pattern: str) -> tuple[re.Pattern[str], ...]:
    day = (
        f"(?:(?:{_WEEKDAY} )?(?:{date_pattern})|{_any(_NEARBY)}|{_DISTANCE}|{_NEXT_WEEK}|{_NEXT}"
        f"|{_THIS}|{_WEEKDAY})"
    )
    patterns = (
        rf"(?P<day>{day})(?: {_CLOCKS})?",
        rf"(?P<day>{day}) (?P<start>{_CLOCK})-(?P<end_day>{day}) (?P<end>{_CLOCK})",
        rf"(?P<day>{day})-(?P<end_day>{day})(?: {_CLOCKS})?",
        rf"(?P<first>\d{{1,2}})\.?-(?P<end_day>{date_pattern})(?: {_CLOCKS})?",
    )
    return tuple(re.compile(each) for each in patterns)


@cache
def clock_only() -> re.Pattern[str]:
    """Return the form of a time or two without a day."""
    return re.compile(_CLOCKS)


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """Return the sentences we understand, as made ready at the first one that is typed.

    Their groups are `day`, `end_day`, `first`, `start` and `end` where present.
    """
    return (
        clock_only(),
        *_forms(f"{_ISO}|{_NUMERIC}|{_NAMED}"),
        *_forms(f"{_ISO}|{_NUMERIC}|{_NAMED}|{_DOTLESS}"),
    )


def normalise(text: str) -> str:
    """Return the words in small letters, with one kind of hyphen and without fillers."""
    words = unicodedata.normalize("NFC", text).lower().replace("uebermorgen", "übermorgen")
    words = _FILLERS.sub(" ", _UNTIL.sub("-", words.replace(",", " ")))
    return re.sub(r"\s*-\s*", "-", " ".join(words.split())).rstrip("!?; ")


def names_year(words: str) -> bool:
    """Return whether a day was typed with its year."""
    return re.search(r"\d{4}|\.\d{2}$|[^\W\d_]\.? \d{2}$", words) is not None


def read_day(words: str, today: date) -> Days:
    """Return the days that can be meant, seen from today; at least one."""
    first, _, rest = words.partition(" ")
    weekday = _WEEKDAYS.get(first.rstrip("."))
    if weekday is not None and rest:
        return _on_weekday(weekday, _read_date(rest, today))
    if weekday is not None:
        return _coming(weekday, today)
    if first in _NEARBY and not rest:
        return (today + timedelta(days=_NEARBY[first]),)
    if words[0].isdigit():
        return _read_date(words, today)
    return _read_distance(words, today)


def read_clock(words: str | None) -> Minutes:
    """Return the minutes of the day (0 to 1440) that can be meant; (None,) for no words."""
    if words is None:
        return (None,)
    spoken = words.removesuffix("uhr").split()
    offset = {"halb": -30, "nach": 15, "vor": -15}.get(spoken[-2], 0) if len(spoken) > 1 else 0
    if spoken[-1] in _COUNTS or spoken[0] in {"halb", "viertel"}:
        return _spoken_clock(_COUNTS.get(spoken[-1]) or int(spoken[-1]), offset)
    numbers = [int(each) for each in re.findall(r"\d+", words)]
    hours, minutes = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if minutes > 59 or hours * 60 + minutes > 24 * 60:
        return Impossible(Reason.NO_SUCH_TIME)
    return (hours * 60 + minutes,)


def day_in_month_of(day: date, number: int) -> Days:
    """Return the day of that number in the month of another day."""
    return _valid(day.year, day.month, number)


def _spoken_clock(hour: int, offset: int) -> Minutes:
    """Read a clock of twelve hours: before seven o'clock the afternoon may be meant."""
    minutes = hour * 60 + offset
    if not 1 <= hour <= 24:
        return Impossible(Reason.NO_SUCH_TIME)
    return (minutes, minutes + 12 * 60) if minutes < 7 * 60 else (minutes,)


def _on_weekday(weekday: int, days: Days) -> Days:
    """Return the days if they fall on the weekday that was typed with them."""
    if isinstance(days, Impossible):
        return days
    right = tuple(each for each in days if each.weekday() == weekday)
    return right or Impossible(Reason.WRONG_WEEKDAY, days[0])


def _coming(weekday: int, today: date) -> Days:
    """Return the next such weekday; today and in a week, if today is one."""
    ahead = (weekday - today.weekday()) % 7
    day = today + timedelta(days=ahead)
    return (day,) if ahead else (day, day + timedelta(days=7))


def _read_date(words: str, today: date) -> Days:
    if re.fullmatch(_ISO, words):
        year, month, day = (int(each) for each in words.split("-"))
        return _valid(year, month, day)
    numbers = [int(each) for each in re.findall(r"\d+", words)]
    for name in re.findall(r"[^\W\d_]+", words):
        if name in _MONTHS:
            numbers.insert(1, _MONTHS[name])
    if len(numbers) == 2:
        return _without_year(numbers[0], numbers[1], today)
    year = numbers[2] if numbers[2] >= 100 else 2000 + numbers[2]
    return _valid(year, numbers[1], numbers[0])


def _without_year(day: int, month: int, today: date) -> Days:
    """Return the next day of that number and month, today included."""
    for year in (today.year, today.year + 1):
        found = _valid(year, month, day)
        if not isinstance(found, Impossible) and found[0] >= today:
            return found
    return Impossible(Reason.NO_SUCH_DAY)


def _valid(year: int, month: int, day: int) -> Days:
    try:
        return (date(year, month, day),)
    except ValueError:
        return Impossible(Reason.NO_SUCH_DAY)


def _read_distance(words: str, today: date) -> Days:
    *before, last = words.rstrip(".").split()
    if last in _WEEKDAYS:
        return _from_next(_WEEKDAYS[last], before, today)
    count = _COUNTS.get(before[-1]) or int(before[-1])
    for unit, days in _UNITS.items():
        if last.startswith(unit):
            return (today + timedelta(days=count * days),)
    return (_months_later(today, count),)


def _from_next(weekday: int, before: list[str], today: date) -> Days:
    monday = today - timedelta(days=today.weekday())
    in_next_week = monday + timedelta(days=7 + weekday)
    if len(before) == 2:  # next week on that day
        return (in_next_week,)
    if not before[0].startswith("n"):  # this or the coming one
        return _coming(weekday, today)
    ahead = (weekday - today.weekday() - 1) % 7 + 1
    upcoming = today + timedelta(days=ahead)
    return (upcoming,) if upcoming == in_next_week else (upcoming, in_next_week)


def _months_later(today: date, months: int) -> date:
    """Return the same day of a later month, or the last one of a shorter month."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    first_after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = first_after - timedelta(days=1)
    return last.replace(day=min(today.day, last.day))
