"""An announcement to many: who is meant, how long it takes, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.delivery import State
from domain.vocabulary import Sector


class BroadcastState(StrEnum):
    """Where an announcement stands."""

    SCHEDULED = "scheduled"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is meant: everybody, or those of these offices or sectors, or a topic's subscribers.

    Offices and sectors narrow each other; empty means all. `subscribers` narrows to people who
    asked for the training's topic.
    """

    offices: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    subscribers: bool = False

    @property
    def everybody(self) -> bool:
        """Whether nothing narrows it."""
        return not (self.offices or self.sectors or self.subscribers)


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One announcement of a training to an audience."""

    id: int
    training_id: int
    revision: int
    audience: Audience
    state: BroadcastState
    send_at: datetime
    created_by: int | None
    total: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of an announcement, in counts only."""

    total: int
    delivered: int
    unreachable: int
    unknown: int
    failed: int

    @property
    def settled(self) -> int:
        """How many deliveries are decided, as far as they can be."""
        return self.delivered + self.unreachable + self.unknown + self.failed

    @property
    def finished(self) -> bool:
        """Whether nothing is left to send."""
        return self.settled >= self.total


_NOT_DELIVERED = (State.FAILED, State.EXPIRED, State.CANCELLED)


def progress(total: int, states: Mapping[State, int]) -> Progress:
    """Return the counts a coordinator reads, from the number of deliveries in each state."""
    return Progress(
        total=total,
        delivered=states.get(State.SENT, 0),
        unreachable=states.get(State.UNDELIVERABLE, 0),
        unknown=states.get(State.UNKNOWN, 0),
        failed=sum(states.get(state, 0) for state in _NOT_DELIVERED),
    )


def duration(people: int, messages_per_second: float) -> timedelta:
    """Return how long an announcement takes at the set rate."""
    return timedelta(seconds=people / messages_per_second)


def key(broadcast_id: int, person_id: int) -> str:
    """Return what makes an announcement to a person the same one."""
    return f"announce:{broadcast_id}:{person_id}"
