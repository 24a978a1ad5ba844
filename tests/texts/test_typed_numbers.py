"""Numbers are read as people type them; what is none is told apart from what cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.catalogue import Texts
from texts.typed_counts import LineProblem, NotTaken, ReadCounts, read_counts
from texts.typed_numbers import NoNumber, read_minutes, read_number, refusal, says_unlimited

TWELVE = """
12|12.| 12 |+12|12 Personen|ca. 12|ca 12 Plätze|zwölf|Zwölf Personen|etwa 12|12 Leute|12 Plätze!|012
１２|rund zwölf|twelve|about 12 people|12 seats|insgesamt 12|es waren 12|12 UE|genau 12
"""
OTHERS = {
    "0": 0,
    "keine": 0,
    "niemand": 0,
    "zwanzig": 20,
    "einundzwanzig": 21,
    "dreißig": 30,
    "thirty-five": 35,
    "fünfundneunzig": 95,
    "hundert": 100,
    "1.000": 1000,
    "1 200": 1200,
    "2000": 2000,
    "4 UE": 4,
    "20 Plätze": 20,
}


@pytest.mark.parametrize("text", TWELVE.strip("\n").replace("\n", "|").split("|"))
def test_twelve(text: str) -> None:
    assert read_number(text, 0, 2000) == 12


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers(text: str) -> None:
    assert read_number(text, 0, 2000) == OTHERS[text]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-3", NoNumber.OUT_OF_BOUNDS),
        ("−3", NoNumber.OUT_OF_BOUNDS),
        ("2001", NoNumber.OUT_OF_BOUNDS),
        ("9" * 40, NoNumber.OUT_OF_BOUNDS),
        ("1,5", NoNumber.NOT_WHOLE),
        ("1.5", NoNumber.NOT_WHOLE),
        ("2½", NoNumber.NOT_WHOLE),
        ("10-12", NoNumber.SEVERAL),
        ("10 bis 12", NoNumber.SEVERAL),
        ("zwölf <12>", NoNumber.UNREADABLE),
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_number_that_cannot_be_is_explained(text: str, why: NoNumber, language: str) -> None:
    texts = Texts(language, strict=True)

    assert read_number(text, 0, 2000) is why
    assert "0" in refusal(texts, why, 0, 2000)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kind Mia Müller, 4, blaue Flecken",
        "viele",
        "danke",
        "Mia",
        "Mia Müller, 4",
        "12 oder so",
        "4 blaue Flecken am Arm",
    ],
)
def test_what_is_no_number_was_not_asked_for(text: str) -> None:
    assert read_number(text, 0, 2000) is None


@given(st.integers(0, 10**6), st.integers(0, 1000), st.integers(1000, 5000))
def test_digits_are_taken_within_the_bounds_of_the_question(n: int, least: int, most: int) -> None:
    assert read_number(str(n), least, most) == (n if least <= n <= most else NoNumber.OUT_OF_BOUNDS)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = read_number(text, 0, 50)

    assert found is None or isinstance(found, NoNumber) or 0 <= found <= 50


@pytest.mark.parametrize(
    "text",
    ["unbegrenzt", "Ohne Begrenzung", "kein Limit", "no limit", "unlimited", "beliebig viele"],
)
def test_no_limit(text: str) -> None:
    assert says_unlimited(text)
    assert not says_unlimited(f"nicht {text}")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("90", 90), ("90 Minuten", 90), ("1,5 Stunden", 90), ("2 h 15", 135), ("2 Stunden", 120)],
)
def test_lengths(text: str, minutes: int) -> None:
    assert read_minutes(text, 1440) == minutes


OFFICES = {
    "kaarst": "Jugendamt der Stadt Kaarst",
    "neuss": "Jugendamt der Stadt Neuss",
    "kreis": "Jugendamt Rhein-Kreis Neuss",
    "police": "Polizei, Rhein-Kreis Neuss",
    "clubs": "Vereine, Kirchen und Ehrenamt, Stadt Kaarst",
}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Kaarst 12", {"kaarst": 12}),
        ("Rhein 12", {}),
        ("Jugendamt Kaarst 12", {"kaarst": 12}),
        ("Jugendamt der Stadt Kaarst: 12\nPolizei 3", {"kaarst": 12, "police": 3}),
        ("12 Jugendamt Kaarst", {"kaarst": 12}),
        ("Polizei, Rhein-Kreis Neuss: 7", {"police": 7}),
        ("Vereine, Kirchen und Ehrenamt 4; Polizei = 0", {"clubs": 4, "police": 0}),
        ("Polizei 3 Personen\nPolizei 5", {"police": 5}),
    ],
)
def test_lines_are_read_by_the_names_of_institutions(text: str, taken: dict[str, int]) -> None:
    assert read_counts(text, (OFFICES,), 0, 2000).taken == taken


def test_short_names_and_commas_do_where_they_leave_no_doubt() -> None:
    offices = {"kaarst": "Jugendamt der Stadt Kaarst", "neuss": "Jugendamt der Stadt Neuss"}

    for text in (
        "Kaarst: 12, Neuss: 7",
        "Kaarst 12\nNeuss 7",
        "kaarst 12; neuss – 7",
        "12 Kaarst\n7 Neuss",
    ):
        assert read_counts(text, (offices,), 0, 2000) == ReadCounts({"kaarst": 12, "neuss": 7})


def test_nothing_is_left_out_silently() -> None:
    found = read_counts(
        "Polizei 3\nRhein 12\nRommerskirchen 5\nPolizei 2500\nPolizei 1,5\nviele",
        (OFFICES,),
        0,
        2000,
    )

    assert found.taken == {"police": 3}
    assert found.left == (
        NotTaken("Rhein 12", LineProblem.AMBIGUOUS),
        NotTaken("Rommerskirchen 5", LineProblem.UNKNOWN),
        NotTaken("Polizei 2500", LineProblem.BOUNDS),
        NotTaken("Polizei 1,5", LineProblem.NO_NUMBER),
        NotTaken("viele", LineProblem.NO_NUMBER),
    )


@pytest.mark.parametrize(
    "text", ["Kaarst zwölf", "Kaarst: ca. 12", "Kaarst etwa 12 Personen", "Kaarst = rund zwölf"]
)
def test_a_number_in_words_and_one_that_is_not_quite_known(text: str) -> None:
    assert read_counts(text, (OFFICES,), 0, 2000).taken["kaarst"] == 12


def test_several_in_one_line_are_taken_if_all_can_be() -> None:
    assert read_counts("Polizei 4 Kreis 5 Personen", (OFFICES,), 0, 2000).taken == {}
    assert read_counts("Polizei 4 Vereine 5", (OFFICES,), 0, 2000).taken == {
        "police": 4,
        "clubs": 5,
    }


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rhein 12", True),
        ("Polizei", True),
        ("Polizei -3", True),
        ("Polizei 1,5", True),
        ("Polizei 3 von 10", True),
        ("Polizei 12/15", True),
        ("Polizei 5000", True),
        ("viele", False),
        ("12", False),
        ("Max 12", False),
        ("Polizei 12 Jahre alt", False),
        ("Kind aus Kaarst, 12 Jahre", False),
    ],
)
def test_what_names_an_institution_and_a_number_was_meant_as_a_line(text: str, meant: bool) -> None:
    found = read_counts(text, (OFFICES,), 0, 2000)

    assert found.taken == {}
    assert found.meant is meant


def test_what_is_listed_comes_before_what_is_not() -> None:
    listed, others = {"kaarst": "Jugendamt der Stadt Kaarst"}, OFFICES

    assert read_counts("Kaarst 3\nPolizei 2", (listed, others), 0, 2000).taken == {
        "kaarst": 3,
        "police": 2,
    }


@given(st.text("abK:,;\n 12", max_size=60))
def test_every_line_with_something_in_it_is_taken_or_told(text: str) -> None:
    found = read_counts(text, ({"k": "Kab"},), 0, 9)

    assert bool(found.taken or found.left) == bool(text.strip(" ,;\n"))
