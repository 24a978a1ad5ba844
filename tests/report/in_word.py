"""What stands in a Word file, in the order it is read: also what stands beside each other."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

#: What says that a table is one: a table without it only puts others beside each other.
_TITLE = f"{qn('w:tblPr')}/{qn('w:tblCaption')}"


def opened(content: bytes) -> Any:
    """Return a file as the library reads it that did not write its tables."""
    return Document(io.BytesIO(content))


def tables_of(document: Any) -> list[Table]:
    """Return the tables that say something."""
    every = document.element.body.iter(qn("w:tbl"))
    return [Table(each, document) for each in every if each.find(_TITLE) is not None]


def halves_of(document: Any) -> list[Table]:
    """Return what only puts tables and charts beside each other."""
    return [table for table in document.tables if table._tbl.find(_TITLE) is None]


def paragraphs_of(document: Any) -> list[Paragraph]:
    """Return the paragraphs, of tables too."""
    return [Paragraph(each, document) for each in document.element.body.iter(qn("w:p"))]


def title_of(table: Table) -> str:
    """Return what screen readers call a table."""
    return str(table._tbl.find(_TITLE).get(qn("w:val")))
