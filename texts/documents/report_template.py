"""The Word file a report is written on if the network brings none of its own."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor

from texts.documents.report_word_xml import add_field, table_style
from texts.documents.steady import noon, repacked

#: What a template may ask for. A template must have `content`: the chapters go there.
#: `contents` is where the table of contents goes, `mark` says who may read it or that its data
#: are made up.
FIELDS = (
    *("title", "network", "period", "author", "as_of", "offices", "publisher", "mark"),
    *("contents", "content"),
)
#: A template may have these styles; without them tables look as its author's tables do.
TABLE_STYLE, CELL_STYLE, PICTURE_STYLE = "Report Table", "Report Cell", "Report Picture"

_ACCENT = RGBColor(0x23, 0x52, 0x78)
_WIDTH = Mm(170)
_SIZES = {1: 16, 2: 13, 3: 11}


def default_template(*, brief: bool = False) -> bytes:
    """Return the template a network can download, change and bring back.

    A `brief` document has no title page and no contents.
    """
    document = Document()
    _page(document)
    _styles(document)
    if brief:
        _tighten(document)
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ network }}", style="Subtitle")
    for name in FIELDS[2 : 5 if brief else 7]:
        document.add_paragraph(f"{{{{ {name} }}}}")
    document.add_paragraph().add_run("{{ mark }}").bold = True
    if not brief:
        document.add_paragraph("{{ contents }}")
        document.add_page_break()  # type: ignore[no-untyped-call]  # the library is typed in parts
    document.add_paragraph("{{ content }}")
    _footer(document)
    stamp(document, date(2026, 1, 1))
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def stamp(document: Any, day: date) -> None:
    """Let a document say that it was made on this day, and by nobody in particular."""
    properties = document.core_properties
    properties.created = properties.modified = noon(day)
    properties.revision = 1
    properties.last_modified_by = properties.comments = ""


def _page(document: Any) -> None:
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin = Mm(15), Mm(16)
        section.footer_distance = Mm(9)


def _styles(document: Any) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(4), 1.08
    for level, size in _SIZES.items():
        style = styles[f"Heading {level}"]
        _dress(style, size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(9), Pt(2)
    _dress(styles["Title"], 28)
    styles["Title"].paragraph_format.space_after = Pt(12)
    _dress(styles["Subtitle"], 14)
    styles["Subtitle"].font.italic = False
    styles["Subtitle"].font.color.rgb = None
    _dress(styles["TOC Heading"], 16)
    caption = styles["Caption"]
    _dress(caption, 9.5)
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(6), Pt(2)
    for level in (1, 2):
        entry = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        entry.base_style = normal
        entry.paragraph_format.left_indent = Mm(7 * (level - 1))
        entry.paragraph_format.space_after = Pt(3)
        entry.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    cell = styles.add_style(CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.font.size = normal, Pt(8.5)
    cell.paragraph_format.space_after, cell.paragraph_format.line_spacing = Pt(0), 1.0
    picture = styles.add_style(PICTURE_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    picture.base_style, picture.font.size = normal, Pt(9)
    picture.paragraph_format.space_before, picture.paragraph_format.space_after = Pt(2), Pt(6)
    styles.element.append(table_style(TABLE_STYLE, "E8F0F6", "BEC8D2"))


def _tighten(document: Any) -> None:
    """Set a document so that four pages hold the year: smaller, and nearer to each other."""
    for section in document.sections:
        section.top_margin, section.bottom_margin = Mm(13), Mm(14)
    styles = document.styles
    _dress(styles["Title"], 20)
    styles["Title"].paragraph_format.space_after = Pt(6)
    styles["Normal"].font.size, styles[CELL_STYLE].font.size = Pt(9.5), Pt(8)
    styles["Normal"].paragraph_format.space_after = Pt(3)
    for name in (*(f"Heading {level}" for level in _SIZES), "Caption"):
        styles[name].paragraph_format.space_before = Pt(6)


def _dress(style: Any, size: float) -> None:
    style.font.name, style.font.size = "Arial", Pt(size)
    style.font.bold, style.font.color.rgb = True, _ACCENT
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]  # else Word takes the font of its theme


def _footer(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Footer"]
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("{{ title }}  {{ mark }}\t")
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" / ")
    add_field(paragraph, "NUMPAGES", "1")
