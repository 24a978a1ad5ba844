"""The report as a Word file to go on writing in, on the network's own template if it has one."""

# ruff: noqa: SLF001 - the library has no other way
from __future__ import annotations

import io
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph as Text

from domain.report.structure import Chart
from texts.catalogue import Texts
from texts.documents.report_charts import Picture, png_of
from texts.documents.report_elements import Element, Field, Grid, Heading, Listing, Pages, Paragraph
from texts.documents.report_own import filled, place
from texts.documents.report_sides import SideBySide, has_chart_beside, side_by_side
from texts.documents.report_template import (
    CELL_STYLE,
    PICTURE_STYLE,
    TABLE_STYLE,
    stamp,
)
from texts.documents.report_word_widths import MANY, shares
from texts.documents.report_word_xml import (
    add_link,
    begin_field,
    beside,
    bookmark,
    describe,
    element,
    end_field,
    flush,
    hyphenate,
    keep_whole,
    look,
    narrow,
    repeat,
)
from texts.documents.steady import repacked

_LANGUAGES = {"de": "de-DE", "en": "en-GB"}
#: How wide tables are at most; in two columns each has so much of the line.
_WIDEST, _HALF = Mm(170), 0.48
#: The size of letters in tables (points): where no style says it, and in long ones.
_PLAIN, _LONG = 8.5, 8.0
#: The seam beside a text in a table (points); in half a line the style's is made smaller (twips).
_SEAM, _SLIM_SEAM, _SLIM = 8.5, 6.0, 50
#: How high an empty line between tables is.
_GAP = Pt(3)
#: A table of at most so many rows stays on the page of its chart; with more, pages would end early.
_WITH_CHART = 8
#: Columns of at most so many rows stay on one page: a page holds some more.
_ONE_PAGE = 50
#: Word keeps no more of what it says about a file.
_LONGEST_PROPERTY = 255


def docx(texts: Texts, pages: Pages, template: Path | None = None) -> bytes:
    """Return the document; the same pages make the same bytes. Raises TemplateProblem.

    One that is brief is written on a plain template without a title page.
    """
    document = filled(template, _values(pages), pages.mark, brief=pages.brief)
    _set_language(document, pages)
    writer = _Writer(document, texts)
    contents = place(document, "contents")
    if contents is not None:
        writer.contents(contents, [e for e in pages.elements if isinstance(e, Heading)])
    here = place(document, "content")
    for said in pages.agreed:
        writer.put(here, Paragraph(said), leads=False)
    laid_out = [*side_by_side(pages.elements)]
    for each, following in zip_longest(laid_out, laid_out[1:]):
        writer.put(here, each, leads=isinstance(following, Grid | SideBySide | Listing))
    here._p.getparent().remove(here._p)
    stamp(document, pages.made_on)
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def _values(pages: Pages) -> dict[str, str]:
    lines = [line for line in pages.lines if line != pages.mark]
    names = ("network", "period", "author", "as_of", "offices")
    known = dict(zip_longest(names, lines[: len(names)], fillvalue=""))
    rest = "\n".join(lines[len(names) :])
    return known | {"title": pages.title, "publisher": rest, "mark": pages.mark}


def _set_language(document: Any, pages: Pages) -> None:
    properties = document.core_properties
    properties.title = pages.title[:_LONGEST_PROPERTY]
    properties.author = pages.author[:_LONGEST_PROPERTY]
    properties.language = code = _LANGUAGES.get(pages.language, "de-DE")
    runs = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if runs is not None:
        for old in runs.findall(qn("w:lang")):
            runs.remove(old)
        runs.append(element("lang", val=code))
    hyphenate(document)


class _Writer:
    """Writes elements before a place in the document."""

    def __init__(self, document: Any, texts: Texts) -> None:
        self._document, self._texts = document, texts
        self._styles = {style.name for style in document.styles}
        found = [style for style in document.styles if style.name == CELL_STYLE]
        self._cell_style = found[0].style_id if found else None
        self._marks = 0
        last = document.sections[-1]
        room = int(last.page_width - last.left_margin - last.right_margin)
        self._line = min(_WIDEST, room)

    def contents(self, place: Any, headings: list[Heading]) -> None:
        """Turn a paragraph into the table of contents, a field that Word can renew."""
        title = self._texts.plain("report-contents")
        place.insert_paragraph_before(title, self._style("TOC Heading"))
        place.text = ""
        field = place.insert_paragraph_before("", self._style("toc 1"))
        begin_field(field, r'TOC \o "1-2" \h \z \u')
        paragraph = field
        for number, heading in enumerate(headings, 1):
            if heading.level > 2:
                continue
            if paragraph is None:
                paragraph = place.insert_paragraph_before("", self._style(f"toc {heading.level}"))
            add_link(paragraph, heading.full, number)
            paragraph = None
        # It is part of the field: as soon as Word renews the field, it is gone.
        place.add_run(self._texts.plain("report-contents-renew")).italic = True
        end_field(place)

    def put(self, place: Any, each: Element | SideBySide, *, leads: bool) -> None:
        """Write one element; one that leads to a table stays with it."""
        if isinstance(each, Heading):
            self._marks += 1
            style = self._style(f"Heading {each.level}")
            heading = place.insert_paragraph_before(each.full, style)
            bookmark(heading, self._marks)
            if each.fresh and self._marks > 1:  # before the first the template breaks the page
                heading.paragraph_format.page_break_before = True
        elif isinstance(each, Paragraph):
            paragraph = place.insert_paragraph_before(each.to_write or each.text)
            if leads:
                paragraph.paragraph_format.keep_with_next = True
        elif isinstance(each, Listing):
            self._listing(place, each)
        elif isinstance(each, SideBySide):
            self._side_by_side(place, each)
        elif has_chart_beside(each):
            self._with_chart_beside(place, each)
        else:
            self._grid(place, each)

    def _side_by_side(self, place: Any, columns: SideBySide) -> None:
        """Write tables in two columns, the left one first."""
        left, right = self._halves(place, whole=columns.height <= _ONE_PAGE)
        for end, grids in ((left, columns.left), (right, columns.right)):
            for grid in grids:
                self._grid(end, grid, half=True)

    def _with_chart_beside(self, place: Any, grid: Grid) -> None:
        assert grid.picture is not None
        left, right = self._halves(place, whole=True)
        self._grid(left, replace(grid, picture=None), half=True)
        self._caption(right, grid.drawn)
        self._picture(right, grid.picture, half=True)

    def _halves(self, place: Any, *, whole: bool) -> list[Text]:
        """Return the ends of two fields beside each other: what is written goes before them."""
        half = int(self._line * _HALF)
        row = beside(self._document, place, (self._line - half, half))
        if whole:
            keep_whole(row)
        self._gap(place)
        ends = [field.paragraphs[-1] for field in row.cells]
        for end in ends:
            self._lower(end)
        return ends

    def _listing(self, place: Any, listing: Listing) -> None:
        style = self._style("List Bullet")
        for item in listing.items:
            place.insert_paragraph_before(item if style else f"• {item}", style)

    def _style(self, name: str) -> str | None:
        return name if name in self._styles else None

    def _grid(self, place: Any, grid: Grid, *, half: bool = False) -> None:
        """Write a table; `half` a line wide if it stands beside something."""
        self._caption(place, grid.caption)
        if not grid.rows:
            place.insert_paragraph_before(self._texts.plain("report-no-rows"))
            return
        place._p.addprevious(self._table(grid, half=half)._tbl)
        for note in grid.under:
            below = place.insert_paragraph_before(note, self._style(PICTURE_STYLE))
            below.paragraph_format.keep_with_next = grid.picture is not None
        if grid.picture:
            self._caption(place, grid.drawn)
            self._picture(place, grid.picture)
        else:
            self._gap(place)

    def _gap(self, place: Any) -> None:
        """Write a low empty line: between tables there must be one."""
        self._lower(place.insert_paragraph_before())

    def _lower(self, paragraph: Any) -> None:
        paragraph.style = self._style(CELL_STYLE)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = _GAP

    def _caption(self, place: Any, text: str) -> None:
        caption = place.insert_paragraph_before(text, self._style("Caption"))
        caption.paragraph_format.keep_with_next = True

    def _table(self, grid: Grid, *, half: bool) -> Any:
        rows = [*grid.rows, *([grid.total] if grid.total else [])]
        table = self._document.add_table(rows=1 + len(rows), cols=len(grid.header))
        table.style = self._style(TABLE_STYLE) or self._style("Table Grid")
        table.autofit = False
        look(table, total=grid.total is not None)
        describe(table, grid.caption)
        small = grid.chart is Chart.HEAT and len(grid.header) > MANY
        if grid.chart is Chart.HEAT:
            narrow(table, twips=10 if small else 30)
        elif half:
            narrow(table, twips=_SLIM)
        repeat(table.rows[0])
        head = tuple(Field(text, unit=_unit(grid, i)) for i, text in enumerate(grid.header))
        size = 6.0 if small else _LONG if half or not grid.short else None
        line = self._line * (_HALF if half else 1)
        seam = _SLIM_SEAM if half else _SEAM
        parts = shares(grid, line / Pt(1), size or _PLAIN, seam)
        wide = [Emu(int(line * part)) for part in parts]
        charted = grid.picture is not None and len(grid.rows) <= _WITH_CHART
        tied = charted or bool(grid.under)
        for each, row in zip((head, *rows), table._tbl.tr_lst, strict=True):
            bold = each is head or each is grid.total
            together = not half and grid.short and (each is not rows[-1] or tied)
            for cell, field, width in zip(each, row.tc_lst, wide, strict=True):
                field.width = width
                self._write(field, cell, bold=bold, size=size, together=together)
        for each in table.rows:
            keep_whole(each)
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, wide, strict=True):
            column.w = width
        return table

    def _write(
        self, field: Any, cell: Field, *, bold: bool, size: float | None, together: bool
    ) -> None:
        """Fill a field of a table; it has the size of its style if no other is given."""
        paragraph = self._paragraph_of(field)
        if together:
            paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(cell.text)
        if bold:
            run.bold = True
        if size or CELL_STYLE not in self._styles:
            run.font.size = Pt(size or _PLAIN)
        if cell.unit is not None:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _paragraph_of(self, field: Any) -> Any:
        inner = field.p_lst[0]
        inner.style = self._cell_style  # the library looks it up anew for each paragraph
        return Text(inner, self._document)

    def _picture(self, place: Any, picture: Picture, *, half: bool = False) -> None:
        paragraph = place.insert_paragraph_before("", self._style(PICTURE_STYLE))
        run = paragraph.add_run()
        drawn, share = (png_of(picture.narrow), _HALF) if half else (picture.png, picture.share)
        shape = run.add_picture(io.BytesIO(drawn), width=int(self._line * share))
        shape._inline.docPr.set("descr", picture.alt)
        flush(shape)


def _unit(grid: Grid, column: int) -> Any:
    """Return what a column's head is set like: its numbers, if it has any."""
    return next((row[column].unit for row in grid.rows if column and row[column].unit), None)
