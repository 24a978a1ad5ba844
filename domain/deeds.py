"""The access log: what coordinators did and which names they looked at, and never to whom.

A line says the day, the role, the office, what was done and in which training. Nobody is named,
neither who did it nor whom it was about. The lead reads it, and after a year it is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

#: Stands in the place of a role for who runs the bot and calls a command.
OPERATOR = "operator"


class Deed(StrEnum):
    """What is written down, as coarse as an officer needs it."""

    # Names were looked at.
    ATTENDANCE = "attendance"
    PEOPLE = "people"
    PRESENCE = "presence"
    PRINTED = "printed"
    MEMBERS = "members"
    MEMBER = "member"
    APPLICANT = "applicant"
    # Somebody comes in, stays, goes.
    INVITED = "invited"
    INVITATION_REVOKED = "invitation-revoked"
    LET_IN = "let-in"
    TURNED_AWAY = "turned-away"
    CONFIRMED = "confirmed"
    ASKED = "asked"
    ENDED = "ended"
    ACCOUNT = "account"
    PLACED = "placed"
    CORRECTED = "corrected"
    RESTRICTED = "restricted"
    # A training, and who takes part.
    PLANNED = "planned"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    ERASED = "erased"
    SECONDED = "seconded"
    SEATS = "seats"
    GOES_AHEAD = "goes-ahead"
    TAKEN_OUT = "taken-out"
    APPROVED = "approved"
    DISAPPROVED = "disapproved"
    MARKED = "marked"
    CLOSED = "closed"
    RECOUNTED = "recounted"
    # Messages to many.
    ANNOUNCED = "announced"
    WROTE = "wrote"
    RECALLED = "recalled"
    RESOLVED = "resolved"
    # What is logged, and the year.
    ENTERED = "entered"
    ASSESSED = "assessed"
    ENDORSED = "endorsed"
    DECIDED = "decided"
    REPORTED = "reported"


#: A deed, or which one a press or the end of a form is; none for what is not written down.
Logged = Deed | Callable[[Any], Deed | None]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the log."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month that a day is in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def following(self) -> date:
        """The first day of the next month."""
        return self.later(1).first

    def later(self, months: int) -> Month:
        """Return the month that is so many months later."""
        year, index = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, index + 1)


@dataclass(frozen=True, slots=True)
class Done:
    """A line of the log: so often on that day; the title of a training, if there is one."""

    day: date
    role: str
    office: str
    deed: Deed
    title: str | None = None
    n: int = 1
