"""When it is asked before a deadline: near it, not at night, not right after the announcement."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.announce_audience import Audience, Broadcast, BroadcastState
from domain.quiet import next_allowed
from domain.register_nudge import BEFORE, LATEST, TIME_TO_ANSWER, due_at, told
from domain.training import Training
from domain.vocabulary import EventStatus
from tests.domain.test_daily import training
from tests.domain.years import NETWORK

DEADLINE = datetime(2027, 3, 12, 11, tzinfo=UTC)
NEAR = DEADLINE - timedelta(days=2)
TRAINING = training(1, DEADLINE + timedelta(days=14), DEADLINE)


def sent(at: datetime, state: BroadcastState = BroadcastState.DONE, **more: Any) -> Broadcast:
    return Broadcast(1, 1, 0, Audience(offices=("a",)), state, at, None, **more)


EARLY = sent(DEADLINE - timedelta(days=30))


def due(now: datetime, *announced: Broadcast, of: Training = TRAINING) -> datetime | None:
    return due_at(of, announced, NETWORK, now)


def test_it_is_due_near_the_deadline_of_what_was_announced() -> None:
    assert due(NEAR, EARLY) == NEAR
    assert due(DEADLINE - BEFORE, EARLY) is not None
    assert due(DEADLINE - BEFORE - timedelta(seconds=1), EARLY) is None
    assert due(DEADLINE, EARLY) is None
    assert due(NEAR) is None
    assert due(NEAR, replace(EARLY, written=True)) is None
    assert due(NEAR, replace(EARLY, state=BroadcastState.CANCELLED)) is None
    assert due(NEAR, replace(EARLY, state=BroadcastState.SCHEDULED)) is None
    assert due(NEAR, EARLY, of=replace(TRAINING, status=EventStatus.CANCELLED)) is None


def test_who_was_told_just_now_has_time_to_answer() -> None:
    assert due(NEAR, EARLY, sent(NEAR - TIME_TO_ANSWER + timedelta(seconds=1))) is None
    assert due(NEAR, EARLY, sent(NEAR - TIME_TO_ANSWER)) == NEAR


@given(st.integers(0, 3 * 24 * 60))
def test_never_at_night_and_never_too_late(minutes: int) -> None:
    found = due(DEADLINE - timedelta(minutes=minutes), EARLY)
    if found is None:
        return

    assert found <= DEADLINE - LATEST
    assert next_allowed(found, NETWORK.quiet, NETWORK.zone) == found


def test_all_audiences_of_announcements_are_meant() -> None:
    other = Audience(offices=("b",))

    assert told([EARLY, replace(EARLY, audience=other), replace(EARLY, written=True)]) == [
        EARLY.audience,
        other,
    ]
