"""What Word can and its library has no words for: fields, bookmarks, repeated header rows."""

# ruff: noqa: SLF001 - the library has no other way
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

#: The settings of a document that stand between its hyphenation and its kinds of headers, in order.
_BEHIND = (
    "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope",
    "summaryLength", "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders",
)  # fmt: skip


def element(tag: str, /, **attributes: str) -> Any:
    """Return an element of Word's XML; attributes without their prefix."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def begin_field(paragraph: Any, instruction: str) -> None:
    """Begin a field; what follows is what it shows until Word computes it anew."""
    text = element("instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    for part in (element("fldChar", fldCharType="begin"), text):
        paragraph.add_run()._r.append(part)
    paragraph.add_run()._r.append(element("fldChar", fldCharType="separate"))


def end_field(paragraph: Any) -> None:
    """End the field that was begun last."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def add_field(paragraph: Any, instruction: str, shown: str) -> None:
    """Add a field within one paragraph, such as the number of the page."""
    begin_field(paragraph, instruction)
    paragraph.add_run(shown)
    end_field(paragraph)


def bookmark(paragraph: Any, number: int) -> None:
    """Put a bookmark around the paragraph's text; `mark_name` tells its name."""
    inner = paragraph._p
    begin = element("bookmarkStart", id=str(number), name=mark_name(number))
    after = 1 if inner.pPr is not None else 0
    inner.insert(after, begin)
    inner.append(element("bookmarkEnd", id=str(number)))


def mark_name(number: int) -> str:
    """Return the name of a bookmark, in the form Word gives to those of its contents."""
    return f"_Toc{number:09}"


def add_link(paragraph: Any, text: str, number: int) -> None:
    """Add a text that leads to a bookmark."""
    link = element("hyperlink", anchor=mark_name(number), history="1")
    run = paragraph.add_run(text)._r
    link.append(run)
    paragraph._p.append(link)


def beside(document: Any, place: Any, widths: Sequence[int]) -> Any:
    """Put fields of these widths beside each other, without lines, before a place; return the row.

    They are a table that says nothing by itself. Columns of a page would be plainer, but
    LibreOffice puts the second table of two below the first there.
    """
    table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    narrow(table, twips=0)
    for field, column, width in zip(
        table.rows[0].cells, table._tbl.tblGrid.gridCol_lst, widths, strict=True
    ):
        field.width = column.w = width
    place._p.addprevious(table._tbl)
    return table.rows[0]


def flush(shape: Any) -> None:
    """Leave no space around a picture: LibreOffice takes some where nothing is said."""
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")


def repeat(row: Any) -> None:
    """Mark a row as the header that stands on each page."""
    row._tr.get_or_add_trPr().append(element("tblHeader", val="true"))


def keep_whole(row: Any) -> None:
    """Keep a row from being torn by the end of a page."""
    row._tr.get_or_add_trPr().append(element("cantSplit", val="true"))


def describe(table: Any, title: str) -> None:
    """Give a table the title that screen readers say."""
    table._tbl.tblPr.append(element("tblCaption", val=title))


def hyphenate(document: Any) -> None:
    """Let Word break long words, by the rules of their language."""
    settings = document.settings.element
    if settings.find(qn("w:autoHyphenation")) is not None:
        return
    made = element("autoHyphenation", val="true")
    behind = [each for name in _BEHIND if (each := settings.find(qn(f"w:{name}"))) is not None]
    if behind:
        behind[0].addprevious(made)
    else:
        settings._insert_evenAndOddHeaders(made)  # the next whose place the library knows


def narrow(table: Any, twips: int) -> None:
    """Make the space beside the text of a table's cells small, in twentieths of a point."""
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=str(twips), type="dxa"))
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def table_style(name: str, head: str, line: str) -> Any:
    """Return the style of the report's tables: thin lines, a shaded header, bold totals."""
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{line}"'
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders><w:bottom {edge}/><w:insideH {edge}/></w:tblBorders>"
        '<w:tblCellMar><w:top w:w="8" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
        '<w:bottom w:w="8" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{head}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )


def look(table: Any, *, total: bool) -> None:
    """Say which rows and columns of a table are special."""
    marks = table._tbl.tblPr.find(qn("w:tblLook"))
    for name in list(marks.attrib):
        del marks.attrib[name]
    values = {"firstRow": "1", "lastRow": str(int(total)), "firstColumn": "1"}
    for name, value in {**values, "lastColumn": "0", "noHBand": "1", "noVBand": "1"}.items():
        marks.set(qn(f"w:{name}"), value)
