"""Each form of a report stands alone: one that fails is named, the others are handed out."""

from __future__ import annotations

import pytest

from bot.report_maker import Failed, Gathered, begin, finished
from domain.message import Document
from domain.network import Network
from domain.report.build import Order
from domain.report.facts import Material
from domain.reporting import Wanted
from tests.report.builders import AS_OF, YEAR
from texts import figures
from texts.catalogue import Texts


def test_a_form_that_fails_leaves_the_others_to_come(network: Network) -> None:
    begin(network, Gathered(Material(YEAR), [], Order(AS_OF)), Wanted(YEAR), "de")

    assert isinstance(finished("odt"), Failed)  # nobody can make this one
    made = finished("csv")
    assert isinstance(made, Document)
    assert made.name == f"bericht-{network.slug}-{YEAR}.csv"


@pytest.mark.parametrize(
    ("missing", "german", "english"),
    [
        ((), "als Word, PDF, Excel, CSV und HTML.", "as Word, PDF, Excel, CSV and HTML."),
        (("docx",), "CSV und HTML. Word fehlt.", "CSV and HTML. Word is missing."),
        (
            ("docx", "pdf", "xlsx", "csv"),
            "als HTML. Word, PDF, Excel und CSV fehlen.",
            "as HTML. Word, PDF, Excel and CSV are missing.",
        ),
    ],
)
def test_the_card_names_what_is_missing(
    network: Network, missing: tuple[str, ...], german: str, english: str
) -> None:
    for language, said in (("de", german), ("en", english)):
        texts = Texts().in_language(language)
        card = figures.made(texts, network, Wanted(YEAR), figures.Result(missing=missing))

        assert said in card.text
