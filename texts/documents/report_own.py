"""The network's own Word file: looked through before anything is written on it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError

from domain.problem import Problem
from texts.documents.report_template import FIELDS, default_template

#: What stands in a filled template where chapters and table of contents go.
PLACES = {"content": "§§content§§", "contents": "§§contents§§"}


class Fault(StrEnum):
    """Why a template cannot be used."""

    MISSING = "missing"
    LOCKED = "locked"
    NO_WORD = "no-word"
    BAD_FIELD = "bad-field"
    NO_CONTENT = "no-content"
    UNKNOWN_FIELD = "unknown-field"
    CROWDED = "crowded"


_LINES = {
    Fault.MISSING: "there is no template {path}",
    Fault.LOCKED: "the template {path} cannot be read: {detail}",
    Fault.NO_WORD: "the template {path} is no Word file (.docx)",
    Fault.BAD_FIELD: "a field of the template cannot be read: {detail} ({path})",
    Fault.NO_CONTENT: "the template lacks the field {field}: the chapters go there ({path})",
    Fault.UNKNOWN_FIELD: "the template asks for {detail}; it may use: {fields} ({path})",
    Fault.CROWDED: "the template's field {field} needs a paragraph of its own ({path})",
}


class TemplateProblem(Problem):
    """A template cannot be used; the message is one line that says what is wrong with it.

    `detail` is what the fault is about: the unknown fields, or a library's own words.
    """

    def __init__(self, fault: Fault, path: Path, detail: str = "") -> None:
        super().__init__(fault, path, detail)  # all of it, so that it passes between processes
        self.fault, self.path, self.detail = fault, path, " ".join(detail.split())

    def __str__(self) -> str:
        """Return the line."""
        names = {"field": "{{ content }}", "fields": ", ".join(FIELDS)}
        return _LINES[self.fault].format(path=self.path, detail=self.detail, **names)


def check(path: Path) -> None:
    """Raise TemplateProblem if nothing could be written on this template."""
    filled(path, dict.fromkeys(FIELDS, "x"))


def filled(path: Path | None, values: Mapping[str, str], beside: str = "") -> Any:
    """Return the document of a template with its fields filled, `PLACES` where to write.

    `beside` is put below the day if the template has no place for the mark.
    Raises TemplateProblem.
    """
    content = default_template() if path is None else _content(path)
    source = path or Path()
    try:
        document = _rendered(content, source, values, beside)
    except TemplateError as error:
        reason = error.message or type(error).__name__
        raise TemplateProblem(Fault.BAD_FIELD, source, reason) from error
    except (OpcError, zipfile.BadZipFile, SyntaxError, KeyError, ValueError, OSError) as error:
        raise TemplateProblem(Fault.NO_WORD, source) from error
    if place(document, "content") is None:
        raise TemplateProblem(Fault.CROWDED, source)
    return document


def place(document: Any, field: str) -> Any:
    """Return the paragraph where something is to be written; None if there is none."""
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == PLACES[field]:
            return paragraph
    return None


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise TemplateProblem(Fault.MISSING, path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise TemplateProblem(Fault.LOCKED, path, error.strerror or "") from error


def _rendered(content: bytes, source: Path, values: Mapping[str, str], beside: str) -> Any:
    template = DocxTemplate(io.BytesIO(content))
    used = template.get_undeclared_template_variables()
    if "content" not in used:
        raise TemplateProblem(Fault.NO_CONTENT, source)
    if unknown := sorted(used - set(FIELDS)):
        raise TemplateProblem(Fault.UNKNOWN_FIELD, source, ", ".join(unknown))
    told = {**values, **PLACES}
    if beside and "mark" not in used:
        told["as_of"] += f"\n{beside}"
    template.render(told, autoescape=True)
    return template.docx
