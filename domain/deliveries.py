"""What coordinators may see and decide about messages that did not arrive."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.channel import CHANNELS, Address
from domain.delivery import (
    LONGEST_WAIT,
    MOST_REPEATS,
    Kind,
    State,
    UnknownPolicy,
    first_hold,
    policy,
)

#: How many owners may die with a message in their hand before it is given up.
MOST_CRASHES = 5
#: How often each policy lets a lost message go again.
_TIMES = {UnknownPolicy.RESEND: MOST_REPEATS, UnknownPolicy.RESEND_ONCE: 1, UnknownPolicy.HOLD: 0}
#: A way of being lost: on which channel, and whether what was there was to be changed.
Way = tuple[str, bool]
WAYS: tuple[Way, ...] = tuple((name, in_place) for name in CHANNELS for in_place in (True, False))
#: How often a lost message goes again unasked, by its way of being lost and its kind.
REPEATS = {
    (name, in_place): {
        kind: _TIMES[policy(kind, CHANNELS[name], in_place=in_place)] for kind in Kind
    }
    for name, in_place in WAYS
}
#: No messages about a training, but about the work on it.
INTERNAL = frozenset(
    {
        Kind.PROGRESS,
        Kind.ALERT,
        Kind.CLOSE_REQUEST,
        Kind.CARD,
        Kind.ANSWER,
        Kind.REMOVAL,
        Kind.LAST_WORDS,
    }
)
#: What is decided, and did not arrive.
DECIDED = frozenset({State.FAILED, State.EXPIRED})
#: How the keys of the messages begin that tell a host of its doubts.
DOUBT_KEY = "doubt:{host}:"
#: Who has heard of doubts is left in peace for so long.
AT_MOST_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Doubts:
    """How many messages of a host are in doubt or failed; `newest` grows with each new one."""

    unknown: int
    failed: int
    newest: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.unknown + self.failed

    def __add__(self, other: Doubts) -> Doubts:
        """Return both together."""
        newest = max(self.newest, other.newest)
        return Doubts(self.unknown + other.unknown, self.failed + other.failed, newest)


@dataclass(frozen=True, slots=True)
class ToldHost:
    """When a host was told last, and of what."""

    at: datetime
    newest: int
    total: int

    def covers(self, found: Doubts) -> bool:
        """Return whether nothing has come to it since."""
        return found.newest <= self.newest and found.total <= self.total


def worth_telling(found: Doubts, told: ToldHost | None, now: datetime) -> bool:
    """Return whether a host is to hear of its doubts: of new ones, once an hour at most."""
    return told is None or (told.at <= now - AT_MOST_EVERY and not told.covers(found))


def may_name(headcounts: Mapping[tuple[str, str], int], place: tuple[str, str], least: int) -> bool:
    """Return whether naming an institution says nothing about one of its people.

    It has to have at least `least` members here.
    """
    return headcounts.get(place, 0) >= least


@dataclass(frozen=True, slots=True)
class Proven:
    """Deliveries that did arrive: nobody knew it, or their answer may get lost yet."""

    unknown: set[int]
    under_way: set[int]


class Deliveries(Protocol):
    """The outbox; what is decided already changes no more.

    `proven` takes the chats of who pressed a button, by the delivery it came with.
    """

    async def resend(self, delivery_id: int, now: datetime) -> bool: ...
    async def settle_by_hand(
        self, delivery_id: int, now: datetime, state: State = State.SENT
    ) -> bool: ...
    async def proven(self, pressed: Mapping[int, Address]) -> Proven: ...
    async def settle_pressed(self, delivery_ids: Collection[int], now: datetime) -> None: ...


class Broadcasts(Protocol):
    """The announcements; what they report is counted anew before their messages change."""

    async def reopen(self, delivery_ids: Collection[int]) -> int: ...


class Outcomes(Protocol):
    """What coordinators see of the outbox."""

    async def leave(self, delivery_ids: Collection[int], now: datetime) -> int: ...


class Desk(Protocol):
    """Everything that a decision about messages touches, in one transaction."""

    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def broadcasts(self) -> Broadcasts: ...
    @property
    def outcomes(self) -> Outcomes: ...


async def send_again(desk: Desk, delivery_ids: Collection[int], now: datetime) -> int:
    """Send unknown messages once more, because somebody decided so; return how many go out."""
    await desk.broadcasts.reopen(delivery_ids)
    return sum([await desk.deliveries.resend(number, now) for number in delivery_ids])


async def settle(desk: Desk, delivery_id: int, state: State, now: datetime) -> bool:
    """End an unknown message, because somebody found out; False if it is not unknown."""
    await desk.broadcasts.reopen([delivery_id])
    return await desk.deliveries.settle_by_hand(delivery_id, now, state)


async def believe(desk: Desk, pressed: Mapping[int, Address], now: datetime) -> set[int]:
    """Settle unknown messages whose buttons were pressed in their chat: they did arrive.

    Return those that are still being sent: their answer may get lost yet.
    """
    proven = await desk.deliveries.proven(pressed)
    if proven.unknown:
        await desk.broadcasts.reopen(proven.unknown)
        await desk.deliveries.settle_pressed(proven.unknown, now)
    return proven.under_way


class Owned(Protocol):
    """The rows of the outbox that somebody holds, or held until death.

    All speak of rows whose lease ended; `alone` speaks of all rows that are held: who is alone
    knows that all former owners are dead. `lose` takes the moment until which a lost one is held
    back, by its way of being lost.
    """

    async def give_up_dead(self, now: datetime, *, alone: bool) -> None: ...
    async def free_dead(self, now: datetime, *, alone: bool) -> int: ...
    async def lose_dead(
        self, now: datetime, holds: Mapping[Way, datetime], *, alone: bool
    ) -> int: ...


async def recover(outbox: Owned, now: datetime, *, alone: bool = False) -> tuple[int, int]:
    """Take over what a dead owner held; return how many are due again, how many unknown.

    What was only claimed surely never left and is due again; what was being sent may have
    arrived, and nobody can know. A row whose owner died again and again is given up. Who is
    `alone` need not wait for the end of leases.
    """
    await outbox.give_up_dead(now, alone=alone)
    again = await outbox.free_dead(now, alone=alone)
    holds = {
        (name, in_place): now + first_hold(CHANNELS[name], in_place=in_place)
        for name, in_place in WAYS
    }
    return again, await outbox.lose_dead(now, holds, alone=alone)


class Waiting(Protocol):
    """What waits because nobody could be reached, up to a moment."""

    async def line_is_back(self, now: datetime, latest: datetime) -> int: ...


async def line_is_back(outbox: Waiting, now: datetime) -> int:
    """Make due at once, in its old order, what waits for the line; return how many."""
    return await outbox.line_is_back(now, now + timedelta(seconds=2 * LONGEST_WAIT))
