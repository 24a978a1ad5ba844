"""What is kept of a person, and how it is all given up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.account import AccountMove
from domain.channel import Address
from domain.delivery import Kind, Letter, State
from domain.draft import Draft
from domain.exchange import Contact
from domain.invite_leads import Leads, must_stay
from domain.letters import moved_up_letters
from domain.message import Message
from domain.moveup import EndedOffer
from domain.network import Network
from domain.person import KnownAddress, Newcomer, Person
from domain.privacy_place import PlaceChange
from domain.register import Left, Registration, Seats, leave
from domain.report_order import Wanted
from domain.second import SecondWanted
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

    `exchanges` are noted and not counted yet, `reports` are being made; to `regrets` the answer
    was «Diesmal nicht», `moveups` are the seats that were offered. Of `substitutes` there are links
    to a seat: to which training, until when. The `account` moves to this chat, or from this one;
    a `place_change` waits for an office, `seconds` for a second person. When a registration, by
    its number, `changed` last, and a training, by its own, was `regretted`.
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
    addresses: tuple[KnownAddress, ...] = ()
    regrets: tuple[Training, ...] = ()
    moveups: tuple[EndedOffer, ...] = ()
    substitutes: tuple[tuple[str, datetime], ...] = ()
    account: AccountMove | None = None
    place_change: PlaceChange | None = None
    seconds: tuple[SecondWanted, ...] = ()
    changed: Mapping[int, datetime] = field(default_factory=dict)
    regretted: Mapping[int, datetime] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing is kept."""
        known = (self.person, self.draft, self.newcomer, self.account)
        return all(each is None for each in known)


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

    message_id: str
    at: datetime


class NotErased(StrEnum):
    """Why nothing was erased: somebody must lead, or nothing was kept."""

    LAST_LEAD = "last-lead"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Erased:
    """Everything is gone; `written` may still be taken out of the chat."""

    written: tuple[WrittenMessage, ...] = ()


class People(Leads, Protocol):
    """The members; with one go subscriptions and registrations, and no sums."""

    async def erase(self, person_id: int) -> None: ...


class OfChat(Protocol):
    """What is kept of a chat; False if there was nothing."""

    async def drop(self, address: Address) -> bool: ...


class Dossiers(Protocol):
    """What was sent to somebody."""

    async def written(
        self, person_id: int, since: datetime, channel: str
    ) -> Sequence[WrittenMessage]: ...


class Plans(Protocol):
    """What waits to be sent to somebody."""

    async def end_all(self, person_id: int, state: State, reason: str, now: datetime) -> int: ...


class Outbox(Protocol):
    """Where messages to others go."""

    async def put(self, *letters: Letter) -> int: ...


class House(Protocol):
    """Everything that erasing touches, in one transaction."""

    @property
    def persons(self) -> People: ...
    @property
    def registrations(self) -> Places: ...
    @property
    def drafts(self) -> OfChat: ...
    @property
    def access(self) -> OfChat: ...
    @property
    def accounts(self) -> OfChat: ...
    @property
    def dossiers(self) -> Dossiers: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def deliveries(self) -> Outbox: ...


async def erase(
    house: House,
    network: Network,
    address: Address,
    person: Person | None,
    now: datetime,
    *,
    tidy: bool = False,
) -> Erased | NotErased:
    """Erase everything of a chat and of the member behind it, whoever asks for it.

    Seats go to the next in line, who are told. With `tidy` it is returned what was written to
    the member and may still be taken out of the chat.
    """
    if person is not None and await must_stay(house.persons, person):
        return NotErased.LAST_LEAD
    of_chat = (house.drafts, house.access, house.accounts)
    had = [await each.drop(address) for each in of_chat]
    if person is None:
        return Erased() if any(had) else NotErased.NOTHING
    written = (
        await house.dossiers.written(person.id, now - DELETABLE, address.channel) if tidy else ()
    )
    await erase_member(house, network, person.id, now)
    return Erased(tuple(written))


async def erase_member(house: House, network: Network, person_id: int, now: datetime) -> None:
    """Erase a member by number: all there is to do for one whose row cannot be read."""
    for left in await withdraw_all(house.registrations, person_id, now):
        letters = moved_up_letters(network, left.training, left.moved_up, now)
        await house.deliveries.put(*letters)
    await house.plans.end_all(person_id, State.CANCELLED, "erased", now)
    await house.persons.erase(person_id)


def removals(
    address: Address, key: str, written: Sequence[WrittenMessage], now: datetime
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
            address=address,
            expires_at=part[0].at + DELETABLE,
            message=Message("", removes=tuple(one.message_id for one in part)),
        )
        for number, part in enumerate(parts)
    ]


def last_words(
    address: Address, after: Sequence[Letter], replaces: str | None, language: str, now: datetime
) -> Letter:
    """Return what is said once the messages of a chat were taken out, in place of a card."""
    return Letter(
        key=f"last:{after[0].key}",
        kind=Kind.LAST_WORDS,
        due_at=now,
        address=address,
        facts={
            "after": [letter.key for letter in after],
            "replaces": replaces,
            "language": language,
        },
    )
