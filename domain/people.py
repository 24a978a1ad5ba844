"""The members of an office, as its coordination office looks after them.

Who works there no longer shall not stay for ever. Once a year the coordination office confirms
its members; who is not confirmed is asked, and leaves if there is no answer in time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from domain.person import Person
from domain.rights import CONFIRMED, Act, care, may
from domain.training import Training
from domain.vocabulary import Role

#: So long a confirmation holds; joining is one, too.
HOLDS = timedelta(days=365)
#: So long before its end the coordinators are told once.
TOLD_BEFORE = timedelta(days=30)
#: So long who is asked has time to answer.
TO_ANSWER = timedelta(days=30)
#: So long before its end they are asked a second time.
ASKED_AGAIN = timedelta(days=7)
#: What makes a question, or what coordinators are reminded of, the same one.
QUESTION_KEY = "still-there:{person}:{day}:{time}"
REMIND_KEY = "confirm:{person}:{month}"


def leaves_on(asked_on: date) -> date:
    """Return the day on which somebody leaves who was asked and does not answer."""
    return asked_on + TO_ANSWER


@dataclass(frozen=True, slots=True)
class Takers:
    """How many of some offices have a seat in a training of another office, and how many wait."""

    training: Training
    taken: int
    waiting: int


class Confirming(Protocol):
    """The members, and on which day they were confirmed or asked."""

    async def confirm(self, offices: Sequence[str], roles: Collection[Role], day: date) -> int: ...
    async def set_confirmed(self, person_id: int, day: date) -> None: ...
    async def set_asked(self, person_id: int, day: date) -> None: ...


class NotDone(StrEnum):
    """Why nothing was done about a member."""

    NOT_YOURS = "not-yours"
    COORDINATES = "coordinates"
    ASKED = "asked"
    RESTRICTED = "restricted"


def why_not(viewer: Person, member: Person) -> NotDone:
    """Return why somebody may not do to a member what they may do to others."""
    if not may(viewer, Act.LOOK_AFTER, member):
        return NotDone.NOT_YOURS
    return NotDone.RESTRICTED if member.restricted else NotDone.COORDINATES


async def confirm_all(members: Confirming, viewer: Person, today: date) -> int:
    """Confirm the members of an office, those apart who were asked; return how many."""
    return await members.confirm(care(viewer).offices, CONFIRMED, today)


async def ask(members: Confirming, viewer: Person, member: Person, today: date) -> NotDone | None:
    """Ask a member whether they still work there; None if they are asked from now on."""
    if not may(viewer, Act.ASK_MEMBER, member):
        return why_not(viewer, member)
    if member.asked_on is not None:
        return NotDone.ASKED
    await members.set_asked(member.id, today)
    return None


async def still_there(members: Confirming, member: Person, today: date) -> None:
    """Note that a member still works there, as they say themselves."""
    await members.set_confirmed(member.id, today)
