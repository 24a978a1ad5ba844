"""The file of a programme: its columns, and its rows as they stand in Excel or CSV."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Any

from texts.catalogue import Texts

MOST_BYTES = 5_000_000
MOST_UNPACKED = 50_000_000
MOST_ROWS = 2_000


class Column(StrEnum):
    """The columns of a programme, in the order of the template."""

    TITLE = "title"
    TOPIC = "topic"
    FORMAT = "format"
    MODE = "mode"
    PLACE = "place"
    LINK = "link"
    DAY = "day"
    STARTS = "starts"
    ENDS = "ends"
    END_DAY = "end-day"
    SEATS = "seats"
    DEADLINE = "deadline"
    UNITS = "units"
    SECTORS = "sectors"
    REMINDERS = "reminders"
    ACCESSIBILITY = "accessibility"


REQUIRED = (
    Column.TITLE,
    Column.TOPIC,
    Column.FORMAT,
    Column.MODE,
    Column.DAY,
    Column.STARTS,
    Column.ENDS,
)


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it stands in the file: its number there, and its cells by heading."""

    number: int
    cells: dict[str, str]


class UnreadableFile(ValueError):
    """The file as a whole cannot be read; the message says why."""


def german() -> Texts:
    """Return the language of the files: their headings are German."""
    return Texts()


def heading(column: Column) -> str:
    """Return the heading of a column."""
    return german().plain(f"programme-column-{column}")


def is_example(title: str) -> bool:
    """Return whether a row is the template's example, which is nobody's training."""
    return title.startswith(german().plain("programme-example-mark"))


def read_programme(source: str | Path | bytes, name: str = "") -> list[RawRow]:
    """Return the rows of an .xlsx or .csv file; empty ones and the template's example are left out.

    Raises UnreadableFile if it is neither, is too big, or has no row with headings.
    """
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    if len(content) > MOST_BYTES:
        raise UnreadableFile(german().plain("programme-too-big"))
    if content.startswith(b"PK"):
        return _rows(_workbook(content))
    if content.startswith(b"\xd0\xcf\x11\xe0") or name.lower().endswith((".xls", ".ods")):
        raise UnreadableFile(german().plain("programme-unknown-kind"))
    return _rows(_csv(content))


def _workbook(content: bytes) -> list[list[str]]:
    try:
        fits = _unpacked_size(content) <= MOST_UNPACKED
        rows = _sheet(content) if fits else []
    except Exception as error:
        raise UnreadableFile(german().plain("programme-unknown-kind")) from error
    if not fits:
        raise UnreadableFile(german().plain("programme-too-big"))
    return rows


def _unpacked_size(content: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return sum(part.file_size for part in packed.infolist())


def _sheet(content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook  # takes long to load, and few commands need it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts of the file that we do not read
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 10, values_only=True)
        found = [[_text(cell) for cell in row] for row in rows]
        book.close()
    return found


def _text(cell: Any) -> str:
    """Return a cell as people would write it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%d.%m.%Y}" if cell.time() == time.min else f"{cell:%d.%m.%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _csv(content: bytes) -> Iterable[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise UnreadableFile(german().plain("programme-unknown-kind"))
    head = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableFile(german().plain("programme-unknown-kind")) from error
    return [[_text(cell) for cell in row] for row in rows]


def _rows(table: Iterable[list[str]]) -> list[RawRow]:
    title = alike(heading(Column.TITLE))
    headings: list[str] = []
    found: list[RawRow] = []
    for number, row in enumerate(table, 1):
        if not headings:
            if title in map(alike, row):
                headings = row
        elif any(row):
            cells = {name: cell for name, cell in zip(headings, row, strict=False) if name or cell}
            missing = {name: "" for name in headings[len(row) :] if name}
            found.append(RawRow(number, cells | missing))
    if not headings:
        raise UnreadableFile(german().plain("programme-no-headings"))
    if len(found) > MOST_ROWS:
        raise UnreadableFile(german().plain("programme-too-big"))
    return [row for row in found if not is_example(cell_of(row, Column.TITLE))]


def cell_of(row: RawRow, column: Column) -> str:
    """Return what stands in a column, however its heading is written."""
    wanted = alike(heading(column))
    return next((cell for name, cell in row.cells.items() if alike(name) == wanted), "")


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def alike(text: str) -> str:
    """Return a text without what people write one way or another."""
    return re.sub(r"[^a-z0-9§]+", " ", text.casefold().translate(_UMLAUTS)).strip()
