"""Each form of a report stands alone: one that fails is named, the others are handed out."""

from __future__ import annotations

from datetime import date

import pytest

from bot.report_maker import begin, finished, page
from bot.report_values import Failed, Gathered
from domain.disclosure.cells import Range
from domain.message import Document
from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from domain.report_order import Form, Wanted, What, WhyUnmade
from tests.report.builders import AS_OF, YEAR
from texts import report_made, report_year
from texts.catalogue import Texts


def test_a_form_that_fails_leaves_the_others_to_come(network: Network) -> None:
    begin(network, Gathered(Material(YEAR), [], Order(AS_OF)), Wanted(YEAR), "de")

    assert isinstance(finished("odt"), Failed)  # nobody can make this one
    made = finished("csv")
    assert isinstance(made, Document)
    assert made.name == f"bericht-{network.slug}-{YEAR}.csv"


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        (WhyUnmade.MEMORY, "Der Arbeitsspeicher hat dafür nicht gereicht."),
        (WhyUnmade.FAULT, "Beim Erstellen ist ein Fehler aufgetreten."),
    ],
)
def test_a_form_that_fails_says_which_and_why(why: WhyUnmade, reason: str) -> None:
    text = report_made.no_form(Texts(), Form.XLSX, why).text

    assert "<b>Excel konnte nicht erstellt werden.</b>" in text
    assert reason in text


def test_a_quarter_of_a_finished_year_is_remembered_as_a_part_of_it(network: Network) -> None:
    given = Gathered(Material(YEAR), [], Order(AS_OF))
    quarter = Wanted(YEAR, What.QUARTER, quarter=2)
    whole = begin(network, given, Wanted(YEAR), "de").said
    assert whole is not None

    for said in (
        begin(network, given, Wanted(YEAR, quarter=2), "de").said,
        page(network, given, quarter, "de", report_year.Reader()).said,
    ):
        assert said is not None
        assert said.values.items() <= whole.values.items()
        assert set(said.relations) <= set(whole.relations)
        assert said.said == {"came/2": Range(0, 0), "hours/2": Range(0, 0)}
    assert begin(network, given, Wanted(YEAR, office="rkn-kaarst"), "de").said is None


def test_nothing_of_a_running_year_is_remembered(network: Network) -> None:
    given = Gathered(Material(YEAR), [], Order(date(YEAR, 9, 1)))
    quarter = Wanted(YEAR, What.QUARTER, quarter=2)

    assert begin(network, given, Wanted(YEAR), "de").said is None
    assert begin(network, given, Wanted(YEAR, quarter=2), "de").said is None
    assert page(network, given, quarter, "de", report_year.Reader()).said is None


@pytest.mark.parametrize(
    ("missing", "german", "english"),
    [
        (
            (),
            "als Kurzfassung (PDF), Kurzfassung (Word), Word, PDF, Excel, CSV und HTML.",
            "as short form (PDF), short form (Word), Word, PDF, Excel, CSV and HTML.",
        ),
        (("docx",), "CSV und HTML. Word fehlt.", "CSV and HTML. Word is missing."),
        (
            ("short-pdf", "short-docx", "docx", "xlsx", "csv", "html"),
            "als PDF. Kurzfassung (PDF), Kurzfassung (Word), Word, Excel, CSV und HTML fehlen.",
            "as PDF. short form (PDF), short form (Word), Word, Excel, CSV and HTML are missing.",
        ),
    ],
)
def test_the_card_names_what_is_missing(
    network: Network, missing: tuple[str, ...], german: str, english: str
) -> None:
    made = tuple(form for form in Form if form not in missing)
    for language, said in (("de", german), ("en", english)):
        texts = Texts().in_language(language)
        card = report_made.made(
            texts,
            network,
            Wanted(YEAR),
            report_made.Result(made=made, missing=tuple(map(Form, missing))),
        )

        assert said in card.text
