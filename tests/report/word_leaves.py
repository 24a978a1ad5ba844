"""Lays a Word file out roughly: how many pages it has, and how full each of them is.

It knows sizes, spaces, rows, pictures, and what stays with what; letters are as wide as they are on
an average. A report of fourteen pages came out a fifth of a page longer than LibreOffice drew it.
There `make word` counts, by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

#: How wide a letter is and how high a line, as parts of the size of letters.
_LETTER, _LINE = 0.48, 1.15
#: Points: the lines of a table, and the size of letters where nothing is said.
_RULE, _SIZE = 0.5, 11.0
#: Above and below, and beside what stands in a field, by the style of the report's tables.
_MARGIN, _SIDES = 0.8, 7.0
_POINT = 12700
_DRAWN = qn("wp:extent")


@dataclass(frozen=True)
class Piece:
    """What no page breaks: its height (points), and whether it stays with the next one.

    The space `above` it is left out on top of a page; `head` is said again there.
    """

    height: float
    keeps: bool = False
    fresh: bool = False
    above: float = 0.0
    head: float = 0.0

    @property
    def on_top(self) -> float:
        """How high it is on top of a page."""
        return self.head + self.height - self.above


def leaves(document: Any) -> list[float]:
    """Return how far down each page is filled, as a part of its room."""
    section = document.sections[-1]
    room = _points(section.page_height - section.top_margin - section.bottom_margin)
    width = _points(section.page_width - section.left_margin - section.right_margin)
    filled: list[float] = []
    for chunk in _chunks([*_pieces(document, width)]):
        high = sum(piece.height for piece in chunk)
        begins = not filled or chunk[0].fresh
        for at, piece in enumerate(chunk):
            needs = piece.height if at or high > room else high
            if begins or filled[-1] + needs > room:
                filled.append(piece.on_top)
            else:
                filled[-1] += piece.height
            begins = False
    return [each / room for each in filled]


def _chunks(pieces: list[Piece]) -> Iterator[list[Piece]]:
    chunk: list[Piece] = []
    for piece in pieces:
        if piece.fresh and chunk:
            yield chunk
            chunk = []
        chunk.append(piece)
        if not piece.keeps:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _pieces(document: Any, width: float) -> Iterator[Piece]:
    fresh, below = False, 0.0
    for each in document.element.body:
        if each.tag == qn("w:tbl"):
            yield from _rows(Table(each, document))
            below = 0.0
        elif each.tag == qn("w:p"):
            paragraph = Paragraph(each, document)
            keeps = bool(_said(paragraph, "keep_with_next"))
            begins = fresh or bool(_said(paragraph, "page_break_before"))
            fresh = bool(each.findall(f".//{qn('w:br')}[@{qn('w:type')}='page']"))
            above = max(0.0, _space(paragraph, "before") - below)
            below = _space(paragraph, "after")
            yield Piece(above + _inner(paragraph, width) + below, keeps, begins, above)


def _rows(table: Table) -> Iterator[Piece]:
    """Yield the rows; the first is said again on each page, if it is a head."""
    rows = list(table.rows)
    pieces = [Piece(_row(row), _keeps(row)) for row in rows]
    headed = rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    if not headed:
        yield from pieces
        return
    # A head is never the last line of a page.
    yield replace(pieces[0], keeps=True)
    yield from (replace(piece, head=pieces[0].height) for piece in pieces[1:])


def _keeps(row: _Row) -> bool:
    return bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next)


def _row(row: _Row) -> float:
    return max(_cell(each) for each in row.cells) + _RULE


def _cell(cell: Any) -> float:
    """Return how high a field is: its texts, and the tables within it."""
    beside = cell._tc.find(qn("w:tbl")) is not None or cell._tc.find(f".//{_DRAWN}") is not None
    high = 0.0 if beside else _MARGIN
    width = _points(cell.width) - (0 if beside else _SIDES)
    below = 0.0
    for each in cell._tc:
        if each.tag == qn("w:tbl"):
            high, below = high + sum(_row(row) for row in Table(each, cell).rows), 0.0
        elif each.tag == qn("w:p"):
            paragraph = Paragraph(each, cell)
            high += max(0.0, _space(paragraph, "before") - below) + _inner(paragraph, width)
            below = _space(paragraph, "after")
            high += below
    return high


def _inner(paragraph: Paragraph, width: float) -> float:
    drawn = paragraph._p.find(f".//{_DRAWN}")
    if drawn is not None:
        return int(drawn.get("cy")) / _POINT
    return _lines(paragraph, width) * _pitch(paragraph)


def _space(paragraph: Paragraph, side: str) -> float:
    """Return the space before or after a paragraph; items of a list have none between them."""
    inner = paragraph._p
    beside = inner.getnext() if side == "after" else inner.getprevious()
    if _is_listed(inner) and beside is not None and _is_listed(beside):
        return 0.0
    return _points(_said(paragraph, f"space_{side}"))


def _is_listed(inner: Any) -> bool:
    style = inner.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val")) == "ListBullet"


def _lines(paragraph: Paragraph, width: float) -> int:
    """Return how many lines it has: words go to the next one if they do not fit."""
    room = int(width / (_size(paragraph) * _LETTER * (1.08 if _is_bold(paragraph) else 1)))
    lines, at = 1, 0
    for word in paragraph.text.split():
        begins = at + len(word) + (1 if at else 0)
        if begins > room and at:
            lines, begins = lines + 1, len(word)
        lines, at = lines + (begins - 1) // max(room, 1), begins
    return lines


def _pitch(paragraph: Paragraph) -> float:
    spacing = _said(paragraph, "line_spacing")
    if isinstance(spacing, Length):
        return _points(spacing)
    return _size(paragraph) * _LINE * (1.15 if spacing is None else spacing)


def _is_bold(paragraph: Paragraph) -> bool:
    return any(run.bold for run in paragraph.runs)


def _size(paragraph: Paragraph) -> float:
    given = [run.font.size.pt for run in paragraph.runs if run.font.size]
    return (
        max(given)
        if given
        else next((s.font.size.pt for s in _styles(paragraph) if s.font.size), _SIZE)
    )


def _said(paragraph: Paragraph, name: str) -> Any:
    """Return what a paragraph says of itself, or else its style, or what that is based on."""
    formats = [paragraph.paragraph_format, *(s.paragraph_format for s in _styles(paragraph))]
    return next((v for f in formats if (v := getattr(f, name)) is not None), None)


def _styles(paragraph: Paragraph) -> Iterator[Any]:
    style = paragraph.style
    while style is not None:
        yield style
        style = style.base_style


def _points(length: Any) -> float:
    return (length or 0) / _POINT
