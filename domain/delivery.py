"""A message on its way: its states, what may follow what, and what an outcome means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any


class Priority(IntEnum):
    """Who goes first when the channel is busy."""

    ANSWER = 0
    NOTICE = 1
    ANNOUNCEMENT = 2


class State(StrEnum):
    """Where a delivery stands; each has a name a coordinator can read."""

    SCHEDULED = "scheduled"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    UNDELIVERABLE = "undeliverable"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


#: What may follow what. `unknown` to `sent` is late evidence, `unknown` to `scheduled` the one
#: resend; `sending` to `scheduled` happens only when the request surely never left us.
TRANSITIONS: dict[State, frozenset[State]] = {
    State.SCHEDULED: frozenset(
        {State.CLAIMED, State.EXPIRED, State.CANCELLED, State.UNDELIVERABLE}
    ),
    State.CLAIMED: frozenset(
        {
            State.SENDING,
            State.SCHEDULED,
            State.EXPIRED,
            State.CANCELLED,
            State.UNDELIVERABLE,
            State.FAILED,
        }
    ),
    State.SENDING: frozenset(
        {State.SENT, State.UNKNOWN, State.SCHEDULED, State.UNDELIVERABLE, State.FAILED}
    ),
    State.UNKNOWN: frozenset(
        {State.SENT, State.SCHEDULED, State.FAILED, State.EXPIRED, State.CANCELLED}
    ),
    State.SENT: frozenset(),
    State.UNDELIVERABLE: frozenset(),
    State.FAILED: frozenset(),
    State.EXPIRED: frozenset(),
    State.CANCELLED: frozenset(),
}

OPEN = frozenset(state for state, following in TRANSITIONS.items() if following)
FINAL = frozenset(State) - OPEN


class UnknownPolicy(StrEnum):
    """What happens to a delivery whose answer was lost."""

    RESEND_ONCE = "resend-once"
    RESEND = "resend"  # only for what may be repeated without harm: changes in place
    HOLD = "hold"


class Kind(StrEnum):
    """What a delivery tells; decides how it is rendered, checked again and retried."""

    ANSWER = "answer"
    CARD = "card"
    CONFIRMATION = "confirmation"
    MOVED_UP = "moved-up"
    REMINDER = "reminder"
    ANNOUNCEMENT = "announcement"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    PROGRESS = "progress"
    CLOSE_REQUEST = "close-request"
    ACCESS_REQUEST = "access-request"
    ACCESS_GRANTED = "access-granted"
    ACCESS_DECLINED = "access-declined"
    ALERT = "alert"
    FEEDBACK = "feedback"


def policy(kind: Kind, *, in_place: bool) -> UnknownPolicy:
    """Return what to do when the answer to a delivery of this kind was lost."""
    if in_place:
        return UnknownPolicy.RESEND
    if kind is Kind.ANNOUNCEMENT:
        return UnknownPolicy.HOLD
    return UnknownPolicy.RESEND_ONCE


#: How long an unknown delivery is held before its policy acts: late evidence may still come.
UNKNOWN_HOLD = timedelta(seconds=90)


class Scope(StrEnum):
    """What a permanent refusal is about."""

    CHAT = "chat"
    MESSAGE = "message"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Sent:
    """The channel took it; `message_id` is its name for it (None after a change in place)."""

    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class NotSent:
    """It surely never left us or was refused for now; try again, not before `retry_after`."""

    error: str
    retry_after: timedelta | None = None
    pause_all: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The channel refused it for good."""

    error: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Migrated:
    """The chat has a new address; nothing was sent."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Lost:
    """The request left us and its answer did not come: nobody can know."""

    error: str


Outcome = Sent | NotSent | Refused | Migrated | Lost


def backoff(attempt: int, jitter: float) -> timedelta:
    """Return the wait after the given attempt (from 1): doubling, at most 5 minutes, +-20 %.

    `jitter` is a random number from 0 to 1.
    """
    seconds = min(2.0 ** min(attempt, 9), 300.0)
    return timedelta(seconds=seconds * (0.8 + 0.4 * jitter))


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one person; exactly one row, one final state."""

    id: int
    kind: Kind
    person_id: int | None
    chat_id: int
    priority: Priority
    due_at: datetime
    expires_at: datetime | None
    state: State
    training_id: int | None = None
    registration_id: int | None = None
    broadcast_id: int | None = None
    facts: dict[str, Any] | None = None
    payload: str | None = None
    attempt: int = 0
    resends: int = 0
    plain: bool = False
    owner: str | None = None
    generation: int = 0
    message_id: int | None = None
    error: str | None = None
