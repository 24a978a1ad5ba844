"""The report as a Word file to go on writing in, on the network's own template if it has one."""

# ruff: noqa: SLF001 - the library has no other way
from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
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
from texts.documents.report_word_xml import (
    add_link,
    begin_field,
    bookmark,
    describe,
    element,
    end_field,
    end_section,
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
#: How high an empty line between tables is.
_GAP = Pt(5)
#: A column of texts of at most so many letters is never broken.
_SHORT = 16
#: Points: the least and most of a column; the longest word that is kept whole; the room beside a
#: text.
_FEWEST, _MOST, _WORD, _ROOM = 24.0, 200.0, 102.0, 7.5
#: How wide letters are in tables, about, in points; and how much wider in heads.
_THIN, _THICK, _BOLD = frozenset("iljtfrI.,:;'|!()[]/ -·–"), frozenset("mwMW%…"), 1.08
_WIDTHS = {"thin": 2.55, "thick": 7.2, "upper": 5.9, "other": 4.75}
#: A table of at most so many rows stays on the page of its chart; with more, pages would end early.
_WITH_CHART = 8
#: A matrix of more columns is set small.
_MANY = 18
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


@dataclass(frozen=True, slots=True)
class _Need:
    """How wide a column wants to be, must be (points), and whether it may be broken into lines."""

    wanted: float
    least: float = 0.0
    wide: bool = False


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
        """Write tables by two: programs lay out more than one table a column differently."""
        grids = (*columns.left, *columns.right)
        for left, right in zip_longest(grids[::2], grids[1::2]):
            if right is None:
                self._grid(place, left)
                continue
            self._end_section(place, 1)
            self._grid(place, left, half=True)
            self._grid(place, right, half=True, right=True)
            self._end_section(place, 2)

    def _with_chart_beside(self, place: Any, grid: Grid) -> None:
        assert grid.picture is not None
        self._end_section(place, 1)
        self._grid(place, replace(grid, picture=None), half=True)
        self._caption(place, grid.drawn, right=True)
        self._picture(place, grid.picture, half=True)
        self._end_section(place, 2)

    def _end_section(self, place: Any, columns: int) -> None:
        """Let a section end with the paragraph before the place."""
        before = place._p.getprevious()
        plain = before is not None and before.tag == qn("w:p")
        if not plain or before.find(f".//{qn('w:sectPr')}") is not None:
            paragraph = self._gap(place)
        else:
            paragraph = Text(before, self._document)
        end_section(place, paragraph, columns)

    def _listing(self, place: Any, listing: Listing) -> None:
        style = self._style("List Bullet")
        for item in listing.items:
            place.insert_paragraph_before(item if style else f"• {item}", style)

    def _style(self, name: str) -> str | None:
        return name if name in self._styles else None

    def _grid(self, place: Any, grid: Grid, *, half: bool = False, right: bool = False) -> None:
        """Write a table; `half` a line wide, and `right` if it begins the right column."""
        self._caption(place, grid.caption, right=right)
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

    def _gap(self, place: Any) -> Any:
        """Write a low empty line: between tables there must be one."""
        paragraph = place.insert_paragraph_before("", self._style(CELL_STYLE))
        paragraph.paragraph_format.line_spacing = _GAP
        return paragraph

    def _caption(self, place: Any, text: str, *, right: bool = False) -> None:
        caption = place.insert_paragraph_before("" if right else text, self._style("Caption"))
        if right:
            caption.add_run().add_break(WD_BREAK.COLUMN)
            caption.add_run(text)
        caption.paragraph_format.keep_with_next = True

    def _table(self, grid: Grid, *, half: bool) -> Any:
        rows = [*grid.rows, *([grid.total] if grid.total else [])]
        table = self._document.add_table(rows=1 + len(rows), cols=len(grid.header))
        table.style = self._style(TABLE_STYLE) or self._style("Table Grid")
        table.autofit = False
        look(table, total=grid.total is not None)
        describe(table, grid.caption)
        small = grid.chart is Chart.HEAT and len(grid.header) > _MANY
        if grid.chart is Chart.HEAT:
            narrow(table, twips=10 if small else 30)
        repeat(table.rows[0])
        head = tuple(Field(text, unit=_unit(grid, i)) for i, text in enumerate(grid.header))
        widths = _widths(grid, self._line * _HALF if half else self._line)
        size = 6.0 if small else None if grid.short else _LONG
        charted = grid.picture is not None and len(grid.rows) <= _WITH_CHART
        tied = charted or bool(grid.under)
        for line, row in zip((head, *rows), table._tbl.tr_lst, strict=True):
            bold = line is head or line is grid.total
            together = grid.short and (line is not rows[-1] or tied)
            for cell, field, width in zip(line, row.tc_lst, widths, strict=True):
                field.width = width
                self._write(field, cell, bold=bold, size=size, together=together)
        for each in table.rows:
            keep_whole(each)
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
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


def _unit(grid: Grid, column: int) -> Any:
    """Return what a column's head is set like: its numbers, if it has any."""
    return next((row[column].unit for row in grid.rows if column and row[column].unit), None)


def _widths(grid: Grid, line: float) -> list[Emu]:
    """Share a line: narrow columns get what they need, the others the rest by their texts."""
    points = line / Pt(1)
    if grid.chart is Chart.HEAT:
        first = _MOST if len(grid.header) <= _MANY else _MOST * 2 / 3
        shares = [first, *([_FEWEST] * (len(grid.header) - 1))]
        return [Emu(int(line * share / sum(shares))) for share in shares]
    needs = [_need(grid, index) for index in range(len(grid.header))]
    if not any(need.wide for need in needs):
        needs[0] = replace(needs[0], wide=True)
    rest = max(points - sum(need.wanted for need in needs if not need.wide), points / 3)
    wide = iter(_shared(rest, [need for need in needs if need.wide]))
    shares = [next(wide) if need.wide else need.wanted for need in needs]
    return [Emu(int(line * share / sum(shares))) for share in shares]


def _shared(rest: float, needs: Sequence[_Need]) -> list[float]:
    """Share the rest of a line; who would get less than the longest word needs gets that first."""
    wanted = sum(need.wanted for need in needs)
    poor = [need for need in needs if rest * need.wanted < need.least * wanted]
    left = rest - sum(need.least for need in poor)
    others = wanted - sum(need.wanted for need in poor)
    if not poor or left <= 0 or not others:
        return [rest * need.wanted / wanted for need in needs]
    return [need.least if need in poor else left * need.wanted / others for need in needs]


def _need(grid: Grid, column: int) -> _Need:
    rows = [*grid.rows, *([grid.total] if grid.total else [])]
    texts = [row[column].text for row in rows]
    words = [_points(word) for text in texts for word in text.split()]
    word = max([*(_points(w) * _BOLD for w in grid.header[column].split()), *words], default=0.0)
    widths = [_points(text) for text in texts]
    if max(map(len, texts)) <= _SHORT:
        return _Need(max(*widths, word, _FEWEST - _ROOM) + _ROOM)
    least = min(word, _WORD) + _ROOM
    return _Need(max(min(sum(widths) / len(widths), _MOST), least), least, wide=True)


def _points(text: str) -> float:
    return sum(_WIDTHS[_kind(letter)] for letter in text)


def _kind(letter: str) -> str:
    if letter in _THIN:
        return "thin"
    if letter in _THICK:
        return "thick"
    return "upper" if letter.isupper() else "other"
