"""The code on a certificate proves what was printed, and nothing else passes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import paper_certificate as rules
from domain.message import Message
from domain.paper import (
    Columns,
    Facts,
    Headline,
    PaperSheet,
    Scanned,
    Sentence,
    SheetForm,
    Signed,
)
from domain.paper_certificate import Certificate, Known, claimed, code_of, named, proven

#: A sheet with a block of each kind.
SHEET = PaperSheet(
    name="liste",
    title="Liste: Ein & <Titel>",
    author="Netzwerk",
    language="de",
    mark="intern",
    parts=(
        (Headline("Eins"), Sentence("Klein"), Sentence("Groß", large=True)),
        (
            Facts((("Termin", "heute"), ("Ort", "hier"))),
            Columns(("A", "B"), (("1", ""), ("2", "x")), (1, 2)),
            Scanned("https://t.me/bot?start=t-1", "Code"),
            Signed(("Ort", "Name")),
        ),
    ),
    form=SheetForm.SPREADSHEET,
    sorry="Leider nicht.",
)
KEY, OTHER = b"k" * 32, b"o" * 32
DAY = date(2026, 3, 12)
ANNA = Certificate("rkn", 17, DAY, date(2026, 3, 26), 8, "Anna Ölßen")
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_sheet_comes_out_of_the_outbox_as_it_went_in() -> None:
    kept = json.loads(json.dumps(SHEET.to_json()))

    assert PaperSheet.from_json(kept) == SHEET
    assert PaperSheet.from_json(kept).form is SheetForm.SPREADSHEET


def test_so_does_a_message_with_a_sheet_and_with_its_end() -> None:
    ends = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
    whole = Message("x", sheet=SHEET, gone_by=ends)
    kept = json.loads(json.dumps(whole.to_json()))

    assert Message.from_json(kept) == whole
    assert kept["gone_by"] == ends.isoformat()
    assert PaperSheet.from_json(kept["sheet"]) == SHEET


def known(number: int) -> Known | None:
    return Known("rkn", ANNA.first, ANNA.last, 8) if number == ANNA.training else None


def check(code: str, key: bytes = KEY) -> Certificate | None:
    claim = claimed(code)
    return None if claim is None else proven(key, claim, known)


def fits(code: str, name: str) -> bool:
    claim, found = claimed(code), check(code)
    assert claim is not None
    assert found is not None
    return named(KEY, claim, found, name)


def test_a_code_says_training_days_and_units_and_no_name() -> None:
    assert check(code_of(KEY, ANNA)) == replace(ANNA, name="")


def test_it_says_whether_a_name_fits() -> None:
    code = code_of(KEY, ANNA)

    assert fits(code, "Anna Ölßen")
    assert fits(code, "  Anna   Ölßen ")
    assert fits(code, "Anna O\u0308lßen")
    for other in ("Anna Ölsen", "anna ölßen", "Anna", "", "Anna ÖlßenX"):
        assert not fits(code, other), other


def test_one_for_nobody_fits_nobody() -> None:
    code = code_of(KEY, replace(ANNA, name=""))

    assert fits(code, "")
    assert not fits(code, "Anna Ölßen")


def test_every_altered_letter_fails() -> None:
    code = code_of(KEY, ANNA)
    for at, letter in enumerate(code):
        for other in set(LETTERS) - {letter}:
            if letter == "-":
                continue
            altered = code[:at] + other + code[at + 1 :]
            found = check(altered)
            assert found is None or not fits(altered, "Anna Ölßen"), altered
            # Of the proof over the facts nothing is left to chance.
            assert found is None or at >= code.rindex("-") - 8, altered


def test_another_key_another_day_and_other_units_prove_nothing() -> None:
    assert check(code_of(OTHER, ANNA)) is None
    assert check(code_of(KEY, replace(ANNA, first=date(2026, 3, 11)))) is None
    assert check(code_of(KEY, replace(ANNA, network="st"))) is None
    assert check(code_of(KEY, replace(ANNA, training=18))) is None


def test_who_attended_a_part_cannot_be_taken_for_who_attended_all_of_it() -> None:
    part = replace(ANNA, units=5, whole=8)

    assert check(code_of(KEY, part)) == replace(part, name="")
    assert fits(code_of(KEY, part), ANNA.name)
    assert check(code_of(KEY, ANNA)) == replace(ANNA, name="")
    assert code_of(KEY, part) != code_of(KEY, replace(ANNA, units=5))
    # Of how many it was a part is proven, too.
    assert check(code_of(KEY, replace(part, whole=6))) is None


def test_it_is_read_as_people_type_it() -> None:
    code = code_of(KEY, replace(ANNA, training=0x00108421))
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert claimed(typed) == claimed(code)
    assert claimed(code) is not None


@pytest.mark.long
@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_is_none(typed: str) -> None:
    claim = claimed(typed)

    assert claim is None or proven(KEY, claim, lambda _: None) is None


@pytest.mark.parametrize("units", [-1, rules.MOST_UNITS + 1])
def test_no_certificate_says_such_a_number(units: int) -> None:
    with pytest.raises(ValueError, match="units"):
        code_of(KEY, replace(ANNA, units=units))


@pytest.mark.parametrize("units", [0, rules.MOST_UNITS])
def test_the_last_numbers_are_said(units: int) -> None:
    found = check(code_of(KEY, replace(ANNA, units=units)))

    assert found is not None
    assert found.units == units
