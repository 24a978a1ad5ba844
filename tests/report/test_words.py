"""What the report says in words: cover, the year in sentences, annex, notes and what is missing."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from domain.contacts import ContactPoint
from domain.disclosure.values import Shown, Sign, Unit
from domain.network import Body, Network
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Report
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.in_word import tables_of
from tests.report.making import build, build_quarter
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_annex import FORMULAS, TERMS
from texts.documents.report_elements import Grid, Heading, Listing, Pages, Paragraph
from texts.documents.report_files import Form, render
from texts.documents.report_glance import sentences
from texts.documents.report_pages import Wishes, compose
from texts.documents.report_words import ReportWords

pytestmark = pytest.mark.wide  # lays out whole documents

TEXTS = Texts(strict=True)
LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])
_COMPUTED = {Unit.RATE, Unit.MEAN, Unit.DAYS}
#: The longest sentence, in words.
LONGEST = 15


def pages_of(network: Network, report: Report, **wishes: tuple[str, ...]) -> Pages:
    return compose(TEXTS, network, report, Wishes(charts=False, **wishes))  # type: ignore[arg-type]


def small(network: Network, **offices: int) -> Report:
    """Return a year of one training, to which so many came from these offices."""
    course = training(1)
    came = {slug.replace("_", "-"): n for slug, n in offices.items()}
    rows = closed(course, came, {"school": sum(came.values())})
    return build(network, Material(YEAR, rows, [course]), Order(AS_OF))[0]


def said(pages: Pages) -> str:
    """Return all words of a document that stand outside of tables."""
    parts: list[str] = list(pages.cover)
    for each in pages.elements:
        match each:
            case Paragraph():
                parts.append(each.text)
            case Listing():
                parts += each.items
            case Heading():
                parts.append(each.full)
            case Grid():
                parts += each.notes
    return "\n".join(parts)


@LANGUAGES
def test_every_figure_that_is_worked_out_has_its_formula(
    story_year: StoryYear, language: str
) -> None:
    texts = TEXTS.in_language(language)
    report = story_year.report
    worked_out = {f.code for f in report.figures().values() if f.value.unit in _COMPUTED}
    worked_out |= {
        table.code
        for table in report.tables().values()
        if any(isinstance(i, Shown) and i.unit in _COMPUTED for row in table.rows for i in row)
    }
    pages = compose(texts, story_year.network, report, Wishes(charts=False))
    grid = next(g for g in pages.grids() if g.code == "X6")

    assert worked_out >= {"C7", "C13", "C14", "C15", "D2", "D4", "E1", "E2"}
    assert worked_out <= set(FORMULAS)
    assert len(grid.rows) == len(FORMULAS)
    assert len({row[0].text for row in grid.rows}) == len(FORMULAS)


@LANGUAGES
def test_each_term_has_a_meaning_and_the_table_is_in_order(
    story_year: StoryYear, language: str
) -> None:
    texts = TEXTS.in_language(language)
    pages = compose(texts, story_year.network, story_year.report, Wishes(charts=False))
    grid = next(g for g in pages.grids() if g.code == "X7")
    names = [row[0].text for row in grid.rows]

    assert len(set(names)) == len(TERMS)
    assert names == sorted(names, key=str.casefold)
    assert all(row[1].text.endswith(".") for row in grid.rows)


def test_the_annex_stands_in_every_form_as_a_table(network: Network) -> None:
    pages = pages_of(network, small(network, rkn_neuss=31))
    html = render(Form.HTML, TEXTS, pages).decode()
    word = Document(io.BytesIO(render(Form.DOCX, TEXTS, pages)))
    heads = {tuple(cell.text for cell in table.rows[0].cells) for table in tables_of(word)}

    assert {("Kennzahl", "Berechnung"), ("Begriff", "Bedeutung")} <= heads
    assert '<th scope="row">Nachrücken</th>' in html


def test_the_cover_says_who_takes_part_who_answers_for_it_and_of_which_day(
    network: Network,
) -> None:
    report = small(network, rkn_neuss=31)
    plain = pages_of(network, report)
    told = replace(
        network,
        contact=ContactPoint("kontakt@amt.de", "02131 1"),
        report=replace(network.report, publisher=("Amt <1>", "Ort")),
    )

    assert plain.lines[3] == "Datenstand und Tag der Erstellung: 15. Januar 2027"
    assert plain.lines[4].startswith("Beteiligte Jugendämter: Jugendamt Rhein-Kreis Neuss, ")
    assert plain.lines[5:] == (f"Herausgegeben von: {network.lead}",)
    assert pages_of(told, report).lines[5:] == (
        "Herausgegeben von: Amt <1>, Ort",
        "Kontakt: kontakt@amt.de, 02131 1",
    )
    for form in (Form.DOCX, Form.HTML, Form.PDF, Form.XLSX):
        assert render(form, TEXTS, pages_of(told, report))
    word = Document(io.BytesIO(render(Form.DOCX, TEXTS, pages_of(told, report))))

    assert "Kontakt: kontakt@amt.de, 02131 1" in "\n".join(p.text for p in word.paragraphs[:9])


def test_the_structure_is_told_in_sentences_with_the_bodies(network: Network) -> None:
    report = small(network, rkn_neuss=31)
    told = replace(network, bodies=(Body("Konferenz =1", "Sie tagt."),))
    text = said(pages_of(network, report))
    grid = next(g for g in pages_of(told, report).grids() if g.code == "S2")
    bare = replace(network, bodies=(), report=replace(network.report, basis=""))

    assert "beruht auf einer öffentlich-rechtlichen Vereinbarung. Sie besteht seit 2023." in text
    assert [[cell.text for cell in row] for row in grid.rows] == [["Konferenz =1", "Sie tagt."]]
    assert "S2" not in {g.code for g in pages_of(bare, report).grids()}
    assert "hat die Rechtsform „öffentlich-rechtliche Vereinbarung“." in said(
        pages_of(bare, report)
    )


def test_the_year_is_told_in_sentences_on_a_page_of_its_own(story_year: StoryYear) -> None:
    pages = pages_of(story_year.network, story_year.report)
    first, told = pages.elements[0], pages.elements[1]
    figures = story_year.report.figures()
    words = ReportWords(TEXTS, story_year.network)
    word = Document(io.BytesIO(render(Form.DOCX, TEXTS, pages)))
    fresh = [p.text for p in word.paragraphs if p.paragraph_format.page_break_before]

    assert fresh == []  # the template breaks the page before the first chapter
    assert isinstance(first, Heading)
    assert isinstance(told, Listing)
    assert len(told.items) >= 4
    assert [e.number for e in pages.elements if isinstance(e, Heading) and e.fresh] == ["1"]
    assert words(figures["A1"].value) in told.items[0]
    rate = next(item for item in told.items if "begrenzter Platzzahl" in item)
    assert all(
        words(value) in rate
        for value in (figures["C7"].value, figures["C7"].part, figures["C7"].whole)
        if value is not None
    )
    assert all(item in render(Form.HTML, TEXTS, pages).decode() for item in told.items)


def test_no_sentence_tells_a_hidden_number(network: Network) -> None:
    report = small(network, rkn_kaarst=3)
    told = sentences(ReportWords(TEXTS, network), report)

    assert report.figures()["A3"].value.sign is Sign.HIDDEN
    assert "Die Zahl der Teilnahmen unterliegt der Geheimhaltung." in told
    assert not any("·" in each or "begrenzter" in each or "3" in each for each in told)


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d[\d.]*(?:,\d+)?", text))


def test_sentences_hold_only_numbers_of_the_tables(story_year: StoryYear) -> None:
    pages = pages_of(story_year.network, story_year.report)
    told = sentences(ReportWords(TEXTS, story_year.network), story_year.report)
    shown = " ".join(c.text for g in pages.grids() for row in g.rows for c in row)
    shown += " ".join(c.text for g in pages.grids() for c in g.total or ())

    assert told
    assert set().union(*map(numbers, told)) <= numbers(shown)


@LANGUAGES
def test_an_empty_year_and_a_quarter_are_told_too(network: Network, language: str) -> None:
    words = ReportWords(TEXTS.in_language(language), network)
    empty, _ = build(network, Material(YEAR), Order(AS_OF))
    quarter = build_quarter(network, Material(YEAR), 1, Order(date(YEAR + 1, 1, 1)))

    assert len(sentences(words, empty)) >= 2
    assert sentences(words, quarter) == ()


@LANGUAGES
def test_a_table_with_a_hidden_number_says_why(network: Network, language: str) -> None:
    texts = TEXTS.in_language(language)
    report = small(network, rkn_neuss=31, rkn_kaarst=3, rkn_dormagen=19)
    pages = compose(texts, network, report, Wishes(charts=False))
    note = texts.plain("report-hidden")
    grids = {g.code: g for g in pages.grids()}

    assert grids["C4"].notes == (note,)
    assert all((note in g.notes) == any(c.text == "·" for r in g.rows for c in r)
               for g in grids.values())  # fmt: skip
    word = Document(io.BytesIO(render(Form.DOCX, texts, pages)))
    said_so = sum(note in g.under for g in grids.values())
    assert sum(p.text == note for p in word.paragraphs) == said_so
    assert render(Form.HTML, texts, pages).decode().count(f">{note}<") == said_so
    assert note not in render(Form.CSV, texts, pages).decode()


def in_word(pages: Pages) -> str:
    """Return the text of the Word file."""
    document = Document(io.BytesIO(render(Form.DOCX, TEXTS, pages)))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_a_missing_assessment_is_a_draft_where_nobody_goes_on_writing(network: Network) -> None:
    report = small(network, rkn_neuss=31)
    missing, written = pages_of(network, report), pages_of(network, report, assessment=("Gut.",))
    draft, place = "Entwurf: Die fachliche Bewertung fehlt noch.", "Hier folgt die fachliche"
    html = {each: render(Form.HTML, TEXTS, each).decode() for each in (missing, written)}
    word = {each: in_word(each) for each in (missing, written)}

    assert (missing.draft, written.draft) == (draft, "")
    assert draft in html[missing]
    assert "liegt noch nicht vor" in html[missing]
    assert place not in html[missing]
    assert draft not in html[written]
    assert "Gut." in html[written]
    assert place in word[missing]
    assert "Entwurf" not in word[missing]
    assert "liegt noch nicht vor" not in word[missing]
    assert place not in word[written]


@LANGUAGES
def test_no_sentence_of_the_annex_is_long(language: str) -> None:
    texts = TEXTS.in_language(language)
    ids = [f"report-formula-{code}" for code in FORMULAS]
    ids += [f"report-meaning-{term}" for term in TERMS]
    too_long = [
        sentence
        for text_id in ids
        for sentence in re.split(r"(?<=[.:])\s+", texts.plain(text_id))
        if len(sentence.split()) > LONGEST
    ]

    assert too_long == []
