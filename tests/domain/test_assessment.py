"""What may stand in an assessment: nothing that surely is about one case or one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assessment import LONGEST, NotKept, not_kept, paragraphs
from domain.typed import several_lines as tidy
from texts.typed_words import maybe_names, sounds_like_a_case

GOOD = (
    "Die Zusammenarbeit mit den Schulen hat sich 2027 gut entwickelt.",
    "12 Fortbildungen, 340 Teilnahmen: Das Ziel für 2027/28 ist erreicht (77,5 %).",
    "Kinder und Familien profitieren davon, dass 2026, 2027 und 2028 Termine geplant sind.",
    "Am 12.03.2027 von 09:00 bis 12:30 Uhr tagte die Konferenz mit 6 Jugendämtern.",
    "Für Kinder von 3 bis 6 Jahren fehlt ein Angebot, ebenso für 12-jährige Jugendliche.",
)


@pytest.mark.parametrize("text", GOOD)
def test_what_belongs_in_a_report_is_taken(text: str) -> None:
    assert not_kept(tidy(text)) is None
    assert not sounds_like_a_case(text)
    assert maybe_names(text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", NotKept.SHORT),
        ("Gut.", NotKept.SHORT),
        ("ä" * (LONGEST + 1), NotKept.LONG),
        ("🌱" * (LONGEST // 2 + 1), NotKept.LONG),
        ("Bitte melden bei koordination@example.org, danke.", NotKept.ADDRESS),
        ("Rückfragen unter 02131 555 0199 oder persönlich.", NotKept.ADDRESS),
        ("Rückfragen unter +49 (0)2131/5550199 oder persönlich.", NotKept.ADDRESS),
    ],
)
def test_what_surely_does_not_belong_is_refused(text: str, reason: NotKept) -> None:
    assert not_kept(tidy(text)) is reason


@pytest.mark.parametrize(
    "text",
    [
        "Der Fall Mia, geb. 2019, hat uns beschäftigt.",
        "Das Mädchen, geboren am 3. Mai, kam zu spät.",
        "Aktenzeichen 51-12 war schwierig für alle.",
        "Kind 4 hatte blaue Flecken an den Armen.",
        "Ein 4-jähriges Mädchen wurde zu spät gesehen.",
    ],
)
def test_what_surely_is_about_a_case_is_heard(text: str) -> None:
    assert sounds_like_a_case(text)


def test_what_looks_like_a_name_is_shown_once_to_who_confirms() -> None:
    text = "Frau Beispiel und Herr Muster-Öz danken. Familie Beispiel auch, und Frau Beispiel."

    assert not_kept(text) is None
    assert maybe_names(text) == ["Frau Beispiel", "Herr Muster-Öz", "Familie Beispiel"]


def test_paragraphs_stay_and_nothing_invisible_does() -> None:
    text = tidy("  Erster\u200b  Absatz.\x00\r\n\n\n\nZweiter\tAbsatz.\u2028Ende  \n")

    assert text == "Erster Absatz.\n\nZweiter Absatz. Ende"
    assert paragraphs(text) == ("Erster Absatz.", "Zweiter Absatz. Ende")
    assert paragraphs(None) == ()


@given(st.text(max_size=300))
def test_tidying_is_done_once_and_for_all(text: str) -> None:
    tidied = tidy(text)

    assert tidy(tidied) == tidied
    assert all(c.isprintable() or c == "\n" for c in tidied)
