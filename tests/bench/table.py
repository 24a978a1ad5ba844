"""Prints the figures as one table, and writes them down with machine and versions."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.bench.figure import Figure, _short

_PACKAGES = ("python-telegram-bot", "aiogram", "aiohttp", "httpx", "SQLAlchemy", "psycopg")
_HEAD = ("figure", "value", "spread", "aim", "holds", "beside it")


def text(figures: Sequence[Figure], *, quick: bool) -> str:
    """Return all figures as a table in Markdown, with the machine below."""
    rows = [_HEAD, tuple("---" for _ in _HEAD), *(_row(figure) for figure in figures)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines += ["", "; ".join(f"{name} {value}" for name, value in machine().items())]
    if quick:
        lines += ["", "Quick: one small run each. These figures judge nothing."]
    return "\n".join(lines)


def line(figure: Figure) -> str:
    """Return one figure in one line."""
    return "  ".join(_row(figure))


def as_json(figures: Sequence[Figure]) -> str:
    """Return the content of `bench.json`."""
    about = {"value": None, "unit": "", "aim": "", "holds": True, "control": machine()}
    content = {figure.name: figure.to_json() for figure in figures}
    return json.dumps({**content, "machine": about}, indent=2, ensure_ascii=False) + "\n"


def machine() -> dict[str, str]:
    """Return what the figures were measured on and with."""
    return {
        "processors": f"{os.cpu_count()} x {_processor()}",
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        **{name: version(name) for name in _PACKAGES},
    }


def _processor() -> str:
    for line_ in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line_.startswith("model name"):
            return line_.partition(":")[2].strip()
    return platform.machine()


def _row(figure: Figure) -> tuple[str, ...]:
    if figure.value is None:
        why = figure.wrong or figure.note
        return (
            figure.name,
            "-",
            "-",
            str(figure.aim or "none"),
            "no" if figure.wrong else "pending",
            why,
        )
    low, high = figure.spread or (figure.value, figure.value)
    return (
        f"`{figure.name}`",
        f"{figure.value:.3g} {figure.unit}".strip(),
        f"{low:.3g} to {high:.3g}",
        str(figure.aim or "none"),
        "yes" if figure.holds else "**no**",
        "; ".join([*_words(figure.parts), *_words(figure.control), figure.wrong or figure.note]),
    )


def _words(values: dict[str, Any]) -> list[str]:
    return [f"{name} {_short(value)}" for name, value in values.items()]
