"""What a spreadsheet shows for a number: the number, a date, a time, a share, or something else."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from functools import lru_cache

#: The formats that a file names by number only, as far as they show dates and shares.
BUILT_IN = {
    9: "0%",
    10: "0.00%",
    14: "dd.mm.yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "d.m.yyyy h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
}
#: Day 0 of both systems; the one of 1900 is right from its 61st day on (no training is earlier).
SINCE_1900, SINCE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - no zone
_LAST_DAY = 2_900_000

#: What stands for itself: words in quotes, escaped signs, colours, currencies, filling.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
_DAY = re.compile(r"(?<!d)dd?(?!d)")
_THOUSANDS = re.compile(r"[0#?],+(?![0#?,])")


def seen(number: float, code: str, since: datetime) -> str | None:
    """Return what is seen of a number under a format; None if it is nothing of the number."""
    if not math.isfinite(number):
        return None
    shown = _section(number, code)
    if shown in {"general", "@"}:
        return _plain(number)
    if re.search(r"[dhy]", shown):
        return _moment(number, shown, since) or _plain(number)
    if not re.search(r"[0#?@]|general", shown) or _THOUSANDS.search(shown):
        return None
    return f"{_plain(number * 100)} %" if "%" in shown else _plain(number)


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[str, ...]:
    return tuple(_LITERAL.sub("", code.lower()).split(";"))


def _section(number: float, code: str) -> str:
    """Return the part of a format that is for numbers of this sign, without its literals."""
    if not code:
        return "general"
    parts = _sections(code)
    if number == 0 and len(parts) > 2:
        return parts[2].strip()
    return parts[1 if number < 0 and len(parts) > 1 else 0].strip()


def _plain(number: float) -> str:
    return f"{number:.15g}".replace(".", ",")


def _moment(number: float, shown: str, since: datetime) -> str:
    """Return a date, a time or both, as far as they are shown; empty if neither can be told."""
    if not 0 <= number < _LAST_DAY:
        return ""
    seconds = round(number * 86400)
    at = since + timedelta(seconds=seconds)
    clock = f"{at:%H:%M}" if at.second == 0 else f"{at:%H:%M:%S}"
    if "[h" in shown:
        return f"{seconds // 3600}:{seconds // 60 % 60:02}"
    day = f"{at:%d.%m.%Y}" if _DAY.search(shown) and "m" in shown else ""
    if "h" not in shown:
        return day
    if not day:
        return "" if re.search(r"[dy]", shown) else clock
    return day if seconds % 86400 == 0 else f"{day} {clock}"
