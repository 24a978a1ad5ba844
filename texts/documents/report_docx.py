"""The report as a Word file to go on writing in, on the network's own template if it has one."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError

from texts.catalogue import Texts
from texts.documents.report_charts import Picture
from texts.documents.report_pages import Cell, Grid, Heading, Pages, Paragraph

#: The fields of a template; the last is where the chapters go.
FIELDS = ("title", "network", "period", "author", "as_of", "content")
_PLACE = "§§content§§"
_ACCENT = RGBColor(0x23, 0x52, 0x78)
_LANGUAGES = {"de": "de-DE", "en": "en-GB"}
_WIDEST = Mm(160)


class TemplateProblem(ValueError):
    """A template cannot be used; the message says what it lacks."""


def docx(texts: Texts, pages: Pages, template: Path | None = None) -> bytes:
    """Return the document. Raises TemplateProblem for a template that lacks a field."""
    source = io.BytesIO(default_template()) if template is None else str(template)
    document = _filled(source, pages)
    _set_language(document, pages)
    place = _place(document)
    for element in pages.elements:
        _Writer(document, place, texts).put(element)
    place._p.getparent().remove(place._p)  # noqa: SLF001 (the library has no other way)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def default_template() -> bytes:
    """Return the template a network can download, change and bring back."""
    document = Document()
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(24)
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(10.5)
    for level in range(1, 4):
        document.styles[f"Heading {level}"].font.color.rgb = _ACCENT
        document.styles[f"Heading {level}"].font.name = "Arial"
    document.add_paragraph("{{ title }}", style="Title")
    for name in FIELDS[1:5]:
        document.add_paragraph(f"{{{{ {name} }}}}")
    document.add_page_break()  # type: ignore[no-untyped-call]  # the library is typed in parts
    document.add_paragraph("{{ content }}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _filled(source: Any, pages: Pages) -> Any:
    try:
        template = DocxTemplate(source)
        used = template.get_undeclared_template_variables()
        _check(used)
        values = dict.fromkeys(FIELDS, "") | _values(pages)
        template.render(values, autoescape=True)
    except TemplateError as error:
        raise TemplateProblem(f"The template cannot be read: {error}") from error
    except (KeyError, ValueError, OSError) as error:
        if isinstance(error, TemplateProblem):
            raise
        raise TemplateProblem(f"The template is no Word file: {error}") from error
    return template.docx


def _check(used: set[str]) -> None:
    if "content" not in used:
        raise TemplateProblem("The template lacks the field {{ content }}: where chapters go.")
    unknown = sorted(used - set(FIELDS))
    if unknown:
        known = ", ".join(FIELDS)
        raise TemplateProblem(f"The template asks for {', '.join(unknown)}; it may use: {known}")


def _values(pages: Pages) -> dict[str, str]:
    network, period, author, as_of = pages.lines[:4]
    more = pages.lines[4:]
    return {
        "title": pages.title,
        "network": network,
        "period": period,
        "author": author,
        "as_of": "\n".join((as_of, *more)),
        "content": _PLACE,
    }


def _place(document: Any) -> Any:
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == _PLACE:
            return paragraph
    raise TemplateProblem("The field {{ content }} needs a paragraph of its own.")


def _set_language(document: Any, pages: Pages) -> None:
    properties = document.core_properties
    properties.title, properties.author = pages.title, pages.author
    properties.language = code = _LANGUAGES.get(pages.language, "de-DE")
    properties.comments = ""
    runs = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if runs is not None:
        for old in runs.findall(qn("w:lang")):
            runs.remove(old)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), code)
        runs.append(language)


class _Writer:
    """Writes elements before a place in the document."""

    def __init__(self, document: Any, place: Any, texts: Texts) -> None:
        self._document, self._place, self._texts = document, place, texts

    def put(self, element: Heading | Paragraph | Grid) -> None:
        """Write one element."""
        if isinstance(element, Heading):
            self._paragraph(element.full, f"Heading {element.level}")
        elif isinstance(element, Paragraph):
            self._paragraph(element.text)
        else:
            self._grid(element)

    def _paragraph(self, text: str, style: str | None = None) -> Any:
        return self._place.insert_paragraph_before(text, style)

    def _grid(self, grid: Grid) -> None:
        caption = self._paragraph(grid.caption, "Caption")
        caption.paragraph_format.keep_with_next = True
        if not grid.rows:
            self._paragraph(self._texts.plain("report-no-rows"))
            return
        rows = [*grid.rows, *([grid.total] if grid.total else [])]
        table = self._document.add_table(rows=1, cols=len(grid.header))
        table.style = "Light Grid Accent 1" if self._has("Light Grid Accent 1") else None
        for cell, text in zip(table.rows[0].cells, grid.header, strict=True):
            _write(cell, Cell(text), bold=True)
        _mark_header(table.rows[0])
        for row in rows:
            _fill(table.add_row().cells, row, bold=row is grid.total)
        _describe(table, grid.caption)
        self._place._p.addprevious(table._tbl)  # noqa: SLF001 (the library has no other way)
        self._paragraph("")
        if grid.picture:
            self._picture(grid.picture)

    def _has(self, style: str) -> bool:
        return any(each.name == style for each in self._document.styles)

    def _picture(self, picture: Picture) -> None:
        run = self._paragraph("").add_run()
        shape = run.add_picture(io.BytesIO(picture.png))
        if shape.width > _WIDEST:
            shape.height = int(shape.height * _WIDEST / shape.width)
            shape.width = _WIDEST
        shape._inline.docPr.set("descr", picture.alt)  # noqa: SLF001 (the library has no other way)


def _fill(cells: Any, row: tuple[Cell, ...], *, bold: bool) -> None:
    for index, (field, cell) in enumerate(zip(cells, row, strict=True)):
        _write(field, cell, bold=bold or index == 0)


def _write(field: Any, cell: Cell, *, bold: bool) -> None:
    paragraph = field.paragraphs[0]
    run = paragraph.add_run(cell.text)
    run.bold = bold
    run.font.size = Pt(9)
    if cell.unit is not None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark_header(row: Any) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 (the library has no other way)


def _describe(table: Any, caption: str) -> None:
    properties = table._tbl.tblPr  # noqa: SLF001 (the library has no other way)
    title = OxmlElement("w:tblCaption")
    title.set(qn("w:val"), caption)
    properties.append(title)
