"""Page one: figures, assessment, the weightiest hints, goals and what was decided."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from domain.disclosure.values import things
from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Label, Note, Report
from domain.report.summary import alike
from tests.report.builders import AS_OF, YEAR
from tests.report.making import build
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_elements import Element, Grid, Heading, Listing, Paragraph
from texts.documents.report_glance import first_sentences
from texts.documents.report_pages import Wishes, compose
from texts.documents.report_words import ReportWords, hint_words

TEXTS = Texts(strict=True)
LONG = "Ein Satz mit einer Zahl wie der 3. Fassung und z. B. § 8a Abs. 2 hat hier kein Ende. "


def first_page(network: Network, report: Report, *assessment: str) -> list[Element]:
    """Return the elements of the first chapter."""
    pages = compose(TEXTS, network, report, Wishes(assessment=assessment, charts=False))
    found: list[Element] = [pages.elements[0]]
    for each in pages.elements[1:]:
        if isinstance(each, Heading) and each.level == 1:
            break
        found.append(each)
    return found


def words_of(story: StoryYear) -> tuple[str, ...]:
    """Return what the coordinators wrote of the played year."""
    (said,) = story.of("assessment")
    return tuple(line for line in said["words"].split("\n") if line)


@pytest.mark.wide
def test_page_one_has_what_a_committee_asks_for(story: StoryYear) -> None:
    report = story.report
    page = first_page(story.network, report, *words_of(story))
    grids = {each.code: each for each in page if isinstance(each, Grid)}
    words = ReportWords(TEXTS, story.network)
    told = [each.text for each in page if isinstance(each, Paragraph)]
    heaviest = [hint_words(words, hint) for hint in report.hints[:3]]
    goals = report.tables()["F1L"].rows
    items = [item for each in page if isinstance(each, Listing) for item in each.items]

    assert 5 <= len(grids["A"].rows) <= 6
    assert str(YEAR - 1) in grids["A"].header
    assert any(words_of(story)[0].split(".")[0] in text for text in told)
    assert len(heaviest) == 3
    for row, hint in zip(grids["GH"].rows, heaviest, strict=True):
        assert [cell.text for cell in row] == [
            hint.title,
            "; ".join(hint.inputs),
            hint.suggestion,
        ]
        assert any(sign.isdigit() for sign in row[1].text)
        assert row[2].text
    assert [row[0].text for row in grids["GZ"].rows] == [words(row[0]) for row in goals]
    assert all(row[-1].text for row in grids["GZ"].rows)
    assert report.decided
    for note in report.decided:
        what, n = (item for _, item in note.values)
        assert f"{words(what)}: {words(n)}" in items


@pytest.mark.wide
def test_what_was_decided_is_what_the_table_counts(story: StoryYear) -> None:
    rows = {row[0]: row[1] for row in story.report.tables()["B3"].rows}

    assert {note.values[0][1]: note.values[1][1] for note in story.report.decided} == rows
    assert all(isinstance(label, Label) for label in rows)


@pytest.mark.parametrize(
    ("now", "before", "same"),
    [
        (567, 559, True),
        (1231, 1272, False),
        (95, 100, False),
        (96, 100, True),
        (14, 10, True),
        (15, 10, False),
        (0, 4, True),
        (9700, 10000, False),
        (9701, 10000, True),
    ],
)
def test_little_more_or_less_is_about_the_same(now: int, before: int, same: bool) -> None:
    assert alike(Fraction(now), Fraction(before)) is same


@pytest.mark.parametrize("letters", [1, 90, 200, 400, 2000])
def test_only_whole_sentences_of_the_assessment_stand_on_page_one(letters: int) -> None:
    paragraphs = (LONG * 3, "Und noch einer? „Ja.“ Ende!")
    said, whole = first_sentences(paragraphs, letters), " ".join(p.strip() for p in paragraphs)

    assert said
    assert whole.startswith(said)
    assert said[-1] in ".?!“"
    assert whole[len(said) :][:1] in {"", " "}
    assert not said.endswith(("3.", "z.", "B.", "Abs."))
    assert len(said) <= max(letters, len(LONG.strip()))


def test_no_sentence_gives_its_place_to_another(network: Network) -> None:
    """However much there is to say, the assessment's sentences are those it has alone."""
    report, _ = build(network, Material(YEAR), Order(AS_OF))
    alone = first_page(network, report, LONG * 20)
    line = Note(
        "report-decided-procedure", (("what", Label("procedure", "flyer")), ("n", things(9)))
    )
    crowded = first_page(network, replace(report, decided=(line,) * 30), LONG * 20)
    said = [e for e in alone if isinstance(e, Paragraph) and LONG.strip() in e.text]

    assert len(said) == 1
    assert said[0] in crowded


def test_a_year_without_anything_has_no_empty_tables_on_page_one(network: Network) -> None:
    report, _ = build(network, Material(YEAR), Order(AS_OF))
    page = first_page(network, report)
    text = " ".join(each.text for each in page if isinstance(each, Paragraph))

    assert {each.code for each in page if isinstance(each, Grid)} == {"A"}
    assert "liegt noch nicht vor" in text
    assert "Vereinbart" not in text
