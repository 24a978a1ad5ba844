"""The short form: four pages at most, and nothing that the report does not tell."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from docx import Document

from domain.endorse import REMARKS, Endorsed, Endorsing
from domain.report_order import Form, forms_of
from tests.report.in_word import tables_of
from tests.report.test_glance import words_of
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_elements import Element, Field, Grid, Heading, Listing, Pages, Paragraph
from texts.documents.report_files import Name, render
from texts.documents.report_pages import Wishes, compose
from texts.documents.report_short import MOST_HINTS, short

pytestmark = pytest.mark.wide  # lays out whole documents

TEXTS = Texts(strict=True)


@pytest.fixture(scope="module")
def whole(story: StoryYear) -> Pages:
    return compose(TEXTS, story.network, story.report, Wishes(assessment=words_of(story)))


def texts_of(elements: tuple[Element, ...]) -> Iterator[str]:
    """Yield all that is told, table by table and sentence by sentence."""
    for each in elements:
        match each:
            case Grid():
                cells = [cell for row in (*each.rows, each.total or ()) for cell in row]
                yield from (each.caption, *each.header, *each.notes)
                yield from (text for cell in cells for text in _all(cell))
            case Listing():
                yield from each.items
            case Paragraph():
                yield each.text
            case Heading():
                pass


def _all(cell: Field) -> Iterator[str]:
    yield cell.text
    yield from (part.text for _, part in cell.parts)


def test_it_tells_nothing_that_the_report_does_not(whole: Pages) -> None:
    told = {*texts_of(whole.elements), *whole.method}
    brief = short(TEXTS, whole)
    more = set(texts_of(brief.elements)) - told

    assert {re.sub(r"\d+", "", text) for text in more} <= {
        " weitere Hinweise stehen im Bericht.",
        "Ein weiterer Hinweis steht im Bericht.",
    }
    assert len([*texts_of(brief.elements)]) > 100
    assert brief.assessment == whole.assessment


def test_it_has_at_most_four_pages_and_begins_with_the_year(whole: Pages) -> None:
    brief = short(TEXTS, whole)
    codes = [grid.code for grid in brief.grids()]
    with pikepdf.open(io.BytesIO(render(Form.SHORT_PDF, TEXTS, whole))) as paper:
        assert 2 <= len(paper.pages) <= 4
    first = brief.elements[0]

    assert isinstance(first, Heading)
    assert first.text == "Das Jahr auf einer Seite"
    assert codes[:7] == ["A", "GH", "GZ", "H1", "M1", "O", "M2"]
    assert {"C4", "C5", "G1"} <= set(codes)
    assert all(len(grid.rows) <= MOST_HINTS for grid in brief.grids() if grid.code == "O")
    assert brief.title.endswith(": Kurzfassung")
    numbers = [e.number for e in brief.elements if isinstance(e, Heading) and e.level == 1]
    assert numbers == ["1", "2", "3", "4", "5"]


def test_the_word_file_has_no_title_page_and_the_same_tables(whole: Pages) -> None:
    document = Document(io.BytesIO(render(Form.SHORT_DOCX, TEXTS, whole)))
    brief = short(TEXTS, whole)
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)

    assert document.paragraphs[0].text == brief.title
    assert "{{" not in text
    assert TEXTS.plain("report-contents") not in text
    assert len(tables_of(document)) == len([grid for grid in brief.grids() if grid.rows])


def agreed_by(story: StoryYear, stands: Endorsing) -> Pages:
    """Return the report with where the offices stand."""
    wishes = Wishes(assessment=words_of(story), endorsing=stands)
    return compose(TEXTS, story.network, story.report, wishes)


def offices_of(story: StoryYear) -> list[str]:
    return [office.slug for office in story.network.offices]


def squeezed(text: str) -> str:
    """Return a text without what the end of a line does to it."""
    return re.sub(r"[\s\u00ad-]", "", text)


def test_one_line_of_its_word_file_says_who_agreed(story: StoryYear) -> None:
    first, second, *others = offices_of(story)
    stands = Endorsing(others, [(first, Endorsed.FIGURE)], [second], sealed=True)
    pages = agreed_by(story, stands)
    document = Document(io.BytesIO(render(Form.SHORT_DOCX, TEXTS, pages)))
    said = [paragraph.text for paragraph in document.paragraphs]

    assert len(pages.agreed) == 4
    assert " ".join(pages.agreed) in said
    assert said.index(" ".join(pages.agreed)) < said.index("1 Das Jahr auf einer Seite")
    assert not set(pages.agreed) & set(said)


@pytest.mark.needs("pdftotext")
def test_its_first_page_says_who_agreed_and_that_some_did_not_at_the_end_of_the_term(
    story: StoryYear,
) -> None:
    offices = offices_of(story)
    longest = max(REMARKS, key=lambda each: len(TEXTS.label("endorsed", each)))
    stands = [
        Endorsing(offices, [], [], sealed=True),
        Endorsing([], [], offices, sealed=True),
        Endorsing([], [(each, longest) for each in offices], [], sealed=True),
    ]
    for each in stands:
        made = render(Form.SHORT_PDF, TEXTS, pages := agreed_by(story, each))
        with pikepdf.open(io.BytesIO(made)) as paper:
            assert len(paper.pages) <= 4
        call = ["pdftotext", "-l", "1", "-raw", "-", "-"]
        read = subprocess.run(call, input=made, capture_output=True, check=True)
        told, said = squeezed(read.stdout.decode()), squeezed("".join(pages.agreed))

        assert told.index(said) < told.index(squeezed("Das Jahr auf einer Seite"))
        assert (squeezed("nach Ablauf der Frist") in told) is not each.all_agreed


def test_where_nobody_was_asked_it_has_no_line_of_it(whole: Pages) -> None:
    assert short(TEXTS, whole).agreed == ()
    assert short(TEXTS, replace(whole, agreed=("Ja.", "Nein."))).agreed == ("Ja. Nein.",)


def test_what_leads_to_a_list_in_its_word_file_stands_on_the_page_of_the_list(
    whole: Pages,
) -> None:
    document = Document(io.BytesIO(render(Form.SHORT_DOCX, TEXTS, whole)))
    said = next(p for p in document.paragraphs if p.text == "Maßnahmen zu diesem Bericht:")

    assert said.paragraph_format.keep_with_next


def test_the_answers_have_no_chart_of_their_own_in_it(whole: Pages) -> None:
    drawn = {grid.code for grid in short(TEXTS, whole).grids() if grid.picture}

    assert {"C1", "C4"} <= drawn
    assert "E2" not in drawn
    assert next(grid for grid in short(TEXTS, whole).grids() if grid.code == "E2").rows


def test_its_files_have_names_of_their_own_and_a_quarter_has_none() -> None:
    name = Name("rkn", 2026, "-zwischenstand")

    assert name.of(TEXTS, Form.SHORT_PDF) == "bericht-rkn-2026-zwischenstand-kurz.pdf"
    assert name.of(TEXTS, Form.SHORT_DOCX) == "bericht-rkn-2026-zwischenstand-kurz.docx"
    assert name.of(TEXTS, Form.CSV) == "bericht-rkn-2026-zwischenstand.csv"
    assert len({name.of(TEXTS, form) for form in Form}) == len(Form)
    assert forms_of(None)[:2] == (Form.SHORT_PDF, Form.SHORT_DOCX)
    assert not any(form.short for form in forms_of(2))
