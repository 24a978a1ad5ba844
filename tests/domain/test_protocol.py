"""What coordinators enter by buttons: every way through the steps ends in rows that add up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import protocol
from domain.ledger import Entry, LedgerKind
from domain.logbook import Goal, advice_total, exchange_held, goal_set, goals, is_meeting
from domain.network import Network
from domain.protocol import Matter, Scene, Step
from domain.vocabulary import EventFormat, Sector
from talk import protocol as buttons
from talk.action import MOST_BYTES, Action

todays = st.dates(date(2026, 1, 1), date(2027, 12, 31))
matters = st.sampled_from(Matter)


def scene_of(network: Network, today: date, goals_set: int, closed_before: bool) -> Scene:
    """Return what is there on a day: some goals, a meeting, an advice total."""
    years = (today.year,) if closed_before else (today.year - 1, today.year)
    day = date(today.year, 1, 1)
    entries = [goal_set(day, goal, 3) for goal in list(Goal)[:goals_set]]
    meeting = exchange_held(
        day, EventFormat.ROUND_TABLE, 60, [network.offices[0].slug], [Sector.SCHOOL]
    )
    rows = list(enumerate([advice_total(day, 7), *meeting], 1))
    return Scene(network, today, years, entries, rows)


scenes = st.tuples(todays, st.integers(0, 3), st.booleans())


def walk(data: st.DataObject, matter: Matter, scene: Scene) -> dict[str, Any] | None:
    """Answer every step with something it offers; None if a step offers nothing."""
    said: dict[str, Any] = {"matter": matter.value}
    step = protocol.STEPS[matter][0]
    while step is not Step.CHECK:
        if step is Step.NUMBER:
            said[step] = data.draw(st.integers(0, protocol.MOST))
        elif step in protocol.SEVERAL:
            said = _some(data, said, step, scene)
        else:
            offered = protocol.options(step, said, scene)
            if not offered:
                return None
            said[step] = data.draw(st.sampled_from(offered))
        step = protocol.after(step, said, scene)
    return said


def _some(data: st.DataObject, said: dict[str, Any], step: Step, scene: Scene) -> dict[str, Any]:
    for _ in range(data.draw(st.integers(0, 3))):
        switches = [o for o in protocol.options(step, said, scene) if o != protocol.DONE]
        said = protocol.switched(said, step, data.draw(st.sampled_from(switches)))
    if protocol.DONE not in protocol.options(step, said, scene):
        said = protocol.switched(said, step, protocol.options(step, said, scene)[0])
    return said


@given(st.data(), matters, scenes)
def test_every_way_ends_in_rows_of_an_open_day(
    network: Network, data: st.DataObject, matter: Matter, of: tuple[date, int, bool]
) -> None:
    scene = scene_of(network, *of)
    said = walk(data, matter, scene)
    if said is None:
        return
    day, rows = protocol.day_of(said, scene), protocol.entries(said, scene)

    assert protocol.possible(said, scene)
    assert all(row.day == day for row in rows)
    assert day.year in (*scene.open_years, scene.today.year + 1)
    assert bool(rows) is (matter is not Matter.CORRECTION)
    if matter not in {Matter.GOAL, Matter.RESULT}:
        assert day <= scene.today, "nothing can have happened in the future"
    offices = {office.slug for office in network.offices}
    for row in rows:
        assert row.office is None or row.office in offices
        assert row.office is None or row.sector is None


@given(st.data(), scenes)
def test_a_meeting_counts_once_however_many_were_there(
    network: Network, data: st.DataObject, of: tuple[date, int, bool]
) -> None:
    said = walk(data, Matter.MEETING, scene_of(network, *of))
    assert said is not None
    rows = protocol.entries(said, scene_of(network, *of))
    chosen = [*said.get("offices", ()), *said.get("sectors", ())]

    assert sum(row.n for row in rows if is_meeting(row)) == 1
    assert sum(row.n for row in rows if row.office or row.sector) == len(chosen) > 0


@given(st.data(), st.lists(st.integers(0, 99), min_size=1, max_size=4), scenes)
def test_targets_of_a_goal_add_up_to_the_last_one(
    network: Network, data: st.DataObject, targets: list[int], of: tuple[date, int, bool]
) -> None:
    scene, goal = scene_of(network, *of), data.draw(st.sampled_from(Goal))
    entries: list[Entry] = []
    for target in targets:
        said = {"matter": "goal", "year": str(scene.today.year), "goal": goal, "number": target}
        now = Scene(network, scene.today, scene.open_years, entries)
        entries += protocol.entries(said, now)

    assert [each.target for each in goals(entries)] == [targets[-1]]


@given(st.data(), scenes)
def test_a_correction_takes_back_all_or_puts_one_number(
    network: Network, data: st.DataObject, of: tuple[date, int, bool]
) -> None:
    scene = scene_of(network, *of)
    said = walk(data, Matter.CORRECTION, scene)
    assert said is not None
    chosen, by_number = scene.entry(int(said["entry"])), dict(scene.rows)
    corrected = protocol.corrections(said, scene)
    assert chosen is not None

    if chosen.kind is LedgerKind.EXCHANGE_HELD:
        whole = {n for n, row in by_number.items() if row.kind is LedgerKind.EXCHANGE_HELD}
        assert {n for n, _ in corrected} == whole
        assert {value for _, value in corrected} == {0}
    else:
        assert corrected == [(int(said["entry"]), said["number"])]


@given(scenes)
def test_no_day_and_no_quarter_lies_ahead_or_in_a_closed_year(
    network: Network, of: tuple[date, int, bool]
) -> None:
    scene = scene_of(network, *of)
    days = protocol.days(scene)

    assert days[0] == scene.today
    assert days == sorted(set(days), reverse=True)
    assert {day.year for day in days} == set(scene.open_years)
    for quarter in protocol.quarters(scene):
        day = protocol.quarter_day(quarter, scene.today)
        year, _, number = quarter.partition("-")

        assert day <= scene.today
        assert (day.year, (day.month + 2) // 3) == (int(year), int(number))


@given(st.data(), matters, scenes)
def test_everything_is_said_with_buttons_that_fit(
    network: Network, data: st.DataObject, matter: Matter, of: tuple[date, int, bool]
) -> None:
    scene = scene_of(network, *of)
    said = walk(data, matter, scene)
    if said is None:
        return
    for step in protocol.steps(said, scene):
        offered = protocol.options(step, protocol.without(said, step, scene), scene)

        assert bool(offered) is (step is not Step.NUMBER)
        for value in offered:
            action = buttons.Answer(9_999_999, value)
            assert len(action.pack().encode()) <= MOST_BYTES
            assert type(action).unpack(action.pack()) == action


@given(st.data(), matters, scenes)
def test_one_step_back_is_where_one_came_from(
    network: Network, data: st.DataObject, matter: Matter, of: tuple[date, int, bool]
) -> None:
    scene = scene_of(network, *of)
    said = walk(data, matter, scene)
    if said is None:
        return
    for step in protocol.steps(said, scene)[:-1]:
        assert protocol.before(protocol.after(step, said, scene), said, scene) is step
        assert str(step) not in protocol.without(said, step, scene)


@given(st.integers(0, 10**7), st.integers(0, protocol.MOST))
def test_keys_and_pages_come_back_as_they_were_sent(version: int, number: int) -> None:
    actions: tuple[Action, ...] = (
        buttons.Protocol(),
        buttons.Begin(Matter.MEETING),
        buttons.Key(version, number),
        buttons.TurnPage(version, number % 1000),
        buttons.OneBack(version),
    )
    for action in actions:
        assert type(action).unpack(action.pack()) == action


def test_a_row_that_is_gone_cannot_be_corrected(network: Network) -> None:
    scene = scene_of(network, date(2027, 3, 1), 0, closed_before=False)

    assert not protocol.possible({"matter": "correction", "entry": "99"}, scene)
    with pytest.raises(AssertionError):
        protocol.day_of({"matter": "correction", "entry": "99"}, scene)
    assert protocol.corrections({"matter": "correction", "entry": "99"}, scene) == []
    assert timedelta(0) <= scene.today - protocol.quarter_day("2027-1", scene.today)
