"""Makes a report of what was gathered: plain values in, files out, so that any process can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.network import Network
from domain.report.build import Order, build
from domain.report.facts import Material


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a year's report is made from: the year, those before it, and how to show it."""

    material: Material
    earlier: Sequence[Material]
    order: Order


@dataclass(frozen=True, slots=True)
class File:
    """One form of the report."""

    name: str
    content: bytes
    media_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "csv": "text/csv",
    "html": "text/html",
}


def made(network: Network, gathered: Gathered, language: str) -> list[File]:
    """Return the report in every form."""
    from texts.catalogue import Texts  # here: dear to import, and not needed by who only asks
    from texts.documents.report_files import Form, file_name, render
    from texts.documents.report_pages import Wishes, compose

    report, _ = build(network, gathered.material, gathered.order, gathered.earlier)
    texts = Texts().in_language(language)
    pages = compose(texts, network, report, Wishes())
    year = gathered.material.year
    return [
        File(file_name(network.slug, year, form), render(form, texts, pages), MEDIA_TYPES[form])
        for form in Form
    ]
