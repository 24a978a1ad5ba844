"""The pages of the Word files: as few as those of the PDF, none half empty, nothing torn apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Twips

from tests.report.in_word import halves_of, opened, paragraphs_of, tables_of, title_of
from tests.report.test_glance import words_of
from tests.report.test_leaves import FILLED, MOST_PAGES
from tests.report.word_leaves import leaves
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_elements import Grid, Pages
from texts.documents.report_files import Form, render
from texts.documents.report_pages import Wishes, compose
from texts.documents.report_sides import SideBySide, has_chart_beside, side_by_side

pytestmark = pytest.mark.wide  # lays out whole documents

TEXTS = Texts(strict=True)
FORMS = pytest.mark.parametrize("form", [Form.DOCX, Form.SHORT_DOCX])


@pytest.fixture(scope="module")
def whole(story: StoryYear) -> Pages:
    return compose(TEXTS, story.network, story.report, Wishes(assessment=words_of(story)))


@pytest.fixture(scope="module")
def word(whole: Pages) -> Callable[[Form], Any]:
    made: dict[Form, Any] = {}

    def of(form: Form) -> Any:
        return made.get(form) or made.setdefault(form, opened(render(form, TEXTS, whole)))

    return of


@FORMS
def test_it_has_few_pages_and_none_is_half_empty(word: Callable[[Form], Any], form: Form) -> None:
    pages = leaves(word(form))

    assert 2 <= len(pages) <= (4 if form.short else MOST_PAGES)
    assert [round(page, 2) for page in pages[:-1] if page < FILLED] == []


@FORMS
def test_only_the_title_page_ends_early(word: Callable[[Form], Any], form: Form) -> None:
    document = word(form)
    ended = [each for each in document.element.body.iter(qn("w:br")) if each.get(qn("w:type"))]

    assert len(ended) == (0 if form.short else 1)
    assert len(document.sections) == 1


@FORMS
def test_no_heading_and_no_title_is_left_alone(word: Callable[[Form], Any], form: Form) -> None:
    for paragraph in paragraphs_of(word(form)):
        style = paragraph.style
        if style is not None and style.name.startswith(("Heading", "Caption")):
            said = paragraph.paragraph_format.keep_with_next

            assert said is None or said, paragraph.text
            assert style.paragraph_format.keep_with_next, paragraph.text


@FORMS
def test_a_table_that_goes_on_says_its_head_again_and_breaks_no_row(
    word: Callable[[Form], Any], form: Form
) -> None:
    for table in tables_of(word(form)):
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]

        assert heads == [True, *([False] * (len(heads) - 1))], title_of(table)
        assert all(r._tr.find(f".//{qn('w:cantSplit')}") is not None for r in table.rows)


@FORMS
def test_short_tables_stay_on_one_page(
    whole: Pages, word: Callable[[Form], Any], form: Form
) -> None:
    short = {grid.caption for grid in whole.grids() if grid.short}
    alone = [each for each in word(form).tables if each._tbl.find(f".//{qn('w:tbl')}") is None]
    for table in alone:
        kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
        if title_of(table) in short:
            assert all(kept[:-1]), title_of(table)


def test_slim_tables_stand_side_by_side_in_the_order_they_are_read(
    whole: Pages, word: Callable[[Form], Any]
) -> None:
    """Within columns of a page LibreOffice puts the second table below the first."""
    document = word(Form.DOCX)
    laid_out = [*side_by_side(whole.elements)]
    columns = [each for each in laid_out if isinstance(each, SideBySide)]
    alone = [each for each in laid_out if isinstance(each, Grid)]
    halves = halves_of(document)
    cols = [each.get(qn("w:num")) for each in document.element.body.iter(qn("w:cols"))]

    assert len(columns) > 2
    assert len(halves) == len(columns) + sum(map(has_chart_beside, alone))
    assert [title_of(table) for table in tables_of(document)] == [
        grid.caption for grid in whole.grids() if grid.rows
    ]
    assert {*cols} <= {None, "1"}
    for each in halves:
        (row,) = each.rows
        left, right = row.cells

        assert row._tr.find(f".//{qn('w:cantSplit')}") is not None
        assert left.tables
        assert right.tables or right._tc.find(f".//{qn('wp:inline')}") is not None


@FORMS
def test_charts_have_words_and_room(word: Callable[[Form], Any], form: Form) -> None:
    document = word(form)
    section = document.sections[-1]
    line = section.page_width - section.left_margin - section.right_margin
    drawn = [*document.element.body.iter(qn("wp:inline"))]

    assert len(drawn) >= 2
    for each in drawn:
        field = next(each.iterancestors(qn("w:tc")), None)
        room = line if field is None else field.width
        size, facts = each.find(qn("wp:extent")), each.find(qn("wp:docPr"))

        assert facts.get("descr")
        assert int(size.get("cx")) <= room + Twips(1)
        # Else LibreOffice leaves room to the left, and cuts the chart on the right.
        assert {each.get(f"dist{side}") for side in "TBLR"} == {"0"}


@FORMS
def test_the_foot_of_a_page_says_which_it_is_of_how_many(
    word: Callable[[Form], Any], form: Form
) -> None:
    (foot,) = {section.footer._element for section in word(form).sections}
    fields = [each.text.strip() for each in foot.iter(qn("w:instrText"))]

    assert fields == ["PAGE", "NUMPAGES"]
