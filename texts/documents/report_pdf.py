"""The report as PDF for everybody (PDF/UA-1): tagged, titled, with bookmarks and alt texts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import typst

from domain.report.structure import Chart
from texts.catalogue import Texts
from texts.documents.report_pages import Cell, Element, Grid, Heading, Pages, Paragraph

_TEMPLATE = Path(__file__).with_name("report.typ")
#: A picture as wide as this many SVG units fills the line.
_FULL_WIDTH = 640
#: Tables whose rows begin with a day, which is short.
_DAYS_FIRST = frozenset({"X1", "X3", "G2"})


def pdf(texts: Texts, pages: Pages) -> bytes:
    """Return the document as PDF/UA-1."""
    data = {
        "title": pages.title,
        "author": pages.author,
        "language": pages.language,
        "contents": texts.plain("report-contents"),
        "lines": pages.lines,
        "elements": [_element(texts, element) for element in pages.elements],
    }
    made = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def _element(texts: Texts, element: Element) -> dict[str, Any]:
    match element:
        case Heading():
            return {"kind": "heading", "level": element.level, "text": element.full}
        case Paragraph():
            return {"kind": "paragraph", "text": element.text}
        case _:
            return _grid(texts, element)


def _grid(texts: Texts, grid: Grid) -> dict[str, Any]:
    picture = grid.picture
    return {
        "kind": "grid",
        "caption": grid.caption,
        "header": [
            {"text": text, "number": index > 0 and any(row[index].unit for row in grid.rows)}
            for index, text in enumerate(grid.header)
        ],
        "widths": _widths(grid),
        "rows": [[_cell(cell) for cell in row] for row in grid.rows],
        "total": None if grid.total is None else [_cell(cell) for cell in grid.total],
        "nothing": texts.plain("report-no-rows"),
        "picture": picture
        and {"svg": picture.svg, "alt": picture.alt, "width": _percent(picture.svg)},
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"text": cell.text, "number": cell.unit is not None}


def _widths(grid: Grid) -> list[int]:
    """Return a share of the line for columns of words, 0 for columns of numbers."""
    words = [any(row[index].unit is None for row in grid.rows) for index in range(len(grid.header))]
    if grid.chart is Chart.HEAT:
        return [1, *(0 for _ in grid.header[1:])]
    first = 0 if grid.code in _DAYS_FIRST else 2
    shares = [first, *(3 if wide else 0 for wide in words[1:])]
    return [3, 4, 0, 3] if grid.code == "O" else shares


def _percent(svg: str) -> float:
    found = re.search(r'width="([\d.]+)"', svg)
    width = float(found[1]) if found else _FULL_WIDTH
    return round(min(100.0, 100 * width / _FULL_WIDTH), 1)
