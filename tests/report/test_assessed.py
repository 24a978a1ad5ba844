"""What coordinators say of chapters and hints, and who agreed, stands where people look."""

from __future__ import annotations

import io
import subprocess
from datetime import date

import pytest
from docx import Document

from domain.assessment_parts import AssessedPart, SaidOfHint
from domain.endorse import Endorsed, Endorsing
from domain.network import Network
from domain.report.measures import part_of_hint
from domain.report.order import Order
from domain.report.structure import Report
from tests.report.builders import AS_OF, YEAR
from tests.report.making import build
from tests.report.test_measures import waits
from texts.catalogue import Texts
from texts.documents.report_csv import table_csv
from texts.documents.report_docx import docx
from texts.documents.report_elements import Grid, Heading, Pages, Paragraph
from texts.documents.report_html import html
from texts.documents.report_pages import Wishes, compose
from texts.documents.report_pdf import pdf

STANDS = Endorsing(
    ["rkn-neuss"],
    [("rkn-kaarst", Endorsed.FIGURE)],
    ["rkn-kreis"],
    sealed=True,
    outdated=[("rkn-dormagen", date(2027, 2, 9))],
)
WORDS = "Der Austausch <war> eng & gut."
PARTS = (
    AssessedPart("o1/topic/trauma", SaidOfHint.DIFFERS, WORDS),
    AssessedPart("o7", SaidOfHint.APPLIES),
    AssessedPart("trainings", None, WORDS),
)
LINES = (
    "Dem Bericht haben die Koordinierungsstellen zugestimmt: Stadt Neuss.",
    "Vor der letzten Änderung des Berichts zugestimmt: Dormagen (am 9. Februar 2027).",
    "Mit Anmerkung: Kaarst (Eine Zahl stimmt nicht).",
    "Ohne Antwort: Rhein-Kreis Neuss.",
    "Das Jahr ist nach Ablauf der Frist ohne die Zustimmung aller versiegelt.",
)


@pytest.fixture(scope="module")
def report(network: Network) -> Report:
    return build(network, waits(YEAR, 120), Order(AS_OF))[0]


@pytest.fixture(scope="module")
def pages(network: Network, report: Report) -> Pages:
    return compose(Texts(), network, report, Wishes(parts=PARTS, endorsing=STANDS, charts=False))


def test_words_on_a_chapter_end_it(pages: Pages) -> None:
    heads = [n for n, e in enumerate(pages.elements) if isinstance(e, Heading) and e.level == 1]
    title = Texts().plain("report-chapter-trainings")
    at = next(n for n in heads if pages.elements[n].text == title)  # type: ignore[union-attr]  # headings
    following = min(n for n in heads if n > at)
    last = pages.elements[following - 1]

    assert isinstance(last, Paragraph)
    assert last.text == f"Die Koordinierungsstellen dazu: {WORDS}"


def test_verdicts_stand_in_the_order_of_the_hints(report: Report, pages: Pages) -> None:
    (table,) = (e for e in pages.elements if isinstance(e, Grid) and e.code == "P1")
    found = [tuple(cell.text for cell in row) for row in table.rows]
    there = [part_of_hint(hint) for hint in report.hints]

    assert "o1/topic/trauma" in there
    assert (
        "Lange Warteliste: Traumatisierung und ihre Folgen", "Anders, weil …", WORDS,
    ) in found  # fmt: skip
    assert len(found) == len({"o1/topic/trauma", "o7"} & set(there))


def test_forms_without_paragraphs_have_the_words_of_chapters(pages: Pages) -> None:
    title = Texts().plain("report-chapter-trainings")

    assert f"{title}: {WORDS}" in table_csv(Texts(), pages).decode()


def test_who_agreed_stands_in_word_and_html_before_the_first_chapter(pages: Pages) -> None:
    assert pages.agreed == LINES

    said = [p.text for p in Document(io.BytesIO(docx(Texts(), pages))).paragraphs]
    page = html(Texts(), pages)
    main = page.index("<main>")

    for line in LINES:
        assert line in said
        assert 0 < page.index(line) - main < 600
    first = next(n for n, text in enumerate(said) if text == LINES[0])
    chapter = max(n for n, text in enumerate(said) if text.endswith("Das Jahr auf einer Seite"))

    assert first < chapter


@pytest.mark.needs("pdftotext")
def test_who_agreed_stands_on_page_two_of_the_pdf(pages: Pages) -> None:
    made = pdf(Texts(), pages)
    call = ["pdftotext", "-f", "2", "-l", "2", "-raw", "-", "-"]
    read = subprocess.run(call, input=made, capture_output=True, check=True)
    text = " ".join(read.stdout.decode().split())

    assert all(line in text for line in LINES)


def test_where_nobody_was_asked_there_is_no_line(network: Network, report: Report) -> None:
    silent = Endorsing([], [], ["rkn-neuss"])

    assert compose(Texts(), network, report, Wishes(endorsing=silent)).agreed == ()
    assert compose(Texts(), network, report, Wishes()).agreed == ()
