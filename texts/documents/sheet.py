"""A paper about a training as a file: PDF for everybody (PDF/UA-1), or a spreadsheet."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typst
import xlsxwriter

from domain.message import Document
from domain.paper import (
    Block,
    Columns,
    Facts,
    Headline,
    PaperSheet,
    Scanned,
    Sentence,
    SheetForm,
    Signed,
)
from texts.documents.qr import svg
from texts.documents.report_signs import plain, printable, stripped
from texts.documents.report_tags import name_rows
from texts.documents.steady import repacked

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_PDF = "application/pdf"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Letters' worth of a whole page's width, shared by the columns of a spreadsheet.
_WIDTH = 90
_LANDSCAPE_FROM = 6


def document(sheet: PaperSheet) -> Document:
    """Return the file that a sheet becomes."""
    if sheet.form is SheetForm.SPREADSHEET:
        return Document(f"{sheet.name}.xlsx", _spreadsheet(sheet), _XLSX)
    return Document(f"{sheet.name}.pdf", _pdf(sheet), _PDF)


def _pdf(sheet: PaperSheet) -> bytes:
    """Return a tagged PDF; what no typeface here can show is stood in for."""
    words = [sheet.title, sheet.mark, *(word for part in sheet.parts for word in _words(part))]
    try:
        return _compiled(sheet, printable(words))
    except typst.TypstError:
        # A sign that could be shown by itself, and cannot be beside others.
        if all(map(plain, words)):
            raise
        return _compiled(sheet, stripped)


def _compiled(sheet: PaperSheet, shown: Callable[[str], str]) -> bytes:
    data = {
        "title": shown(sheet.title),
        "author": shown(sheet.author),
        "language": sheet.language,
        "mark": shown(sheet.mark),
        "parts": [[_block(block, shown) for block in part] for part in sheet.parts],
    }
    made = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return name_rows(made)


def _words(part: tuple[Block, ...]) -> Iterator[str]:
    """Yield what is read of a part."""
    for block in part:
        match block:
            case Headline(text) | Sentence(text):
                yield text
            case Facts(rows):
                yield from (word for row in rows for word in row)
            case Columns(header, rows):
                yield from (word for row in (header, *rows) for word in row)
            case Signed(labels):
                yield from labels
            case Scanned():
                yield block.told


def _block(block: Block, shown: Callable[[str], str]) -> dict[str, Any]:
    match block:
        case Headline(text):
            return {"kind": "heading", "text": shown(text)}
        case Sentence(text, large):
            return {"kind": "line", "text": shown(text), "large": large}
        case Facts(rows):
            return {"kind": "facts", "rows": [[shown(word) for word in row] for row in rows]}
        case Columns(header, rows, shares):
            return {
                "kind": "columns",
                "header": [shown(word) for word in header],
                "rows": [[shown(word) for word in row] for row in rows],
                "shares": shares,
            }
        case Signed(labels):
            return {"kind": "signed", "labels": [shown(label) for label in labels]}
        case Scanned(link, told):
            return {"kind": "scanned", "svg": svg(link), "told": shown(told)}


def _spreadsheet(sheet: PaperSheet) -> bytes:
    """Return a workbook of one page: lines above, the first table below them."""
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": sheet.title, "author": sheet.author, "comments": sheet.mark})
        page = book.add_worksheet()
        page.set_paper(9)  # A4
        page.set_footer(f"&L{_footer(sheet)}&R&P / &N")
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        wrapped.set_border(1)
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True})
        at = 0
        for block in (block for part in sheet.parts for block in part):
            at = _written(page, block, at, (bold, head, wrapped))
    return repacked(out.getvalue())


def _written(page: Any, block: Block, at: int, formats: tuple[Any, Any, Any]) -> int:
    """Write a block from a row on; return the next row."""
    bold, head, wrapped = formats
    match block:
        case Headline(text) | Sentence(text):
            page.write_string(at, 0, text, bold if isinstance(block, Headline) else None)
            return at + 1
        case Facts(rows):
            for number, (what, how) in enumerate(rows):
                page.write_string(at + number, 0, f"{what}: {how}")
            return at + len(rows)
        case Columns(header, rows, shares):
            _table(page, block, at + 1, head, wrapped)
            for column, share in enumerate(shares):
                page.set_column(column, column, _WIDTH * share / sum(shares))
            page.repeat_rows(at + 1)
            page.freeze_panes(at + 2, 0)
            if len(header) >= _LANDSCAPE_FROM:
                page.set_landscape()
            return at + 2 + len(rows)
        case _:
            return at


def _table(page: Any, of: Columns, top: int, head: Any, wrapped: Any) -> None:
    for column, word in enumerate(of.header):
        page.write_string(top, column, word, head)
    for number, row in enumerate(of.rows, top + 1):
        for column, word in enumerate(row):
            page.write_string(number, column, word, wrapped)


def _footer(sheet: PaperSheet) -> str:
    """Return what stands at the foot; `&` would begin an order."""
    return f"{sheet.title} · {sheet.mark}"[:100].replace("&", "&&")
