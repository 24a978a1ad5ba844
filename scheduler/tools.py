"""What the ticks need, built once in bot.app."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from domain.delivery import Delivery, Outcome
from domain.message import Message
from domain.network import Network
from scheduler.line import Line
from storage.database import Database
from texts.catalogue import Texts


class Gate(Protocol):
    """What paces our sending; times in seconds."""

    async def ready(self, limit: int) -> int:
        """Wait until a message may go; return how many may go now."""

    def take(self, chat_id: int) -> bool:
        """Take a slot; False if this chat must wait."""

    def next_free(self, chat_id: int) -> float:
        """Return how long this chat must wait."""

    def pause(self, seconds: float) -> None:
        """Let no message go for so long."""


#: Sends a message outside of any transaction; nothing may leave after the monotonic deadline.
Send = Callable[[Delivery, Message, float], Awaitable[Outcome]]
#: Handles one update; returns what went wrong, or None.
Handle = Callable[[dict[str, Any]], Awaitable[None]]


def no_failpoint(_: str) -> None:
    """Do nothing: failpoints are for the tests of crashes."""


def always() -> bool:
    """Return True: who is alone handles what comes, and sends whenever something is due."""
    return True


async def well() -> str | None:
    """Return None: nothing is wrong."""
    return None


@dataclass(frozen=True, slots=True)
class Tools:
    """The scheduler's few dependencies; `owner` names this process in claims and leases.

    `leads` says whether this process is the one that handles what came in, `may_send` whether it
    is the one that sends, and should. `probe` asks the channel whether it knows us, and returns
    what is wrong. `line` says whether answers come, and is shared by all who send or repeat.
    """

    database: Database
    texts: Texts
    network: Network
    now: Callable[[], datetime]
    owner: str
    send: Send
    gate: Gate
    handle: Handle
    failpoint: Callable[[str], None] = no_failpoint
    observe: Callable[[Outcome], None] = lambda _: None
    may_send: Callable[[], bool] = always
    leads: Callable[[], bool] = always
    probe: Callable[[], Awaitable[str | None]] = well
    line: Line = field(default_factory=Line)
