"""Makes the first cell of each row of a PDF's tables the header of its row.

The compiler does that only behind a switch which its Python library does not offer. It writes the
tags as plain text, so they are changed in place; lengths stay, and with them all offsets.
"""

from __future__ import annotations

import re

_ROW = re.compile(rb"\n<</Type/StructElem/S/TR/P \d+ 0 R/K\[(\d+) 0 R")
_CELL = re.compile(
    rb"(\n(\d+) 0 obj\n<</Type/StructElem/S/T)D(/P \d+ 0 R/A\[<</O/Table)(/Headers\[[^]]*\])"
)


def name_rows(content: bytes) -> bytes:
    """Return the document, in which scopes alone say what heads a cell: its column and its row.

    Cells also name the header of their column; who goes by these names would not hear the row.
    """
    firsts = {row[1] for row in _ROW.finditer(content)}

    def scoped(cell: re.Match[bytes]) -> bytes:
        first = cell[2] in firsts
        scope = b"/Scope/Row" if first else b""
        return cell[1] + (b"H" if first else b"D") + cell[3] + scope.ljust(len(cell[4]))

    return _CELL.sub(scoped, content)
