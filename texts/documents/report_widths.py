"""How wide the columns of a table are: so that it has as few lines as may be."""

from __future__ import annotations

import itertools
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
#: So much room is moved between columns at once (letters).
_STEPS = (16, 8, 4, 2, 1)


def widths(grid: Grid, letters: int | None = None) -> list[int]:
    """Return a share of the line for columns of words, 0 for those as wide as their content.

    The line holds so many `letters`, if not those of a line of the PDF.
    """
    count = len(grid.header)
    if grid.even:
        return [_NAMES, *([_EVEN] * (count - 1))]
    if grid.chart is Chart.HEAT:
        return [1, *([0] * (count - 1))]
    columns = [_texts(grid, at) for at in range(count)]
    wide = [at for at in range(count) if _is_wide(grid, at, columns[at])]
    if not wide:
        wide = [0]
    room = letters or (_LARGE if grid.short else _SMALL)
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
    """Share the room: by the longest texts at first, then so that there are fewer lines."""
    words = [[[*map(len, text.split())] for text in texts] for texts in columns]
    least = [min(_WORD, max((n for text in of for n in text), default=0)) for of in words]
    most = [max([*map(len, texts), each]) for texts, each in zip(columns, least, strict=True)]
    room = max(room - _BESIDE * len(columns), sum(least))
    found = [min(each, room) for each in most]
    while sum(found) > room:
        widest = max(range(len(found)), key=lambda at: found[at] - least[at])
        found[widest] -= 1
    for step in _STEPS:
        found = _better(words, found, least, step)
    return [width + _BESIDE for width in found]


def _better(
    words: Sequence[Sequence[Sequence[int]]], found: list[int], least: Sequence[int], step: int
) -> list[int]:
    """Return the widths after room went from one column to another as long as that helps."""
    lines = [[_lines(text, width) for text in of] for of, width in zip(words, found, strict=True)]
    best = sum(map(max, zip(*lines, strict=True)))
    for giving, taking in itertools.permutations(range(len(found)), 2):
        while found[giving] - step >= least[giving]:
            tried = [*lines]
            tried[giving] = [_lines(text, found[giving] - step) for text in words[giving]]
            tried[taking] = [_lines(text, found[taking] + step) for text in words[taking]]
            total = sum(map(max, zip(*tried, strict=True)))
            if total >= best:
                break
            lines, best = tried, total
            found = [*found]
            found[giving], found[taking] = found[giving] - step, found[taking] + step
    return found


def _lines(words: Sequence[int], width: int) -> int:
    """Return how many lines words of these lengths take; one that is too long is broken."""
    lines, at = 1, 0
    for word in words:
        begins = at + 1 + word if at else word
        if begins > width and at:
            lines, begins = lines + 1, word
        more = max(0, begins - 1) // max(1, width)
        lines, at = lines + more, begins - more * width
    return lines
