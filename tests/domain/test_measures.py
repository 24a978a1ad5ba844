"""Measures as values, in turn, and as a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.measures import (
    FITTING,
    AboutKind,
    Measure,
    MeasureKind,
    MeasureState,
    MeasureTitle,
    in_turn,
    in_use_and_gone,
    kinds,
    quarters_ahead,
)
from domain.measures_file import MEASURE_COLUMNS, is_measures, measures_csv, read_measures
from domain.network import Network

DAY, TODAY = date(2026, 11, 3), date(2027, 2, 9)
MADE = Measure(0, 2026, DAY, "o1", "offer", AboutKind.TOPIC, "trauma", "rkn-neuss", 2027, 2)
OWN = (MeasureTitle("fachtag", "Fachtag reihum"), MeasureTitle("alt", "Alt", retired=True))


def test_what_fits_a_rule_comes_first_and_nothing_twice() -> None:
    found = kinds(OWN, "o5")

    assert found[:3] == ["quotas", "release", "fachtag"]
    assert sorted(found) == sorted(["fachtag", *MeasureKind])


def test_each_rule_has_something_that_fits() -> None:
    assert {f"o{n}" for n in range(1, 13)} == set(FITTING)


def test_what_the_file_lost_is_named() -> None:
    used = [
        MADE,
        replace(MADE, what="fachtag"),
        replace(MADE, what="weg"),
        replace(MADE, what="alt"),
    ]

    assert in_use_and_gone(OWN, used) == ["weg"]


def test_a_quarter_can_be_this_one() -> None:
    found = quarters_ahead(date(2026, 12, 31))

    assert found[:2] == ["2026-4", "2027-1"]
    assert len(found) == 8


@pytest.mark.parametrize(("day", "late"), [(date(2027, 6, 30), False), (date(2027, 7, 1), True)])
def test_it_is_late_when_its_quarter_is_over(day: date, *, late: bool) -> None:
    assert MADE.late(day) is late
    assert not replace(MADE, states=((DAY, MeasureState.DROPPED),)).late(day)


def test_what_is_open_comes_first_by_its_quarter() -> None:
    done = replace(MADE, number=1, states=((DAY, MeasureState.DONE),))
    later, soon = replace(MADE, number=2, due_year=2028), replace(MADE, number=3)

    assert in_turn([done, later, soon]) == [soon, later, done]


_days = st.dates(DAY, TODAY)
_measures = st.builds(
    Measure,
    st.integers(1, 99),
    st.sampled_from([2025, 2026]),
    _days,
    st.sampled_from(["o1", "o12", "need", "idea"]),
    st.sampled_from(MeasureKind).map(lambda kind: kind.value),
    st.just(AboutKind.SECTOR),
    st.sampled_from(["police", "school"]),
    st.sampled_from([None, "rkn-neuss"]),
    st.sampled_from([2026, 2027]),
    st.integers(1, 4),
    st.lists(st.tuples(_days, st.sampled_from([*MeasureState][1:])), max_size=3).map(tuple),
)


@given(st.lists(_measures, max_size=4, unique_by=lambda each: each.number))
def test_a_file_comes_in_as_it_went_out(network: Network, made: list[Measure]) -> None:
    written = measures_csv(made)

    assert is_measures(written)

    found, bad = read_measures(written, network, (), TODAY)

    assert bad == []
    assert found == [replace(each, number=0) for each in made]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("day", "gestern"),
        ("day", "2027-02-10"),
        ("state_since", "1999-12-31"),
        ("report", "MMXXVI"),
        ("report", "2024"),
        ("source", "Frau Muster"),
        ("what", "Frau Muster anrufen"),
        ("about", "Mia"),
        ("about_kind", "person"),
        ("responsible", "Frau Muster"),
        ("due_quarter", "5"),
        ("state", "fast"),
    ],
)
def test_each_bad_cell_is_named_and_nothing_taken(
    network: Network, column: str, value: str
) -> None:
    heading, row = measures_csv([replace(MADE, number=4)]).splitlines()
    cells = dict(zip(MEASURE_COLUMNS, row.split(","), strict=True)) | {column: value}
    _, bad = read_measures(f"{heading}\n{','.join(cells.values())}\n", network, {2024}, TODAY)

    assert [each.line for each in bad] == [2] * len(bad)
    assert column in {each.column for each in bad}


def test_rows_of_one_measure_say_the_same(network: Network) -> None:
    one, other = replace(MADE, number=4), replace(MADE, number=4, what="invite")
    _, bad = read_measures(measures_csv([one, other]), network, (), TODAY)

    assert [(each.line, each.column) for each in bad] == [(3, "measure")]


def test_a_row_with_too_few_cells_is_bad(network: Network) -> None:
    heading = measures_csv([]).strip()
    _, bad = read_measures(f"{heading}\n1,2026\n", network, (), TODAY)

    assert [each.line for each in bad] == [2]
