"""Separated values as our own files have them: a heading, and rows by its names."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str | Any, str | Any]


@dataclass(slots=True)
class ReadRows:
    """The rows of a file with the lines they end in; where it breaks off, the line and why.

    What a row has beyond the heading stands under None; what it lacks is None.
    """

    names: Sequence[str] = ()
    rows: list[tuple[int, Row]] = field(default_factory=list)
    broken: tuple[int, str] | None = None


def table_of(text: str) -> ReadRows:
    """Return what a file says as far as it can be read; the heading tells what separates."""
    separator = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=separator)
    found = ReadRows()
    try:
        found.names = reader.fieldnames or ()
        found.rows += ((reader.line_num, row) for row in reader)
    except csv.Error as error:
        found.broken = reader.reader.line_num, str(error)
    return found
