"""Draws the report's tables: bars and columns, each value written beside its shape."""

from __future__ import annotations

import base64
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import vl_convert

from domain.report.structure import Chart

#: What charts are measured with, and what has the same measures.
MEASURED = frozenset({"Liberation Sans", "Arial"})
_INK, _SHAPE = "#1d2a36", "#2f6690"
_CONFIG = {
    "font": "Liberation Sans, Arial, DejaVu Sans, sans-serif",
    "background": "white",
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 12,
        "titleFontSize": 12,
        "grid": False,
        "labelLimit": 360,
        "ticks": False,
        "labelPadding": 6,
    },
    "header": {"labelFontSize": 12, "titleFontSize": 12},
    "text": {"fontSize": 12, "color": _INK},
}
#: Names in panels of bars are broken into lines of so many letters.
_PANEL_LINE = 60
#: So many small charts stand beside each other, with lines of so many letters above them.
_BESIDE, _SMALL_LINE = 4, 22
_LINE_HEIGHT = 15
#: A chart as wide as this fills the line; so the letters of all charts are of one size.
FULL_WIDTH = 640
#: Fewer rows than these are compared at a glance in the table.
_FEWEST_ROWS = 5
#: What differs by no more than this part is about the same.
_ALIKE = 0.03


@dataclass(frozen=True, slots=True)
class ChartSize:
    """How many letters a line of a name has, how long bars are, how far apart columns (pixels).

    `gap` is the space between bars.
    """

    letters: int
    bars: int
    step: int
    gap: int


_WIDE, _NARROW = ChartSize(56, 380, 42, 8), ChartSize(34, 110, 25, 4)


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart: its place, its size (0 if it is not shown), and how it reads.

    `hidden` says that it is secret.
    """

    row: str
    column: str
    size: float
    label: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG and PNG, with the text that says the same.

    `share` is how much of the line it fills, at most 1. `narrow` is the same chart as SVG for half
    a line or a phone; charts of several columns have none.
    """

    svg: str
    png: bytes
    alt: str
    share: float = 1.0
    narrow: str = ""


def tells(points: Sequence[Point]) -> bool:
    """Whether a chart says more than its table: of some rows, and of values that differ."""
    rows = {point.row for point in points}
    sizes = {point.size for point in points if not point.hidden}
    return len(rows) >= _FEWEST_ROWS and len(sizes) > 1


def moving(points: Sequence[Point]) -> list[Point]:
    """Return the rows of a course that moved: one that stays the same has no shape."""
    shown: dict[str, list[float]] = {}
    for point in points:
        if not point.hidden:
            shown.setdefault(point.row, []).append(point.size)
    return [point for point in points if _moves(shown.get(point.row, []))]


def _moves(sizes: Sequence[float]) -> bool:
    return bool(sizes) and max(sizes) - min(sizes) > _ALIKE * max(sizes)


def largest_of(points: Sequence[Point]) -> list[Point]:
    """Return the points with the largest value that is shown; several if they are equal."""
    shown = [point for point in points if not point.hidden]
    most = max(point.size for point in shown)
    return [point for point in shown if point.size == most]


def draw(chart: Chart, points: Sequence[Point], alt: str) -> Picture:
    """Return the chart of these points; every value is also written, never colour alone."""
    svg = _svg(chart, points, _WIDE)
    narrow = _svg(chart, points, _NARROW) if chart in {Chart.BAR, Chart.COLUMN} else ""
    return Picture(svg, png_of(svg), alt, _share(svg), narrow)


def png_of(svg: str) -> bytes:
    """Return a chart as points, so many that it can be printed."""
    return vl_convert.svg_to_png(svg, scale=2)


def carried(svg: str) -> str:
    """Return a chart as a picture within its own frame, its letters drawn as they were measured.

    Who draws charts brings Liberation Sans along. Where it is not at hand too, another typeface
    would be put into room that was measured for this one, and names would be cut.
    """
    width, height = (float(n) for n in re.findall(r'(?:width|height)="([\d.]+)"', svg)[:2])
    drawn = base64.b64encode(vl_convert.svg_to_png(svg, scale=3)).decode()
    size = f'width="{width}" height="{height}"'
    frame = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">'
    return f'{frame}<image {size} href="data:image/png;base64,{drawn}"/></svg>'


def _svg(chart: Chart, points: Sequence[Point], size: ChartSize) -> str:
    spec = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "config": _CONFIG}
    letters = {Chart.STACKED: _PANEL_LINE, Chart.TREND: _SMALL_LINE}.get(chart, size.letters)
    broken = [replace(point, row=_broken(point.row, letters)) for point in points]
    values = {"values": [_values(point) for point in broken]}
    return vl_convert.vegalite_to_svg(
        spec | {"data": values, **_SHAPES[chart](broken, size)}, allowed_base_urls=[]
    )


def _broken(name: str, letters: int) -> str:
    return "\n".join(textwrap.wrap(name, letters, max_lines=3, placeholder=" …"))


def _share(svg: str) -> float:
    found = re.search(r'width="([\d.]+)"', svg)
    return min(1.0, round(float(found[1]) / FULL_WIDTH, 3)) if found else 1.0


def _step(points: Sequence[Point], gap: int) -> int:
    """Return the height of a row that has room for the longest name."""
    most = max((point.row.count("\n") + 1 for point in points), default=1)
    return _LINE_HEIGHT * most + gap


def _values(point: Point) -> dict[str, Any]:
    return {"row": point.row, "column": point.column, "size": point.size, "label": point.label}


def _axis(field: str, kind: str = "nominal", **more: Any) -> dict[str, Any]:
    if kind == "nominal" and "header" not in more:
        axis = {"labelExpr": "split(datum.label, '\\n')", **more.pop("axis", {})}
        more["axis"] = axis
    return {"field": field, "type": kind, "sort": None, "title": None, **more}


def _bars(points: Sequence[Point], size: ChartSize) -> dict[str, Any]:
    names = {"y": _axis("row"), "x": _axis("size", "quantitative", axis=None)}
    label = {"mark": {"type": "text", "align": "left", "dx": 4}, "encoding": _label(names)}
    return {
        "width": size.bars,
        "height": {"step": _step(points, size.gap)},
        "layer": [{"mark": {"type": "bar", "color": _SHAPE}, "encoding": names}, label],
    }


def _label(names: dict[str, Any]) -> dict[str, Any]:
    return {**names, "text": {"field": "label", "type": "nominal"}}


def _columns(_: Sequence[Point], size: ChartSize) -> dict[str, Any]:
    names = {
        "x": _axis("row", axis={"labelAngle": -40}),
        "y": _axis("size", "quantitative", axis=None),
    }
    label = {"mark": {"type": "text", "dy": -7}, "encoding": _label(names)}
    return {
        "width": {"step": size.step},
        "height": 190,
        "layer": [{"mark": {"type": "bar", "color": _SHAPE}, "encoding": names}, label],
    }


def _panels(points: Sequence[Point], size: ChartSize) -> dict[str, Any]:
    """Draw one panel of bars a column, instead of colours stacked on each other."""
    inner = _bars(points, size) | {"width": 56}
    header = {"labelFontSize": 12, "labelOrient": "top", "labelLimit": 100}
    order = list(dict.fromkeys(point.column for point in points))
    column = _axis("column", header=header) | {"sort": order}
    return {"facet": {"column": column}, "spec": inner, "spacing": 12}


def _small(points: Sequence[Point], _: ChartSize) -> dict[str, Any]:
    """Draw a small chart a row: its columns stand side by side, by a measure of its own."""
    names = {
        "x": _axis("column", axis={"labelAngle": 0}),
        "y": _axis("size", "quantitative", axis=None),
    }
    label = {"mark": {"type": "text", "dy": -7}, "encoding": _label(names)}
    spec = {
        "width": 140,
        "height": 44,
        "layer": [{"mark": {"type": "bar", "color": _SHAPE}, "encoding": names}, label],
    }
    order = list(dict.fromkeys(point.row for point in points))
    header = {"labelFontSize": 12, "labelLimit": 140, "labelExpr": "split(datum.label, '\\n')"}
    return {
        "facet": _axis("row", header=header) | {"sort": order},
        "columns": _BESIDE,
        "resolve": {"scale": {"y": "independent"}, "axis": {"x": "independent"}},
        "spec": spec,
        "spacing": 14,
    }


_SHAPES = {
    Chart.BAR: _bars,
    Chart.COLUMN: _columns,
    Chart.STACKED: _panels,
    Chart.TREND: _small,
}
