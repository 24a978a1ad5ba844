"""A TOML file from outside: bounded before anything of it is used, in size, depth and words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from domain.problem import Problem
from domain.typed import one_line
from storage.disk import why

MOST_BYTES = 200_000
DEEPEST = 8
MOST_ENTRIES = 400
LONGEST_TEXT = 300
LARGEST_NUMBER = 1_000_000_000
YEARS = range(1990, 2101)


class TomlProblem(Problem):
    """The file cannot be read, or has no bounds; the message names the key and the bound."""


def read(path: Path) -> dict[str, Any]:
    """Return what a file says; its texts are one line each, without signs that nobody sees.

    Raises TomlProblem.
    """
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TomlProblem(f"{path}: is not valid TOML: {error}") from None
    except RecursionError:
        raise TomlProblem(f"{path}: is nested too deeply; {DEEPEST} levels are enough") from None
    except ValueError:  # a number of thousands of digits
        raise TomlProblem(f"{path}: holds a number that is too large") from None
    for key, value in _values(data, path):
        if wrong := _unbounded(value):
            raise TomlProblem(f"{path}: {key}: {wrong}")
    tidied: dict[str, Any] = _tidied(data)
    return tidied


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise TomlProblem(f"{path}: cannot be read: {why(error, path)}") from None
    if len(content) > MOST_BYTES:
        raise TomlProblem(f"{path}: is larger than {MOST_BYTES // 1000} kB; no network needs more")
    try:
        return content.decode("utf-8-sig")  # some editors begin each file with a mark
    except UnicodeDecodeError:
        raise TomlProblem(f"{path}: is not UTF-8; save it with that encoding") from None


def _values(data: dict[str, Any], path: Path) -> Iterator[tuple[str, Any]]:
    """Yield everything in a file with its key, without climbing deeper than we allow."""
    waiting: list[tuple[str, Any, int]] = [("", data, 0)]
    while waiting:
        key, value, depth = waiting.pop()
        if depth > DEEPEST:
            raise TomlProblem(f"{path}: is nested too deeply; {DEEPEST} levels are enough")
        if key:
            yield key, value
        if isinstance(value, dict):
            inner = [(f"{key}.{name}".removeprefix("."), each) for name, each in value.items()]
        elif isinstance(value, list):
            inner = [(f"{key}[{number}]", each) for number, each in enumerate(value, 1)]
        else:
            inner = []
        waiting += [(name[:200], each, depth + 1) for name, each in inner]


def _unbounded(value: object) -> str:
    """Return which bound a value breaks; empty if none."""
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        return f"has {len(value)} signs, at most {LONGEST_TEXT} fit"
    if isinstance(value, list | dict) and len(value) > MOST_ENTRIES:
        return f"has {len(value)} entries, at most {MOST_ENTRIES} fit"
    if isinstance(value, float) and not abs(value) <= LARGEST_NUMBER:  # neither is nan
        return f"must be a number between -{LARGEST_NUMBER} and {LARGEST_NUMBER}"
    if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
        return f"must lie between -{LARGEST_NUMBER} and {LARGEST_NUMBER}"
    if isinstance(value, date) and value.year not in YEARS:
        return f"must be a day of the years {YEARS[0]} to {YEARS[-1]}"
    return ""


def _tidied(value: Any) -> Any:
    """Return a value with its texts as people see them; depth is bounded already."""
    if isinstance(value, dict):
        return {name: _tidied(each) if name != "template" else each for name, each in value.items()}
    if isinstance(value, list):
        return [_tidied(each) for each in value]
    return one_line(value) if isinstance(value, str) else value
