"""How much one chat may ask for: bounded work for each, and a bound on guessing secrets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

#: So many presses and texts of one chat are taken at once; one more each second. Nobody writes
#: or presses so fast for long, but programs do.
MOST_AT_ONCE = 60
ONE_MORE = timedelta(seconds=1)
#: What one of a stranger counts for: before somebody agreed, little is done for them.
STRANGERS_COUNT = 3
#: So many secrets that are none may be tried in an hour: of links, of codes, of certificates.
MOST_WRONG = 10
ONE_MORE_TRY = timedelta(hours=1) / MOST_WRONG
#: How many chats pass between two sweeps of those that may ask for everything again.
_SWEEP = 1024


class Admitted(StrEnum):
    """Whether something is taken from a chat: yes; no, and it is told so once; no more words."""

    YES = "yes"
    TOLD = "told"
    SILENT = "silent"


@dataclass(slots=True)
class _Level:
    taken: float
    at: datetime
    closed: bool = False


class Buckets:
    """One bucket for each chat, by its mark: `most` fit in, one more goes each `each`.

    Nothing is kept longer than it takes a bucket to be full again, and nothing beyond a start.
    """

    def __init__(self, most: int, each: timedelta) -> None:
        self.most = most
        self._each = each
        self._levels: dict[str, _Level] = {}
        self._asked = 0

    def left(self, chat: str, now: datetime) -> float:
        """Return how many more a chat may take; below 0 if it owes some."""
        level = self._levels.get(chat)
        return self.most if level is None else self.most - self._taken(level, now)

    def take(self, chat: str, now: datetime, count: int = 1) -> None:
        """Take some out of a chat's bucket, whether they are in it or not."""
        self._sweep(now)
        level = self._levels.setdefault(chat, _Level(0, now))
        level.taken, level.at = self._taken(level, now) + count, max(level.at, now)

    def closes(self, chat: str, now: datetime) -> Admitted:
        """Return whether a chat may take one: once it was empty, not until half is back."""
        left, level = self.left(chat, now), self._levels.get(chat)
        if level is None or left >= (self.most / 2 if level.closed else 1):
            if level is not None:
                level.closed = False
            return Admitted.YES
        first, level.closed = not level.closed, True
        return Admitted.TOLD if first else Admitted.SILENT

    def _taken(self, level: _Level, now: datetime) -> float:
        """Return what is out of a bucket; a clock that goes back gives nothing."""
        return max(0.0, level.taken - max(timedelta(), now - level.at) / self._each)

    def _sweep(self, now: datetime) -> None:
        self._asked += 1
        if self._asked % _SWEEP == 0:
            levels = self._levels.items()
            self._levels = {chat: level for chat, level in levels if self._taken(level, now) > 0}


def _events() -> Buckets:
    return Buckets(MOST_AT_ONCE, ONE_MORE)


def _tries() -> Buckets:
    return Buckets(MOST_WRONG, ONE_MORE_TRY)


@dataclass(frozen=True, slots=True)
class Flood:
    """What chats of one bot asked for lately, in the memory of the process that answers them."""

    events: Buckets = field(default_factory=_events)
    tries: Buckets = field(default_factory=_tries)

    def admit(self, chat: str, now: datetime) -> Admitted:
        """Return whether something that came from a chat is taken; if so, it counts."""
        admitted = self.events.closes(chat, now)
        if admitted is Admitted.YES:
            self.events.take(chat, now)
        return admitted

    def stranger(self, chat: str, now: datetime) -> None:
        """Let what was just admitted count as that of somebody who did not agree."""
        self.events.take(chat, now, STRANGERS_COUNT - 1)

    def may_try(self, chat: str, now: datetime) -> bool:
        """Return whether a chat may name a secret once more."""
        return self.tries.left(chat, now) >= 1

    def wrong(self, chat: str, now: datetime) -> None:
        """Note that a chat named a secret that is none."""
        self.tries.take(chat, now)
