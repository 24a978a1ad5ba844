"""How much somebody attended: units of one date, sessions of a series; never more than all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.presence_shortened import (
    WHOLE,
    Shortened,
    attended_units,
    is_shortened,
    with_session,
    with_units,
)
from domain.session import Session
from domain.training import Plan
from domain.vocabulary import DeliveryMode, EventFormat, Topic

STARTS = datetime(2027, 3, 12, 8, 0, tzinfo=UTC)


def plan(units: int = 8, sessions: tuple[Session, ...] = ()) -> Plan:
    ends = sessions[-1].ends_at if sessions else STARTS + timedelta(hours=7)
    return Plan(
        title="Titel",
        topic=Topic.CONVERSATION_SKILLS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=STARTS,
        ends_at=ends,
        deadline_at=STARTS,
        withdraw_by=STARTS,
        seats=10,
        units=units,
        place="Saal",
        reminders=(),
        sessions=sessions,
    )


def dates(*units: int) -> tuple[Session, ...]:
    days = [STARTS + timedelta(days=7 * n) for n in range(len(units))]
    return tuple(
        Session(n, day, day + timedelta(hours=3), of)
        for n, (day, of) in enumerate(zip(days, units, strict=True), 1)
    )


SERIES = plan(9, dates(4, 3, 2))


def test_of_one_date_a_number_of_units_is_said() -> None:
    part = with_units(plan(), 5)

    assert part == Shortened(units=5)
    assert (attended_units(plan(), Shortened(5)), is_shortened(plan(), Shortened(5))) == (5, True)
    assert with_units(plan(), 8) == WHOLE
    assert with_units(plan(), 1) == Shortened(units=1)
    assert attended_units(plan(), WHOLE) == 8
    assert not is_shortened(plan(), WHOLE)


@pytest.mark.parametrize("units", [-1, 0, 9])
def test_none_or_more_than_all_is_no_part(units: int) -> None:
    assert with_units(plan(), units) is None


def test_what_was_a_part_is_never_more_than_there_is_now() -> None:
    assert attended_units(plan(3), Shortened(5)) == 3
    assert not is_shortened(plan(3), Shortened(5))


def test_of_a_series_sessions_are_missed_one_by_one_and_one_stays() -> None:
    first = with_session(SERIES, WHOLE, 1, missed=True)
    assert first is not None
    both = with_session(SERIES, first, 3, missed=True)
    assert both is not None

    assert (attended_units(SERIES, first), attended_units(SERIES, both)) == (5, 3)
    assert with_session(SERIES, both, 2, missed=True) is None
    assert with_session(SERIES, both, 1, missed=False) == Shortened(missed=frozenset({3}))
    assert with_session(SERIES, first, 1, missed=False) == WHOLE
    assert with_session(SERIES, WHOLE, 4, missed=True) is None
    for missed in (True, False):
        assert with_session(plan(), WHOLE, 1, missed=missed) is None
        assert with_session(SERIES, first, 4, missed=missed) is None
    assert with_units(SERIES, 5) is None


def test_a_session_that_fell_out_is_no_loss() -> None:
    missed = Shortened(missed=frozenset({3}))
    left = replace(SERIES, units=7, sessions=SERIES.sessions[:2])

    assert is_shortened(SERIES, missed)
    assert (attended_units(left, missed), is_shortened(left, missed)) == (7, False)
    assert with_session(left, missed, 1, missed=True) == Shortened(missed=frozenset({1}))
    assert with_session(left, missed, 1, missed=False) == WHOLE


@given(st.integers(0, 20), st.none() | st.integers(0, 30))
def test_nobody_attended_more_than_there_was(units: int, said: int | None) -> None:
    found = attended_units(plan(units), Shortened(said))

    assert 0 <= found <= units
    assert is_shortened(plan(units), Shortened(said)) == (found < units)
