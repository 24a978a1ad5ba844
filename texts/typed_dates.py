"""Dates and times as people type them, in German and a little English.

What can be meant in two ways is told as ambiguous, never guessed; callers echo every result
with its weekday. Day comes before month, always.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from domain.localtime import exists, local_day, to_utc
from texts import dates
from texts.catalogue import Texts
from texts.date_spellings import normalise
from texts.date_words import (
    Days,
    Impossible,
    Reason,
    clock_only,
    day_in_month_of,
    forms,
    last_day,
    names_day,
    names_year,
    read_clock,
    read_day,
    seen_from,
    strange,
)

__all__ = ["Ambiguous", "Impossible", "Parsed", "Reason", "example", "explain", "parse"]

#: Who types more than this does not type a date.
LONGEST = 100

YEARS_AHEAD = 3

#: A time run together is one only where a time is asked for; elsewhere it may be a year.
_FOUR_DIGITS = re.compile(r"^(\d{1,2})([0-5]\d)$")

#: Minutes of a day; as an end it is 24:00.
MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was typed, as local time; a part that was not typed is None.

    Without `end_day` it ends on the day it starts; `ends` at 00:00 then is the end of that day.
    """

    day: date | None
    starts: time | None = None
    end_day: date | None = None
    ends: time | None = None

    @property
    def start(self) -> datetime | None:
        """The local start, if both day and time are known."""
        if self.day is None or self.starts is None:
            return None
        return datetime.combine(self.day, self.starts)

    @property
    def end(self) -> datetime | None:
        """The local end, if both day and time are known."""
        if self.day is None or self.ends is None:
            return None
        last = self.end_day
        if last is None:
            last = self.day if self.ends > time.min else self.day + timedelta(days=1)
        return datetime.combine(last, self.ends)

    def starts_at(self, zone: ZoneInfo) -> datetime | None:
        """Return the start as an instant (UTC)."""
        return None if self.start is None else to_utc(self.start, zone)

    def ends_at(self, zone: ZoneInfo) -> datetime | None:
        """Return the end as an instant (UTC)."""
        return None if self.end is None else to_utc(self.end, zone)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It can be meant in several ways, the earliest first.

    One choice alone is asked back as well: `past` is the day of this year that was typed without
    its year, though it is over.
    """

    choices: tuple[Parsed, ...]
    past: date | None = None


def parse(
    text: str, now: datetime, zone: ZoneInfo, day: date | None = None, *, until: bool = False
) -> Parsed | Ambiguous | Impossible:
    """Read a typed date, time or range; `day` is the day of a time that stands alone.

    `until` says that a moment is asked for up to which something lasts: it may be 24:00.
    """
    if len(text) > LONGEST:
        return Impossible(Reason.UNREADABLE)
    words, today = normalise(text), local_day(now, zone)
    readings = [_check(each, now, zone) for each in _readings(words, today, day, until=until)]
    possible = {each for each in readings if isinstance(each, Parsed)}
    if len(possible) == 1:
        only = possible.pop()
        past = None if only.day == day else _passed(only.day, words, today)
        return only if past is None else Ambiguous((only,), past)
    if possible:
        return Ambiguous(tuple(sorted(possible, key=_earliest)))
    return next(
        (each for each in readings if isinstance(each, Impossible)), Impossible(Reason.UNREADABLE)
    )


def _passed(day: date | None, words: str, today: date) -> date | None:
    """Return the day of this year that the words name, if only the next year is left for it."""
    if day is None or day.year <= today.year or not any(_without_its_year(words)):
        return None
    return day.replace(year=today.year)


def _without_its_year(words: str) -> Iterator[bool]:
    for form in forms():
        if found := form.fullmatch(words):
            parts = found.groupdict()
            named = [part for part in (parts.get("day"), parts.get("end_day")) if part]
            yield bool(named) and all(map(names_day, named)) and not any(map(names_year, named))


def like_a_date(text: str) -> bool:
    """Return whether a text that cannot be read was meant to be a date: no word is of another."""
    return len(text) <= LONGEST and not strange(normalise(text))


def on_day(
    read: Parsed | Ambiguous | Impossible, day: date | None
) -> Parsed | Ambiguous | Impossible:
    """Return what was read where a day is asked for: a time alone is of the day that is known."""
    if not isinstance(read, Ambiguous):
        return replace(read, day=day) if isinstance(read, Parsed) and read.day is None else read
    placed = [replace(each, day=each.day or day) for each in read.choices]
    dated = tuple(each for each in placed if each.day is not None)
    return replace(read, choices=dated) if dated else Parsed(None, read.choices[0].starts)


def missing_day(texts: Texts, example: str) -> str:
    """Say as HTML that a time alone does not say which day is meant."""
    return f"{texts('date-without-day')}\n{texts('date-example', example=example)}"


def explain(texts: Texts, impossible: Impossible, example: str) -> str:
    """Return as HTML why a typed date cannot be meant, with an example of what was asked for."""
    values = {}
    if impossible.reason is Reason.WRONG_WEEKDAY and impossible.day is not None:
        values["day"] = dates.plain_day(impossible.day, texts.language)
        values["weekday"] = dates.weekday(impossible.day, texts.language)
    why = texts(f"date-impossible-{impossible.reason}", **values)
    return f"{why}\n{texts('date-example', example=example)}"


def moment_example(now: datetime, zone: ZoneInfo) -> str:
    """Return a moment some days ahead as people may type it: `16.2.27 9:00`."""
    day = local_day(now, zone) + timedelta(weeks=1)
    return f"{day.day}.{day.month}.{day:%y} 9:00"


def example(now: datetime, zone: ZoneInfo) -> str:
    """Return a date some weeks ahead as people may type it: `12.3.27 9-12:30`."""
    day = local_day(now, zone) + timedelta(weeks=6)
    return f"{day.day}.{day.month}.{day:%y} 9-12:30"


Span = tuple[date | None, date | None]
Reading = Parsed | Impossible


def _readings(
    words: str, today: date, day: date | None, *, until: bool = False
) -> Iterator[Reading]:
    """Yield everything that the words can mean, possible or not."""
    if day is not None:
        words = _FOUR_DIGITS.sub(r"\1:\2", words)
    if day is not None and (found := clock_only().fullmatch(words)):
        yield from _at_times(((day, None),), found.groupdict(), until=until)
        return
    for form in forms():
        if found := form.fullmatch(words):
            parts = found.groupdict()
            spans = _spans(parts, today)
            yield from (
                (spans,) if isinstance(spans, Impossible) else _at_times(spans, parts, until=until)
            )


def _spans(parts: dict[str, str | None], today: date) -> tuple[Span, ...] | Impossible:
    """Return the first and last days that can be meant; no last day if none was typed."""
    first, last = parts.get("day"), parts.get("end_day")
    if first is None and last is None:
        return ((None, None),)
    if last is None:
        return _pairs(read_day(first or "", today), lambda day: ((day, None),))
    if first is None:
        number = int(parts.get("first") or 0)
        return _pairs(read_day(last, today), lambda day: _before(day_in_month_of(day, number), day))
    if names_year(last) and not names_year(first):
        year = timedelta(days=364)
        return _pairs(read_day(last, today), lambda day: _before(read_day(first, day - year), day))
    return _pairs(
        read_day(first, today), lambda day: _after(day, read_day(last, seen_from(last, today, day)))
    )


def _pairs(
    days: Days, complete: Callable[[date], tuple[Span, ...] | Impossible]
) -> tuple[Span, ...] | Impossible:
    if isinstance(days, Impossible):
        return days
    completed = [complete(day) for day in days]
    possible = [each for each in completed if not isinstance(each, Impossible)]
    return tuple(span for spans in possible for span in spans) if possible else completed[0]


def _before(firsts: Days, last: date) -> tuple[Span, ...] | Impossible:
    return firsts if isinstance(firsts, Impossible) else tuple((first, last) for first in firsts)


def _after(first: date, lasts: Days) -> tuple[Span, ...] | Impossible:
    return lasts if isinstance(lasts, Impossible) else tuple((first, last) for last in lasts)


def _at_times(
    spans: tuple[Span, ...], parts: dict[str, str | None], *, until: bool = False
) -> Iterator[Reading]:
    starts, ends = read_clock(parts["start"]), read_clock(parts["end"])
    if isinstance(starts, Impossible) or isinstance(ends, Impossible):
        yield Impossible(Reason.NO_SUCH_TIME)
        return
    for (first, last), start, end in product(spans, starts, ends):
        if until and start == MIDNIGHT and end is None and first not in {None, date.max}:
            yield Parsed(first + timedelta(days=1), time.min)
        else:
            yield _reading(first, last, start, end)


def _reading(first: date | None, last: date | None, start: int | None, end: int | None) -> Reading:
    if start == MIDNIGHT:
        return Impossible(Reason.NO_SUCH_TIME)
    if end == MIDNIGHT and last is not None:
        last += timedelta(days=1)
    return Parsed(first, _time(start), last, _time(end))


def _time(minutes: int | None) -> time | None:
    return None if minutes is None else time(minutes // 60 % 24, minutes % 60)


def _check(reading: Reading, now: datetime, zone: ZoneInfo) -> Reading:
    """Return the reading, or why nobody can mean it."""
    if isinstance(reading, Impossible):
        return reading
    problem = _problem(reading, now, zone)
    return reading if problem is None else Impossible(problem)


def _problem(reading: Parsed, now: datetime, zone: ZoneInfo) -> Reason | None:
    today = local_day(now, zone)
    # Nothing is reckoned from days at the ends of the calendar: there is none before or after.
    if reading.day is not None and reading.day < today:
        return Reason.PAST
    if (reading.end_day or reading.day or today) > _years_later(today):
        return Reason.TOO_FAR
    if _ends_too_early(reading):
        return Reason.END_BEFORE_START
    starts_at = reading.starts_at(zone)
    if starts_at is not None and starts_at < now:
        return Reason.PAST
    moments = (reading.start, reading.end)
    if not all(exists(each, zone) for each in moments if each is not None):
        return Reason.CLOCK_GAP
    return None


def _ends_too_early(reading: Parsed) -> bool:
    if reading.day is not None and reading.end_day is not None and reading.end_day <= reading.day:
        return True
    on_some_day = replace(reading, day=reading.day or date(2000, 1, 1))
    start, end = on_some_day.start, on_some_day.end
    return start is not None and end is not None and end <= start


def _years_later(today: date) -> date:
    return today.replace(year=today.year + YEARS_AHEAD, day=min(today.day, 28))


def _earliest(reading: Parsed) -> tuple[date, time]:
    return reading.day or date.max, reading.starts or time.min


def past_day(text: str, today: date) -> date | None:
    """Return the day that a text says of what has happened; None if it says none, or several.

    A day without its year is the last one, a weekday the last such, today included.
    """
    words = normalise(text)
    if not any(found and found["day"] == words for found in _day_forms(words)):
        return None
    found = last_day(words, today)
    return found[0] if not isinstance(found, Impossible) and len(found) == 1 else None


def _day_forms(words: str) -> Iterator[re.Match[str] | None]:
    yield from (form.fullmatch(words) for form in forms() if "day" in form.groupindex)
