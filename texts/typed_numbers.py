"""Numbers as people type them, in one place for every question that has a number as its answer.

What is no number at all is told apart from a number that cannot be: the first was not asked for,
of the second it is said what is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.typed import one_line
from texts.catalogue import Texts


class NoNumber(StrEnum):
    """Why a typed number is none that can be taken."""

    NOT_WHOLE = "not-whole"
    SEVERAL = "several"
    OUT_OF_BOUNDS = "out-of-bounds"
    UNREADABLE = "unreadable"


_ONES: Final = (
    ("null", "zero", "keine", "keiner", "kein", "niemand", "none", "nobody"),
    ("eins", "ein", "eine", "einer", "one"),
    ("zwei", "zwo", "two"),
    ("drei", "three"),
    ("vier", "four"),
    ("fünf", "fuenf", "five"),
    ("sechs", "six"),
    ("sieben", "seven"),
    ("acht", "eight"),
    ("neun", "nine"),
    ("zehn", "ten"),
    ("elf", "eleven"),
    ("zwölf", "zwoelf", "twelve"),
    ("dreizehn", "thirteen"),
    ("vierzehn", "fourteen"),
    ("fünfzehn", "fuenfzehn", "fifteen"),
    ("sechzehn", "sixteen"),
    ("siebzehn", "seventeen"),
    ("achtzehn", "eighteen"),
    ("neunzehn", "nineteen"),
)
_TENS: Final = (
    ("zwanzig", "twenty"),
    ("dreißig", "dreissig", "thirty"),
    ("vierzig", "forty"),
    ("fünfzig", "fuenfzig", "fifty"),
    ("sechzig", "sixty"),
    ("siebzig", "seventy"),
    ("achtzig", "eighty"),
    ("neunzig", "ninety"),
)


def _spelled() -> Mapping[str, int]:
    """Return the numbers to a hundred by their words, German and English."""
    found = {word: n for n, words in enumerate(_ONES) for word in words}
    for ten, words in enumerate(_TENS, 2):
        found |= dict.fromkeys(words, ten * 10)
        for one in range(1, 10):
            german = ["ein" if word == "eins" else word for word in _ONES[one][:-1]]
            found |= {f"{each}und{word}": ten * 10 + one for each in german for word in words[:-1]}
            found[f"{words[-1]}-{_ONES[one][-1]}"] = ten * 10 + one
            found[f"{words[-1]} {_ONES[one][-1]}"] = ten * 10 + one
    return found | dict.fromkeys(("hundert", "einhundert", "hundred", "a hundred"), 100)


_WORDS: Final = _spelled()
_BEFORE: Final = re.compile(
    r"^(?:ca\.?|circa|etwa|rund|ungefähr|ungefaehr|genau|insgesamt|zusammen|maximal|max\.?"
    r"|höchstens|bis zu|es waren|es sind|wir waren|nur|about|around|exactly"
    r"|at most|up to|only|in total|~|=)\s+"
)
_BEHIND: Final = re.compile(
    r"\s*(?:personen?|leute|menschen|teilnehmende|teilnehmer(?:innen)?|teilnahmen?|fachkräfte"
    r"|fachkraefte|kräfte|plätzen?|plaetzen?|platz|sitze|stück|mal|tagen?|wochen|minuten|min\.?"
    r"|ue|u\.e\.|unterrichtseinheit(?:en)?|einheit(?:en)?|anmeldungen|angemeldete"
    r"|people|persons?|participants?|attendees|seats?|places?|units?|days?|minutes|times?|uses?"
    r"|sind gekommen|waren da|kamen|gekommen|insgesamt|zusammen|in total|maximal|attended|came)$"
)
_UNLIMITED: Final = re.compile(
    r"un(?:begrenzt|beschränkt|endlich|limited)|offen|beliebig(?: viele)?"
    r"|(?:ohne|keine?|no|without)(?: eine| a)? (?:begrenzung|beschränkung|grenze|limit)"
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.'’ ]\d{3})+")
_NUMBER: Final = re.compile(r"[+]?([0-9]{1,9})")
_NEGATIVE: Final = re.compile(r"[-‐-―−]\s*\d+")
_BROKEN: Final = re.compile(r"[-+]?\d+[.,]\d+|\d+\s*[½¼¾]|\d+[/⁄]\d+|\d+e\d+")
_RANGE: Final = re.compile(r"\d+\s*(?:[-‐-―−/+&]|bis|von|oder|und|to|of|or|and)\s*\d+")


def read_number(text: str, least: int, most: int) -> int | NoNumber | None:
    """Return the number that a text says; why it cannot be taken; None if it says none."""
    words = bare(text)
    found = _whole(words)
    if found is None:
        return _why_not(words)
    return found if least <= found <= most else NoNumber.OUT_OF_BOUNDS


_SIGNED: Final = re.compile(
    r"\s*([+−–-])?\s*(.*?)\s*(?:(mehr|more)|(weniger|fewer|less))?\s*[.!]?\s*"
)


def read_signed(text: str, most: int) -> int | NoNumber | None:
    """Return the number that a text says: `3`, `+3`, `−3`, `3 mehr`, `2 Personen weniger`.

    It is 1 to `most`, or as much below 0; None if the text says none.
    """
    found = _SIGNED.fullmatch(one_line(text).casefold())
    if found is None:
        return None
    number = read_number(found[2], 1, most)
    fewer = found[1] not in {None, "+"} or found[4]
    return -number if isinstance(number, int) and fewer else number


def bare(text: str) -> str:
    """Return what is left of a text without words that only go with a number: `ca. 20 Plätze`."""
    words = unicodedata.normalize("NFKC", one_line(text)).casefold().strip(" .!?:;,")
    before = ""
    while words != before:
        before = words
        words = _BEHIND.sub("", _BEFORE.sub("", words)).strip(" .!?:;,")
    return words


def _whole(words: str) -> int | None:
    if words in _WORDS:
        return _WORDS[words]
    if _GROUPED.fullmatch(words):
        return int(re.sub(r"\D", "", words))
    found = _NUMBER.fullmatch(words)
    return int(found[1]) if found else None


def _why_not(words: str) -> NoNumber | None:
    if _NEGATIVE.fullmatch(words) or words.isdecimal():
        return NoNumber.OUT_OF_BOUNDS
    if _BROKEN.fullmatch(words):
        return NoNumber.NOT_WHOLE
    if _RANGE.fullmatch(words):
        return NoNumber.SEVERAL
    said = re.findall(r"[^\W\d_]+", words)
    numbers = said or re.search(r"\d", words)
    return NoNumber.UNREADABLE if numbers and all(word in _WORDS for word in said) else None


def says_unlimited(text: str) -> bool:
    """Return whether a text says that there is no limit."""
    return _UNLIMITED.fullmatch(bare(text)) is not None


def refusal(texts: Texts, why: NoNumber, least: int, most: int) -> str:
    """Return as HTML why a typed number cannot be taken, and which can."""
    bounds = texts("number-bounds", least=least, most=most)
    if why is NoNumber.OUT_OF_BOUNDS:
        return bounds
    return f"{texts(f'number-refused-{why}')} {bounds}"


_HOURS: Final = re.compile(
    r"(\d{1,2})(?:[.,](\d))?\s*(?:std\.?|stunden?|h|hours?)(?:\s*(?:und|and)?\s*(\d{1,2})\s*\D*)?"
)


def read_minutes(text: str, most: int) -> int | NoNumber | None:
    """Return a length in minutes: `90`, `90 Minuten`, `1,5 Stunden`, `2 h 15`."""
    hours = _HOURS.fullmatch(bare(text))
    if hours is None:
        return read_number(text, 1, most)
    minutes = int(hours[1]) * 60 + int(hours[2] or 0) * 6 + int(hours[3] or 0)
    return minutes if 1 <= minutes <= most else NoNumber.OUT_OF_BOUNDS
