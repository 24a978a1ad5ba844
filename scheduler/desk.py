"""The facts behind one batch of deliveries, each read once and for the whole batch."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from domain.announce_audience import Broadcast
from domain.delivery import Delivery, Kind
from domain.manage import Numbers
from domain.moveup import answer_by
from domain.network import Network
from domain.overtaking import Overlap, asked_anew, overlap
from domain.person import Person
from domain.register import Registration, division
from domain.seats_quota import Division
from domain.training import Training
from storage.regrets import Answer
from storage.store import Store
from texts.catalogue import Texts

T = TypeVar("T")

#: What goes out within this time has not waited; nobody looks what came after it in its chat.
AT_ONCE = timedelta(seconds=1)


class Desk:
    """Reads what texts are made of within the transaction that marks the batch as being sent.

    So the facts are those of the moment of sending, and a batch to many people about one
    training costs a handful of queries, however many people it goes to.
    """

    def __init__(
        self,
        store: Store,
        batch: Sequence[Delivery],
        texts: Texts,
        network: Network,
        now: datetime,
    ) -> None:
        self.store = store
        self.texts = texts
        self.network = network
        self.now = now
        self._batch = batch
        self._read: dict[Hashable, Any] = {}

    async def _once(self, key: Hashable, read: Callable[[], Awaitable[T]]) -> T:
        if key not in self._read:
            self._read[key] = await read()
        found: T = self._read[key]
        return found

    def _numbers(self, link: str) -> list[int]:
        """Return the different numbers that the batch has in one of its links."""
        given = {getattr(delivery, link) for delivery in self._batch}
        return sorted(number for number in given if number is not None)

    async def overlap(self) -> Overlap:
        """Return which changes of the batch are overtaken, and which follow a lost one."""
        changes = [held for held in self._batch if held.in_place and held.person_id is not None]
        if not changes:
            return Overlap()
        return await self._once("overlap", lambda: overlap(self.store.changes, changes, self.now))

    async def asked_anew(self) -> frozenset[int]:
        """Return which questions of the batch are overtaken; what did not wait cannot be."""
        waited = [
            held
            for held in self._batch
            if held.kind is Kind.ANSWER and self.now - held.due_at > AT_ONCE
        ]
        if not waited:
            return frozenset()
        return await self._once("asked", lambda: asked_anew(self.store.changes, waited))

    async def person(self, number: int | None) -> Person | None:
        """Return somebody the batch goes to; None if erased."""
        if number is None:
            return None
        wanted = self._numbers("person_id")
        found = await self._once("people", lambda: self.store.persons.many(wanted))
        return found.get(number)

    async def training(self, number: int | None) -> Training | None:
        """Return a training the batch is about."""
        if number is None:
            return None
        wanted = self._numbers("training_id")
        found = await self._once("trainings", lambda: self.store.trainings.many(wanted))
        return found.get(number)

    async def registration(self, number: int | None) -> Registration | None:
        """Return a registration the batch is about; None if erased."""
        if number is None:
            return None
        wanted = self._numbers("registration_id")
        found = await self._once("registrations", lambda: self.store.registrations.many(wanted))
        return found.get(number)

    async def answer(self, training_id: int, person_id: int) -> Answer:
        """Return what somebody the batch goes to answered to a training."""
        wanted = self._numbers("person_id")
        found = await self._once(
            ("answer", training_id), lambda: self.store.regrets.answers(training_id, wanted)
        )
        return found.get(person_id, Answer())

    async def place_in_line(self, own: Registration) -> int:
        """Return the place in the line from 1; 0 for who does not wait."""
        number = own.training_id
        line = await self._once(("line", number), lambda: self.store.registrations.line(number))
        return line.index(own.id) + 1 if own.id in line else 0

    async def answer_by(self, of: Training, own: Registration) -> datetime:
        """Return until when somebody can answer who is offered a seat."""
        offer = await self.store.moveups.runs(own.id)
        sent_at = offer.sent_at if offer else None
        return answer_by(sent_at or self.now, of, self.network)

    async def overview(self, training_id: int) -> Numbers | None:
        """Return a training with its numbers."""
        return await self._once(
            ("overview", training_id), lambda: self.store.trainings.overview(training_id)
        )

    async def division(self, of: Training) -> Division:
        """Return how a training with quotas stands, by office."""
        return await self._once(("division", of.id), lambda: division(self.store.registrations, of))

    async def broadcast(self, number: int | None) -> Broadcast | None:
        """Return an announcement the batch belongs to."""
        if number is None:
            return None
        return await self._once(("broadcast", number), lambda: self.store.broadcasts.get(number))

    async def words(self, number: int) -> str | None:
        """Return the text of a word to many that the batch belongs to; None once forgotten."""
        return await self._once(("words", number), lambda: self.store.broadcasts.words(number))
