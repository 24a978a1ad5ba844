"""What is kept of a person, and how it is all given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.delivery import Kind, Letter, State
from domain.draft import Draft
from domain.exchange import Contact
from domain.message import Message
from domain.person import Newcomer, Person
from domain.registration import Left, Registration, Seats, leave
from domain.reporting import Wanted
from domain.training import Training
from domain.vocabulary import Topic

#: So long after sending, a message can still be taken out of a chat.
DELETABLE = timedelta(hours=48)
#: So many messages are taken out at once at most.
MOST_REMOVED = 100


@dataclass(frozen=True, slots=True)
class ToldMessage:
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
    told: tuple[ToldMessage, ...] = ()
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
class WrittenMessage:
    """A message in somebody's chat, by the channel's id, and when it was sent."""

    message_id: int
    at: datetime


def removals(
    chat_id: int, key: str, written: Sequence[WrittenMessage], now: datetime
) -> list[Letter]:
    """Return what takes these messages out of a chat, oldest first, and the last words after it.

    What could not go in time stays in the chat, and the last words say so.
    """
    oldest_first = sorted(written, key=lambda one: one.at)
    parts = [
        oldest_first[at : at + MOST_REMOVED] for at in range(0, len(oldest_first), MOST_REMOVED)
    ]
    return [
        Letter(
            key=f"{key}:{number}",
            kind=Kind.REMOVAL,
            due_at=now,
            chat_id=chat_id,
            expires_at=part[0].at + DELETABLE,
            message=Message("", removes=tuple(one.message_id for one in part)),
        )
        for number, part in enumerate(parts)
    ]


def last_words(
    chat_id: int, after: Sequence[Letter], replaces: int | None, language: str, now: datetime
) -> Letter:
    """Return what is said once the messages of a chat were taken out, in place of a card."""
    return Letter(
        key=f"last:{after[0].key}",
        kind=Kind.LAST_WORDS,
        due_at=now,
        chat_id=chat_id,
        facts={
            "after": [letter.key for letter in after],
            "replaces": replaces,
            "language": language,
        },
    )
