"""A table as it stands in a file: what is seen at each place, and what hinders relying on it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from texts.catalogue import Texts

MOST_BYTES = 5_000_000
MOST_ROWS = 2_000
#: With content; a programme of the most rows has 32,000.
MOST_CELLS = 40_000

#: Row and column, both from 1.
Place = tuple[int, int]

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class UnreadableFile(ValueError):
    """The file as a whole cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What is seen in a cell, as one line; `fault` is the word for why it cannot be taken."""

    text: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class MergedCells:
    """Cells that are merged to one."""

    first: Place
    last: Place

    @property
    def name(self) -> str:
        """How a spreadsheet names it: `I2:I3`."""
        return f"{name_of(self.first)}:{name_of(self.last)}"

    def __contains__(self, place: Place) -> bool:
        return (
            self.first[0] <= place[0] <= self.last[0] and self.first[1] <= place[1] <= self.last[1]
        )


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A sheet, or a file of separated values; `cells` holds only those with content."""

    name: str = ""
    cells: dict[Place, SheetCell] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[MergedCells, ...] = ()
    comments: tuple[str, ...] = ()
    drawings: bool = False

    def by_row(self) -> dict[int, dict[int, SheetCell]]:
        """Return the cells with content of all rows, each from the left."""
        found: dict[int, dict[int, SheetCell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            found.setdefault(row, {})[column] = cell
        return found


def german() -> Texts:
    """Return the language of the files: their headings are German."""
    return Texts()


def unreadable(text_id: str, **values: str | int) -> UnreadableFile:
    """Return the exception for a file that cannot be read."""
    return UnreadableFile(german().plain(f"programme-{text_id}", **values))


def letters(column: int) -> str:
    """Return the name of a column: `A`, `AB`."""
    named = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        named = chr(ord("A") + rest) + named
    return named


def name_of(place: Place) -> str:
    """Return how a spreadsheet names a cell: `I2`."""
    return f"{letters(place[1])}{place[0]}"


def place_of(name: str) -> Place:
    """Return the row and column of `I2`. Raises ValueError for anything else."""
    found = re.fullmatch(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", name)
    if found is None:
        raise ValueError(f"no place: {name[:20]!r}")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def alike(text: str) -> str:
    """Return a text without what people write one way or another."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS)
    return re.sub(r"[^a-z0-9§]+", " ", plain).strip()
