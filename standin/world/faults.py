"""Faults to order: what goes wrong, with which method, how often, before or after accepting."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatch
from typing import Any

from standin.world.journal import Signal
from standin.world.refusals import RefusedError, migrated, plain, too_many

GARBAGE = b"<html><body>The proxy has nothing to say.</body></html>"


class Kind(StrEnum):
    """What goes wrong."""

    CODE = "code"
    HANG = "hang"
    RESET = "reset"
    GARBAGE = "garbage"
    MIGRATE = "migrate"


class Ending(StrEnum):
    """How the connection ends."""

    ANSWERED = "answered"
    HANGING = "hanging"
    RESET = "reset"


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: HTTP status and JSON, or raw bytes, or no answer at all."""

    status: int
    body: dict[str, Any] = field(default_factory=dict)
    raw: bytes | None = None
    ending: Ending = Ending.ANSWERED

    @property
    def ok(self) -> bool:
        """Return whether Telegram did it."""
        return bool(self.body.get("ok"))

    @property
    def payload(self) -> bytes:
        """Return the bytes of the answer."""
        return self.raw if self.raw is not None else json.dumps(self.body).encode()


def refused(error: RefusedError) -> Answer:
    """Return the answer that tells a refusal."""
    return Answer(error.code, error.body)


@dataclass(slots=True)
class Fault:
    """One ordered fault; `times` counts down, None is until cleared."""

    number: int
    method: str
    kind: Kind
    times: int | None = 1
    code: int = 500
    retry_after: int | None = None
    after: bool = False
    chat_id: int | None = None
    migrate_to: int = -1_001_000_000_000
    description: str = ""

    def concerns(self, method: str, chat_id: int | None) -> bool:
        """Return whether it hits this call; the method may be a pattern like `send*`."""
        if self.times == 0 or (self.chat_id is not None and self.chat_id != chat_id):
            return False
        return fnmatch(method.lower(), self.method.lower())

    def answer(self) -> Answer:
        """Use it once and return what goes back instead."""
        if self.times is not None:
            self.times -= 1
        match self.kind:
            case Kind.HANG:
                return Answer(0, ending=Ending.HANGING)
            case Kind.RESET:
                return Answer(0, ending=Ending.RESET)
            case Kind.GARBAGE:
                return Answer(200, raw=GARBAGE)
            case Kind.MIGRATE:
                return refused(migrated(self.migrate_to))
        return refused(self._refusal())

    def _refusal(self) -> RefusedError:
        if self.description:
            return RefusedError(self.code, self.description)
        return too_many(self.retry_after) if self.code == 429 else plain(self.code)

    @property
    def body(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "number": self.number,
            "method": self.method,
            "kind": self.kind.value,
            "times": self.times,
            "code": self.code,
            "retry_after": self.retry_after,
            "after": self.after,
            "chat_id": self.chat_id,
            "migrate_to": self.migrate_to,
            "description": self.description,
        }

    def __str__(self) -> str:
        return f"{self.kind} {'after' if self.after else 'before'} accepting"


@dataclass(slots=True)
class Faults:
    """All ordered faults; the oldest that concerns a call hits it."""

    ordered: list[Fault] = field(default_factory=list)
    released: Signal = field(default_factory=Signal)
    changed: Callable[[], None] = lambda: None
    _count: int = 0

    def add(self, method: str, kind: str, times: int | None = 1, **how: Any) -> Fault:
        """Order a fault; `how` takes code, retry_after, after, chat_id, migrate_to, description."""
        self._count += 1
        fault = Fault(self._count, method, Kind(kind), times, **how)
        self.ordered.append(fault)
        self.changed()
        return fault

    def find(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the fault that hits this call, if any."""
        self.ordered = [fault for fault in self.ordered if fault.times != 0]
        return next((f for f in self.ordered if f.concerns(method, chat_id)), None)

    def active(self) -> list[Fault]:
        """Return the faults that are still to come."""
        return [fault for fault in self.ordered if fault.times != 0]

    def remove(self, number: int) -> None:
        """Take one fault back; KeyError if it is none of those to come."""
        if all(fault.number != number for fault in self.active()):
            raise KeyError(number)
        self.ordered = [fault for fault in self.ordered if fault.number != number]
        self.released.ring()
        self.changed()

    def clear(self) -> None:
        """Take back all faults and let go of every connection that hangs."""
        self.ordered = []
        self.released.ring()
        self.changed()
