"""How wide the columns of a table are in the PDF: so that it has as few lines as may be."""

from __future__ import annotations

from collections.abc import Sequence

from domain.report.structure import Chart
from texts.documents.report_elements import Grid

#: A column of texts no longer than this is as wide as they are.
_SHORT = 16
#: A head of several words over numbers is broken if it is longer than this.
_HEAD = 14
#: A word has room up to so many letters; so many letters' worth of room is beside a text.
_WORD, _BESIDE = 24, 2
#: How many letters a line holds: of tables on one page, which are set larger, and of others.
_LARGE, _SMALL = 108, 124
#: How names share the line with columns that are equally wide.
_NAMES, _EVEN = 4, 3
#: Of so many letters one is lost at the ends of lines.
_RAGGED = 10
#: Widths are tried in steps of so many letters.
_STEP = 2


def widths(grid: Grid) -> list[int]:
    """Return a share of the line for columns of words, 0 for those as wide as their content."""
    count = len(grid.header)
    if grid.even:
        return [_NAMES, *([_EVEN] * (count - 1))]
    if grid.chart is Chart.HEAT:
        return [1, *([0] * (count - 1))]
    columns = [_texts(grid, at) for at in range(count)]
    wide = [at for at in range(count) if _is_wide(grid, at, columns[at])]
    if not wide:
        wide = [0]
    room = _LARGE if grid.short else _SMALL
    needs = {at: _need(grid, at, columns[at]) for at in range(count) if at not in wide}
    wanted = sum(max(map(len, columns[at]), default=0) + _BESIDE for at in wide)
    broken: dict[int, int] = {}
    if wanted + sum(needs.values()) > room:
        broken = {at: _broken(grid, at, columns[at]) for at in needs if _breaks(grid, at)}
    room -= sum((needs | broken).values())
    shares = dict(zip(wide, _shared([columns[at] for at in wide], room), strict=True))
    return [broken.get(at, shares.get(at, 0)) for at in range(count)]


def _texts(grid: Grid, at: int) -> list[str]:
    rows = [*grid.rows, *([grid.total] if grid.total else [])]
    return [row[at].text for row in rows]


def _is_numbers(grid: Grid, at: int) -> bool:
    rows = [*grid.rows, *([grid.total] if grid.total else [])]
    return at > 0 and all(row[at].unit is not None for row in rows)


def _is_wide(grid: Grid, at: int, texts: Sequence[str]) -> bool:
    return not _is_numbers(grid, at) and max(map(len, texts), default=0) > _SHORT


def _need(grid: Grid, at: int, texts: Sequence[str]) -> int:
    return max(len(grid.header[at]), *map(len, texts), 0) + _BESIDE


def _breaks(grid: Grid, at: int) -> bool:
    """Whether a head is broken into lines, so that the names beside the numbers need not be."""
    return _is_numbers(grid, at) and len(grid.header[at]) > _HEAD and " " in grid.header[at]


def _broken(grid: Grid, at: int, texts: Sequence[str]) -> int:
    return max(map(len, [*grid.header[at].split(), *texts])) + 2 * _BESIDE


def _shared(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """Share the room: who is made narrower is who makes the fewest lines more."""
    least = [_least(texts) for texts in columns]
    found = [max([*map(len, texts), each]) for texts, each in zip(columns, least, strict=True)]
    lines = [_lines(texts, width) for texts, width in zip(columns, found, strict=True)]
    while sum(found) + _BESIDE * len(found) > room:
        tried = [at for at, width in enumerate(found) if width - _STEP >= least[at]]
        if not tried:
            break
        narrower = {at: _lines(columns[at], found[at] - _STEP) for at in tried}
        costs = {at: (_more(lines, at, narrower[at]), -found[at]) for at in tried}
        chosen = min(tried, key=lambda at: costs[at])
        found[chosen] -= _STEP
        lines[chosen] = narrower[chosen]
    return [width + _BESIDE for width in found]


def _least(texts: Sequence[str]) -> int:
    words = (len(word) for text in texts for word in text.split())
    return min(_WORD, max(words, default=0))


def _lines(texts: Sequence[str], width: int) -> list[int]:
    # Words end before the line does, so a text of several lines needs more room than its letters.
    long = (len(text) + len(text) // _RAGGED if len(text) > width else 1 for text in texts)
    return [-(-letters // width) for letters in long]


def _more(lines: Sequence[Sequence[int]], at: int, narrower: Sequence[int]) -> int:
    """Return how many lines more the table has with another width of one column."""
    others = [max(row) for row in zip(*(of for n, of in enumerate(lines) if n != at), strict=True)]
    if not others:
        return sum(narrower)
    return sum(max(pair) for pair in zip(others, narrower, strict=True))
