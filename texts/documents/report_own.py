"""The network's own Word file: looked through before anything is written on it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from docx import Document

from domain.problem import Problem
from texts.documents.report_package import (
    MOST_BYTES,
    BadField,
    Foreign,
    NotWord,
    Package,
    TooLarge,
    opened,
)
from texts.documents.report_template import FIELDS, default_template

#: What stands in a filled template where chapters and table of contents go. Nobody can write it:
#: signs for private use are taken out of every text.
PLACES = {"content": "\ue000content\ue000", "contents": "\ue000contents\ue000"}


class Flaw(StrEnum):
    """Why a template cannot be used."""

    MISSING = "missing"
    LOCKED = "locked"
    NO_WORD = "no-word"
    BAD_FIELD = "bad-field"
    NO_CONTENT = "no-content"
    UNKNOWN_FIELD = "unknown-field"
    CROWDED = "crowded"
    FOREIGN = "foreign"
    TOO_LARGE = "too-large"


_LINES = {
    Flaw.MISSING: "there is no template {path}",
    Flaw.LOCKED: "the template {path} cannot be read: {detail}",
    Flaw.NO_WORD: "the template {path} is no Word file (.docx)",
    Flaw.BAD_FIELD: "a field of the template cannot be read: {detail}; "
    "write a bare name such as {{{{ title }}}} ({path})",
    Flaw.NO_CONTENT: "the template lacks the field {field}: the chapters go there ({path})",
    Flaw.UNKNOWN_FIELD: "the template asks for {detail}; it may use: {fields} ({path})",
    Flaw.CROWDED: "the template's field {detail} needs a paragraph of its own, once ({path})",
    Flaw.FOREIGN: "the template brings along what runs or is fetched: {detail} ({path})",
    Flaw.TOO_LARGE: "the template is too large: {detail} ({path})",
}


class TemplateProblem(Problem):
    """A template cannot be used; the message is one line that says what is wrong with it.

    `detail` is what the fault is about: the unknown fields, or what is quoted of the file.
    """

    def __init__(self, fault: Flaw, path: Path, detail: str = "") -> None:
        super().__init__(fault, path, detail)  # all of it, so that it passes between processes
        self.fault, self.path, self.detail = fault, path, " ".join(detail.split())

    def __str__(self) -> str:
        """Return the line."""
        names = {"field": "{{ content }}", "fields": ", ".join(FIELDS)}
        return _LINES[self.fault].format(path=self.path, detail=self.detail, **names)


def check(path: Path) -> None:
    """Raise TemplateProblem if nothing could be written on this template."""
    filled(path, dict.fromkeys(FIELDS, "x"))


def filled(
    path: Path | None, values: Mapping[str, str], beside: str = "", *, brief: bool = False
) -> Any:
    """Return the document of a template with its fields filled, `PLACES` where to write.

    `beside` is put below the day if the template has no place for the mark, and before the
    chapters if it has none for the day either. Raises TemplateProblem.
    """
    source = path or Path()
    content = default_template(brief=brief) if path is None else _content(path)
    package = _looked_through(content, source)
    told = {**values, **PLACES}
    marked = not beside or "mark" in package.shown
    if not marked:
        told["as_of"] += f"\n{beside}"
    try:
        document = Document(io.BytesIO(package.filled(told)))
    except Exception as error:  # whatever the library stumbles over in a file of others
        raise TemplateProblem(Flaw.NO_WORD, source) from error
    for name in PLACES:
        if name in package.shown and place(document, name) is None:
            raise TemplateProblem(Flaw.CROWDED, source, f"{{{{ {name} }}}}")
    if not marked and "as_of" not in package.shown:
        place(document, "content").insert_paragraph_before(beside)
    return document


def _looked_through(content: bytes, source: Path) -> Package:
    """Return a template's parts if it holds nothing but bare fields of the list."""
    try:
        package = opened(content)
    except NotWord as error:
        raise TemplateProblem(Flaw.NO_WORD, source) from error
    except TooLarge as error:
        raise TemplateProblem(Flaw.TOO_LARGE, source, str(error)) from error
    except Foreign as error:
        raise TemplateProblem(Flaw.FOREIGN, source, str(error)) from error
    except BadField as error:
        raise TemplateProblem(Flaw.BAD_FIELD, source, str(error)) from error
    if unknown := sorted({*package.shown, *package.aside} - set(FIELDS)):
        raise TemplateProblem(Flaw.UNKNOWN_FIELD, source, ", ".join(unknown))
    if "content" not in package.shown:
        raise TemplateProblem(Flaw.NO_CONTENT, source)
    for name in PLACES:
        if name in package.aside or package.shown.count(name) > 1:
            raise TemplateProblem(Flaw.CROWDED, source, f"{{{{ {name} }}}}")
    return package


def place(document: Any, field: str) -> Any:
    """Return the paragraph where something is to be written; None if there is none."""
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == PLACES[field]:
            return paragraph
    return None


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise TemplateProblem(Flaw.MISSING, path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TemplateProblem(Flaw.TOO_LARGE, path, f"more than {MOST_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise TemplateProblem(Flaw.LOCKED, path, error.strerror or "") from error
