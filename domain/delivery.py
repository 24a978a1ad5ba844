"""A message on its way: its states, what may follow what, and what an outcome means."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any

from domain.channel import TELEGRAM, Address, Channel
from domain.message import Message


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
#: resend; `sending` to `scheduled` happens only when the request surely never left us. What was in
#: doubt once and ends unsent goes back to `unknown`: it may have arrived.
TRANSITIONS: dict[State, frozenset[State]] = {
    State.SCHEDULED: frozenset(
        {State.CLAIMED, State.EXPIRED, State.CANCELLED, State.UNDELIVERABLE, State.UNKNOWN}
    ),
    State.CLAIMED: frozenset(
        {
            State.SENDING,
            State.SCHEDULED,
            State.EXPIRED,
            State.CANCELLED,
            State.UNDELIVERABLE,
            State.FAILED,
            State.UNKNOWN,
        }
    ),
    State.SENDING: frozenset(
        {State.SENT, State.UNKNOWN, State.SCHEDULED, State.UNDELIVERABLE, State.FAILED}
    ),
    State.UNKNOWN: frozenset(
        {
            State.SENT,
            State.SCHEDULED,
            State.UNDELIVERABLE,
            State.FAILED,
            State.EXPIRED,
            State.CANCELLED,
        }
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
    RESEND = "resend"  # only for what may be repeated without harm
    HOLD = "hold"


class Kind(StrEnum):
    """What a delivery tells; decides how it is rendered, checked again and retried."""

    ANSWER = "answer"
    CARD = "card"
    CONFIRMATION = "confirmation"
    MOVED_UP = "moved-up"
    REMINDER = "reminder"
    ANNOUNCEMENT = "announcement"
    WORDS = "words"
    NUDGE = "nudge"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    LINE_ENDED = "line-ended"
    SEAT_OFFERED = "seat-offered"  # to one, whose seat it is until the term ends
    SEAT_FREE = "seat-free"  # to all in line: the first one has it
    OFFER_ENDED = "offer-ended"
    APPROVAL_ASKED = "approval-asked"  # of the office of who registered
    APPROVAL_GIVEN = "approval-given"
    APPROVAL_ENDED = "approval-ended"  # declined, or nobody answered in time
    TAKEN_OUT = "taken-out"
    HANDED_OVER = "handed-over"
    PROGRESS = "progress"
    CLOSE_REQUEST = "close-request"
    ACCESS_REQUEST = "access-request"
    ACCESS_GRANTED = "access-granted"
    ACCESS_DECLINED = "access-declined"
    ALERT = "alert"
    FEEDBACK = "feedback"
    REMOVAL = "removal"  # of what was written to somebody who is erased
    LAST_WORDS = "last-words"  # to somebody who is erased, and the chat is tidied up


#: What goes to many at once: after everything else, and never a second time unasked.
TO_MANY = (Kind.ANNOUNCEMENT, Kind.WORDS, Kind.NUDGE)


def policy(kind: Kind, channel: Channel, *, in_place: bool) -> UnknownPolicy:
    """Return what to do when the answer to a delivery of this kind was lost.

    What is changed in place, or what the channel knows again, may be repeated without harm. What
    goes to many is repeated unasked only where the channel would have told that it arrived.
    """
    if in_place or channel.idempotent:
        return UnknownPolicy.RESEND
    if kind in TO_MANY and not channel.receipts:
        return UnknownPolicy.HOLD
    return UnknownPolicy.RESEND_ONCE


#: The reason on a row in doubt that a coordinator, or time, decided to leave so.
LEFT_UNKNOWN = "left-unknown"

#: How long an unknown delivery is held before its policy acts: late evidence may still come.
UNKNOWN_HOLD = timedelta(seconds=90)
#: The same, at first, for what nobody reads twice, as a change in place, which is drawn anew, and
#: where no evidence can come.
CHANGE_HOLD = timedelta(seconds=3)
#: How often what may be repeated without harm is repeated at most while its answers get lost.
MOST_REPEATS = 20


def first_hold(channel: Channel, *, in_place: bool) -> timedelta:
    """Return how long to wait for late evidence before a lost one is repeated the first time."""
    waits = channel.tells_later and not channel.idempotent and not in_place
    return UNKNOWN_HOLD if waits else CHANGE_HOLD


class Scope(StrEnum):
    """What a permanent refusal is about."""

    CHAT = "chat"  # the person does not want us, or is gone
    ADDRESS = "address"  # there is no such chat for us: a mistake of ours, not of the person
    PLACE = "place"  # the message that was to be changed is not there
    MESSAGE = "message"
    BOT = "bot"


#: What a row's error begins with that waits for the line: nobody could be reached.
NO_LINE = "no line"
#: What a row says whose chat has moved.
MIGRATED = "chat-migrated"


@dataclass(frozen=True, slots=True)
class Sent:
    """The channel took it; `message_id` is its name for it (None after a change in place)."""

    message_id: str | None = None


@dataclass(frozen=True, slots=True)
class NotSent:
    """It surely never left us or was refused for now; try again, not before `retry_after`.

    `no_line` says that nobody could be reached: it is due as soon as anything goes through.
    """

    error: str
    retry_after: timedelta | None = None
    pause_all: bool = False
    no_line: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The channel refused it for good."""

    error: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Migrated:
    """The chat has a new address; nothing was sent."""

    address: str


@dataclass(frozen=True, slots=True)
class Lost:
    """The request left us and its answer did not come: nobody can know."""

    error: str


Outcome = Sent | NotSent | Refused | Migrated | Lost


#: The longest wait between two attempts, without its jitter, in seconds.
LONGEST_WAIT = 300.0


def backoff(attempt: int, jitter: float) -> timedelta:
    """Return the wait after the given attempt (from 1): doubling, at most 5 minutes, +-20 %.

    `jitter` is a random number from 0 to 1.
    """
    seconds = min(2.0 ** min(attempt, 9), LONGEST_WAIT)
    return timedelta(seconds=seconds * (0.8 + 0.4 * jitter))


#: What the key of a question begins with.
QUESTION = "question:"


def question_key(dialogue: str, update_id: int, number: int) -> str:
    """Return the key of a question: it says of which dialogue it is."""
    return f"{QUESTION}{dialogue}:{update_id}:{number}"


def asked_in(key: str) -> str | None:
    """Return the dialogue that a key's message is a question of; None if it is none."""
    return key.removeprefix(QUESTION).partition(":")[0] if key.startswith(QUESTION) else None


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to be put into the outbox.

    `key` makes it the same one: put twice, it is kept once. Either `message` is given as it
    will go out (answers), or the text is made from the facts of the moment of sending. It goes to
    an `address`, or to that of a person: by the `channel`, or by the one that is best now.
    """

    key: str
    kind: Kind
    due_at: datetime
    person_id: int | None = None
    address: Address | None = None
    priority: Priority = Priority.NOTICE
    expires_at: datetime | None = None
    training_id: int | None = None
    registration_id: int | None = None
    broadcast_id: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    message: Message | None = None
    channel: Channel | None = None

    @property
    def replaces(self) -> str | None:
        """The channel's id of the message that this one changes in place; None for a new one."""
        own = self.message.replaces if self.message else None
        found = own or self.facts.get("replaces")
        return None if found is None else str(found)

    @property
    def in_place(self) -> bool:
        """Whether it would change what is there already, on a channel that can.

        Then it may be repeated without harm.
        """
        return self.replaces is not None or bool(self.message and self.message.removes)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one person; exactly one row, one final state.

    `address` is its channel's name for where it goes; empty where nobody is there any more.
    """

    id: int
    kind: Kind
    person_id: int | None
    address: str
    priority: Priority
    due_at: datetime
    expires_at: datetime | None
    state: State
    training_id: int | None = None
    registration_id: int | None = None
    broadcast_id: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    message: Message | None = None
    in_place: bool = False
    attempt: int = 0
    resends: int = 0
    plain: bool = False
    language: str = "de"
    owner: str | None = None
    generation: int = 0
    message_id: str | None = None
    error: str | None = None
    settled_at: datetime | None = None
    channel: Channel = TELEGRAM

    @property
    def replaces(self) -> str | None:
        """The channel's id of the message that this one changes in place; None for a new one."""
        return self.message_id if self.in_place else None

    @property
    def repeated(self) -> bool:
        """Whether the text must say that it may be a repetition."""
        return self.resends > 0 and not self.in_place and not self.channel.idempotent


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an outcome makes of a delivery: the state it gets and when to look at it again."""

    state: State
    next_at: datetime
    error: str | None = None
    message_id: str | None = None
    plain: bool = False
    in_place: bool = False


def hold(delivery: Delivery) -> timedelta:
    """Return how long to wait before a lost one is repeated, should its policy say so."""
    first = first_hold(delivery.channel, in_place=delivery.in_place)
    return min(first * (1 << min(delivery.resends, 5)), UNKNOWN_HOLD)


def verdict(delivery: Delivery, outcome: Outcome, now: datetime, jitter: float) -> Verdict:
    """Return what becomes of a delivery after an attempt; `jitter` is random from 0 to 1.

    A message the channel calls malformed is sent once more as plain text, a change of what is
    gone once more as a message of its own, and a chat that moved is followed once. A refusal of
    the whole bot (its token) leaves the delivery waiting, for it is nobody's fault here.
    """
    found = _verdict(delivery, outcome, now, jitter)
    gone = isinstance(outcome, Refused) and outcome.scope is Scope.PLACE
    return replace(
        found, plain=found.plain or delivery.plain, in_place=delivery.in_place and not gone
    )


def _verdict(delivery: Delivery, outcome: Outcome, now: datetime, jitter: float) -> Verdict:
    match outcome:
        case Sent(message_id):
            return Verdict(State.SENT, now, message_id=message_id)
        case Lost(error):
            return Verdict(State.UNKNOWN, now + hold(delivery), error)
        case Migrated():
            again = delivery.error == MIGRATED
            return Verdict(State.UNDELIVERABLE if again else State.SCHEDULED, now, MIGRATED)
        case NotSent(error, retry_after, no_line=no_line):
            error = f"{NO_LINE}: {error}" if no_line else error
            wait = retry_after or backoff(max(1, delivery.attempt), jitter)
            return Verdict(State.SCHEDULED, now + wait, error)
        case Refused(error, Scope.CHAT | Scope.ADDRESS):
            return Verdict(State.UNDELIVERABLE, now, error)
        case Refused(error, Scope.BOT):
            return Verdict(State.SCHEDULED, now, error)
        case Refused(error, Scope.PLACE):
            return Verdict(State.SCHEDULED if delivery.in_place else State.FAILED, now, error)
        case Refused(error, Scope.MESSAGE):
            state = State.FAILED if delivery.plain else State.SCHEDULED
            return Verdict(state, now, error, plain=True)
    raise AssertionError(f"not an outcome: {outcome!r}")
