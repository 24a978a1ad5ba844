"""A word to many: to those of one training, or to the whole network; kept for a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from domain.announce_audience import Among, Audience, Broadcast, Refusal, start_at
from domain.announce_back import WINDOW
from domain.network import FEW, Network
from domain.training import Training
from domain.typed import signs
from domain.vocabulary import Sector

#: How long a text may be, as Telegram counts letters (UTF-16 units), and how short.
LONGEST, SHORTEST = 700, 5
#: What could not be sent for so long is news no more.
NEWS = timedelta(days=2)
#: A text is forgotten so long after it was to be sent.
KEPT = timedelta(days=30)


class NotWritten(StrEnum):
    """Why a text cannot be sent to many."""

    SHORT = "short"
    LONG = "long"


def not_written(text: str) -> NotWritten | None:
    """Return why a tidy text is not sent; None if it may be."""
    if len(text) < SHORTEST:
        return NotWritten.SHORT
    return NotWritten.LONG if signs(text) > LONGEST else None


def meant(data: Mapping[str, Any]) -> Audience:
    """Return the audience entered so far."""
    to, office = data.get("to"), data.get("office")
    return Audience(
        offices=(office,) if office else tuple(data.get("offices") or ()),
        sectors=tuple(Sector(slug) for slug in data.get("sectors") or ()),
        among=Among.BOTH if to == OF_OFFICE else next((e for e in Among if e == to), None),
    )


#: The way to mean those of one office, whether they have a seat or wait.
OF_OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Many:
    """How many a word goes to, and how many of them belong to other offices than the writer's."""

    people: int
    others: int = 0

    @property
    def told(self) -> int | None:
        """The number as it may be said; None where it is small and not of one's own office."""
        return None if self.others and self.people < FEW else self.people


class Trainings(Protocol):
    """The trainings; one that is locked does not change until the transaction ends."""

    async def lock(self, training_id: int) -> Training | None: ...
    async def get(self, training_id: int) -> Training | None: ...


class Persons(Protocol):
    """Who is meant: a condition that only storage reads, and a count of it."""

    def meant(self, audience: Audience, of: Training | None) -> Any: ...
    async def how_many(self, audience: Audience, of: Training | None, office: str) -> Many: ...


class Plans(Protocol):
    """The messages to many."""

    async def write(self, what: Broadcast, to: Any, due_at: datetime, until: datetime) -> int: ...


class Broadcasts(Protocol):
    """What goes to many."""

    async def write(
        self,
        of: Training | None,
        audience: Audience,
        words: str,
        send_at: datetime,
        created_by: int,
    ) -> Broadcast: ...
    async def put_off(self, broadcast_id: int, send_at: datetime) -> None: ...
    async def set_running(self, broadcast_id: int, total: int, revision: int) -> None: ...


class Desk(Protocol):
    """Everything that a word to many touches, in one transaction."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def persons(self) -> Persons: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def broadcasts(self) -> Broadcasts: ...


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody orders: of which training (None: of none), to whom, what, and when."""

    training_id: int | None
    audience: Audience
    words: str
    send_at: datetime


async def write(
    desk: Desk, order: Word, office: str, now: datetime, created_by: int
) -> Broadcast | Refusal:
    """Send a word to many, or keep it for its time; return why not if it cannot be.

    What goes at once is due after `WINDOW`: until then it can be taken back.
    """
    training = None
    if order.training_id is not None:
        training = await desk.trainings.lock(order.training_id)
        if training is None:
            return Refusal.GONE
    many = await desk.persons.how_many(order.audience, training, office)
    if not many.people:
        return Refusal.NOBODY
    broadcasts = desk.broadcasts
    made = await broadcasts.write(training, order.audience, order.words, order.send_at, created_by)
    return made if order.send_at > now else await _out(desk, made, training, now + WINDOW)


async def _out(desk: Desk, of: Broadcast, training: Training | None, due_at: datetime) -> Broadcast:
    to = desk.persons.meant(of.audience, training)
    total = await desk.plans.write(of, to, due_at, due_at + NEWS)
    await desk.broadcasts.set_running(of.id, total, of.revision)
    return of.running(total)


async def begin(desk: Desk, network: Network, due: Broadcast, now: datetime) -> datetime | None:
    """Let a word that is due go out; at night it is put off, and the moment is returned."""
    begins = start_at(now, due.send_at, network.quiet, network.zone)
    if begins > now:
        await desk.broadcasts.put_off(due.id, begins)
        return begins
    number = due.training_id
    training = None if number is None else await desk.trainings.get(number)
    await _out(desk, due, training, now)
    return None
