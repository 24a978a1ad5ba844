"""What coordinators enter by buttons: every way through the steps ends in rows that add up."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import protocol
from domain.ledger.correction import Reason
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Network
from domain.protocol import FORMATS, MINUTES, Matter, ProtocolScene
from domain.protocol_rows import (
    Goal,
    advice_total,
    exchange_held,
    goal_set,
    goals,
    is_meeting,
    procedure_agreed,
)
from domain.vocabulary import EventFormat, GoalStatus, Procedure, Sector
from talk.form import (
    DONE,
    Again,
    Answers,
    Asks,
    Keys,
    Pick,
    Problem,
    Question,
    Review,
    Setting,
    Several,
    Still,
    Taken,
)
from talk.protocol import PROTOCOL

todays = st.dates(date(2026, 1, 1), date(2027, 12, 31))
matters = st.sampled_from(Matter)


def scene_of(network: Network, today: date, goals_set: int, closed_before: bool) -> ProtocolScene:
    """Return what is there on a day: some goals, a meeting, an advice total."""
    years = (today.year,) if closed_before else (today.year - 1, today.year)
    day = date(today.year, 1, 1)
    entries = [goal_set(day, goal, 3) for goal in list(Goal)[:goals_set]]
    meeting = exchange_held(
        day, EventFormat.ROUND_TABLE, 60, [network.offices[0].slug], [Sector.SCHOOL]
    )
    rows = list(enumerate([advice_total(day, 7), *meeting], 1))
    return ProtocolScene(network, today, years, entries, rows)


scenes = st.tuples(todays, st.integers(0, 3), st.booleans())


def asked(scene: ProtocolScene, said: Answers) -> Setting:
    now = datetime.combine(scene.today, time(12), scene.network.zone)
    return Setting(None, scene.network, now, said, scene)


def step(data: st.DataObject, question: Question, at: Setting) -> Answers | None:
    """Answer a question with something it offers; None if it offers nothing."""
    taken: Taken | None
    match question:
        case Keys():
            number = data.draw(st.integers(question.least, question.most))
            taken = question.pick(at, f"={number}")
        case Several():
            for _ in range(data.draw(st.integers(0, 3))):
                at = switched(question, at, data.draw(st.sampled_from(question.offered(at))))
            if not question.enough(at):
                at = switched(question, at, question.offered(at)[0])
            taken = question.pick(at, DONE)
        case _:
            offered = question.offered(at)
            taken = question.pick(at, data.draw(st.sampled_from(offered))) if offered else None
    if isinstance(taken, Still):
        taken = taken.answers  # what is entered is shown first; it may be the same as before
    return taken if not isinstance(taken, Problem | Asks | Again) else None


def switched(question: Several, at: Setting, value: str) -> Setting:
    taken = question.pick(at, value)
    assert isinstance(taken, Still)
    return at.saying(taken.answers)


def walk(data: st.DataObject, matter: Matter, scene: ProtocolScene) -> dict[str, Any] | None:
    """Answer every question up to the review; None if one offers nothing."""
    at = asked(scene, {"matter": matter.value})
    question: Question | None = PROTOCOL.asked(at)[0]
    while question is not None and not isinstance(question, Review):
        said = step(data, question, at)
        if said is None:
            return None
        at = at.saying(said)
        question = PROTOCOL.after(question, at)
    return dict(at.answers)


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
        now = ProtocolScene(network, scene.today, scene.open_years, entries)
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


@pytest.mark.wide
@given(st.data(), matters, scenes)
def test_everything_is_said_with_buttons_that_fit(
    network: Network, data: st.DataObject, matter: Matter, of: tuple[date, int, bool]
) -> None:
    scene = scene_of(network, *of)
    said = walk(data, matter, scene)
    if said is None:
        return
    at = asked(scene, said)
    for question in PROTOCOL.asked(at):
        before = at.saying(PROTOCOL.until(question, said))
        offered = question.offered(before)

        assert bool(offered) is not isinstance(question, Keys)
        for value in offered:
            action = Pick(9_999_999, value)
            assert type(action).unpack(action.pack()) == action
            assert question.pick(before, value)


@given(st.data(), matters, scenes)
def test_one_step_back_is_where_one_came_from(
    network: Network, data: st.DataObject, matter: Matter, of: tuple[date, int, bool]
) -> None:
    scene = scene_of(network, *of)
    said = walk(data, matter, scene)
    if said is None:
        return
    at = asked(scene, said)
    for question in PROTOCOL.asked(at)[:-1]:
        following = PROTOCOL.after(question, at)
        assert following is not None
        assert PROTOCOL.before(following, at) is question
        assert question.name not in PROTOCOL.until(question, said)
    assert PROTOCOL.before(PROTOCOL.asked(at)[0], at) is None


def test_a_row_that_is_gone_cannot_be_corrected(network: Network) -> None:
    scene = scene_of(network, date(2027, 3, 1), 0, closed_before=False)

    assert not protocol.possible({"matter": "correction", "entry": "99"}, scene)
    with pytest.raises(AssertionError):
        protocol.day_of({"matter": "correction", "entry": "99"}, scene)
    assert protocol.corrections({"matter": "correction", "entry": "99"}, scene) == []
    assert timedelta(0) <= scene.today - protocol.quarter_day("2027-1", scene.today)


TODAY, JANUARY = date(2027, 2, 9), date(2027, 1, 5)
SET = [goal_set(JANUARY, Goal.TRAININGS, 4), goal_set(JANUARY, Goal.PROCEDURES, 1)]
BEFORE = goal_set(date(2026, 1, 5), Goal.NEW_PARTNERS, 2)
ENTERED = [
    advice_total(JANUARY, 7),
    *exchange_held(JANUARY, EventFormat.ROUND_TABLE, 60, ["rkn-neuss"], [Sector.SCHOOL]),
    procedure_agreed(JANUARY, Procedure.FORM),
]


def setting(network: Network, matter: Matter, **more: Any) -> Setting:
    scene = ProtocolScene(
        network, TODAY, (2026, 2027), [BEFORE, *SET], tuple(enumerate(ENTERED, 1))
    )
    return asked(scene, {"matter": matter.value, **more})


def question(name: str) -> Question:
    return next(each for each in PROTOCOL.questions if each.name == name)


def names(at: Setting) -> list[str]:
    return [each.name for each in PROTOCOL.asked(at)]


def test_only_a_total_gets_another_number(network: Network) -> None:
    whole, without = ["entry", "number", "reason", "check"], ["entry", "reason", "check"]
    for entry, order in (("1", whole), ("2", without), ("99", without)):
        assert names(setting(network, Matter.CORRECTION, entry=entry)) == order
    assert names(setting(network, Matter.CORRECTION)) == whole
    assert names(setting(network, Matter.ADVICE, entry="2")) == ["quarter", "number", "check"]


@pytest.mark.parametrize(
    ("name", "matter", "more", "offered"),
    [
        ("format", Matter.MEETING, {}, [str(each) for each in FORMATS]),
        ("minutes", Matter.MEETING, {}, [str(each) for each in MINUTES]),
        ("procedure", Matter.PROCEDURE, {}, list(Procedure)),
        ("status", Matter.RESULT, {}, list(GoalStatus)),
        ("reason", Matter.CORRECTION, {}, list(Reason)),
        ("check", Matter.MEETING, {}, [DONE]),
        ("number", Matter.ADVICE, {}, []),
        ("year", Matter.GOAL, {}, ["2026", "2027", "2028"]),
        ("year", Matter.RESULT, {}, ["2026", "2027"]),
        ("goal", Matter.GOAL, {"year": "2027"}, list(Goal)),
        ("goal", Matter.RESULT, {"year": "2027"}, [Goal.TRAININGS, Goal.PROCEDURES]),
        ("goal", Matter.RESULT, {"year": "2026"}, [Goal.NEW_PARTNERS]),
        ("entry", Matter.CORRECTION, {}, ["6", "2", "1"]),
        ("quarter", Matter.ADVICE, {}, ["2027-1", "2026-4", "2026-3", "2026-2", "2026-1"]),
    ],
)
def test_what_each_question_offers(
    network: Network, name: str, matter: Matter, more: dict[str, str], offered: list[str]
) -> None:
    assert list(question(name).offered(setting(network, matter, **more))) == offered


def test_institutions_are_marked_and_somebody_must_have_been_there(network: Network) -> None:
    at = setting(network, Matter.MEETING)
    offices, sectors = question("offices"), question("sectors")
    assert isinstance(offices, Several)
    assert isinstance(sectors, Several)
    first, second = (each.slug for each in network.offices[:2])

    with pytest.raises(ValueError, match="'done' is no switch"):
        sectors.pick(at, DONE)
    assert offices.pick(at, DONE) == {"matter": "meeting", "offices": []}

    one = switched(offices, at, f"+{second}")
    assert offices.offered(one)[:2] == [f"+{first}", f"-{second}"]
    assert sectors.pick(one, DONE) == {"matter": "meeting", "offices": [second], "sectors": []}
    both = switched(offices, switched(offices, one, f"+{first}"), f"+{second}")
    assert both.answers["offices"] == [first, second]
    assert switched(offices, both, f"-{first}").answers["offices"] == [second]
    with pytest.raises(ValueError, match="is not offered"):
        offices.pick(at, "+elsewhere")


def test_a_number_is_entered_and_must_be_another_one(network: Network) -> None:
    number, at = question("number"), setting(network, Matter.CORRECTION, entry="1")

    assert number.pick(at, "=7") == Still({**at.answers, "number": 7})
    assert number.pick(at.saying({**at.answers, "number": 7}), DONE) == Problem(
        "protocol-same-number"
    )
    assert number.pick(at, DONE) == {**at.answers, "number": 0}
    for wrong in ("7", "=10000", "=-1", "="):
        with pytest.raises(ValueError, match="is no"):
            number.pick(at, wrong)
