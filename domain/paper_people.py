"""Who stands on a paper: chat and command line read them here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.manage_people import Attendee
from domain.network import Network
from domain.presence import Marks, there
from domain.training import Training


class Seated(Protocol):
    """Who has a seat in a training, by seat code."""

    async def attendees(self, training_id: int) -> Sequence[Attendee]: ...


class Marked(Protocol):
    """What is marked of who was there."""

    async def marks(self, training_id: int) -> Marks: ...


class Desk(Protocol):
    """Where it is read who stands on a paper."""

    @property
    def registrations(self) -> Seated: ...
    @property
    def attendees(self) -> Marked: ...


async def certified(desk: Desk, network: Network, training: Training) -> list[Attendee]:
    """Return who gets a certificate: who has a seat, and was there as far as that is marked."""
    found = list(await desk.registrations.attendees(training.id))
    if not network.presence:
        return found
    marks = await desk.attendees.marks(training.id)
    return [each for each in found if there(each.registration, marks)]
