"""What happened, in order, and a way to wait for more."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

KEPT = 20_000


class Signal:
    """Wakes all who wait (`waiting` counts them); may be made before there is an event loop."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.waiting = 0

    def ring(self) -> None:
        """Wake everybody who waits now."""
        self._event.set()
        self._event = asyncio.Event()

    async def wait(self, seconds: float) -> bool:
        """Return True once it rings, False after so many (real) seconds."""
        self.waiting += 1
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._event.wait()
        except TimeoutError:
            return False
        finally:
            self.waiting -= 1
        return True


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; numbers rise by one."""

    number: int
    at: datetime
    kind: str
    facts: dict[str, Any]

    @property
    def body(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "kind": self.kind,
            **self.facts,
        }


@dataclass(slots=True)
class Journal:
    """Keeps the newest events."""

    now: Callable[[], datetime]
    last: int = 0
    events: deque[Event] = field(default_factory=lambda: deque(maxlen=KEPT))
    signal: Signal = field(default_factory=Signal)

    def add(self, kind: str, **facts: Any) -> None:
        """Note something and wake who waits for it."""
        self.last += 1
        self.events.append(Event(self.last, self.now(), kind, facts))
        self.signal.ring()

    def since(self, number: int) -> list[Event]:
        """Return all events after the given one that are still kept."""
        return [event for event in self.events if event.number > number]

    async def wait(self, number: int, seconds: float) -> list[Event]:
        """Return the events after the given one; wait for them so many (real) seconds."""
        if self.last <= number:
            await self.signal.wait(seconds)
        return self.since(number)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A message (or a change of one) that was accepted: the truth about what was sent."""

    number: int
    at: datetime
    method: str
    chat_id: int
    message_id: int
    text: str
    html: str
    document: str | None
    buttons: tuple[tuple[str, ...], ...]
    edit: bool

    @property
    def body(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "method": self.method,
            "chat_id": self.chat_id,
            "message_id": self.message_id,
            "text": self.text,
            "html": self.html,
            "document": self.document,
            "buttons": [list(row) for row in self.buttons],
            "edit": self.edit,
        }


@dataclass(slots=True)
class Call:
    """One call that a bot made, and what it was answered."""

    number: int
    at: datetime
    method: str
    parameters: dict[str, str]
    files: list[str]
    status: int = 0
    description: str = ""
    unknown_method: bool = False
    unknown_parameters: tuple[str, ...] = ()
    fault: str = ""
    result: Any = None
    took: float = 0.0  # milliseconds

    @property
    def body(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "method": self.method,
            "parameters": self.parameters,
            "files": self.files,
            "status": self.status,
            "description": self.description,
            "unknown_method": self.unknown_method,
            "unknown_parameters": list(self.unknown_parameters),
            "fault": self.fault,
            "result": self.result,
            "took": round(self.took, 1),
        }
