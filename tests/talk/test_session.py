"""The dates of a series in a dialogue: they move with the first one, each has a button."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.network import Network
from domain.plan_sketch import When
from domain.training import Training
from domain.vocabulary import EventStatus
from talk.form import DONE, Answers, Problem, Setting, Still
from talk.plan import PLAN, drawn
from talk.plan_again import repeating
from talk.plan_offers import Step, settled
from talk.session import ADD, CHANGED, DROP, SESSIONS, STAY
from tests.domain.test_session import plan

NOW = datetime(2027, 2, 9, 9, tzinfo=UTC)
FIRST: Answers = {Step.DAY: "20270312", Step.START: "-0900", Step.END: "--1230"}


@pytest.fixture
def at(network: Network) -> Setting:
    return Setting(None, network, NOW, FIRST)


def pressed(at: Setting, *values: str) -> Setting:
    for value in values:
        taken = SESSIONS.pick(at, value)
        assert not isinstance(taken, Problem), (value, taken)
        at = at.saying(taken.answers if isinstance(taken, Still) else taken)  # type: ignore[arg-type]  # neither of the others
    return at


def test_dates_are_added_changed_and_left_out(at: Setting) -> None:
    two = pressed(at, ADD, ADD)

    assert two.answers[Step.SESSIONS] == ["7-0900-1230", "14-0900-1230"]
    assert SESSIONS.offered(two) == ["7-0900-1230", "14-0900-1230", ADD, DONE]

    chosen = pressed(two, "7-0900-1230")

    assert SESSIONS.offered(chosen) == ["20270318", "20270320", "20270326", DROP, STAY]
    assert pressed(chosen, STAY).answers == two.answers
    assert pressed(chosen, "20270318").answers[Step.SESSIONS] == ["6-0900-1230", "14-0900-1230"]
    assert CHANGED not in pressed(chosen, "20270318", DONE).answers
    assert pressed(chosen, DROP).answers[Step.SESSIONS] == ["14-0900-1230"]
    assert pressed(at, DROP, STAY).answers == FIRST
    assert SESSIONS.pick(two, "20270305") == Problem("plan-problem-session-earlier")
    with pytest.raises(ValueError, match="no day"):
        SESSIONS.pick(two, "21-0900-1230")


def test_after_ten_there_is_no_more(at: Setting) -> None:
    full = pressed(at, *[ADD] * 9)

    assert ADD not in SESSIONS.offered(full)
    assert SESSIONS.pick(full, ADD) == Problem("plan-problem-sessions-many")


def test_held_again_all_dates_move_with_the_first(at: Setting) -> None:
    pattern = Training(1, "u", "rkn-kaarst", plan(), EventStatus.HELD)
    said = repeating(pattern, at.network)

    assert said[Step.SESSIONS] == ["7-0900-1200", "14-0900-1200"]

    dated = settled(at.saying(said), When.unpack("20280310-0900-1200"))
    assert not isinstance(dated, Problem)
    then = at.saying({**PLAN.filled(at.saying(dated)), **dated})
    days = [each.day(replace(drawn(then)).day) for each in drawn(then).later]  # type: ignore[arg-type]  # it is dated

    assert [f"{each:%d.%m.%Y}" for each in days] == ["17.03.2028", "24.03.2028"]
    assert drawn(then).begins(at.network) == datetime(
        2028, 3, 10, 9, tzinfo=ZoneInfo("Europe/Berlin")
    )
