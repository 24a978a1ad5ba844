"""What follows from an outcome, and that no verdict breaks the rules of the states."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.channel import TELEGRAM
from domain.delivery import (
    FINAL,
    TRANSITIONS,
    UNKNOWN_HOLD,
    Delivery,
    Kind,
    Lost,
    Migrated,
    NotSent,
    Outcome,
    Priority,
    Refused,
    Scope,
    Sent,
    State,
    UnknownPolicy,
    backoff,
    policy,
    verdict,
)

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)


def delivery(attempt: int = 1, *, plain: bool = False) -> Delivery:
    return Delivery(
        1,
        Kind.REMINDER,
        1,
        "7",
        Priority.NOTICE,
        NOW,
        None,
        State.SENDING,
        attempt=attempt,
        plain=plain,
    )


CASES: list[tuple[Outcome, State]] = [
    (Sent("5"), State.SENT),
    (Lost("timeout"), State.UNKNOWN),
    (Migrated("-100"), State.SCHEDULED),
    (NotSent("refused"), State.SCHEDULED),
    (NotSent("429", timedelta(seconds=7), pause_all=True), State.SCHEDULED),
    (Refused("blocked", Scope.CHAT), State.UNDELIVERABLE),
    (Refused("token", Scope.BOT), State.SCHEDULED),
    (Refused("entities", Scope.MESSAGE), State.SCHEDULED),
]


@pytest.mark.parametrize(("outcome", "state"), CASES)
def test_each_outcome_has_its_state(outcome: Outcome, state: State) -> None:
    found = verdict(delivery(), outcome, NOW, 0.5)

    assert found.state is state
    assert found.state in TRANSITIONS[State.SENDING]


def test_a_malformed_message_goes_once_more_as_plain_text_and_then_never() -> None:
    first = verdict(delivery(), Refused("entities", Scope.MESSAGE), NOW, 0.5)
    second = verdict(delivery(plain=True), Refused("again", Scope.MESSAGE), NOW, 0.5)

    assert first.plain
    assert second.state is State.FAILED


def test_telegrams_wait_is_obeyed_and_unknown_is_held() -> None:
    told = verdict(delivery(), NotSent("429", timedelta(seconds=7)), NOW, 0.5)
    lost = verdict(delivery(), Lost("timeout"), NOW, 0.5)

    assert told.next_at == NOW + timedelta(seconds=7)
    assert lost.next_at == NOW + UNKNOWN_HOLD


@given(st.integers(1, 60), st.floats(0, 1))
def test_waits_double_up_to_five_minutes(attempt: int, jitter: float) -> None:
    wait = backoff(attempt, jitter)

    assert timedelta(seconds=1.6) <= wait <= timedelta(seconds=360)
    assert abs(backoff(attempt, 0.5) - timedelta(seconds=min(2**attempt, 300))) < timedelta(
        milliseconds=1
    )


def test_policies() -> None:
    assert policy(Kind.REMINDER, TELEGRAM, in_place=False) is UnknownPolicy.RESEND_ONCE
    assert policy(Kind.ANNOUNCEMENT, TELEGRAM, in_place=False) is UnknownPolicy.HOLD
    assert policy(Kind.ANSWER, TELEGRAM, in_place=True) is UnknownPolicy.RESEND


def test_final_states_lead_nowhere() -> None:
    assert {
        State.SENT,
        State.UNDELIVERABLE,
        State.FAILED,
        State.EXPIRED,
        State.CANCELLED,
    } == FINAL
