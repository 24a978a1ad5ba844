"""When it is asked before a deadline: near it, not at night, not right after the announcement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.announce_audience import Audience, Broadcast, BroadcastState
from domain.quiet import next_allowed
from domain.register_nudge import BEFORE, LATEST, TIME_TO_ANSWER, due_at, nudge, told
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


def test_two_hours_before_the_deadline_it_is_not_too_late() -> None:
    assert due(DEADLINE - LATEST, EARLY) == DEADLINE - LATEST
    assert due(DEADLINE - LATEST + timedelta(seconds=1), EARLY) is None


def test_the_night_is_that_of_the_people() -> None:
    far = replace(NETWORK, timezone="Pacific/Auckland")

    # eleven in the morning in UTC is midnight there
    assert due_at(TRAINING, [EARLY], far, NEAR) == datetime(
        2027, 3, 11, 7, tzinfo=ZoneInfo("Pacific/Auckland")
    )


@dataclass
class Desk:
    """One training with what was announced of it; what is done is kept in its order."""

    training: Training | None = TRAINING
    announced: Sequence[Broadcast] = (EARLY,)
    done: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def trainings(self) -> Desk:
        return self

    @property
    def broadcasts(self) -> Desk:
        return self

    @property
    def persons(self) -> Desk:
        return self

    @property
    def plans(self) -> Desk:
        return self

    async def lock(self, training_id: int) -> Training | None:
        self.done.append(("lock", training_id))
        return self.training

    async def set_nudged(self, training_id: int, now: datetime) -> None:
        self.done.append(("nudged", training_id, now))

    async def of_training(self, training_id: int) -> Sequence[Broadcast]:
        assert training_id == 1
        return self.announced

    def to_nudge(self, audiences: Sequence[Audience], of: Training) -> Any:
        return ("to nudge", *audiences, of)

    async def nudge(self, of: Training, to: Any, due_at: datetime, until: datetime) -> int:
        self.done.append(("ask", of, to, due_at, until))
        return 8


async def test_who_has_not_answered_is_asked_once_and_until_the_deadline() -> None:
    desk = Desk()

    assert await nudge(desk, NETWORK, 1, NEAR) == 8
    assert desk.done == [
        ("lock", 1),
        ("nudged", 1, NEAR),
        ("ask", TRAINING, ("to nudge", EARLY.audience, TRAINING), NEAR, DEADLINE),
    ]


async def test_nobody_is_asked_of_what_is_gone_or_was_not_announced() -> None:
    for desk in (Desk(training=None), Desk(announced=())):
        assert await nudge(desk, NETWORK, 1, NEAR) == 0
        assert desk.done == [("lock", 1)]
