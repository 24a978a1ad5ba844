"""A series: its dates in their order, moved and dropped one by one, each reminded of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.network import Network
from domain.plan import STAGES, Problem, bad_dates, next_date, with_date
from domain.plan_series import Later
from domain.plan_sketch import Sketch, When, plan_of, sketch_of
from domain.plan_told import Redated, dates, redated
from domain.quiet import QuietHours
from domain.reminder import plan_each
from domain.report.events import Held
from domain.report.hours import apart, hours_of
from domain.session import Session, next_of, numbered, overlapping, place_of
from domain.session_count import attendance_units, came_to, fits, missed_of
from domain.training import Plan, Training, held_on, put_on, shared, with_units
from domain.units import proposed_units
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Topic

BERLIN = ZoneInfo("Europe/Berlin")
EARLY = datetime(2026, 1, 1, tzinfo=UTC)
NEVER_QUIET = QuietHours(time(0), time(0), sundays=False)


def local(day: int, hour: int = 9, month: int = 3) -> datetime:
    return datetime(2027, month, day, hour, tzinfo=BERLIN)


ONE = Session(1, local(12), local(12, 12), 4)
TWO = Session(2, local(19), local(19, 12), 4)
THREE = Session(3, local(26), local(26, 12), 2)
ALL = (ONE, TWO, THREE)


def plan(sessions: Sequence[Session] = ALL) -> Plan:
    single = Plan(
        "Reihe",
        Topic.OTHER,
        EventFormat.SEMINAR,
        DeliveryMode.IN_PERSON,
        local(12),
        local(12, 12),
        local(1),
        local(5),
        10,
        4,
    )
    return held_on(single, sessions, BERLIN) if sessions else single


def test_a_series_begins_with_the_first_and_ends_with_the_last() -> None:
    of = plan((THREE, ONE, TWO))

    assert of.sessions == ALL
    assert (of.starts_at, of.ends_at, of.units, of.series) == (local(12), local(26, 12), 10, True)
    assert (plan(()).dates, plan(()).series) == ((ONE,), False)
    assert plan(()).shown == plan((ONE,)).shown != of.shown


def test_a_dropped_one_keeps_its_number_and_the_deadlines_follow_the_first() -> None:
    without_two = held_on(plan(), (ONE, THREE), BERLIN)

    assert (without_two.sessions, without_two.dropped) == ((ONE, THREE), (TWO,))
    assert without_two.deadline_at == local(1)

    alone = held_on(without_two, (THREE,), BERLIN)

    assert (alone.sessions, alone.dropped, alone.series) == ((THREE,), (ONE, TWO), False)
    assert (alone.starts_at, alone.units) == (local(26), 2)
    assert (alone.deadline_at, alone.withdraw_by) == (local(15), local(19))
    with pytest.raises(ValueError, match="once"):
        held_on(plan(), (), BERLIN)


def test_one_is_put_on_another_date() -> None:
    moved = put_on(plan(), 2, local(29, 10), local(29, 13), BERLIN)

    assert [each.number for each in moved.sessions] == [1, 3, 2]
    assert moved.ends_at == local(29, 13)
    assert place_of(moved.sessions, 2) == 3
    assert place_of(moved.sessions, 4) == 0
    assert put_on(plan(()), 1, local(13), local(13, 10), BERLIN).starts_at == local(13)


def test_beyond_the_change_of_the_clock_deadlines_keep_their_hour() -> None:
    """What is held once, the first of a series, and a series that is held later on."""
    to = local(9, month=4), local(9, 12, month=4)  # four weeks later, in summer
    days = [replace(each, starts_at=to[0], ends_at=to[1]) for each in (ONE,)]

    for found in (
        put_on(plan(()), 1, *to, BERLIN),
        put_on(plan((ONE,)), 1, *to, BERLIN),
        held_on(plan(()), days, BERLIN),
    ):
        assert (found.deadline_at, found.withdraw_by) == (local(29), local(2, month=4))


def test_who_is_first_in_line_is_asked_from_the_withdrawal_deadline_on() -> None:
    of = Training(1, "u", "a", plan(), EventStatus.PUBLISHED, asks_first=True)
    before = of.plan.withdraw_by - timedelta(seconds=1)

    assert (of.asks(before), of.asks(of.plan.withdraw_by)) == (False, True)
    assert not replace(of, asks_first=False).asks(of.plan.withdraw_by)


def test_the_next_one_is_that_which_has_not_ended() -> None:
    assert next_of(ALL, local(1)) == ONE
    assert next_of(ALL, ONE.ends_at - timedelta(minutes=1)) == ONE
    assert next_of(ALL, ONE.ends_at) == TWO
    assert next_of(ALL, local(30)) == THREE


def test_two_must_not_overlap() -> None:
    assert not overlapping(ALL)
    assert not overlapping((ONE, replace(TWO, starts_at=ONE.ends_at)))
    early = replace(TWO, starts_at=ONE.ends_at - timedelta(minutes=1))
    assert overlapping((early, ONE))


@given(st.integers(0, 400), st.lists(st.integers(0, 600), min_size=1, max_size=10))
def test_shares_add_up(whole: int, weights: list[int]) -> None:
    shares = shared(whole, weights)

    assert sum(shares) == (whole if sum(weights) else 0)
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - whole * weight / max(1, sum(weights))) < 1


def test_units_are_shared_by_the_length_of_the_dates() -> None:
    long = replace(THREE, ends_at=local(26, 15))

    assert [each.units for each in with_units(plan((ONE, TWO, long)), 12).sessions] == [3, 3, 6]
    assert with_units(plan(()), 7).units == 7
    short = replace(ONE, ends_at=local(12) + timedelta(minutes=30))
    assert [each.units for each in with_units(plan((short, TWO)), 10).sessions] == [2, 8]


def test_each_date_is_reminded_of_and_a_week_before_only_the_first() -> None:
    found = plan_each(ALL, STAGES, BERLIN, NEVER_QUIET, local(12, 12))

    assert [(each.name, each.due_at.astimezone(BERLIN).day) for each in found] == [
        ("three-days.2", 16),
        ("one-day.2", 18),
        ("same-day.2", 19),
        ("three-days.3", 23),
        ("one-day.3", 25),
        ("same-day.3", 26),
    ]
    early = [each.name for each in plan_each(ALL, STAGES, BERLIN, NEVER_QUIET, EARLY)]

    assert early[:2] == ["two-weeks.1", "one-week.1"]
    assert [each.session for each in plan_each((TWO,), STAGES, BERLIN, NEVER_QUIET, EARLY)] == [
        0
    ] * 5


def test_it_is_told_what_is_another_date_or_none() -> None:
    before = dates(plan())
    later = put_on(held_on(plan(), (ONE, THREE), BERLIN), 3, local(30), local(30, 12), BERLIN)
    was = [replace(each, units=0) for each in ALL]

    assert redated(before, plan()) == []
    assert redated(before, later) == [
        Redated(was[1], None),
        Redated(was[2], later.sessions[1]),
    ]
    assert "sessions" not in dates(plan(()))


def test_fewer_came_to_some() -> None:
    assert came_to(ALL, 9, {2: 4}) == {1: 9, 2: 5, 3: 9}
    assert came_to(ALL, 3, {2: 4}) == {1: 3, 2: 0, 3: 3}
    assert attendance_units(ALL, 9, {2: 4}) == 9 * 4 + 5 * 4 + 9 * 2
    assert missed_of({1: 9, 2: 5, 3: 9}) == {2: 4}
    assert missed_of({}) == {}
    assert fits(ALL, 9, {})
    assert fits(ALL, 9, {2: 9, 3: 0})
    for wrong in ({2: 10}, {4: 1}, {1: 1, 2: 1, 3: 1}, {2: -1}):
        assert not fits(ALL, 9, wrong), wrong


def test_units_count_for_who_came_to_each_date() -> None:
    of = Training(7, "uid", "a", plan(), EventStatus.HELD)
    held = Held(of, date(2027, 3, 12), 9, {}, {}, 9, 0, {}, {2: 1, 3: 0})

    assert held.hours == 9 * 4 + 8 * 4 + 9 * 2
    assert apart(held) == {2: "session/7/2"}
    assert list(hours_of(held)) == [(6, "event/7"), (4, "session/7/2")]


SKETCH = Sketch(day=date(2027, 3, 12), starts=time(9), ends=time(12, 30))


def added(sketch: Sketch, said: When, network: Network, instead: Later | None = None) -> Sketch:
    found = with_date(sketch, said, network, instead)
    assert isinstance(found, Sketch)
    return found


def test_a_date_is_a_week_later_at_the_same_time_unless_it_is_said(network: Network) -> None:
    one = added(SKETCH, When(), network)

    assert one.later == (Later(7, time(9), time(12, 30)),)
    assert next_date(one) == Later(14, time(9), time(12, 30))

    typed = added(one, When(date(2027, 4, 1), time(14), time(17)), network)

    assert typed.later[1] == Later(20, time(14), time(17))

    moved = added(typed, When(date(2027, 3, 15)), network, typed.later[1])

    assert moved.later == (Later(3, time(14), time(17)), one.later[0])
    assert next_date(Sketch()) is None


def test_what_cannot_be_a_date_of_a_series(network: Network) -> None:
    day = SKETCH.day
    assert day is not None
    for said, problem in (
        (When(day - timedelta(days=1)), Problem.SESSION_EARLIER),
        (When(day, time(7), time(8)), Problem.SESSION_EARLIER),
        (When(day, time(12), time(13)), Problem.SESSION_OVERLAP),
        (When(day + timedelta(days=731)), Problem.SESSION_FAR),
        (When(day + timedelta(days=7), time(9), time(9)), Problem.END_BEFORE_START),
    ):
        assert with_date(SKETCH, said, network) is problem, said
    full = SKETCH
    for _ in range(9):
        full = added(full, When(), network)

    assert with_date(full, When(), network) is Problem.SESSIONS_MANY
    assert bad_dates(full, network) is None
    assert with_date(Sketch(), When(day), network) is Problem.SESSION_EARLIER


@given(st.integers(0, 730), st.times(), st.times(), st.integers(0, 99))
def test_a_date_comes_back_from_a_button(days: int, starts: time, ends: time, nights: int) -> None:
    begins, finishes = (each.replace(second=0, microsecond=0) for each in (starts, ends))
    of = Later(days, begins, finishes, nights)

    assert Later.unpack(of.pack()) == of
    assert len(of.pack()) <= 17
    assert Later(730, time(9), time(0), 1).pack() == "730-0900-0000-1"
    assert Later.unpack("730-0900-1000").pack() == "730-0900-1000"


@pytest.mark.parametrize("text", ["", "1", "731-0900-1000", "-1-0900-1000", "1-2500-1000"])
def test_what_is_no_date_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Later.unpack(text)


def test_a_planned_series_is_read_back(network: Network) -> None:
    sketch = added(
        added(SKETCH, When(), network), When(date(2027, 4, 1), time(22), time(0)), network
    )
    deadline = local(1, 12).replace(tzinfo=None)
    sketch = replace(sketch, deadline=deadline, units=proposed_units(sketch, network))
    made = plan_of(sketch, network)

    assert [each.units for each in made.sessions] == [4, 4, 2]
    assert made.units == sketch.units == 10
    assert made.ends_at == datetime(2027, 4, 2, 0, tzinfo=BERLIN)
    assert [each.number for each in made.sessions] == [1, 2, 3]
    assert plan_of(sketch_of(made, network), network) == made
    assert numbered([(*e.moments, e.units) for e in made.sessions]) == made.sessions
