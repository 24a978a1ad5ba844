"""Which tables stand side by side on a page, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from texts.documents.report_elements import Element, Grid

#: How high the caption and the head of a table are, in rows; how many letters of a name stand on
#: one line of half a page.
_HEAD, _LETTERS = 3, 34
#: A table of two columns has room for its chart beside it.
_TWO = 2


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Tables in two columns: the left one is read first."""

    left: tuple[Grid, ...]
    right: tuple[Grid, ...]

    @property
    def height(self) -> int:
        """How high the higher column is, in rows."""
        return max(sum(map(_height, side)) for side in (self.left, self.right))


def side_by_side(elements: Sequence[Element]) -> Iterator[Element | SideBySide]:
    """Yield the elements; slim tables that follow each other stand in two columns."""
    row: list[Grid] = []
    for each in map(lean, elements):
        if isinstance(each, Grid) and each.slim and each.picture is None:
            row.append(each)
            continue
        yield from _columns(row)
        row = []
        yield each
    yield from _columns(row)


def lean(element: Element) -> Element:
    """Leave out the columns of a table in which nothing is said; charts have their own."""
    return leaned(element) if isinstance(element, Grid) else element


def leaned(element: Grid) -> Grid:
    """Return a table without the columns in which nothing is said."""
    if element.chart is not None or not element.rows:
        return element
    rows = [*element.rows, *([element.total] if element.total else [])]
    kept = [at for at in range(len(element.header)) if not at or any(r[at].text for r in rows)]
    if len(kept) == len(element.header):
        return element
    shown = [tuple(row[at] for at in kept) for row in rows]
    total = shown.pop() if element.total else None
    header = tuple(element.header[at] for at in kept)
    return replace(element, header=header, rows=tuple(shown), total=total)


def has_chart_beside(grid: Grid) -> bool:
    """Whether the chart has room beside its table, half a line each."""
    narrow = grid.picture is not None and bool(grid.picture.narrow)
    return narrow and grid.short and len(grid.header) == _TWO


def _columns(row: Sequence[Grid]) -> Iterator[Grid | SideBySide]:
    """Yield two columns about as high as each other; a single table is as wide as the line."""
    if len(row) < _TWO:
        yield from row
        return
    heights = [_height(each) for each in row]
    cut = min(range(1, len(row)), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    yield SideBySide(tuple(row[:cut]), tuple(row[cut:]))


def _height(grid: Grid) -> int:
    rows = [*grid.rows, *([grid.total] if grid.total else [])]
    return _HEAD + sum(1 + (len(row[0].text) > _LETTERS) for row in rows) + len(grid.under)
