"""What the report says beside its numbers, so that nobody takes one for another."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Figure, Note, Report, Section, Table
from domain.vocabulary import COUNTY_WIDE
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_elements import Element, Grid, Heading, Paragraph
from texts.documents.report_pages import Wishes, compose

TEXTS = Texts()
#: Tables of attendances, and the figures that are computed from them.
OF_ATTENDANCES = {"A", "C4", "C5", "C6", "C14", "X1"}
RATES_OF_ATTENDANCES = {"C7", "C8", "C13"}


def notes(section: Section) -> list[str]:
    """Return the ids of what a section says."""
    return [block.text for block in section.blocks if isinstance(block, Note)]


def section_of(report: Report, code: str) -> Section:
    """Return where a table or a figure stands."""
    (found,) = [
        section
        for section in report.sections()
        for block in section.blocks
        if isinstance(block, Table | Figure) and block.code == code
    ]
    return found


def document(network: Network, report: Report) -> tuple[Element, ...]:
    return compose(TEXTS, network, report, Wishes(charts=False)).elements


def test_each_chapter_of_attendances_says_once_that_nobody_is_counted_once(
    story_year: StoryYear,
) -> None:
    """The same remark stands under tables at most once a chapter."""
    said = Paragraph(TEXTS.plain("report-counted"))
    for chapter in chapters(document(story_year.network, story_year.report)):
        codes = {element.code for element in chapter if isinstance(element, Grid)}
        words = [element.text for element in chapter if isinstance(element, Paragraph)]
        words += [
            note for element in chapter if isinstance(element, Grid) for note in element.under
        ]

        assert chapter.count(said) == bool(codes & OF_ATTENDANCES), codes
        assert len(set(words)) == len(words), codes
    for code in RATES_OF_ATTENDANCES:
        assert "report-counted" in notes(section_of(story_year.report, code))


def chapters(elements: Sequence[Element]) -> list[list[Element]]:
    """Return the elements by chapter."""
    found: list[list[Element]] = []
    for each in elements:
        if isinstance(each, Heading) and each.level == 1:
            found.append([])
        found[-1].append(each)
    return found


def test_it_says_which_events_a_number_counts(story_year: StoryYear) -> None:
    report = story_year.report

    assert "report-main-figures" in notes(section_of(report, "A"))
    assert "report-trainings-only" in notes(section_of(report, "C4"))
    for code in ("C4", "C5", "C6"):
        caption = TEXTS.plain(f"report-table-{code}")

        assert caption.startswith("Teilnahmen an Fortbildungen nach")
    assert TEXTS.plain("report-fig-A2") == TEXTS.plain("figures-name-A2") == "davon Fortbildungen"


@pytest.mark.parametrize("office", ["rkn-neuss", COUNTY_WIDE])
def test_districts_are_not_taken_for_the_staff_of_their_office(
    network: Network, office: str
) -> None:
    course = training(1)
    rows = closed(course, {office: 31}, {"school": 31})
    report, _ = build(network, Material(YEAR, rows, [course]), Order(AS_OF))
    heading = next(g for g in document(network, report) if isinstance(g, Grid) and g.code == "C4")
    said = notes(section_of(report, "C4"))

    assert heading.header[0] == "Jugendamtsbezirk"
    assert "report-districts" in said
    assert ("report-county-wide" in said) is (office == COUNTY_WIDE)


def test_seats_given_up_late_are_not_called_absences() -> None:
    for language in ("de", "en"):
        name = TEXTS.in_language(language).plain("report-fig-C13")

        assert name.startswith(("Nicht genutzte Plätze", "Seats not used"))
        assert "kurzfristig abgemeldet" in name or "withdrawn late" in name
