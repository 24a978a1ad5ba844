"""The report as PDF for everybody and for the file: tagged, titled, with bookmarks and alt texts.

It is PDF/UA-1 and PDF/A-2a at once.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import typst
from lxml import etree  # type: ignore[import-untyped]  # it has no stubs

from domain.report.structure import Chart
from texts.catalogue import Texts
from texts.documents.report_charts import MEASURED, Picture, carried
from texts.documents.report_elements import Element, Field, Grid, Heading, Listing, Pages, Paragraph
from texts.documents.report_sides import SideBySide, has_chart_beside, side_by_side
from texts.documents.report_signs import STANDS_IN, plain, printable, signs, stripped, typefaces
from texts.documents.report_tags import name_rows
from texts.documents.report_widths import widths

_TEMPLATE = Path(__file__).with_name("report.typ")
#: A word of at least so many letters may be broken after each piece of so many.
_ENDLESS, _PIECE = re.compile(r"\S{36,}"), 12
#: What stands in the data without being shown, so that nothing of it need be left out.
_UNSEEN = frozenset({"alt", "language", "kind"})
#: A matrix of more columns than this is set small.
_MANY = 18


def pdf(texts: Texts, pages: Pages, families: Collection[str] | None = None) -> bytes:
    """Return the document as PDF/UA-1; what no typeface here can show is stood in for.

    `families` are the typefaces at hand, if not those of this machine.
    """
    at_hand = typefaces() if families is None else families
    as_pictures = MEASURED.isdisjoint(at_hand)
    data = {
        "title": pages.title,
        "author": pages.author,
        "language": pages.language,
        "contents": texts.plain("report-contents"),
        "agreed": pages.agreed,
        "lines": pages.cover,
        "mark": pages.mark,
        "brief": pages.brief,
        "wide": as_pictures,
        "day": [pages.made_on.year, pages.made_on.month, pages.made_on.day],
        "elements": [_laid_out(each, as_pictures) for each in side_by_side(pages.elements)],
    }
    shown = _changed(data, printable(_texts(data)))
    if STANDS_IN in "".join(_texts(shown)) and STANDS_IN not in "".join(_texts(data)):
        note = {"kind": "paragraph", "text": texts.plain("report-unshown", sign=STANDS_IN)}
        shown["elements"].append(note)
    try:
        return _compile(json.dumps(shown, ensure_ascii=False))
    except typst.TypstError:
        # A sign that could be shown by itself, and cannot be beside others.
        if all(map(plain, _texts(shown))):
            raise
        return _compile(json.dumps(_changed(shown, stripped), ensure_ascii=False))


def _texts(data: Any, key: str = "") -> Iterator[str]:
    """Yield every text of the data that is shown, those within charts too."""
    if isinstance(data, str):
        if key == "svg":
            yield from (str(text) for text in etree.fromstring(data.encode()).itertext())
        elif key not in _UNSEEN:
            yield data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _texts(value, name)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value, key)


def _changed(data: Any, change: Callable[[str], str], key: str = "") -> Any:
    """Return the data with every text that is shown changed."""
    if isinstance(data, str):
        if key == "svg":
            return _drawing(data, change)
        return data if key in _UNSEEN else change(data)
    if isinstance(data, dict):
        return {name: _changed(value, change, name) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_changed(value, change, key) for value in data]
    return data


def _drawing(svg: str, change: Callable[[str], str]) -> str:
    """Return a chart with its texts changed; one of plain texts stays as it is."""
    root = etree.fromstring(svg.encode())
    if all(map(plain, root.itertext())):
        return svg
    for each in root.iter():
        each.text = each.text and change(each.text)
        each.tail = each.tail and change(each.tail)
    return str(etree.tostring(root, encoding="unicode"))


def _compile(data: str) -> bytes:
    made = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return name_rows(made)


def _laid_out(element: Element | SideBySide, as_pictures: bool) -> dict[str, Any]:
    if isinstance(element, SideBySide):
        left, right = (
            [_grid(each, as_pictures) for each in side] for side in (element.left, element.right)
        )
        return {"kind": "columns", "left": left, "right": right}
    return _element(element, as_pictures)


def _element(element: Element, as_pictures: bool) -> dict[str, Any]:
    match element:
        case Heading():
            kind, fresh = "heading", element.fresh
            return {"kind": kind, "level": element.level, "text": element.full, "fresh": fresh}
        case Paragraph():
            return {"kind": "paragraph", "text": element.text}
        case Listing():
            return {"kind": "list", "items": element.items}
        case _:
            return _grid(element, as_pictures)


def _grid(grid: Grid, as_pictures: bool) -> dict[str, Any]:
    picture = grid.picture
    return {
        "kind": "grid",
        "caption": grid.caption,
        "header": [
            {"text": text, "number": index > 0 and any(row[index].unit for row in grid.rows)}
            for index, text in enumerate(grid.header)
        ],
        "widths": widths(grid),
        "rows": [[_cell(cell) for cell in row] for row in grid.rows],
        "total": None if grid.total is None else [_cell(cell) for cell in grid.total],
        "nothing": grid.nothing,
        "notes": grid.under,
        "drawn": grid.drawn,
        "whole": grid.short,
        "dense": grid.chart is Chart.HEAT,
        "small": grid.chart is Chart.HEAT and len(grid.header) > _MANY,
        "picture": picture and _drawn(picture, as_pictures, beside=has_chart_beside(grid)),
        "beside": has_chart_beside(grid),
    }


def _drawn(picture: Picture, as_picture: bool, *, beside: bool) -> dict[str, Any]:
    svg, share = (picture.narrow, 1.0) if beside else (picture.svg, picture.share)
    svg = carried(svg) if as_picture else svg
    return {"svg": svg, "alt": picture.alt, "width": 100 * share}


def _cell(cell: Field) -> dict[str, Any]:
    return {"text": _breakable(cell.text), "number": cell.unit is not None}


def _breakable(text: str) -> str:
    """Let words that no column holds be broken; others are hyphenated as their language does."""
    return _ENDLESS.sub(lambda word: "\u00ad".join(_pieces(word[0])), text)


def _pieces(word: str) -> list[str]:
    """Return a word in pieces, cut between signs as people see them."""
    if plain(word):
        return textwrap.wrap(word, _PIECE)
    found = [*signs(word)]
    return ["".join(found[at : at + _PIECE]) for at in range(0, len(found), _PIECE)]
