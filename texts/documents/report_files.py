"""All forms of the report from one laid-out document: the same figures in each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path

from texts.catalogue import Texts
from texts.documents.report_csv import table_csv
from texts.documents.report_docx import docx
from texts.documents.report_elements import Pages
from texts.documents.report_html import html
from texts.documents.report_pdf import pdf
from texts.documents.report_xlsx import xlsx


class Form(StrEnum):
    """A form the report comes in; also the ending of its file."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    HTML = "html"


def render(form: Form, texts: Texts, pages: Pages, template: Path | None = None) -> bytes:
    """Return the report in one form; `template` is the network's own Word file."""
    makers: dict[Form, Callable[[], bytes]] = {
        Form.DOCX: lambda: docx(texts, pages, template),
        Form.PDF: lambda: pdf(texts, pages),
        Form.XLSX: lambda: xlsx(texts, pages),
        Form.CSV: lambda: table_csv(texts, pages),
        Form.HTML: lambda: html(texts, pages).encode(),
    }
    return makers[form]()


def file_name(network: str, year: int, ending: str, form: str) -> str:
    """Return a file name without blanks and umlauts; `ending` tells versions apart."""
    return f"bericht-{network}-{year}{ending}.{form}"


def write(
    folder: Path,
    forms: Iterable[Form],
    texts: Texts,
    pages: Pages,
    name: tuple[str, int, str],
    template: Path | None = None,
) -> list[Path]:
    """Write the forms into a folder and return their paths; a file is whole or not there.

    `name` is the network, the year, and what tells this version from others.

    Raises OSError if the disk is full or the folder cannot be written.
    """
    folder.mkdir(0o700, parents=True, exist_ok=True)
    return [
        write_whole(folder / file_name(*name, form), render(form, texts, pages, template))
        for form in forms
    ]


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file that only we can read, under another name first: it is whole or not there.

    Raises OSError, with the path, if it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        part.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        part.unlink(missing_ok=True)
    return path
