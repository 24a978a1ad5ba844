"""Whether the line to the channel can be trusted: what is lost on a bad one nobody knows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from domain.delivery import Lost, NotSent, Outcome

#: So many answers lost in a row make a bad line.
MOST_LOST = 3
#: So many requests without an answer for so many seconds do, too.
MOST_SILENT, SILENCE = 8, 2.0
#: How long to wait until Telegram is tried again, in seconds: at first, and at most.
FIRST_WAIT, LONGEST_WAIT = 1.0, 10.0


class ChannelLine:
    """Counts what is lost, and says when only a probe may go.

    An announcement to thousands would go on into a line that loses every answer, and each of its
    messages would be in doubt. So after a few lost ones everything waits but one probe at a time,
    at growing intervals, until something is answered. `monotonic` is in seconds.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._asked: dict[int, float] = {}
        self._number = 0
        self._lost = 0
        self._wait = FIRST_WAIT
        self._probe_at = 0.0
        self.bad = False
        self.probing = False

    @contextmanager
    def request(self) -> Iterator[None]:
        """Hold this open while a request is under way."""
        self._number += 1
        number = self._number
        self._asked[number] = self._monotonic()
        try:
            yield
        finally:
            self._asked.pop(number, None)

    def heed(self, outcome: Outcome) -> None:
        """Learn from what became of a request; what never left us says nothing."""
        match outcome:
            case Lost():
                self._lost += 1
                if self.probing:
                    self.missed()
            case NotSent(retry_after=None):
                if self.probing:
                    self.missed()
            case _:
                self.answered()

    def answered(self) -> None:
        """Trust the line again; what it has swallowed so far counts no more."""
        if self.bad:
            self._asked.clear()
        self._lost = 0
        self.bad = self.probing = False

    def trusted(self) -> bool:
        """Return whether messages may go as usual."""
        if not self.bad and (self._lost >= MOST_LOST or self._silent() >= MOST_SILENT):
            self.bad = True
            self._wait = FIRST_WAIT
            self._probe_at = self._monotonic() + FIRST_WAIT
        return not self.bad

    def _silent(self) -> int:
        long_ago = self._monotonic() - SILENCE
        return sum(asked <= long_ago for asked in self._asked.values())

    def probe_due(self) -> bool:
        """Return whether it is time for a probe; there is one at a time."""
        return not self.probing and self._monotonic() >= self._probe_at

    def missed(self) -> None:
        """Put the next probe off, twice as long as before: this one was not answered."""
        self.probing = False
        self._probe_at = self._monotonic() + self._wait
        self._wait = min(self._wait * 2, LONGEST_WAIT)
