"""What people type at a question, spoiled at random: read within the bounds, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.localtime import exists
from tests.fixtures.spoiling import spoiled_texts
from tests.texts.test_typed_dates import BERLIN, NOW, read
from texts import typed_dates
from texts.catalogue import Texts
from texts.typed_choice import named, several_named
from texts.typed_counts import echo, read_counts, reasons
from texts.typed_dates import Ambiguous, Impossible, Parsed, explain, like_a_date, past_day
from texts.typed_numbers import read_minutes, read_number, read_signed
from texts.typed_words import maybe_names, nod, sounds_like_a_case

DATES = (
    "12.3.27 9-12:30", "Freitag, 12. März 2027, 09:00 bis 12:30 Uhr", "in drei Wochen um 14 Uhr",
    "nächste Woche Dienstag 9 Uhr", "2027-03-12 09:00-12:30", "30.3. 22 Uhr bis 2.4. 1 Uhr",
    "halb zehn", "29.2.28", "12.3.27 18-24 Uhr",
)  # fmt: skip
NUMBERS = ("25", "+12", "-7", "ohne Begrenzung", "zwölf", "1 Stunde 30 Minuten", "90 min", "1.000")
LINES = ("Polizei 4, Schule 3\nKaarst: 2/5", "Neuss 7; Justiz keine", "4")
LABELS = {"police": "Polizei", "school": "Schule", "rkn-kaarst": "Jugendamt der Stadt Kaarst"}
#: Times that do not exist or come twice, numbers beyond every calendar, digits of other scripts.
ODD_DATES = (
    "28.3.27 2:30", "31.10.27 2:30", "99.99.9999", "1.1.0000", "12.3.27 99:99", "٣.٤.٢٧", "²⁸.2.27",
    "in 999999999 Wochen", "in 9999 Monaten", "31.12.9999 23:59-24:00",
    "31.12.9999 24:00", "1.1.0001 0:00", "1.1.1 0-1", "9" * 60, "1" + "." * 59,
)  # fmt: skip
NUMERALS = ("²", "①", "٣", "½", "Ⅷ", "三", "9" * 4400, "-", "+-1", "1e9", "0x10", "1_0")


def kept(text: str) -> str:
    """Return a text as it comes through the door: of signs that can be encoded."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@pytest.mark.parametrize("text", ODD_DATES)
@pytest.mark.parametrize("until", [False, True])
def test_an_odd_date_is_read_or_explained(text: str, until: bool) -> None:
    judge(typed_dates.parse(text, NOW, BERLIN, until=until))


@given(spoiled_texts(*DATES), st.booleans())
@example("12.3.27\x00 9", False)
@example("12.3.27\ud800 9", True)
def test_a_spoiled_date_is_read_or_explained(text: str, until: bool) -> None:
    judge(typed_dates.parse(text, NOW, BERLIN, until=until))
    judge(read(text, NOW.date()))
    past_day(text, NOW.date())
    assert like_a_date(text) in {True, False}


def judge(found: Parsed | Ambiguous | Impossible) -> None:
    """Look at what became of it as the dialogue does: to instants, or to a sentence."""
    if isinstance(found, Impossible):
        assert explain(Texts(), found, "12.3.").strip()
        return
    for each in found.choices if isinstance(found, Ambiguous) else (found,):
        start, end = each.starts_at(BERLIN), each.ends_at(BERLIN)
        assert each.day is None or 2026 <= each.day.year <= 2100
        assert start is None or each.start is None or exists(each.start, BERLIN)
        assert start is None or end is None or start < end


@given(spoiled_texts(*NUMBERS), st.sampled_from([(0, 50), (1, 1), (-9, 9)]))
def test_a_spoiled_number_is_within_the_bounds_or_none(text: str, bounds: tuple[int, int]) -> None:
    numbers(text, *bounds)


@pytest.mark.parametrize("text", NUMERALS)
def test_an_odd_number_is_within_the_bounds_or_none(text: str) -> None:
    numbers(text, 0, 50)


def numbers(text: str, least: int, most: int) -> None:
    """Let a text be read as each kind of number."""
    whole, signed, minutes = (
        read_number(text, least, most),
        read_signed(text, 9),
        read_minutes(text, 90),
    )
    assert not isinstance(whole, int) or least <= whole <= most
    assert not isinstance(signed, int) or -9 <= signed <= 9
    assert not isinstance(minutes, int) or 0 <= minutes <= 90


@given(spoiled_texts(*LINES).map(kept))
@example("Polizei " + "9" * 4400)
@example("Polizei ²")
@example("&" * 2000 + "1")
@example("Wer 1\n" * 300)
def test_spoiled_lines_are_taken_or_told(text: str) -> None:
    found = read_counts(text, (LABELS,), 0, 9)

    assert set(found.taken) <= set(LABELS)
    assert all(0 <= n <= 9 for n in found.taken.values())
    told = reasons(Texts(), found.left, 0, 9)
    assert len(told) == len(found.left)
    assert echo(Texts(), ["x"], told).strip()


@given(spoiled_texts(*LABELS.values(), "Polizei und Schule", "Ja", "nein, danke", "Kind Mia, 4"))
def test_a_spoiled_word_is_of_the_list_or_none(text: str) -> None:
    one, many = named(LABELS, text), several_named(LABELS, text)

    assert one is None or one in LABELS
    assert set(many) <= set(LABELS)
    assert sounds_like_a_case(text) in {True, False}
    assert all(name.strip() for name in maybe_names(text))
    assert nod(text) is None or len(text) < 100
