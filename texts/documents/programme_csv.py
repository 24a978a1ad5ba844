"""Separated values as people's programs write them: which signs, which separator, which rows."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from domain.typed import one_line
from texts.documents.programme_table import MOST_CELLS, SheetCell, SheetTable, unreadable

#: How many headings a row holds.
Count = Callable[[Sequence[str]], int]

DELIMITERS = ";,\t|"
#: Before the headings may stand so many lines.
MOST_BEFORE = 100
LONGEST_CELL = 32_767
MOST_COLUMNS = 1_000
LONGEST_HEAD = 10_000

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: What is tried where nothing marks the encoding: Windows, old Mac, old DOS.
_GUESSES = ("cp1252", "mac_roman", "cp850")
_USUAL = frozenset("äöüÄÖÜßéèêáàâçñÉ§–—„“”‚‘’»«…•·°´€ ")


def read(content: bytes, count: Count) -> SheetTable:
    """Return the table of a file; rows above its headings are single cells. Raises UnreadableFile.

    Which encoding and which separator is meant is told by the row of headings.
    """
    text = _decoded(content, count)
    lines = list(io.StringIO(text, newline=""))
    number, delimiter = _head(lines, count)
    if number < 0:
        raise unreadable("no-headings")
    cells = {
        (at, 1): SheetCell(words)
        for at, line in enumerate(lines[:number], 1)
        if (words := _own(line))
    }
    for at, row in enumerate(_records(lines[number:], delimiter, number), number + 1):
        for column, cell in enumerate(row, 1):
            if words := one_line(cell):
                cells[at, column] = SheetCell(words, "unreadable" if "\ufffd" in words else "")
        if len(cells) > MOST_CELLS:
            raise unreadable("too-big")
    return SheetTable(cells=cells)


def _own(line: str) -> str:
    """Return a line above the headings; the note of the separator is none of the people's."""
    words = one_line(line.strip("\r\n" + DELIMITERS))
    return "" if words.startswith("sep=") else words


def _records(lines: Sequence[str], delimiter: str, before: int) -> Iterator[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if len(row) > MOST_COLUMNS or any(len(cell) > LONGEST_CELL for cell in row):
                raise unreadable("too-big")
            yield row
    except csv.Error:
        raise unreadable("quotes", row=before + max(reader.line_num, 1)) from None


def _head(lines: Sequence[str], count: Count) -> tuple[int, str]:
    """Return the place of the line with the most headings, and what separates them; -1: none."""
    best, found = 0, (-1, DELIMITERS[0])
    for number, line in enumerate(lines[:MOST_BEFORE]):
        for delimiter in DELIMITERS if len(line) <= LONGEST_HEAD else "":
            headings = count(_cells(line, delimiter))
            if headings > best:
                best, found = headings, (number, delimiter)
    return found


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [one_line(cell) for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _decoded(content: bytes, count: Count) -> str:
    """Return the text of a file. Raises UnreadableFile where its signs can be read in two ways."""
    if (text := _certain(content)) is not None:
        if "\0" in text:
            raise unreadable("unknown-kind")
        return text
    guesses = {text for name in _GUESSES if (text := _try(content, name)) is not None}
    headed = {text: _headings(text, count) for text in guesses}
    most = max(headed.values(), default=0)
    best = [text for text in guesses if headed[text] == most]
    likely = [text for text in best if not _unusual(text)]
    if len(best) != 1 and len(likely) != 1:
        raise unreadable("encoding")
    return (likely if len(likely) == 1 else best)[0]


def _certain(content: bytes) -> str | None:
    """Return the text where its encoding is marked, or is no question."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            text = _try(content, name)
            if text is None:
                raise unreadable("encoding")
            return text
    if b"\0" in content[:400]:
        wide = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        return _try(content, wide) or "\0"
    return _try(content, "utf-8")


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _headings(text: str, count: Count) -> int:
    lines = list(io.StringIO(text, newline=""))
    number, delimiter = _head(lines, count)
    return 0 if number < 0 else count(_cells(lines[number], delimiter))


def _unusual(text: str) -> bool:
    """Return whether a text has signs that German programmes hardly have."""
    return any(
        not sign.isascii() and unicodedata.normalize("NFC", sign) not in _USUAL for sign in text
    )
