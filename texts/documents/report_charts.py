"""Draws the report's tables: bars, columns and fields, each value written beside its shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import vl_convert

from domain.report.structure import Chart

_INK, _SHAPE, _PALE = "#1d2a36", "#2f6690", "#e8f0f6"
_CONFIG = {
    "font": "Liberation Sans, DejaVu Sans, sans-serif",
    "background": "white",
    "view": {"stroke": None},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "grid": False, "labelLimit": 320},
    "header": {"labelFontSize": 12, "titleFontSize": 12},
    "text": {"fontSize": 12, "color": _INK},
}
_ROW_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart: its place, its size (0 if it is not shown), and how it reads."""

    row: str
    column: str
    size: float
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG and PNG, with the text that says the same."""

    svg: str
    png: bytes
    alt: str


def draw(chart: Chart, points: Sequence[Point], alt: str) -> Picture:
    """Return the chart of these points; every value is also written, never colour alone."""
    spec = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "config": _CONFIG}
    spec |= {"data": {"values": [_values(point) for point in points]}, **_SHAPES[chart](points)}
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    png = vl_convert.svg_to_png(svg, scale=2)
    return Picture(svg, png, alt)


def _values(point: Point) -> dict[str, Any]:
    return {"row": point.row, "column": point.column, "size": point.size, "label": point.label}


def _axis(field: str, kind: str = "nominal", **more: Any) -> dict[str, Any]:
    return {"field": field, "type": kind, "sort": None, "title": None, **more}


def _bars(_: Sequence[Point]) -> dict[str, Any]:
    names = {"y": _axis("row"), "x": _axis("size", "quantitative", axis=None)}
    label = {"mark": {"type": "text", "align": "left", "dx": 4}, "encoding": _label(names)}
    return {
        "width": 380,
        "height": {"step": _ROW_HEIGHT},
        "layer": [{"mark": {"type": "bar", "color": _SHAPE}, "encoding": names}, label],
    }


def _label(names: dict[str, Any]) -> dict[str, Any]:
    return {**names, "text": {"field": "label", "type": "nominal"}}


def _columns(_: Sequence[Point]) -> dict[str, Any]:
    names = {
        "x": _axis("row", axis={"labelAngle": -40}),
        "y": _axis("size", "quantitative", axis=None),
    }
    label = {"mark": {"type": "text", "dy": -7}, "encoding": _label(names)}
    return {
        "width": {"step": 42},
        "height": 190,
        "layer": [{"mark": {"type": "bar", "color": _SHAPE}, "encoding": names}, label],
    }


def _panels(points: Sequence[Point]) -> dict[str, Any]:
    """Draw one panel of bars a column, instead of colours stacked on each other."""
    inner = _bars(points) | {"width": 70}
    for layer in inner["layer"]:
        layer["encoding"]["y"]["axis"] = {"labelLimit": 230}
    header = {"labelFontSize": 12, "labelOrient": "top", "labelLimit": 100}
    order = list(dict.fromkeys(point.column for point in points))
    column = _axis("column", header=header) | {"sort": order}
    return {"facet": {"column": column}, "spec": inner, "spacing": 12}


def _fields(points: Sequence[Point]) -> dict[str, Any]:
    places = {"y": _axis("row"), "x": _axis("column", axis={"labelAngle": 0, "orient": "top"})}
    largest = max((point.size for point in points), default=0) or 1
    scale = {"domain": [0, largest], "range": [_PALE, _SHAPE]}
    shade = {"field": "size", "type": "quantitative", "scale": scale, "legend": None}
    dark = {"test": f"datum.size > {largest * 0.55}", "value": "white"}
    written = _label(places) | {"color": {"condition": dark, "value": _INK}}
    return {
        "width": {"step": 34},
        "height": {"step": 26},
        "layer": [
            {"mark": {"type": "rect", "stroke": "white"}, "encoding": places | {"color": shade}},
            {"mark": {"type": "text"}, "encoding": written},
        ],
    }


_SHAPES = {
    Chart.BAR: _bars,
    Chart.COLUMN: _columns,
    Chart.STACKED: _panels,
    Chart.HEAT: _fields,
}
