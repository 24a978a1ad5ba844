"""What follows when a channel reaches somebody no more, or again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.delivery import State
from domain.letters import Freed, Outbox, reminder_letters, revive
from domain.network import Network
from domain.person import Person
from domain.register import Registration
from domain.training import Training
from domain.vocabulary import RegistrationStatus


class Persons(Protocol):
    """The members, and by which channels they are reached."""

    async def get(self, person_id: int) -> Person | None: ...
    async def set_unreachable(
        self, person_id: int, since: datetime | None, channel: str
    ) -> None: ...


class Registrations(Protocol):
    """What somebody is registered for, as far as it ends after a moment."""

    async def of_person(
        self, person_id: int, after: datetime
    ) -> Sequence[tuple[Training, Registration]]: ...


class Plans(Freed, Protocol):
    """What waits to be sent."""

    async def end_all(
        self,
        person_id: int,
        state: State,
        reason: str,
        now: datetime,
        channel: str | None = None,
    ) -> int: ...


class House(Protocol):
    """Everything that it touches whether somebody is reached."""

    @property
    def persons(self) -> Persons: ...
    @property
    def registrations(self) -> Registrations: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def deliveries(self) -> Outbox: ...


async def lost_by(
    house: House, network: Network, person_id: int, channel: str, reason: str, now: datetime
) -> None:
    """End what waits for somebody on a channel that reaches them no more.

    Who is reached by another one is reminded there.
    """
    await house.persons.set_unreachable(person_id, now, channel)
    await house.plans.end_all(person_id, State.UNDELIVERABLE, reason, now, channel)
    person = await house.persons.get(person_id)
    if person is not None and person.reachable:
        await _remind(house, network, person_id, now)


async def back_by(
    house: House, network: Network, person_id: int, channel: str, now: datetime
) -> None:
    """Note that a channel reaches somebody again, and plan the reminders anew that ended."""
    await house.persons.set_unreachable(person_id, None, channel)
    await _remind(house, network, person_id, now)


async def _remind(house: House, network: Network, person_id: int, now: datetime) -> None:
    for training, own in await house.registrations.of_person(person_id, now):
        if own.status is RegistrationStatus.CONFIRMED and not own.muted:
            await revive(house, reminder_letters(network, training, own, now))
