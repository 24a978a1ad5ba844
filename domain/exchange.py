"""Exchange between institutions as specialists note it: counted by month, never kept as rows.

A contact is held until the nightly fold so that it can be taken back; then it becomes four
counters that nothing links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.localtime import local_day
from domain.network import Network
from domain.vocabulary import COUNTY_WIDE, Sector, Topic


class ContactFormat(StrEnum):
    """How two institutions spoke with each other."""

    PHONE = "phone"
    MEETING = "meeting"
    VIDEO = "video"
    WRITING = "writing"
    EVENT = "event"


class ContactLength(StrEnum):
    """How long it took, in classes: under 15 minutes, up to an hour, longer."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Series(StrEnum):
    """What a counter counts by; one thing only."""

    PAIR = "exchange-pair"
    TOPIC = "exchange-topic"
    FORMAT = "exchange-format"
    LENGTH = "exchange-length"
    NEED_TOPIC = "need-topic"
    NEED_SECTOR = "need-sector"


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """An institution as exchange sees it: a youth office, or everybody of a sector."""

    kind: str
    slug: str

    @property
    def key(self) -> str:
        """The institution as one slug."""
        return f"{self.kind}:{self.slug}"

    @classmethod
    def parse(cls, key: str) -> Party:
        """Return the institution of a key. Raises ValueError if it is none."""
        kind, colon, slug = key.partition(":")
        if not colon or kind not in {"office", "sector"}:
            raise ValueError(f"{key!r} is no institution")
        return cls(kind, slug)


def party_of(office: str, sector: Sector) -> Party:
    """Return the institution somebody speaks for: the youth office, else the sector."""
    if sector is Sector.YOUTH_OFFICE and office != COUNTY_WIDE:
        return Party("office", office)
    return Party("sector", sector.value)


def institutions(network: Network) -> list[Party]:
    """Return who can exchange: the youth offices, then the sectors."""
    offices = [Party("office", office.slug) for office in network.offices]
    sectors = [s for s in network.sectors if s is not Sector.YOUTH_OFFICE]
    return [*offices, *(Party("sector", sector.value) for sector in sectors)]


def partners(own: Party, network: Network) -> list[Party]:
    """Return with whom an institution can exchange; a sector is many institutions."""
    return [each for each in institutions(network) if each != own or own.kind == "sector"]


@dataclass(frozen=True, slots=True)
class Contact:
    """One exchange, as its four answers say; it never names a case, a person or a time."""

    own: Party
    partner: Party
    topic: Topic
    format: ContactFormat
    length: ContactLength

    @property
    def pair(self) -> str:
        """Both institutions, whoever noted it."""
        return pair(self.own, self.partner)


def pair(one: Party, other: Party) -> str:
    """Return the key of two institutions, the same in both directions."""
    return "+".join(sorted((one.key, other.key)))


def parties(key: str) -> tuple[Party, Party]:
    """Return the two institutions of a pair."""
    one, _, other = key.partition("+")
    return Party.parse(one), Party.parse(other)


@dataclass(frozen=True, slots=True)
class Counted:
    """A counter: so many, in the period that begins on `period`, by one thing."""

    period: date
    series: Series
    slug: str
    n: int


def month_of(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)


def week_of(day: date) -> date:
    """Return the Monday of the week; in the first days of January, New Year's Day."""
    monday = day - timedelta(days=day.weekday())
    return max(monday, date(day.year, 1, 1))


def first_open(day: date, sealed: int | None) -> date:
    """Return a day, or the first one after the last sealed year."""
    return day if sealed is None else max(day, date(sealed + 1, 1, 1))


def fold(contacts: Iterable[tuple[date, Contact]]) -> list[Counted]:
    """Return the four counters of each month; the same contacts stand in each of them."""
    counts: Counter[tuple[date, Series, str]] = Counter()
    for day, contact in contacts:
        month = month_of(day)
        counts[month, Series.PAIR, contact.pair] += 1
        counts[month, Series.TOPIC, contact.topic.value] += 1
        counts[month, Series.FORMAT, contact.format.value] += 1
        counts[month, Series.LENGTH, contact.length.value] += 1
    return [Counted(*key, n) for key, n in sorted(counts.items())]


class Noted(Protocol):
    """The contacts that are held, and the counters they end in."""

    async def take_due(
        self, before: datetime, only: int | None = None
    ) -> Sequence[tuple[datetime, Contact]]: ...
    async def add(self, counts: Sequence[Counted]) -> None: ...


class Seals(Protocol):
    """Which years are closed for good."""

    async def last(self) -> int | None: ...


class Books(Protocol):
    """Everything the nightly fold touches, in one transaction."""

    @property
    def exchange(self) -> Noted: ...
    @property
    def seals(self) -> Seals: ...


async def count_noted(
    books: Books, before: datetime, zone: ZoneInfo, only: int | None = None
) -> int:
    """Turn contacts noted before a moment into counters and erase them; return how many.

    What was noted in a year that is sealed meanwhile counts in the first month after it.
    `only` is the number of the one contact to be counted.
    """
    held = await books.exchange.take_due(before, only)
    sealed = await books.seals.last()
    counted = [(first_open(local_day(at, zone), sealed), contact) for at, contact in held]
    await books.exchange.add(fold(counted))
    return len(held)


def need(day: date, topic: Topic, sector: Sector) -> list[Counted]:
    """Return the two weekly counters that a reported need adds to."""
    week = week_of(day)
    return [
        Counted(week, Series.NEED_TOPIC, topic.value, 1),
        Counted(week, Series.NEED_SECTOR, sector.value, 1),
    ]


def contact_of(own: Party, said: Mapping[str, str]) -> Contact:
    """Return the contact that all four answers make."""
    return Contact(
        own,
        Party.parse(said["partner"]),
        Topic(said["topic"]),
        ContactFormat(said["format"]),
        ContactLength(said["length"]),
    )
