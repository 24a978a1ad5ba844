"""What the typefaces at hand can show: signs they cannot are stood in for, a whole sign at a time.

A sign as people see it may be several letters of the alphabet of computers: a letter and its
accents, a family of four. It is shown whole or not at all, and never repaired in finished data.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import typst

#: Stands for a sign that cannot be shown, and for that one if need be.
STANDS_IN, _AT_WORST = "\u25a1", "?"
_JOINER = "\u200d"
_FLAGS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_HANGUL = (range(0x1100, 0x1160), range(0x1160, 0x11A8), range(0x11A8, 0x1200))
#: Each sign in its own paragraph, as the report sets its texts.
_PROBE = b"""#let signs = json(bytes(sys.inputs.signs))
#set document(title: "x")
#set text(font: ("Liberation Sans", "Arial", "DejaVu Sans", "Libertinus Serif"))
#for each in signs [#par(each) #par(strong(each))]
"""
#: What this process has found out: which signs can be shown.
_known: dict[str, bool] = {}


def signs(text: str) -> Iterator[str]:
    """Yield a text's signs as people see them."""
    sign = ""
    for letter in text:
        if sign and _goes_on(sign, letter):
            sign += letter
            continue
        if sign:
            yield sign
        sign = letter
    if sign:
        yield sign


def _goes_on(sign: str, letter: str) -> bool:
    """Return whether a letter belongs to the sign before it."""
    code, last = ord(letter), sign[-1]
    if letter == _JOINER or 0xE0020 <= code < 0xE0080 or code in _SKIN_TONES:
        return True
    if unicodedata.category(letter).startswith("M"):
        return True
    if last == _JOINER:
        return unicodedata.category(letter) == "So"
    if code in _FLAGS:
        return ord(last) in _FLAGS and len(sign) == 1
    lead, vowel, tail = _HANGUL
    before = ord(last)
    return (code in vowel and before in lead) or (code in tail and before in vowel)


def plain(text: str) -> bool:
    """Return whether every typeface shows this text: Latin letters as of all Europe."""
    return all(letter < "\u0250" or letter in "–—‘’‚“”„…€\u2011" for letter in text)


def printable(texts: Iterable[str]) -> Callable[[str], str]:
    """Return what makes each of these texts one that can be shown; most stay as they are."""
    found = {sign for text in texts if not plain(text) for sign in signs(text) if not plain(sign)}
    _find_out(found | {STANDS_IN})
    stands_in = {sign: _stand_in(sign) for sign in found if not _known[sign]}

    def shown(text: str) -> str:
        if plain(text):
            return text
        return "".join(stands_in.get(sign, sign) for sign in signs(text))

    return shown if stands_in else lambda text: text


def stripped(text: str) -> str:
    """Return a text of plain signs alone, whatever the typefaces can show."""
    return "".join(sign if plain(sign) else _simpler(sign) or _AT_WORST for sign in signs(text))


def _stand_in(sign: str) -> str:
    """Return something to read in the place of a sign: a simpler form, or a box."""
    simpler = _simpler(sign)
    if simpler:
        return simpler
    return STANDS_IN if _known[STANDS_IN] else _AT_WORST


@cache
def _simpler(sign: str) -> str:
    """Return the plain letters behind a sign: those of a flag, a keycap, an accented letter."""
    if all(ord(letter) in _FLAGS for letter in sign):
        return "".join(chr(ord("A") + ord(letter) - _FLAGS[0]) for letter in sign)
    letters = unicodedata.normalize("NFKD", sign)
    kept = "".join(each for each in letters if not unicodedata.category(each).startswith("M"))
    return kept if plain(kept) else ""


def _find_out(wanted: set[str]) -> None:
    """Learn which signs can be shown, by halves: all of most reports can."""
    unknown = sorted(wanted - _known.keys())
    waiting = [unknown] if unknown else []
    while waiting:
        some = waiting.pop()
        if len(some) == 1 or _shows(some):
            _known.update((sign, len(some) > 1 or _shows(some)) for sign in some)
        else:
            middle = len(some) // 2
            waiting += [some[:middle], some[middle:]]


def _shows(some: list[str]) -> bool:
    inputs = {"signs": json.dumps(some, ensure_ascii=False)}
    try:
        typst.compile(
            _PROBE, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], font_paths=_fonts()
        )
    except typst.TypstError:
        return False
    return True


def typefaces() -> frozenset[str]:
    """Return the families of typefaces that are at hand here."""
    return frozenset(_fonts().families())


@cache
def _fonts() -> Any:
    return typst.Fonts()
