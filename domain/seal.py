"""A closed year's seal: a hash over its rows and over the seal of the year before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

#: Stands before the first year.
BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Seal:
    """What was sealed: so many rows, their digest (64 hexadecimal digits), chained."""

    year: int
    rows: int
    previous: str
    digest: str
    sealed_on: date


def digest(year: int, previous: str, lines: Iterable[str]) -> tuple[int, str]:
    """Return the number of rows and the digest of a year, in the given order."""
    made = hashlib.sha256(f"netzbote ledger {year} {previous}\n".encode())
    rows = 0
    for line in lines:
        made.update(line.encode() + b"\n")
        rows += 1
    return rows, made.hexdigest()


def line(*values: object) -> str:
    """Return a row in the only form that is hashed: None is empty, bars part the values."""
    return "|".join("" if value is None else str(value) for value in values)
