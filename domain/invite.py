"""How somebody comes in: an invitation with a secret token, limited in uses and days.

One person has one role and one place. An invitation opened by a member asks before it changes
them; a use counts when somebody comes in by it, or says yes to the change.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.channel import Address
from domain.invite_leads import Leads, must_stay
from domain.localtime import local_day
from domain.person import Newcomer, Person, Place, usually_announced
from domain.vocabulary import Announced, Role, Sector

DEFAULT_DAYS = 14
MOST_DAYS = 90
MOST_USES = 200
#: So many letters has each token that we make.
TOKEN_LETTERS = 22
#: Longer than any token we make: what is longer is none.
LONGEST_TOKEN = 32


class InvitationProblem(StrEnum):
    """Why an invitation lets nobody in, or changes nothing for a member."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED_UP = "used-up"
    REVOKED = "revoked"
    SAME = "same"
    LAST_LEAD = "last-lead"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A door: what comes through it gets this role, and this office or sector."""

    id: int
    role: Role
    office: str | None
    sector: Sector | None
    uses_left: int
    expires_at: datetime
    revoked: bool = False

    def problem(self, now: datetime) -> InvitationProblem | None:
        """Return why nobody gets in now, or None if the door is open."""
        if self.revoked:
            return InvitationProblem.REVOKED
        if now >= self.expires_at:
            return InvitationProblem.EXPIRED
        if self.uses_left < 1:
            return InvitationProblem.USED_UP
        return None

    def place(self, office: str | None = None) -> Place | None:
        """Return where it leads; None if it names only a sector and no office was chosen."""
        if self.office is not None:
            return Place(self.office, self.sector or Sector.YOUTH_OFFICE)
        return None if office is None else Place(office, self.sector or Sector.OTHER)

    def gives_nothing(self, person: Person) -> bool:
        """Return whether somebody has its role and place already.

        One for a sector only leaves the district open, so every district fits.
        """
        return person.role is self.role and self.place(person.office) == person.place


def token_hash(token: str) -> bytes:
    """Return what is kept of a token: enough to know it again, useless to a thief."""
    return hashlib.sha256(token.encode()).digest()


class OpenDoors(Protocol):
    """What going through a door needs from storage.

    A door that is held lets nobody else through until the transaction ends.
    """

    async def find(self, token_hash: bytes, *, hold: bool = False) -> Invitation | None: ...
    async def use(self, invitation_id: int, now: datetime) -> bool: ...


class Doors(OpenDoors, Protocol):
    """What inviting needs from storage."""

    async def add(
        self,
        token_hash: bytes,
        role: Role,
        office: str | None,
        sector: Sector | None,
        uses: int,
        expires_at: datetime,
    ) -> int: ...


class People(Leads, Protocol):
    """What joining needs from storage."""

    async def by_chat(self, address: Address) -> Person | None: ...
    async def add(self, newcomer: Newcomer, day: date) -> Person: ...
    async def assign(
        self, person_id: int, role: Role, place: Place, announced: Announced
    ) -> Person: ...


async def invite(
    doors: Doors,
    token: str,
    role: Role,
    *,
    office: str | None,
    sector: Sector | None,
    uses: int,
    expires_at: datetime,
) -> Invitation:
    """Make an invitation; only the hash of its token is kept."""
    number = await doors.add(token_hash(token), role, office, sector, uses, expires_at)
    return Invitation(number, role, office, sector, uses, expires_at)


async def look(
    doors: OpenDoors, token: str, now: datetime, *, hold: bool = False
) -> Invitation | InvitationProblem:
    """Return the open invitation behind a token, or why there is none."""
    invitation = await doors.find(token_hash(token), hold=hold)
    if invitation is None:
        return InvitationProblem.UNKNOWN
    return invitation.problem(now) or invitation


class Waiting(Protocol):
    """Who asked to be let in; False if this chat did not."""

    async def drop(self, address: Address) -> bool: ...


async def join(
    doors: OpenDoors,
    people: People,
    waiting: Waiting,
    token: str,
    newcomer: Newcomer,
    now: datetime,
    zone: ZoneInfo,
) -> Person | InvitationProblem:
    """Let somebody in who agreed; who is in already stays as they are and takes no use.

    The door is held meanwhile: two presses of one person come one after the other, and two
    people cannot share the last use. Who comes in waits for no other door any more.
    """
    found = await look(doors, token, now, hold=True)
    if isinstance(found, InvitationProblem):
        return found
    known = await people.by_chat(newcomer.address)
    if known is not None:
        return known
    if not await doors.use(found.id, now):
        return InvitationProblem.USED_UP
    await waiting.drop(newcomer.address)
    return await people.add(newcomer, local_day(now, zone))


async def weigh(
    doors: OpenDoors,
    people: People,
    token: str,
    person: Person,
    now: datetime,
    *,
    hold: bool = False,
) -> Invitation | InvitationProblem:
    """Return an invitation that would change a member's role or place, or why none does.

    One that gives what they have says so, even if it is closed by now: they may have come by it.
    """
    invitation = await doors.find(token_hash(token), hold=hold)
    if invitation is None:
        return InvitationProblem.UNKNOWN
    if invitation.gives_nothing(person):
        return InvitationProblem.SAME
    if (problem := invitation.problem(now)) is not None:
        return problem
    if invitation.role is not Role.LEAD and await must_stay(people, person):
        return InvitationProblem.LAST_LEAD
    return invitation


async def change(
    doors: OpenDoors, people: People, token: str, person: Person, office: str | None, now: datetime
) -> Person | InvitationProblem:
    """Give a member who said yes the role and place of an invitation; only this counts as a use.

    `office` is the district that was chosen where the invitation names only a sector. Who comes to
    look on only, or does so no more, gets the announcements that are usual from then on.
    """
    found = await weigh(doors, people, token, person, now, hold=True)
    if isinstance(found, InvitationProblem):
        return found
    place = found.place(office)
    if place is None:
        return InvitationProblem.UNKNOWN
    if not await doors.use(found.id, now):
        return InvitationProblem.USED_UP
    usual = usually_announced(found.role)
    same = usual is usually_announced(person.role)
    return await people.assign(person.id, found.role, place, person.announced if same else usual)


def expiry(now: datetime, days: int) -> datetime:
    """Return when an invitation made now ends; `days` is held between 1 and 90."""
    return now + timedelta(days=max(1, min(days, MOST_DAYS)))
