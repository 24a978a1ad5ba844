"""How wide the columns of a table are in Word, which is told so beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from domain.report.structure import Chart
from texts.documents.report_elements import Grid
from texts.documents.report_widths import widths

#: A matrix of more columns is set small.
MANY = 18
#: Parts of the height of letters: how wide one is on an average, and the least of a column.
_LETTER, _LEAST = 0.5, 1.0
#: A longer word is hyphenated.
_WORD = 12.0
#: How wide letters are, about; and how much wider in heads.
_WIDTHS = {"thin": 0.3, "thick": 0.85, "upper": 0.7, "other": 0.56}
_THIN, _THICK, _BOLD = frozenset("iljtfrI.,:;'|!()[]/ -·–"), frozenset("mwMW%…"), 1.12
#: How many columns of a matrix are as wide as that of its names; in one that is set small.
_NAMES, _SMALL_NAMES = 8.3, 5.6


def shares(grid: Grid, line: float, size: float, seam: float) -> list[float]:
    """Return the part of a line for each column.

    Line, letters and the seam beside a text are in points. Columns of numbers and of short texts
    get what they need, the others the rest.
    """
    count = len(grid.header)
    if grid.chart is Chart.HEAT:
        return _parts([_SMALL_NAMES if count > MANY else _NAMES, *([1.0] * (count - 1))])
    room = (line - seam * count) / size
    wide = widths(grid, letters=int(line / size / _LETTER))
    at_once = sum(_needed(grid, at) for at in range(count))
    needed = [
        0.0 if share else _needed(grid, at, broken=at_once > room) for at, share in enumerate(wide)
    ]
    rest = max(room - sum(needed), room / 3)
    given = _shared(rest, wide, [_word(grid, at) for at in range(count)])
    parts = _parts([max(both) for both in zip(needed, given, strict=True)])
    return [(part * room * size + seam) / line for part in parts]


def _shared(room: float, wide: Sequence[int], words: Sequence[float]) -> list[float]:
    """Share the room; who would get less than a word needs gets that first, if there is so much."""
    poor = {at for at, share in enumerate(wide) if share and room * share < words[at] * sum(wide)}
    left = room - sum(words[at] for at in poor)
    others = sum(share for at, share in enumerate(wide) if at not in poor)
    if not poor or not others or left <= 0:
        return [room * share / (sum(wide) or 1) for share in wide]
    return [words[at] if at in poor else left * share / others for at, share in enumerate(wide)]


def _parts(found: list[float]) -> list[float]:
    return [each / sum(found) for each in found]


def _needed(grid: Grid, column: int, *, broken: bool = False) -> float:
    """Return how wide a column is that has each text on one line, and its head if not broken."""
    texts = [_width(text) for text in _texts(grid, column)]
    head = grid.header[column]
    heads = [_width(word) * _BOLD for word in (head.split() if broken else [head])]
    return max(*texts, *heads, _LEAST)


def _word(grid: Grid, column: int) -> float:
    """Return how wide a column is that breaks no word, but for the longest there are."""
    words = [_width(word) for text in _texts(grid, column) for word in text.split()]
    heads = [_width(word) * _BOLD for word in grid.header[column].split()]
    return min(max([*words, *heads], default=0.0), _WORD)


def _texts(grid: Grid, column: int) -> list[str]:
    rows = [*grid.rows, *([grid.total] if grid.total else [])]
    return [row[column].text for row in rows]


def _width(text: str) -> float:
    return sum(_WIDTHS[_kind(letter)] for letter in text)


def _kind(letter: str) -> str:
    if letter in _THIN:
        return "thin"
    if letter in _THICK:
        return "thick"
    return "upper" if letter.isupper() else "other"
