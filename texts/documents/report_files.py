"""All forms of the report from one laid-out document: the same figures in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from domain.problem import Problem
from domain.report_order import Form as Form  # whoever asks for a file names its form
from domain.report_order import Wanted, is_over
from texts.catalogue import Texts
from texts.documents.report_csv import table_csv
from texts.documents.report_docx import docx
from texts.documents.report_elements import Pages
from texts.documents.report_html import html
from texts.documents.report_pdf import pdf
from texts.documents.report_short import short
from texts.documents.report_xlsx import xlsx
from texts.documents.whole import write_whole


def render(form: Form, texts: Texts, pages: Pages, template: Path | None = None) -> bytes:
    """Return the report in one form; `template` is the network's own Word file.

    The short form is not written on it: its pages are counted, and a title page would be one.
    """
    makers: dict[Form, Callable[[], bytes]] = {
        Form.SHORT_PDF: lambda: pdf(texts, short(texts, pages)),
        Form.SHORT_DOCX: lambda: docx(texts, short(texts, pages)),
        Form.DOCX: lambda: docx(texts, pages, template),
        Form.PDF: lambda: pdf(texts, pages),
        Form.XLSX: lambda: xlsx(texts, pages),
        Form.CSV: lambda: table_csv(texts, pages),
        Form.HTML: lambda: html(texts, pages).encode(),
    }
    return makers[form]()


@dataclass(frozen=True, slots=True)
class Name:
    """What tells the files of this report from others: network, year, and which version it is."""

    network: str
    year: int
    ending: str = ""

    def of(self, texts: Texts, form: str) -> str:
        """Return the name of a file, without blanks and umlauts."""
        name = f"{texts.plain('report-file')}-{self.network}-{self.year}{self.ending}"
        of = Form(form)
        return f"{name}{'-' + texts.plain('report-file-short') if of.short else ''}.{of.kind}"


def ending(texts: Texts, wanted: Wanted, as_of: date, *, rounded: bool = False) -> str:
    """Return what files' names end with: versions for other eyes never share a name."""
    parts = [f"q{wanted.quarter}" if wanted.quarter else "", wanted.office]
    if wanted.internal:
        parts.append(texts.plain("report-file-internal"))
    elif not is_over(wanted.year, as_of):
        parts.append(texts.plain("report-file-interim"))
    parts.append("round5" if rounded else "")
    return "".join(f"-{part}" for part in parts if part)


class Unmade(Problem):
    """Some forms could not be made; those of `paths` were written all the same.

    `reasons` are the failures by their forms.
    """

    def __init__(self, paths: list[Path], reasons: Mapping[Form, Exception]) -> None:
        told = "; ".join(f"{form} ({_reason(error)})" for form, error in reasons.items())
        super().__init__(f"not written: {told}")
        self.paths, self.reasons = paths, reasons


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, Problem) else f"{type(error).__name__}: {error}"


Maker = Callable[[Form, Texts, Pages, Path | None], bytes]


def write(
    folder: Path,
    forms: Iterable[Form],
    texts: Texts,
    pages: Pages,
    name: Name,
    template: Path | None = None,
    maker: Maker = render,
) -> list[Path]:
    """Write the forms into a folder and return their paths; a file is whole or not there.

    Each is made on its own: one that fails does not keep the others back. Raises Unmade once they
    are written, OSError if the disk is full or the folder cannot be written.
    """
    folder.mkdir(0o700, parents=True, exist_ok=True)
    paths: list[Path] = []
    failed: dict[Form, Exception] = {}
    for form in forms:
        try:
            content = maker(form, texts, pages, template)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other forms come
            failed[form] = error
        else:
            paths.append(write_whole(folder / name.of(texts, form), content))
    if failed:
        raise Unmade(paths, failed)
    return paths
