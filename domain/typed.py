"""What people type, made fit to be kept and shown: one form of each sign, nothing unseen.

Signs that steer how others are shown (direction, control, zero width) go; all kinds of space
become the plain one. What holds an emoji together stays, but only there.
"""

from __future__ import annotations

import re
import unicodedata

_JOINER = "\u200d"
_BLACK_FLAG = "\U0001f3f4"
#: Letters and symbols that look like nothing: Hangul fillers and the empty Braille pattern.
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_TAGS = frozenset(map(chr, range(0xE0020, 0xE0080)))
_PRESENTATION = frozenset("\ufe0e\ufe0f")
_KEYCAPS = frozenset("0123456789#*")
_KEYCAP_MARK = "\u20e3"
#: What a spreadsheet takes for the beginning of a formula, in both widths, and what it overlooks
#: before it.
_FORMULAS, _BREAKS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20"), frozenset("\t\r\n")
_BEFORE_FORMULAS = " \t\r\n\v\f\u00a0\u3000\ufeff\"'"
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*(?: ?%)?")


def one_line(text: str) -> str:
    """Return a text as one line: NFC, single spaces, without signs that nobody sees."""
    kept: list[str] = []
    for sign in unicodedata.normalize("NFC", text):
        _take(kept, sign)
    _let_go(kept)
    # What was taken out may have stood between two signs that belong together.
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def signs(text: str) -> int:
    """Return how many signs a text has, as Telegram counts them (UTF-16 units)."""
    return len(text.encode("utf-16-le")) // 2


def several_lines(text: str) -> str:
    """Return a text as paragraphs with at most one blank line between, each tidied as a line."""
    lines = [one_line(line) for line in text.split("\n")]
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()


def for_spreadsheet(text: str) -> str:
    """Return a text as the cell of a file that spreadsheets open: none of them is a formula.

    Numbers stay numbers, also with a sign before them.
    """
    bare = text.lstrip(_BEFORE_FORMULAS)
    begins = text[:1] in _BREAKS or bare[:1] in _FORMULAS
    return f"'{text}" if begins and not _NUMBER.fullmatch(text) else text


def _take(kept: list[str], sign: str) -> None:
    """Add a sign, a space in its place, or nothing."""
    before = kept[-1] if kept else ""
    if sign.isspace() or sign in _BLANKS:
        shown = " "
    elif sign == _JOINER:
        shown = sign if _pictures(before) else ""
    elif sign in _PRESENTATION:
        shown = sign if before in _KEYCAPS or _pictures(before) else ""
    elif sign in _TAGS:  # the flags of England, Scotland and Wales are spelled in these
        shown = sign if before == _BLACK_FLAG or before in _TAGS else ""
    else:
        shown = "" if _unseen(sign) else sign
        if shown and unicodedata.category(shown) != "So":
            _let_go(kept)
    if shown == " ":
        _let_go(kept)
    if shown:
        kept.append(shown)


def _let_go(kept: list[str]) -> None:
    """Take a joiner off the end that joins nothing."""
    if kept and kept[-1] == _JOINER:
        kept.pop()


def _unseen(sign: str) -> bool:
    """Return whether a sign is none to see: control, format, private, unassigned, selector."""
    if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return True
    return "\ufe00" <= sign <= "\ufe0d" or "\U000e0100" <= sign <= "\U000e01ef" or sign == "\u034f"


def _pictures(sign: str) -> bool:
    """Return whether a sign is a picture or changes one: skin tone, presentation, keycap."""
    if not sign:
        return False
    changes = sign in _SKIN_TONES or sign in _PRESENTATION or sign == _KEYCAP_MARK
    return changes or unicodedata.category(sign) == "So"
