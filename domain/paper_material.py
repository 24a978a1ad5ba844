"""What papers are made of: chat and command line read it here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Protocol

from domain.feedback import Answers, FeedbackItem, means
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


class Told(Protocol):
    """What specialists told of trainings, as counts."""

    async def answers(self, first: datetime, last: datetime) -> Sequence[Answers]: ...


class Desk(Protocol):
    """Where it is read what stands on a paper."""

    @property
    def registrations(self) -> Seated: ...
    @property
    def attendees(self) -> Marked: ...
    @property
    def exchange(self) -> Told: ...


async def certified(desk: Desk, network: Network, training: Training) -> list[Attendee]:
    """Return who gets a certificate: who has a seat, and was there as far as that is marked."""
    found = list(await desk.registrations.attendees(training.id))
    if not network.presence:
        return found
    marks = await desk.attendees.marks(training.id)
    return [each for each in found if there(each.registration, marks)]


async def spoken_of(desk: Desk, training: Training) -> dict[FeedbackItem, Fraction]:
    """Return the means of what people told of a training; items of too few answers are missing."""
    starts_at = training.plan.starts_at
    found = await desk.exchange.answers(starts_at, starts_at + timedelta(seconds=1))
    return means(each for each in found if each.training_id == training.id)
