"""Who takes part: a role, an office, a sector, and a name only where somebody wants one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.channel import Address
from domain.typed import one_line
from domain.vocabulary import Announced, Role, Sector

#: Raised whenever the consent text changes its meaning; an older consent is asked for again.
CONSENT_VERSION = 1
LONGEST_NAME = 80


def current_consent() -> int:
    """Return the version of the consent text that is shown today."""
    return CONSENT_VERSION


def usually_announced(role: Role) -> Announced:
    """Return which announcements come until somebody chooses: none to who only looks on."""
    return Announced.NONE if role is Role.AUDITOR else Announced.ALL


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody belongs: a youth office's district (or the whole county) and a sector."""

    office: str
    sector: Sector


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What is known of a person at the moment of joining.

    `consent_version` is the version of the text that was agreed to.
    """

    address: Address
    role: Role
    place: Place
    language: str = "de"
    name: str | None = None
    consent_version: int = field(default_factory=current_consent)

    @property
    def announced(self) -> Announced:
        """Which announcements come until somebody chooses."""
        return usually_announced(self.role)


@dataclass(frozen=True, slots=True)
class KnownAddress(Address):
    """Where a member is reached: what was confirmed once."""

    confirmed_on: date
    unreachable_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the network.

    `address` is the only thing that leads to the human being: the one they came by, or are written
    to. Of several it is the first channel's by which they can be reached.

    `announced` says which announcements somebody gets, `daily` whether a coordinator's day is
    summed up, `nudged` whether somebody is asked before a deadline. Of `joined_on` only the
    month is kept. A coordination office confirms its members (`confirmed_on`), or asks them whether
    they still work there (`asked_on`, until there is an answer). Since `restricted_on` somebody
    wants what is kept of them left alone.
    """

    id: int
    address: Address
    role: Role
    office: str
    sector: Sector
    language: str
    name: str | None
    consent_version: int
    consented_on: date
    active_on: date
    unreachable_since: datetime | None = None
    announced: Announced = Announced.ALL
    daily: bool = True
    nudged: bool = True
    joined_on: date | None = None
    confirmed_on: date | None = None
    asked_on: date | None = None
    restricted_on: date | None = None

    @property
    def coordinates(self) -> bool:
        """Whether this person may plan trainings and invite others."""
        return self.role in {Role.COORDINATOR, Role.LEAD}

    @property
    def reads_reports(self) -> bool:
        """Whether this person may read what is published of a year, before others do."""
        return self.coordinates or self.role is Role.AUDITOR

    @property
    def consented(self) -> bool:
        """Whether the consent given still covers what the bot does."""
        return self.consent_version >= current_consent()

    @property
    def reachable(self) -> bool:
        """Whether messages arrive: the bot is not blocked, and nothing is restricted."""
        return self.unreachable_since is None and not self.restricted

    @property
    def restricted(self) -> bool:
        """Whether somebody wants what is kept of them left alone (Art. 18 GDPR)."""
        return self.restricted_on is not None

    @property
    def place(self) -> Place:
        """Where this person belongs."""
        return Place(self.office, self.sector)


def tidy_name(text: str) -> str | None:
    """Return a name fit for an attendance list, or None if the text cannot be one."""
    name = one_line(text)
    if not 2 <= len(name) <= LONGEST_NAME:
        return None
    if not name[0].isalpha() or not all(map(_in_names, name)):
        return None
    return name


def _in_names(letter: str) -> bool:
    """Return whether a letter stands in names; some accents are letters of their own."""
    return letter.isalpha() or letter in " -'’." or unicodedata.category(letter).startswith("M")
