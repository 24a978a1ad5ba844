"""Brings the many spellings of a date and a time to the few that are read.

Each rule rewrites one way of writing into another that means the same; what two people would
read differently is left as it is, for the reader to refuse or to ask back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from domain.typed import one_line

_MONTH_NAMES: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_DAY_NAMES: Final = (
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|monday|tuesday"
    "|wednesday|thursday|friday|saturday|sunday|mo|di|mi|do|fr|sa|so|mon|tue|tues|wed|weds|thu"
    "|thur|thurs|fri|sat|sun"
)
_FILLERS: Final = re.compile(
    r"\b(?:am|um|von|vom|ab|den|der|dem|des|zum|auf|on|at|from|the|of|ca|circa|etwa|gegen|rund"
    r"|ungefähr|ungefaehr|about|around|jeweils|termin)\b\.?"
)
_UNTIL: Final = re.compile(r"\b(?:bis|to|until|till)\b|[‐-―−]")
_MORNING, _EVENING = (
    "früh|frueh|morgens|vormittags?|in the morning",
    ("nachmittags?|abends?|in the afternoon|in the evening"),
)
_HOUR = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?: ?(?:uhr|h)(?: (?P<more>\d{2}))?)?"

Rewrite = Callable[[re.Match[str]], str]


def _clock(hours: int, minutes: int | str | None) -> str:
    return f"{hours}:{int(minutes or 0):02}"


def _twelve(found: re.Match[str]) -> str:
    """Rewrite `9-4pm` and `9am`: the first hour has the half of the day that makes sense."""
    start, end = found["start"], _of_half(found["end"], found["end_minute"], found["half"])
    if start is None:
        return end
    half = found["first_half"]
    first = _of_half(start, found["start_minute"], half or found["half"])
    if half is None and _minutes(first) >= _minutes(end):
        first = _clock(int(start), found["start_minute"])
    return f"{first}-{end}"


def _of_half(hour: str, minute: str | None, half: str) -> str:
    if not 1 <= int(hour) <= 12:  # `14 pm` is a time all the same
        return _clock(int(hour), minute)
    return _clock(int(hour) % 12 + (12 if half[0] == "p" else 0), minute)


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


def _in_the_morning(found: re.Match[str]) -> str:
    return _clock(int(found["hour"]), found["minute"] or found["more"])


def _later(found: re.Match[str]) -> str:
    hour = int(found["hour"])
    return _clock(hour + 12 if hour < 12 else hour, found["minute"] or found["more"])


def _one_after_the_other(found: re.Match[str]) -> str:
    """Rewrite `12.+13.3.` as a range; days with others between them are none."""
    first, last = int(found["first"]), int(found["last"])
    return f"{first}.-{last}.{found['month']}" if last == first + 1 else found[0]


def _both_dates(found: re.Match[str]) -> str:
    first, last = int(found["first"]), int(found["last"])
    month, next_ = int(found["month"]), int(found["next"])
    follows = (last == first + 1 and month == next_) or (last == 1 and next_ == month % 12 + 1)
    return f"{first}.{month}.-{last}.{next_}." if follows else found[0]


def _run_together(found: re.Match[str]) -> str:
    """Rewrite `0900-1230`."""
    hours = (int(found["start"][:-2]), int(found["end"][:-2]))
    if max(hours) > 24:
        return found[0]
    return "-".join(f"{each[:-2]}:{each[-2:]}" for each in (found["start"], found["end"]))


def _minutes_beside(found: re.Match[str]) -> str:
    """Rewrite `quarter to ten`, `10 nach 9`: by hours that leave no doubt."""
    hour = int(found["hour"])
    told = {"quarter": 15, "half": 30}.get(found["count"]) or int(found["count"])
    beside = told if found["side"] in {"past", "nach"} else -told
    return _clock((hour * 60 + beside) // 60, (hour * 60 + beside) % 60) if hour > 7 else found[0]


_DATE: Final = r"\d{1,2}\.(?: ?\d{1,2}\.| ?[^\W\d_]{3,}\.?)(?: ?\d{4}|\d{2})?"
#: Weekdays of several days say nothing more where the days themselves follow; before a time alone
#: they are what was meant.
_BEFORE_DAYS: Final = (
    rf"(?:{_DAY_NAMES})\b\.? "
    r"(?=\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{4})|\d{1,2}\.?-\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{4}))"
)
_NUMBER_WORDS: Final = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf|zero one two three four "
    "five six seven eight nine ten eleven twelve"
)
_DIGITS: Final = {
    word: str(n) for words in _NUMBER_WORDS.split("|") for n, word in enumerate(words.split()) if n
}


def _digits(found: re.Match[str]) -> str:
    return "".join(_DIGITS.get(part, part) for part in re.split(r"(\W)", found[0]))


_HOUR_WORD: Final = "|".join(_DIGITS)

#: In this order: later rules see what earlier ones have written.
_RULES: Final[tuple[tuple[re.Pattern[str], str | Rewrite], ...]] = (
    (re.compile(r"\((?P<day>" + _DAY_NAMES + r")\.?\)"), r" \g<day> "),
    (re.compile(r"\((?:[12]\. weihnachtstag|[^()\d])*\)"), " "),  # a holiday's name
    (re.compile(r"uebermorgen"), "übermorgen"),
    (re.compile(r"(?<=\d)\.? u\. (?=\d)"), ". und "),
    (re.compile(r"(?<=\b\d{4}-\d\d-\d\d)t(?=\d\d:\d\d)"), " "),
    (re.compile(r"\b([ap])\. ?m\b\.?"), r"\1m"),
    (re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b"), r"\1"),
    (re.compile(rf"\b({_MONTH_NAMES})\.? (\d{{1,2}})(?!\d|:|\.\d)(?: (?=\d{{4}}))?"), r"\2. \1 "),
    (re.compile(r"(?<![\d.])(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)"), r"\1-\2-\3"),
    (re.compile(r"(?<![\d.])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d.:])"), r"\1.\3.\4"),
    (re.compile(r"(?<![\d.])(\d{1,2})/(\d{1,2})(?![\d.:/])"), r"\1.\2."),
    (re.compile(r"(?<![\d.:])(\d{1,2}) ?\. ?(\d{1,2}) ?\."), r"\1.\2."),
    (re.compile(r"\b(?:zwischen|between) (\S+(?: uhr)?) (?:und|and) "), r"\1-"),
    (
        re.compile(
            r"(?<!\d)(?P<first>\d{1,2})\.? ?(?:[+&/]|und|and) ?"
            r"(?P<last>\d{1,2})\.(?P<month>\d{1,2}\.| ?[^\W\d_]{3,})"
        ),
        _one_after_the_other,
    ),
    (
        re.compile(
            r"(?<!\d)(?P<first>\d{1,2})\.(?P<month>\d{1,2})\.? ?(?:[+&/]|und|and) ?"
            r"(?P<last>\d{1,2})\.(?P<next>\d{1,2})\."
        ),
        _both_dates,
    ),
    (re.compile(rf"\b(?:{_DAY_NAMES})\.? ?(?:[+&/-]|und|and) ?{_BEFORE_DAYS}"), ""),
    (
        re.compile(
            r"\b(?:(?P<start>\d{1,2})(?:[:.](?P<start_minute>\d{2}))? ?(?P<first_half>[ap]m)?-)?"
            r"(?P<end>\d{1,2})(?:[:.](?P<end_minute>\d{2}))? ?(?P<half>[ap]m)\b"
        ),
        _twelve,
    ),
    (
        re.compile(r"(?<![\d.:-])(?P<start>\d{3,4})(?: ?uhr)?-(?P<end>\d{3,4})(?![\d.:-])"),
        _run_together,
    ),
    (re.compile(r"(?<![\d.:-])(0\d)([0-5]\d)(?![\d.:-])"), r"\1:\2"),
    (re.compile(r"(?<![\d.:-])(\d{1,2})([0-5]\d) ?(?=uhr)"), r"\1:\2 "),
    (re.compile(rf"\b(?:{_HOUR_WORD})(?: uhr)? (?=(?:{_MORNING}|{_EVENING})\b)"), _digits),
    (re.compile(rf"\b(?:{_MORNING}|{_EVENING}) (?:{_HOUR_WORD})\b"), _digits),
    (re.compile(rf"(?<![\d.:]){_HOUR} (?:{_EVENING})\b"), _later),
    (re.compile(rf"(?<![\d.:]){_HOUR} (?:{_MORNING})\b"), _in_the_morning),
    (re.compile(rf"\b(?:{_EVENING}) {_HOUR}(?![\d.])"), _later),
    (re.compile(rf"\b(?:{_MORNING}) {_HOUR}(?![\d.])"), _in_the_morning),
    (re.compile(r"\b(?:12(?:[:.]00)?(?: uhr)? )?mittags?\b|\bnoon\b|\bmidday\b"), "12:00"),
    (re.compile(r"\bmitternacht\b|\bmidnight\b"), "24:00"),
    (re.compile(rf"\b(?:half|quarter) (?:past|to) (?:{_HOUR_WORD})\b"), _digits),
    (re.compile(rf"\b(?:\d{{1,2}}|{_HOUR_WORD}) (?:vor|nach) (?:{_HOUR_WORD})\b"), _digits),
    (
        re.compile(
            r"\b(?P<count>\d{1,2}|half|quarter)(?: minuten)? (?P<side>past|to|vor|nach) "
            r"(?P<hour>\d{1,2})\b"
        ),
        _minutes_beside,
    ),
    (
        re.compile(
            rf"(?P<date>{_DATE}|\d{{1,2}} [^\W\d_]{{3,}}\.?(?: \d{{4}})?) "
            rf"(?P<weekday>{_DAY_NAMES})\b\.?(?! ?\d{{1,2}}\.)"
        ),
        r"\g<weekday> \g<date>",
    ),
)


def normalise(text: str) -> str:
    """Return the words in small letters, with one kind of hyphen and without fillers."""
    words = unicodedata.normalize("NFKC", one_line(text)).lower()
    words = re.sub(r"\bquarter to\b", "quarter before", words)
    words = _UNTIL.sub("-", re.sub(r"[,;]", " ", words)).replace("before", "to")
    words = _tidy(_FILLERS.sub(" ", words)).lstrip("- ")  # `bis 12 Uhr`
    for pattern, meant in _RULES:
        words = _tidy(pattern.sub(meant, words))
    return re.sub(r"(?<=\d{4})\.$|(?<=:\d\d)\.$", "", words.rstrip("!?; "))


def _tidy(words: str) -> str:
    return re.sub(r"\s*-\s*", "-", " ".join(words.split()))
