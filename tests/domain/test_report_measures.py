"""Hints as they are remembered from year to year: the rule, what it is about, the printed value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from domain.disclosure.cells import Publication, SaidHint
from domain.disclosure.values import Shown, Unit, days, hidden, ratio, things
from domain.measures import AboutKind, Measure, MeasureState
from domain.report.measures import (
    last_said,
    of_before,
    of_year,
    one_subject,
    part_of_hint,
    said_hints,
    subject_of,
)
from domain.report.structure import Hint, Label, Table

TRAUMA, POLICE = Label("topic", "trauma"), Label("sector", "police")
PARTIES, OFFICE = Label("parties", "office:a office:b"), Label("office", "a")
HALF = ratio(1, 2, Unit.RATE)


def hint(
    code: str,
    subject: Label | None = None,
    *inputs: tuple[str | Label, Shown],
    suggestion: str = "suggestion",
) -> Hint:
    return Hint(code, subject, inputs, things(1), 1.0, suggestion)


@pytest.mark.parametrize(
    ("subject", "about", "part", "one"),
    [
        (None, ("", ""), "o6", "o6"),
        (TRAUMA, ("topic", "trauma"), "o6/topic/trauma", "o6/topic/trauma"),
        (POLICE, ("sector", "police"), "o6/sector/police", "o6/sector/police"),
        (OFFICE, ("office", "a"), "o6/office/a", "o6"),
        (PARTIES, ("parties", ""), "o6/parties", "o6"),
    ],
)
def test_what_a_hint_is_about(
    subject: Label | None, about: tuple[str, str], part: str, one: str
) -> None:
    of = hint("O6", subject)

    assert (subject_of(of), part_of_hint(of), one_subject(of)) == (about, part, one)


@pytest.mark.parametrize(
    ("of", "value", "unit"),
    [
        (hint("O6", None, ("rate", HALF), ("other", things(9))), Fraction(1, 2), "rate"),
        (hint("O7", None, ("rate", HALF), ("lead", days(9))), Fraction(9), "days"),
        (hint("O3", None, ("needs", things(7))), Fraction(7), "things"),
        (hint("O5", None, ("offices", things(2))), Fraction(2), "things"),
        (hint("O8", None, ("meetings", things(3))), Fraction(3), "things"),
        (hint("O12", None, ("rate", HALF), ("pairs", things(4))), Fraction(4), "things"),
        (hint("O6", None, ("rate", hidden(Unit.RATE))), None, "rate"),
        (hint("O6"), None, "things"),
        (hint("O6", None, (OFFICE, HALF)), None, "things"),
        (hint("O2", PARTIES, ("rate", HALF)), Fraction(2), "rate"),
        (hint("O4", None, (OFFICE, HALF), (POLICE, HALF), ("x", HALF)), Fraction(2), "things"),
        (hint("O2", PARTIES, ("rate", HALF), suggestion="s-hidden"), None, "rate"),
    ],
)
def test_the_value_that_a_rule_speaks_of_is_remembered(
    of: Hint, value: Fraction | None, unit: str
) -> None:
    kind, slug = subject_of(of)

    assert said_hints([of]) == (SaidHint(of.code.lower(), kind, slug, value, unit),)


def test_the_last_version_that_noted_hints_tells_them() -> None:
    one, two = said_hints([hint("O1")]), said_hints([hint("O2")])
    found = [Publication({}, {}, hints=each) for each in (one, two, None)]

    assert last_said(found) == two
    assert last_said(found[:1]) == one
    assert last_said([*found, Publication({}, {}, hints=())]) == ()
    assert last_said(found[2:]) is None
    assert last_said([]) is None


# A measure that is decided again while it is under way


YEAR, UNTIL = 2026, date(2027, 1, 15)
SINCE = date(YEAR, 5, 4)
FIRST = Measure(
    1, YEAR - 2, date(YEAR - 1, 1, 12), "o12", "exchange", AboutKind.ALL, "", None, YEAR - 1, 4
)
UNDER_WAY = replace(FIRST, states=((SINCE, MeasureState.UNDER_WAY),))
AGAIN = replace(FIRST, number=2, year=YEAR - 1, day=date(YEAR, 1, 12), due_year=YEAR)


def rows(table: Table | None) -> list[tuple[str, str]]:
    """Return until when each measure is due, and how far it is."""
    found = [row[3:] for row in table.rows] if table else []
    return [(due.slug, state.slug) for due, state in found]  # type: ignore[union-attr]  # labels


def test_a_measure_under_way_over_two_years_is_one_row_as_it_was_decided_last() -> None:
    assert rows(of_before([UNDER_WAY, AGAIN], YEAR, UNTIL)) == [(f"{YEAR}-4", "under-way")]
    assert rows(of_before([AGAIN, UNDER_WAY], YEAR, UNTIL)) == [(f"{YEAR}-4", "under-way")]
    assert rows(of_before([FIRST, AGAIN], YEAR, UNTIL)) == [(f"{YEAR}-4", "planned")]


def test_decided_once_more_it_is_still_under_way_in_its_own_report() -> None:
    third = replace(AGAIN, number=3, year=YEAR, day=UNTIL, due_year=YEAR + 1)
    dropped = replace(third, states=((UNTIL, MeasureState.DROPPED),))

    assert rows(of_year([UNDER_WAY, AGAIN, third], YEAR, UNTIL)) == [(f"{YEAR + 1}-4", "under-way")]
    assert rows(of_year([UNDER_WAY, third], YEAR, SINCE)) == []
    assert rows(of_year([UNDER_WAY, dropped], YEAR, UNTIL)) == [(f"{YEAR + 1}-4", "dropped")]
    assert rows(of_before([UNDER_WAY, AGAIN, third], YEAR, UNTIL)) == [(f"{YEAR}-4", "under-way")]


@pytest.mark.parametrize("over", [MeasureState.DONE, MeasureState.DROPPED])
def test_what_was_over_before_it_began_anew_stays_a_row_of_its_own(over: MeasureState) -> None:
    ended = replace(FIRST, states=((SINCE, over),))

    assert rows(of_before([ended, AGAIN], YEAR, UNTIL)) == [
        (f"{YEAR - 1}-4", over.value),
        (f"{YEAR}-4", "planned"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"source": "idea"},
        {"what": "meetings"},
        {"about_kind": AboutKind.SECTOR, "about": "police"},
        {"office": "rkn-neuss"},
        {"year": YEAR - 2},
    ],
)
def test_two_things_stay_two_rows(other: dict[str, object]) -> None:
    new = replace(AGAIN, **other)  # type: ignore[arg-type]  # as told

    assert rows(of_before([UNDER_WAY, new], YEAR, UNTIL)) == [
        (f"{YEAR - 1}-4", "under-way"),
        (f"{YEAR}-4", "planned"),
    ]
