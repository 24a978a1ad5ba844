"""The file of a programme: its columns, and its rows as they are seen in Excel or CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from talk.form import Form
from talk.plan import PLAN
from talk.plan_offers import Step
from texts.documents import programme_csv, programme_xlsx
from texts.documents.programme_table import (
    MOST_BYTES,
    MOST_ROWS,
    MergedCells,
    SheetTable,
    UnreadableFile,
    alike,
    german,
    letters,
    name_of,
    unreadable,
)

__all__ = ["UnreadableFile", "alike", "german"]

TITLE = Step.TITLE.value


def columns(form: Form = PLAN) -> list[str]:
    """Return the columns of a programme: those of each question, in their order."""
    return [column for question in form.questions for column in question.columns]


def required(form: Form = PLAN) -> list[str]:
    """Return the columns that no row may leave empty: the first one of each such question."""
    return [each.columns[0] for each in form.questions if each.required]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with a cell, and what to write instead; `place` is its name in the sheet."""

    row: int
    column: str
    message: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it is seen in the file: its number there, its cells by heading, their columns.

    `faults` are the cells that cannot be relied upon.
    """

    number: int
    cells: dict[str, str]
    columns: dict[str, str] = field(default_factory=dict)
    faults: tuple[RowProblem, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in the file beside the rows: it is said, since nothing is left out silently."""

    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    before: tuple[int, ...] = ()
    examples: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    drawings: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """A file that was read: its rows, what is wrong with its headings, what stands beside them."""

    rows: tuple[RawRow, ...]
    faults: tuple[RowProblem, ...] = ()
    aside: Beside = field(default_factory=Beside)


def heading(column: str) -> str:
    """Return the heading of a column."""
    return german().plain(f"programme-column-{column}")


def is_example(title: str) -> bool:
    """Return whether a row is the template's example, which is nobody's training."""
    return title.startswith(german().plain("programme-example-mark"))


def cell_of(row: RawRow, column: str) -> str:
    """Return what stands in a column, however its heading is written."""
    wanted = alike(heading(column))
    return next((cell for name, cell in row.cells.items() if alike(name) == wanted), "")


def read_programme(source: str | Path | bytes, name: str = "", form: Form = PLAN) -> Programme:
    """Return the rows of an .xlsx or .csv file; empty ones and the template's example are left out.

    Raises UnreadableFile if it is neither, is too big, or has no row with headings.
    """
    content = source if isinstance(source, bytes) else _content(Path(source))
    if len(content) > MOST_BYTES:
        raise unreadable("too-big")
    if content.startswith(b"PK"):
        return _programme(programme_xlsx.read(content), form)
    _refuse_other_kinds(content, name.lower())
    known = partial(known_headings, form)
    return _programme([programme_csv.read(content, known)], form)


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


#: How files of other kinds begin.
_KINDS = {
    b"\xd0\xcf\x11\xe0": "Excel 97 (.xls)",
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"<": "HTML, XML",
}


def _refuse_other_kinds(content: bytes, name: str) -> None:
    if (
        content.startswith(b"\xd0\xcf\x11\xe0")
        and "EncryptedPackage".encode("utf-16-le") in content
    ):
        raise unreadable("locked")
    bare = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, kind in _KINDS.items():
        if bare.startswith(beginning):
            raise unreadable("other-kind", kind=kind)
    if name.endswith((".xls", ".ods", ".numbers", ".xlsx", ".xlsm")):
        raise unreadable("broken")


def known_headings(form: Form, words: Sequence[str]) -> int:
    """Return how many of our headings a row holds; none if the first one is not among them."""
    ours = [alike(heading(column)) for column in columns(form)]
    found = {alike(each) for each in words} & set(ours)
    return len(found) if ours[0] in found else 0


def _head_of(table: SheetTable, form: Form) -> tuple[int, int]:
    """Return how many headings the best row of a table has, and its number."""
    best = (0, 0)
    for number, cells in table.by_row().items():
        headings = known_headings(form, [cell.text for cell in cells.values()])
        if headings > best[0]:
            best = headings, number
    return best


def _programme(tables: Sequence[SheetTable], form: Form) -> Programme:
    """Return the programme of the only sheet that has headings. Raises UnreadableFile."""
    heads = [(*_head_of(table, form), table) for table in tables]
    found = [each for each in heads if each[0] > 1] or [each for each in heads if each[0]]
    shown = [each for each in found if not each[2].hidden]
    if not found:
        raise unreadable("no-headings")
    if not shown:
        raise unreadable("hidden-sheet", sheet=found[0][2].name)
    if len(shown) > 1:
        raise unreadable("several-sheets", sheets=_listed(table.name for *_, table in shown))
    _, number, table = shown[0]
    return _Reader(table, number, form).programme(
        [one for one in tables if one is not table and one.cells]
    )


def _listed(names: Iterator[str] | Sequence[str]) -> str:
    return ", ".join(f"„{name}“" for name in names)


class _Reader:
    """Reads one table whose row of headings is known."""

    def __init__(self, table: SheetTable, head: int, form: Form) -> None:
        self._table, self._head, self._form = table, head, form
        self._rows = table.by_row()
        self._headings = {column: cell.text for column, cell in self._rows[head].items()}

    def programme(self, others: Sequence[SheetTable]) -> Programme:
        """Return all rows, and what stands beside them."""
        rows = [self._row(number) for number in self._rows if number > self._head]
        if len(rows) > MOST_ROWS:
            raise unreadable("too-big")
        examples = [row for row in rows if is_example(cell_of(row, TITLE))]
        kept = tuple(row for row in rows if row not in examples)
        return Programme(
            kept, tuple(self._twice()) or tuple(self._head_faults()), self._aside(others, examples)
        )

    def _aside(self, others: Sequence[SheetTable], examples: Sequence[RawRow]) -> Beside:
        table = self._table
        return Beside(
            sheet=table.name if others else "",
            other_sheets=tuple(_named(other) for other in others),
            before=tuple(number for number in self._rows if number < self._head),
            examples=tuple(row.number for row in examples),
            hidden_rows=tuple(sorted(row for row in table.hidden_rows if row > self._head)),
            hidden_columns=tuple(
                self._headings.get(column, letters(column))
                for column in sorted(table.hidden_columns)
            ),
            comments=table.comments,
            drawings=table.drawings,
        )

    def _row(self, number: int) -> RawRow:
        cells = self._rows[number]
        texts = dict.fromkeys(self._headings.values(), "")
        texts |= {
            self._headings[at]: cell.text for at, cell in cells.items() if at in self._headings
        }
        return RawRow(
            number,
            texts,
            {name: letters(column) for column, name in self._headings.items()},
            tuple(self._faults(number)),
            number in self._table.hidden_rows,
        )

    def _faults(self, number: int) -> Iterator[RowProblem]:
        """Name the cells of a row that cannot be relied upon."""
        blocks = self._blocks(number)
        for column, cell in self._rows[number].items():
            named = column in self._headings
            fault = cell.fault if named else "no-heading"
            if fault and not (named and any((number, column) in block for block in blocks)):
                yield self._problem(number, column, f"fault-{fault}", text=cell.text[:60])
        for block in blocks:
            yield self._problem(number, block.first[1], "fault-merged", cells=block.name)

    def _blocks(self, number: int) -> list[MergedCells]:
        """Return the merged blocks in which something of this row is seen."""
        cells, columns = self._table.cells, self._rows[number]
        touching = [b for b in self._table.merged if b.first[0] <= number <= b.last[0]]
        return [
            block
            for block in touching
            if block.first != block.last
            and (block.first in cells or any((number, column) in block for column in columns))
        ]

    def _problem(self, number: int, column: int, text_id: str, **values: str | int) -> RowProblem:
        texts = german()
        name = self._headings.get(column) or texts.plain(
            "programme-no-name", column=letters(column)
        )
        wanted = {
            key: value
            for key, value in values.items()
            if key in texts.variables(f"programme-{text_id}")
        }
        message = texts.plain(f"programme-{text_id}", **wanted)
        return RowProblem(number, name, message, name_of((number, column)))

    def _twice(self) -> Iterator[RowProblem]:
        """Name the headings that stand there twice, with both columns."""
        first: dict[str, int] = {}
        for column, name in self._headings.items():
            before = first.setdefault(alike(name), column)
            if before != column:
                columns = {"first": letters(before), "second": letters(column)}
                yield self._problem(self._head, column, "heading-twice", **columns)

    def _head_faults(self) -> Iterator[RowProblem]:
        yield from self._faults(self._head)
        ours = [heading(column) for column in columns(self._form)]
        known, listed = {alike(name) for name in ours}, "; ".join(ours)
        there = {alike(name) for name in self._headings.values()}
        for column in required(self._form):
            if alike(heading(column)) not in there:
                message = german().plain("programme-column-missing")
                yield RowProblem(self._head, heading(column), message)
        for place, name in self._headings.items():
            if alike(name) not in known:
                yield self._problem(self._head, place, "column-unknown", columns=listed)


def _named(table: SheetTable) -> str:
    text_id = "programme-sheet-hidden" if table.hidden else "programme-sheet-shown"
    return german().plain(text_id, sheet=table.name)
