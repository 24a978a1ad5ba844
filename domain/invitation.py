"""How somebody comes in: an invitation with a secret token, limited in uses and days."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.person import Newcomer, Person
from domain.vocabulary import Role, Sector

DEFAULT_DAYS = 14
MOST_DAYS = 90
MOST_USES = 200


class InvitationProblem(StrEnum):
    """Why an invitation lets nobody in."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED_UP = "used-up"
    REVOKED = "revoked"


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


def new_token() -> str:
    """Return a secret of 128 random bits, 22 characters that fit into a deep link."""
    return secrets.token_urlsafe(16)


def token_hash(token: str) -> bytes:
    """Return what is kept of a token: enough to know it again, useless to a thief."""
    return hashlib.sha256(token.encode()).digest()


class Doors(Protocol):
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
    async def find(self, token_hash: bytes) -> Invitation | None: ...
    async def use(self, invitation_id: int, now: datetime) -> bool: ...


class People(Protocol):
    """What joining needs from storage."""

    async def by_chat(self, chat_id: int) -> Person | None: ...
    async def add(self, newcomer: Newcomer, now: datetime) -> Person: ...
    async def admit(self, person_id: int, newcomer: Newcomer, now: datetime) -> Person: ...


async def invite(
    doors: Doors,
    role: Role,
    *,
    office: str | None,
    sector: Sector | None,
    uses: int,
    expires_at: datetime,
) -> str:
    """Make an invitation and return its token; only the token's hash is kept."""
    token = new_token()
    await doors.add(token_hash(token), role, office, sector, uses, expires_at)
    return token


async def look(doors: Doors, token: str, now: datetime) -> Invitation | InvitationProblem:
    """Return the open invitation behind a token, or why there is none."""
    invitation = await doors.find(token_hash(token))
    if invitation is None:
        return InvitationProblem.UNKNOWN
    return invitation.problem(now) or invitation


async def join(
    doors: Doors, people: People, token: str, newcomer: Newcomer, now: datetime
) -> Person | InvitationProblem:
    """Let somebody in who agreed; who is in already takes the role and place of the invitation.

    A use is taken by a conditional update, so two people cannot share the last one.
    """
    found = await look(doors, token, now)
    if isinstance(found, InvitationProblem):
        return found
    if not await doors.use(found.id, now):
        return InvitationProblem.USED_UP
    known = await people.by_chat(newcomer.chat_id)
    if known is None:
        return await people.add(newcomer, now)
    return await people.admit(known.id, newcomer, now)


def expiry(now: datetime, days: int) -> datetime:
    """Return when an invitation made now ends; `days` is held between 1 and 90."""
    return now + timedelta(days=max(1, min(days, MOST_DAYS)))
