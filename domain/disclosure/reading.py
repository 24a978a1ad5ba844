"""What a reader learns of each number, by what is printed and what is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.disclosure.cells import ROUNDING, Cell, Mode, Range, rounded

#: Any number there is; and one that is not none.
ANYTHING, HIDDEN = Range(0, None), Range(1, None)


def learned(cells: Mapping[str, Cell], hidden: Iterable[str], mode: Mode) -> dict[str, Range]:
    """Return what a reader learns of each cell that is printed, also of those that are hidden.

    Where no zero of a table is hidden, readers see that the hidden ones are none.
    """
    gone = set(hidden)
    zeros = {cells[name].table for name in gone if not cells[name].value}
    return {
        name: unread(cell, cell.table in zeros) if name in gone else said(cell, mode)
        for name, cell in cells.items()
        if cell.printed
    }


def said(cell: Cell, mode: Mode) -> Range:
    """Return what a reader learns of a cell that is printed."""
    if mode is Mode.ROUND5 and cell.people:
        middle = rounded(cell.value)
        return Range(max(cell.least, middle - ROUNDING), middle + ROUNDING)
    return cell.opened


def unread(cell: Cell, with_zeros: bool) -> Range:
    """Return what a reader learns of a cell that is hidden."""
    return ANYTHING if with_zeros and not cell.least else HIDDEN


def rows_of(cells: Mapping[str, Cell]) -> dict[str, set[str]]:
    """Return what is printed of each table."""
    rows: dict[str, set[str]] = {}
    for name, cell in cells.items():
        if cell.printed:
            rows.setdefault(cell.table, set()).add(name)
    return rows


def zeros_of(cells: Mapping[str, Cell]) -> dict[str, set[str]]:
    """Return the cells of each table that would tell, hidden, that hidden ones may be none."""
    return rows_of({name: cell for name, cell in cells.items() if not cell.value})
