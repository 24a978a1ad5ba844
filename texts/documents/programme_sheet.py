"""The stream of a sheet's XML, and of the words its cells share: one cell at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, time

from domain.typed import one_line
from texts.documents.programme_numbers import seen
from texts.documents.programme_table import (
    MOST_CELLS,
    MergedCells,
    Place,
    SheetCell,
    SheetTable,
    place_of,
    unreadable,
)

#: Of a part. Cells without content count, too, where somebody gave a look to whole columns.
MOST_ELEMENTS = 200_000
MOST_WORDS = 60_000
MOST_BLOCKS = 2_000
MOST_COLUMN = 16_384
_FIRST_YEAR = 1905

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class SharedText:
    """A text that cells share; `struck` where a part of it is struck through."""

    text: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell is shown: the code of its format, and whether it is struck through."""

    code: str = ""
    struck: bool = False


class _Stream:
    """Hears the elements of a part by their local names."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._struck = False
        self._run_struck = False
        self._aside = 0
        self._elements = 0

    def doctype(self, *_: object) -> None:
        """Refuse what may declare entities without end."""
        raise ValueError("a document type is declared")

    def start(self, tag: str, attributes: Attributes) -> None:
        """Hear an element begin."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise unreadable("too-big")
        name = tag.rpartition("}")[2]
        if name == "rPh":
            self._aside += 1  # how the words before are pronounced
        elif name == "r":
            self._run_struck = False
        elif name == "strike":
            self._run_struck = attributes.get("val", "1") not in {"0", "false"}
        self.begins(name, attributes)

    def data(self, text: str) -> None:
        """Hear words."""
        self.hears(text)

    def end(self, tag: str) -> None:
        """Hear an element end."""
        name = tag.rpartition("}")[2]
        if name == "rPh":
            self._aside -= 1
        elif name == "r":
            self._run_struck = False
        self.ends(name)

    def close(self) -> None:
        """Hear the end."""

    def begins(self, name: str, attributes: Attributes) -> None:
        """Hear an element of this kind begin."""

    def hears(self, text: str) -> None:
        """Hear words of this kind."""

    def ends(self, name: str) -> None:
        """Hear an element of this kind end."""

    def take(self, text: str) -> None:
        """Take words of a cell, unless they are said beside it."""
        if not self._aside:
            self._text.append(text)
            self._struck = self._struck or (self._run_struck and bool(text.strip()))

    def taken(self) -> SharedText:
        """Return the words since the last call."""
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(self._text))
        words = SharedText(one_line(text), self._struck)
        self._text, self._struck = [], False
        return words


class Strings(_Stream):
    """The words that cells share, by their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[SharedText] = []
        self._inside = False

    def begins(self, name: str, _: Attributes) -> None:
        """Hear where words begin."""
        self._inside = name == "t"

    def hears(self, text: str) -> None:
        """Take words."""
        if self._inside:
            self.take(text)

    def ends(self, name: str) -> None:
        """Keep what was said."""
        self._inside = False
        if name == "si":
            self.found.append(self.taken())
            if len(self.found) > MOST_WORDS:
                raise unreadable("too-big")


@dataclass
class _Open:
    """The cell whose elements are being heard."""

    place: Place
    kind: str
    look: CellLook
    formula: bool = False
    valued: bool = False
    value: list[str] = field(default_factory=list)


class Sheet(_Stream):
    """A sheet: its cells with content, what of it is hidden, and what is merged."""

    def __init__(
        self, words: list[SharedText], looks: list[CellLook], since: datetime, *, uncounted: bool
    ) -> None:
        super().__init__()
        self._words, self._looks, self._since, self._uncounted = words, looks, since, uncounted
        self._cells: dict[Place, SheetCell] = {}
        self._rows: set[int] = set()
        self._columns: list[range] = []
        self._blocks: list[MergedCells] = []
        self._drawings = False
        self._row = self._column = 0
        self._inside = ""
        self._cell: _Open | None = None

    def table(self, name: str, *, hidden: bool, comments: tuple[str, ...]) -> SheetTable:
        """Return the sheet as it was heard."""
        columns = {column for _, column in self._cells}
        return SheetTable(
            name=one_line(name),
            cells=self._cells,
            hidden=hidden,
            hidden_rows=frozenset(self._rows & {row for row, _ in self._cells}),
            hidden_columns=frozenset(
                c for c in columns if any(c in each for each in self._columns)
            ),
            merged=tuple(self._blocks),
            comments=comments,
            drawings=self._drawings,
        )

    def begins(self, name: str, attributes: Attributes) -> None:
        """Hear an element begin."""
        self._inside = name
        match name:
            case "c":
                self._begin_cell(attributes)
            case "row":
                self._begin_row(attributes)
            case "col":
                self._column_look(attributes)
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "drawing":
                self._drawings = True
            case "f" | "v" | "is" if self._cell is not None:
                self._cell.formula |= name == "f"
                self._cell.valued |= name != "f"

    def _begin_row(self, attributes: Attributes) -> None:
        self._row = _number(attributes.get("r", ""), self._row + 1)
        self._column = 0
        if attributes.get("hidden") in {"1", "true"} or _is_zero(attributes.get("ht")):
            self._rows.add(self._row)

    def _column_look(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in {"1", "true"} or _is_zero(attributes.get("width")):
            first, last = (_number(attributes.get(name, ""), 0) for name in ("min", "max"))
            self._columns.append(range(first, min(last, MOST_COLUMN) + 1))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        self._blocks.append(MergedCells(place_of(first), place_of(last or first)))
        if len(self._blocks) > MOST_BLOCKS:
            raise unreadable("too-big")

    def _begin_cell(self, attributes: Attributes) -> None:
        if len(self._cells) > MOST_CELLS:
            raise unreadable("too-big")
        named = attributes.get("r")
        place = place_of(named) if named else (self._row, self._column + 1)
        self._row, self._column = place
        number = _number(attributes.get("s", ""), 0)
        look = self._looks[number] if number < len(self._looks) else CellLook()
        self._cell = _Open(place, attributes.get("t", "n"), look)

    def hears(self, text: str) -> None:
        """Take a value or words."""
        if self._cell is None:
            return
        if self._inside == "v":
            self._cell.value.append(text)
        elif self._inside == "t":
            self.take(text)

    def ends(self, name: str) -> None:
        """Keep the cell that ends."""
        self._inside = ""
        if name == "c" and self._cell is not None:
            self._keep(self._cell)
            self._cell = None

    def _keep(self, cell: _Open) -> None:
        own = self.taken()
        found = self._seen(cell, own)
        if not found.text and not found.fault:
            return
        if cell.place in self._cells:
            found = SheetCell(found.text, "double")
        self._cells[cell.place] = found

    def _seen(self, cell: _Open, own: SharedText) -> SheetCell:
        """Return what is seen in a cell."""
        value = "".join(cell.value)
        if cell.kind == "e":
            return SheetCell(one_line(value), "error")
        if cell.formula and (
            self._uncounted or not cell.valued or (not value and cell.kind == "n")
        ):
            return SheetCell(one_line(value), "formula")
        if cell.kind == "s":
            own = self._shared(value)
        elif cell.kind == "str":
            own = SharedText(one_line(value))
        elif cell.kind != "inlineStr":
            own = self._number(cell, value)
            if not own.text and value.strip():
                return SheetCell(value.strip()[:40], "overlaid")
        if not own.text:
            return SheetCell("")
        if own.struck or cell.look.struck:
            return SheetCell(own.text, "struck")
        return SheetCell(own.text, "unreadable" if "\ufffd" in own.text else "")

    def _shared(self, value: str) -> SharedText:
        if not value.strip():
            return SharedText("")
        return self._words[_number(value.strip(), MOST_WORDS)]  # IndexError: the file is broken

    def _number(self, cell: _Open, value: str) -> SharedText:
        """Return a number, a truth or a moment as it is seen; no words if it is not."""
        value = value.strip()
        if not value:
            return SharedText("")
        if cell.kind == "b":
            return SharedText("WAHR" if value in {"1", "true"} else "FALSCH")
        if cell.kind == "d":
            return SharedText(_written_moment(value))
        return SharedText(seen(float(value), cell.look.code, self._since) or "")


def _written_moment(value: str) -> str:
    """Return a date, a time or both that stand in words. Raises ValueError."""
    if ":" in value and "-" not in value:
        return f"{time.fromisoformat(value.removeprefix('T')):%H:%M}"
    moment = datetime.fromisoformat(value)
    if moment.year < _FIRST_YEAR:
        return f"{moment:%H:%M}"  # a time alone lies on day 0
    return f"{moment:%d.%m.%Y %H:%M}".removesuffix(" 00:00")


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else otherwise


def _is_zero(text: str | None) -> bool:
    try:
        return text is not None and float(text) == 0
    except ValueError:
        return False
