"""How fast messages may go: even spacing for all, a gap for each chat, a halt after a 429."""

from __future__ import annotations

import math
import sys
from collections import deque

#: So far two sums of floats may differ and still name the same moment, in seconds.
_SAME = 1e-9

#: A window of one second may hold so many messages more than the rate. It is taken a little
#: longer, for a message leaves a moment after its slot was taken.
_ABOVE, _WINDOW = 2, 1.02

#: Whoever looked what is free comes to take it within so many seconds.
_LOOK = 5.0

#: How many messages pass between two sweeps of chats that may send again anyway.
_SWEEP = 1024


class Pace:
    """Hands out slots; `now` is a monotonic time in seconds, and there is no other clock here.

    Slots lie `1 / rate` seconds apart. Whoever comes late because the machine or the database was
    busy may catch up on the slots of the last `catch_up` seconds; a longer gap was silence and
    earns one slot only. Catching up has its limit, too: no window of one second ever holds more
    than `rate` and two messages.
    A `rate` of None knows no limit but the halt and the gap of each chat.
    """

    __slots__ = (
        "_catch_up",
        "_chat_burst",
        "_chat_gap",
        "_chats",
        "_looked",
        "_next",
        "_paused_until",
        "_recent",
        "_spacing",
        "_taken",
    )

    def __init__(
        self,
        rate: float | None,
        *,
        catch_up: float = 1.0,
        chat_gap: float = 1.0,
        chat_burst: int = 3,
    ) -> None:
        self._spacing = 1 / rate if rate else 0.0
        self._catch_up = catch_up
        self._chat_gap = chat_gap
        self._chat_burst = chat_burst
        self._next = -math.inf
        self._looked = -math.inf
        #: When the last messages went, as many as one second may hold.
        self._recent: deque[float] = deque(maxlen=math.floor(rate) + _ABOVE if rate else 1)
        self._paused_until = -math.inf
        self._chats: dict[int | str, float] = {}
        self._taken = 0

    def free(self, now: float) -> int:
        """Return how many messages may go right now."""
        if self.wait(now) > 0:
            return 0
        if not self._spacing:
            return sys.maxsize
        self._looked = now
        self._break_silence(now)
        return min(int((now - self._next) / self._spacing + _SAME) + 1, self._room(now))

    def _room(self, now: float) -> int:
        """Return how many more messages the second that ends now may hold."""
        most = self._recent.maxlen or 0
        return most - sum(now - went < _WINDOW - _SAME for went in self._recent)

    def wait(self, now: float) -> float:
        """Return the seconds until a slot is free; 0 if one is."""
        start = self._paused_until
        if self._spacing:
            full = len(self._recent) == self._recent.maxlen
            start = max(start, self._next, self._recent[0] + _WINDOW if full else -math.inf)
        return start - now if start - now > _SAME else 0.0

    def chat_wait(self, chat_id: int | str, now: float) -> float:
        """Return the seconds until this chat may get a message, whatever the slots say."""
        wait = self._chats.get(chat_id, -math.inf) - self._chat_gap * (self._chat_burst - 1) - now
        return wait if wait > _SAME else 0.0

    def take(self, chat_id: int | str | None, now: float) -> bool:
        """Take a slot for a message to this chat; False, and nothing taken, if it must wait."""
        if self.wait(now) or (chat_id is not None and self.chat_wait(chat_id, now)):
            return False
        if self._spacing:
            self._break_silence(now)
            self._next += self._spacing
            self._recent.append(now)
        if chat_id is not None:
            self._chats[chat_id] = max(self._chats.get(chat_id, now), now) + self._chat_gap
        self._sweep(now)
        return True

    def pause(self, seconds: float, now: float) -> None:
        """Let nothing go for so long; a shorter halt never ends a longer one."""
        self._paused_until = max(self._paused_until, now + seconds)

    def paused_for(self, now: float) -> float:
        """Return the seconds the halt still lasts; 0 if there is none."""
        return max(0.0, self._paused_until - now)

    def _break_silence(self, now: float) -> None:
        """After silence two may go: the slot of this very moment stays free for a second message.

        Silence is judged when somebody looks: what was free then stays so until it is taken.
        """
        at = self._looked if now - self._looked < _LOOK else now
        if at - self._next > max(self._catch_up, 2 * self._spacing) + _SAME:
            self._next = now - self._spacing

    def _sweep(self, now: float) -> None:
        self._taken += 1
        if self._taken % _SWEEP == 0:
            self._chats = {chat: time for chat, time in self._chats.items() if time > now}
