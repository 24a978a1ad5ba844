"""Files, links and codes of others, spoiled at random: taken as they are, or refused in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.ledger.file import Limits, export, read
from domain.link import bad_link
from domain.measures import AboutKind, Measure, MeasureState
from domain.measures_file import MEASURE_COLUMNS, measures_csv, read_measures
from domain.network import Network
from domain.paper_certificate import Certificate, claimed, code_of
from domain.presence_door import code_of as door_code
from domain.presence_door import training_in
from domain.typed import one_line, several_lines
from talk.start import Purpose
from talk.start import read as opened
from tests.fixtures.spoiling import ODD_TEXTS, spoiled_texts

DAY, TODAY = date(2024, 5, 1), date(2027, 2, 9)
LEDGER = """day,kind,n,training,notice,office,sector,detail
2024-05-01,event-held,3,,,,,seminar
2024-05-01,attendance,40,,,,,seminar
2024-05-01,attendance,15,,,rkn-kaarst,,seminar
2024-05-01,attendance,25,,,rkn-neuss,,seminar
2024-06-01,advice-total,7,,,,,
2024-07-01,need,2,,,,,trauma
"""
ONE = Measure(0, 2025, DAY, "o1", "offer", AboutKind.TOPIC, "trauma", "rkn-neuss", 2026, 2)
MEASURES = measures_csv(
    replace(ONE, number=n, states=states)
    for n, states in enumerate([(), ((TODAY, MeasureState.DONE),)])
)
#: What programs that read such files stop at: a cell that never ends, a quote that is never closed.
ENDLESS = "x" * 140_000
CERTIFICATE = Certificate("rhein-kreis-neuss", 7, DAY, DAY, 4)
CODE = code_of(b"k" * 32, CERTIFICATE)
DOOR = door_code(b"k" * 32, "rhein-kreis-neuss", 7, DAY)
ADDRESS = "https://konferenz.example:8443/raum/42?x=1#y"


def test_what_is_spoiled_was_good_before(network: Network) -> None:
    rows, bad = read(LEDGER, network, Limits(TODAY))
    found, wrong = read_measures(MEASURES, network, (), TODAY)

    assert (len(rows), bad, len(found), wrong) == (6, [], 2, [])
    assert claimed(CODE) is not None
    assert training_in(DOOR) == 7
    assert bad_link(ADDRESS) is None


@given(spoiled_texts(LEDGER))
@example(LEDGER.replace("seminar", ENDLESS))
@example(LEDGER.replace("seminar", f'"{ENDLESS}'))
@example(LEDGER.replace("2024-05-01", "9999-12-31"))
@example(LEDGER.replace(",40,", ",²,"))
@example(LEDGER.replace(",40,", f",{'9' * 5000},"))
@example(ENDLESS)
@example("")
def test_a_spoiled_ledger_is_taken_whole_or_not_at_all(network: Network, text: str) -> None:
    rows, bad = read(text, network, Limits(TODAY))

    assert not (rows and bad)
    again, wrong = read(export(entry for _, entry in rows), network, Limits(TODAY))
    assert ([entry for _, entry in again], wrong) == ([entry for _, entry in rows], [])
    assert export(entry for _, entry in rows).isascii()


@given(spoiled_texts(MEASURES))
@example(MEASURES.replace("trauma", ENDLESS))
@example(MEASURES.replace("trauma", f'"{ENDLESS}'))
@example(MEASURES.replace(",2026,2,", ",2026,²,"))
@example(MEASURES.replace("2024-05-01", "0000-00-00"))
def test_spoiled_measures_are_taken_whole_or_not_at_all(network: Network, text: str) -> None:
    heading, _, rest = text.partition("\n")
    if heading.strip() != ",".join(MEASURE_COLUMNS):
        text = f"{','.join(MEASURE_COLUMNS)}\n{rest}"  # anything else is no such file
    found, bad = read_measures(text, network, (), TODAY)

    assert not (found and bad) or [each for each in bad if each.line > 1]
    if not bad:
        assert measures_csv(found).isascii()


@given(spoiled_texts(CODE, CODE.lower(), CODE.replace("-", " ")))
@example(CODE.replace("0", "\u0660"))
@example("ß" * 28)
def test_a_spoiled_code_is_none_or_the_one_that_was_meant(code: str) -> None:
    found = claimed(code)

    if found is not None:
        assert 0 <= found.training < 2**32
        assert claimed(one_line(code)) == found


@given(spoiled_texts(DOOR, *(f"{purpose}{'a' * 22}" for purpose in Purpose)))
@example("c-" + "9" * 40)
@example("c-" + "٣" * 6)
def test_a_spoiled_link_is_for_one_purpose_and_names_what_there_may_be(said: str) -> None:
    opening = opened(said)
    training = training_in(opening.of)

    assert said in {opening.of, opening.written()}
    assert training is None or 0 <= training < 2**31


@given(spoiled_texts(ADDRESS, "http://[::1]/", "https://xn--bcher-kva.example/ä"))
@example("https://a.b:99999999999/")
@example("https://[/x")
@example("https://a.b\u2100c.example/")
def test_a_spoiled_address_is_refused_or_leads_where_it_says(text: str) -> None:
    if bad_link(text) is None:
        assert text.startswith(("https://", "http://"))
        assert text.isprintable()
        assert "@" not in text.split("/")[2]


@pytest.mark.parametrize("tidy", [one_line, several_lines])
@given(text=st.lists(st.sampled_from([*ODD_TEXTS, "a", "ä", " "]), max_size=8).map("".join))
def test_what_was_tidied_once_stays_as_it_is_and_can_be_kept(
    tidy: Callable[[str], str], text: str
) -> None:
    tidied = tidy(text)

    assert tidy(tidied) == tidied
    assert "\0" not in tidied.encode().decode()
