"""A member's new account: by a link of the own coordination office, and the old chat may stop it.

A link alone moves nothing at once: the old chat is told, and has a day to say no. What hangs on the
person (seats, places in the line, topics) stays with them; only where they are reached changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.channel import Address
from domain.delivery import Kind, Letter
from domain.invite import token_hash
from domain.message import Message
from domain.people import why_not
from domain.person import Person
from domain.rights import Act, may

#: So long a link is valid, and so long the old chat may stop what was begun by it.
VALID, OBJECTION = timedelta(hours=48), timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class AccountMove:
    """A link to a member's account; once opened, to which chat it moves, and when."""

    id: int
    person_id: int
    expires_at: datetime
    to: Address | None = None
    language: str = "de"
    moves_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """An account moved: whose, as they are reached now, and where they were before."""

    person: Person
    before: Address


class NotMoved(StrEnum):
    """Why an account does not move; each has one sentence."""

    GONE = "gone"  # no such link: used, stopped, or made up
    EXPIRED = "expired"
    MEMBER = "member"  # the chat belongs to a member already
    NOT_YOURS = "not-yours"
    COORDINATES = "coordinates"
    RESTRICTED = "restricted"


class NoMove(StrEnum):
    """Why nothing came of a link, as the office that made it learns."""

    STOPPED = "stopped"  # by the old chat
    TAKEN = "taken"  # the new chat became a member's by another way
    UNUSED = "unused"  # nobody opened the link in time


class Moves(Protocol):
    """The links, one a member; only one chat gets what is claimed, or taken."""

    async def put(self, person_id: int, token_hash: bytes, expires_at: datetime) -> None: ...
    async def find(self, token_hash: bytes) -> AccountMove | None: ...
    async def claim(self, move_id: int, to: Address, language: str, moves_at: datetime) -> bool: ...
    async def take_due(self, move_id: int, now: datetime) -> AccountMove | None: ...
    async def take_of(self, person_id: int) -> AccountMove | None: ...
    async def take_unused(self, move_id: int, now: datetime) -> AccountMove | None: ...


class Persons(Protocol):
    """The members, and by which chats they are reached."""

    async def get(self, person_id: int) -> Person | None: ...
    async def coordinators(self) -> Sequence[Person]: ...
    async def by_chat(self, address: Address) -> Person | None: ...
    async def follow(self, person_id: int, new: str, channel: str) -> None: ...
    async def set_unreachable(
        self, person_id: int, since: datetime | None, channel: str
    ) -> None: ...


class Outbox(Protocol):
    """What waits to be sent to a chat."""

    async def follow(self, old: str, new: str, person_id: int | None) -> None: ...
    async def put(self, *letters: Letter) -> int: ...


class Dialogues(Protocol):
    """What somebody has entered in a chat."""

    async def drop(self, address: Address) -> bool: ...


class Desk(Protocol):
    """Everything that moving touches, in one transaction."""

    @property
    def accounts(self) -> Moves: ...
    @property
    def persons(self) -> Persons: ...
    @property
    def deliveries(self) -> Outbox: ...
    @property
    def drafts(self) -> Dialogues: ...


def not_yours(viewer: Person, member: Person) -> NotMoved | None:
    """Return why somebody cannot move a member's account; None if they can, who could end it."""
    if may(viewer, Act.END_MEMBERSHIP, member):
        return None
    return NotMoved(why_not(viewer, member).value)


async def make(
    desk: Desk, viewer: Person, member: Person, token: str, now: datetime
) -> datetime | NotMoved:
    """Make a link to a member's account, and return when it ends; earlier ones hold no more."""
    why = not_yours(viewer, member)
    if why is not None:
        return why
    ends = now + VALID
    await desk.accounts.put(member.id, token_hash(token), ends)
    return ends


async def look(desk: Desk, token: str, to: Address, now: datetime) -> AccountMove | NotMoved:
    """Return the open link behind a token, or why this chat gets nothing by it."""
    found = await desk.accounts.find(token_hash(token))
    if found is None or found.to is not None:
        return NotMoved.GONE
    if now >= found.expires_at:
        return NotMoved.EXPIRED
    if await desk.persons.by_chat(to) is not None:
        return NotMoved.MEMBER
    return found


async def claim(
    desk: Desk, token: str, to: Address, language: str, now: datetime
) -> tuple[Person, datetime] | NotMoved:
    """Let a chat that agreed ask for an account; return whose, and when it moves.

    Of two chats that open one link, the first one has it.
    """
    found = await look(desk, token, to, now)
    if isinstance(found, NotMoved):
        return found
    member = await desk.persons.get(found.person_id)
    moves_at = now + OBJECTION
    if member is None or not await desk.accounts.claim(found.id, to, language, moves_at):
        return NotMoved.GONE
    return member, moves_at


async def stop(desk: Desk, member: Person) -> AccountMove | None:
    """Stop what was begun, as the old chat wants; None if there was nothing to stop."""
    return await desk.accounts.take_of(member.id)


async def move(desk: Desk, move_id: int, now: datetime) -> Moved | AccountMove | None:
    """Move an account whose time has come; the old chat is nobody's afterwards.

    If the new chat has come in by another way meanwhile, all stays as it was, and the link is
    returned; None if it was stopped, or is not due.
    """
    found = await desk.accounts.take_due(move_id, now)
    if found is None or found.to is None:
        return None
    member = await desk.persons.get(found.person_id)
    if member is None:
        return None
    if await desk.persons.by_chat(found.to) is not None:
        return found
    before, to = member.address, found.to
    await desk.drafts.drop(before)
    await desk.persons.follow(member.id, to.name, to.channel)
    await desk.persons.set_unreachable(member.id, None, to.channel)
    await desk.deliveries.follow(before.name, to.name, member.id)
    after = await desk.persons.get(member.id)
    return None if after is None else Moved(after, before)


async def unused(desk: Desk, move_id: int, now: datetime) -> Person | None:
    """Take back a link that nobody opened in time; return whose account it was for."""
    found = await desk.accounts.take_unused(move_id, now)
    return await desk.persons.get(found.person_id) if found else None


def concerned(member: Person, coordinators: Iterable[Person]) -> list[Person]:
    """Return who learns that no account moved: who could have made the link."""
    return [
        each for each in coordinators if each.reachable and may(each, Act.END_MEMBERSHIP, member)
    ]


async def tell_office(
    desk: Desk, member: Person, key: str, now: datetime, words: Callable[[Person], Message]
) -> None:
    """Tell the office that looks after a member; `words` makes the message for each of it."""
    told = concerned(member, await desk.persons.coordinators())
    letters = [
        Letter(
            key=f"account-{key}:{each.id}",
            kind=Kind.ALERT,
            due_at=now,
            person_id=each.id,
            message=words(each),
        )
        for each in told
    ]
    await desk.deliveries.put(*letters)
