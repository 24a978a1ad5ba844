"""The report in English is English as a whole: title, author, and how files are called."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pikepdf
import pytest
from docx import Document

from bot.network_file import load, shipped
from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from domain.report_order import Wanted
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build
from texts import report_year
from texts.catalogue import Texts
from texts.documents.report_elements import Pages
from texts.documents.report_files import Form, Name, ending, render
from texts.documents.report_pages import Wishes, compose

ENGLISH = Texts().in_language("en")


@pytest.fixture(scope="module")
def pages(network: Network) -> Pages:
    course = training(1, units=1)
    rows = closed(course, {"rkn-neuss": 31}, {"school": 31})
    report, _ = build(network, Material(YEAR, rows, [course]), Order(AS_OF))
    return compose(ENGLISH, network, report, Wishes(charts=False))


@pytest.mark.parametrize("name", shipped())
def test_shipped_networks_have_english_names_for_their_report(name: str) -> None:
    of = load(name)
    report, _ = build(of, Material(YEAR), Order(AS_OF))
    made = compose(ENGLISH, of, report, Wishes(charts=False))

    assert of.report.title_en
    assert of.report.author_en
    assert made.title == f"{of.report.title_en} {YEAR}"
    assert made.author == of.report.author_en
    assert f"Drawn up by: {of.report.author_en}" in made.cover
    assert of.report.title_en in report_year.named(ENGLISH, of, Wanted(YEAR))
    assert of.report.title in report_year.named(Texts(), of, Wanted(YEAR))


def test_without_them_the_title_is_plain_and_the_author_stays(network: Network) -> None:
    of = replace(network, report=replace(network.report, title_en="", author_en=""))
    report, _ = build(of, Material(YEAR), Order(AS_OF))
    made = compose(ENGLISH, of, report, Wishes(charts=False))

    assert (made.title, made.author) == (f"Yearly report {YEAR}", of.report.author)


@pytest.mark.long
def test_files_say_that_they_are_english(pages: Pages) -> None:
    word = Document(io.BytesIO(render(Form.DOCX, ENGLISH, pages))).core_properties
    book = openpyxl.load_workbook(io.BytesIO(render(Form.XLSX, ENGLISH, pages)))
    page = render(Form.HTML, ENGLISH, pages).decode()
    with pikepdf.open(io.BytesIO(render(Form.PDF, ENGLISH, pages))) as paper:
        assert str(paper.Root.Lang) == "en"
        assert str(paper.docinfo["/Title"]) == pages.title == "Activity report 2026"

    assert (word.title, word.language) == (pages.title, "en-GB")
    assert word.author == "Conference of the coordination offices"
    assert book.properties.title == pages.title
    assert '<html lang="en">' in page
    assert "Tätigkeitsbericht 2026" not in page
    book.close()


@pytest.mark.parametrize(
    ("wanted", "as_of", "german", "english"),
    [
        (Wanted(2026), AS_OF, "bericht-x-2026.csv", "report-x-2026.csv"),
        (
            Wanted(2026),
            date(2026, 6, 1),
            "bericht-x-2026-zwischenstand.csv",
            "report-x-2026-interim.csv",
        ),
        (
            Wanted(2026, office="rkn-neuss", quarter=2),
            AS_OF,
            "bericht-x-2026-q2-rkn-neuss-intern.csv",
            "report-x-2026-q2-rkn-neuss-internal.csv",
        ),
    ],
)
def test_files_are_named_in_the_language_of_the_report(
    wanted: Wanted, as_of: date, german: str, english: str
) -> None:
    for texts, name in ((Texts(), german), (ENGLISH, english)):
        assert Name("x", 2026, ending(texts, wanted, as_of)).of(texts, "csv") == name
