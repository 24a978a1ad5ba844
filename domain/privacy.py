"""What is kept of a person, and how it is all given up; with the buttons for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.actions import Action
from domain.delivery import Kind, State
from domain.draft import Draft
from domain.exchange import Contact
from domain.person import Newcomer, Person
from domain.registration import Left, Registration, Seats, leave
from domain.reporting import Wanted
from domain.training import Training
from domain.vocabulary import Topic

#: So long after sending, a message can still be taken out of a chat.
DELETABLE = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Told:
    """A message to somebody, without its text."""

    kind: Kind
    state: State
    due_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is kept of one human being; `asked_at` is when a newcomer asked.

    `exchanges` are noted and not counted yet, `reports` are being made.
    """

    person: Person | None
    draft: Draft | None = None
    newcomer: Newcomer | None = None
    asked_at: datetime | None = None
    topics: tuple[Topic, ...] = ()
    registrations: tuple[tuple[Training, Registration], ...] = ()
    planned: tuple[Training, ...] = ()
    announcements: int = 0
    told: tuple[Told, ...] = ()
    exchanges: tuple[tuple[datetime, Contact], ...] = ()
    reports: tuple[Wanted, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is kept."""
        return self.person is None and self.draft is None and self.newcomer is None


class Places(Seats, Protocol):
    """What giving up everything needs from storage."""

    async def of_person(
        self, person_id: int, after: datetime
    ) -> Sequence[tuple[Training, Registration]]: ...


async def withdraw_all(places: Places, person_id: int, now: datetime) -> list[Left]:
    """Give up a person's places in all trainings to come, and let the queues move up."""
    left = [
        await leave(places, training.id, person_id, now)
        for training, _ in await places.of_person(person_id, now)
    ]
    return [each for each in left if each is not None]


@dataclass(frozen=True, slots=True)
class ShowData(Action):
    """«Meine Daten zeigen»."""

    CODE = "data"


@dataclass(frozen=True, slots=True)
class AskErase(Action):
    """«Meine Daten löschen»: asks back once."""

    CODE = "era"


@dataclass(frozen=True, slots=True)
class Erase(Action):
    """«Ja, alles löschen»."""

    CODE = "era-y"


@dataclass(frozen=True, slots=True)
class KeepData(Action):
    """«Nein, behalten»."""

    CODE = "era-n"
