"""The report on paper: few pages, none left half empty, and made for the file as well."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from PIL import Image

from domain.report.order import Order
from domain.report_order import Form
from tests.programs import needed
from tests.report.builders import AS_OF
from tests.report.making import build_quarter
from tests.report.test_glance import words_of
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_elements import Pages
from texts.documents.report_files import render
from texts.documents.report_pages import Wishes, compose

pytestmark = pytest.mark.wide  # lays out whole documents

TEXTS = Texts(strict=True)
#: A page is about so many millimetres high; its foot begins so far down, and the text so far.
_HEIGHT, _FOOT, _HEAD = 297, 276, 18
#: How much of a page is filled at least, from the top to what stands lowest.
FILLED = 0.5
MOST_PAGES = 14
#: So light is paper.
_PAPER = 240


@pytest.fixture(scope="module")
def whole(story: StoryYear) -> Pages:
    return compose(TEXTS, story.network, story.report, Wishes(assessment=words_of(story)))


def filled(content: bytes, folder: Path) -> list[float]:
    """Return how far down each page is filled, drawn by another program."""
    paper = folder / "paper.pdf"
    paper.write_bytes(content)
    program = needed("pdftoppm")
    subprocess.run([program, "-r", "30", "-gray", str(paper), str(folder / "leaf")], check=True)
    return [_filled(Image.open(leaf)) for leaf in sorted(folder.glob("leaf*"))]


def _filled(leaf: Image.Image) -> float:
    width, height = leaf.size
    head, foot = (height * mm // _HEIGHT for mm in (_HEAD, _FOOT))
    lowest = leaf.crop((0, head, width, foot)).point(lambda grey: 255 if grey < _PAPER else 0)
    box = lowest.getbbox()
    return box[3] / (foot - head) if box else 0.0


@pytest.mark.needs("pdftoppm")
@pytest.mark.parametrize("form", [Form.PDF, Form.SHORT_PDF])
def test_it_has_few_pages_and_none_is_half_empty(whole: Pages, form: Form, tmp_path: Path) -> None:
    pages = filled(render(form, TEXTS, whole), tmp_path)

    assert 2 <= len(pages) <= (4 if form.short else MOST_PAGES)
    assert [round(page, 2) for page in pages[:-1] if page < FILLED] == []


@pytest.mark.needs("pdftoppm")
def test_a_quarter_is_one_page_of_its_own_title_without_the_years_assessment(
    story: StoryYear, tmp_path: Path
) -> None:
    report = build_quarter(story.network, story.material, 2, Order(AS_OF))
    pages = compose(TEXTS, story.network, report, Wishes(assessment=words_of(story)))

    assert pages.title == "Hauptzahlen 2. Quartal 2026"
    assert pages.lines[1] == "Berichtszeitraum 1. April bis 30. Juni 2026"
    assert len(filled(render(Form.PDF, TEXTS, pages), tmp_path)) == 1
    said = words_of(story)[0].split(".")[0]
    for form in (Form.CSV, Form.HTML):
        assert said not in render(form, TEXTS, pages).decode("utf-8-sig")
    word = Document(io.BytesIO(render(Form.DOCX, TEXTS, pages)))
    assert said not in "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert pages.assessment == ()
    assert pages.draft == ""


@pytest.mark.parametrize("form", [Form.PDF, Form.SHORT_PDF])
def test_it_is_made_for_everybody_and_for_the_file(whole: Pages, form: Form) -> None:
    with pikepdf.open(io.BytesIO(render(form, TEXTS, whole))) as paper:
        with paper.open_metadata() as facts:
            assert facts["pdfuaid:part"] == "1"
            assert (facts["pdfaid:part"], facts["pdfaid:conformance"]) == ("2", "A")
            assert facts["xmp:CreateDate"].startswith("2027-01-15")
        (intent,) = paper.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        fonts = [each for each in paper.objects if isinstance(each, pikepdf.Dictionary)]
        described = [each for each in fonts if each.get("/Type") == "/FontDescriptor"]

        assert described
        assert all("/FontFile2" in each or "/FontFile3" in each for each in described)
        assert paper.Root.MarkInfo.Marked
