"""What typed words for days and times can mean, each by itself."""

from __future__ import annotations

import re
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
    "montag,mo,monday,mon dienstag,di,tuesday,tue,tues mittwoch,mi,wednesday,wed,weds "
    "donnerstag,do,thursday,thu,thur,thurs freitag,fr,friday,fri samstag,sonnabend,sa,saturday,sat "
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
_NEARBY: Final = {
    "heute": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "übermorgen": 2,
    "gestern": -1,
}
#: Hours that may stand alone: `halb zehn bis zwölf`; «ein» and «a» say too much else.
_HOURS: Final = {word: n for word, n in _COUNTS.items() if n > 1}
_UNITS: Final = {"tag": 1, "day": 1, "woche": 7, "week": 7}


def _any(words: Mapping[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b"


_WEEKDAY: Final = _any(_WEEKDAYS) + r"\.?"
_ISO: Final = r"\d{4}-\d{1,2}-\d{1,2}"
#: Two digits behind a space are a year only if they can be no hour.
_SHORT_YEAR: Final = r" (?:2[5-9]|[3-9]\d)(?![\d:.]| ?uhr)"
_NUMERIC: Final = rf"\d{{1,2}}\. ?\d{{1,2}}\.(?: ?\d{{4}}|\d{{2}}|{_SHORT_YEAR})?"
_NAMED: Final = rf"\d{{1,2}}\.? ?{_any(_MONTHS)}\.?(?: ?\d{{4}}|{_SHORT_YEAR})?"
#: Without its last dot it may be a time as well, so it is tried apart.
_DOTLESS: Final = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?![\d:.])"
_DISTANCE: Final = (
    rf"(?:{_any(_NEARBY)} )?in (?:\d{{1,3}}|{_any(_COUNTS)}) "
    r"(?:tag(?:en)?|wochen?|monat(?:en)?|days?|weeks?|months?)"
)
_NEXT: Final = rf"(?:(?:über|ueber)?(?:nächste|naechste)[nrs]?|next) {_WEEKDAY}"
_THIS: Final = rf"(?:diese[nrs]?|kommende[nrs]?|this) {_WEEKDAY}"
_NEXT_WEEK: Final = rf"(?:(?:über|ueber)?(?:nächste|naechste)|next) (?:woche|week) {_WEEKDAY}"

_CLOCK: Final = (
    r"(?:\d{1,2} ?(?:uhr|h) ?\d{2}|\d{1,2}[:.]\d{2} ?(?:uhr|h)|\d{1,2}:\d{2}|\d{1,2}\.[0-5][05]"
    rf"|(?:\d{{1,2}}|{_any(_COUNTS)}) ?(?:uhr|h)|\d{{1,2}}"
    rf"|(?:halb|dreiviertel|viertel(?: vor| nach)?) (?:\d{{1,2}}|{_any(_COUNTS)})(?: uhr)?"
    rf"|{_any(_HOURS)})"
)
_CLOCKS: Final = rf"(?P<start>{_CLOCK})(?:-(?P<end>{_CLOCK}))?"


def _forms(date_pattern: str) -> tuple[re.Pattern[str], ...]:
    day = (
        f"(?:(?:{_WEEKDAY} ){{0,2}}(?:{date_pattern})|{_any(_NEARBY)}|{_DISTANCE}|{_NEXT_WEEK}"
        f"|{_NEXT}|{_THIS}|{_WEEKDAY})"
    )
    patterns = (
        rf"(?P<day>{day})(?: {_CLOCKS})?",
        rf"{_CLOCKS} (?P<day>{day})",
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


def names_year(words: str) -> bool:
    """Return whether a day was typed with its year."""
    return re.search(r"\d{4}|\d\. ?\d{1,2}\. ?\d{2}$|[^\W\d_]\.? \d{2}$", words) is not None


#: What else stands in a date or beside it.
_BESIDE: Final = frozenset(
    re.findall(
        r"\w+",
        """
    uhr h bis halb viertel dreiviertel vor nach in im am pm und and oder or früh morgens mittags
    nachmittags abends anfang mitte ende tag tage tagen woche wochen monat monate monaten day days
    week weeks month months next this nächste nächsten nächster nächstes diese diesen dieser dieses
    kommende kommenden kommender übernächste übernächsten übernächster
""",
    )
)


def strange(words: str) -> int:
    """Return how many words no date has; 99 if there is nothing of a date at all."""
    known = {*_WEEKDAYS, *_MONTHS, *_COUNTS, *_NEARBY, *_BESIDE}
    said = re.findall(r"[^\W\d_]+", words)
    if not re.search(r"\d", words) and not known & set(said):
        return 99
    return sum(len(word) > 1 and word not in known for word in said)


def names_day(words: str) -> bool:
    """Return whether a day was typed by its number in a month, not by its weekday or distance."""
    return re.search(rf"\d\. ?\d|\d\.? ?{_any(_MONTHS)}", words) is not None


def read_day(words: str, today: date) -> Days:
    """Return the days that can be meant, seen from today; at least one."""
    first, _, rest = words.partition(" ")
    weekday = _WEEKDAYS.get(first.rstrip("."))
    if weekday is not None and rest:
        return _on_weekday(weekday, read_day(rest, today))
    if weekday is not None:
        return _coming(weekday, today)
    if first in _NEARBY and not rest:
        return (today + timedelta(days=_NEARBY[first]),)
    if words[0].isdigit():
        return _read_date(words, today)
    return _read_distance(words, today)


def seen_from(words: str, today: date, first: date) -> date:
    """Return the day that the last day of several is told from: «übermorgen» is seen from today.

    A day by its number or its weekday follows the first one.
    """
    return today if words.split(" ")[0] in _NEARBY else first


def last_day(words: str, today: date) -> Days:
    """Return the days that can be meant of what has happened: today, or the last ones before."""
    first = words.split(" ")[0]
    if first in _NEARBY:
        return read_day(words, today)
    if first.rstrip(".") in _WEEKDAYS and " " not in words:
        return read_day(words, today - timedelta(days=6))
    found = read_day(words, today)
    if isinstance(found, Impossible) or names_year(words):
        return found
    earlier = read_day(words, today - timedelta(days=365))
    return found if found == (today,) else earlier


def read_clock(words: str | None) -> Minutes:
    """Return the minutes of the day (0 to 1440) that can be meant; (None,) for no words."""
    if words is None:
        return (None,)
    spoken = words.removesuffix("uhr").split()
    offsets = _OFFSETS.get(spoken[-2], (0,)) if len(spoken) > 1 else (0,)
    if spoken[-1] in _COUNTS or spoken[0] in {"halb", "viertel", "dreiviertel"}:
        return _spoken_clock(_COUNTS.get(spoken[-1]) or int(spoken[-1]), offsets)
    numbers = [int(each) for each in re.findall(r"\d+", words)]
    hours, minutes = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if minutes > 59 or hours * 60 + minutes > 24 * 60:
        return Impossible(Reason.NO_SUCH_TIME)
    return (hours * 60 + minutes,)


def day_in_month_of(day: date, number: int) -> Days:
    """Return the day of that number in the month of another day."""
    return _valid(day.year, day.month, number)


#: By how many minutes a spoken hour is meant earlier or later. «Viertel zehn» is a quarter past
#: nine in one half of the country, and in the other one hears a quarter past ten.
_OFFSETS: Final = {
    "halb": (-30,), "nach": (15,), "vor": (-15,), "dreiviertel": (-15,), "viertel": (-45, 15),
}  # fmt: skip


def _spoken_clock(hour: int, offsets: tuple[int, ...]) -> Minutes:
    """Read a clock of twelve hours: before seven o'clock the afternoon may be meant."""
    if not 1 <= hour <= 24:
        return Impossible(Reason.NO_SUCH_TIME)
    meant = [hour * 60 + offset for offset in offsets]
    return tuple(m for each in meant for m in ((each, each + 720) if each < 420 else (each,)))


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
    if before[0] in _NEARBY:  # tomorrow in a week
        today += timedelta(days=_NEARBY[before[0]])
    count = _COUNTS.get(before[-1]) or int(before[-1])
    for unit, days in _UNITS.items():
        if last.startswith(unit):
            return (today + timedelta(days=count * days),)
    return (_months_later(today, count),)


def _from_next(weekday: int, before: list[str], today: date) -> Days:
    monday = today - timedelta(days=today.weekday())
    in_next_week = monday + timedelta(days=7 + weekday)
    if before[0].startswith(("über", "ueber")):  # the one after the next, whichever that is
        nearer = [before[0].removeprefix("über").removeprefix("ueber"), *before[1:]]
        found = _from_next(weekday, nearer, today)
        return (
            tuple(day + timedelta(days=7) for day in found) if isinstance(found, tuple) else found
        )
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
