"""The exchange ledger: what happened between institutions, without any person in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from domain.register import Tally


class LedgerKind(StrEnum):
    """What a row of the ledger counts."""

    NOTICE_PUBLISHED = "notice-published"
    NOTICE_AUDIENCE = "notice-audience"
    NOTICE_DELIVERED = "notice-delivered"
    REGISTRATION_CONFIRMED = "registration-confirmed"
    REGISTRATION_WAITLISTED = "registration-waitlisted"
    REGISTRATION_PROMOTED = "registration-promoted"
    REGISTRATION_WITHDRAWN = "registration-withdrawn"
    REGISTRATION_LATE_WITHDRAWN = "registration-late-withdrawn"
    REGISTERED_AT_START = "registered-at-start"
    BLOCK_SEATS = "block-seats"
    REMINDER_SENT = "reminder-sent"
    EVENT_HELD = "event-held"
    HOSTED = "hosted"
    EVENT_CANCELLED = "event-cancelled"
    EVENT_POSTPONED = "event-postponed"
    ATTENDANCE = "attendance"
    FEEDBACK = "feedback"
    MEMBERS = "members"
    NEED = "need"
    EXCHANGE_HELD = "exchange-held"
    PROCEDURE_AGREED = "procedure-agreed"
    ADVICE_TOTAL = "advice-total"
    GOAL_SET = "goal-set"
    GOAL_RESULT = "goal-result"


#: What became of registrations, whether or not the event took place.
REGISTRATIONS = frozenset(LedgerKind(tally) for tally in Tally)
#: What is known of an event without a closing.
KNOWN_BEFORE = REGISTRATIONS | {LedgerKind.REGISTERED_AT_START, LedgerKind.BLOCK_SEATS}
#: The mark of sums that were written before a closing, because the registrations had to go.
UNCLOSED = "unclosed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a day, a kind, a number, and at most one breakdown.

    `detail` is a slug of a closed list (a reminder's stage, a feedback item), never free text.
    Raises ValueError if both an office and a sector are given: their crossing can be a person.
    """

    day: date
    kind: LedgerKind
    n: int
    training_id: int | None = None
    notice_id: int | None = None
    office: str | None = None
    sector: str | None = None
    detail: str = ""

    def __post_init__(self) -> None:
        """Refuse two breakdowns at once."""
        if self.office is not None and self.sector is not None:
            raise ValueError("A ledger row has an office or a sector, never both.")


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many came, once by office and once by sector: the same people counted twice."""

    offices: Mapping[str, int] = field(default_factory=dict)
    sectors: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many came in all."""
        return sum(self.offices.values())

    @property
    def consistent(self) -> bool:
        """Whether both countings agree and no count is below 0."""
        counts = [*self.offices.values(), *self.sectors.values()]
        return self.total == sum(self.sectors.values()) and all(n >= 0 for n in counts)


def closing_entries(
    training_id: int,
    day: date,
    attendance: Attendance,
    registered: int,
    tallies: Mapping[Tally, int],
) -> list[Entry]:
    """Return the rows that closing a training writes: total, one an office, one a sector.

    `day` is the training's first local day: the report's year is the year of the event.
    Raises ValueError if the two countings of the attendance differ.
    """
    if not attendance.consistent:
        raise ValueError("The attendance by office and by sector must add up to the same total.")

    def row(kind: LedgerKind, n: int, **more: str) -> Entry:
        return Entry(day, kind, n, training_id=training_id, **more)  # type: ignore[arg-type]  # only str breakdowns

    return [
        row(LedgerKind.EVENT_HELD, 1),
        row(LedgerKind.REGISTERED_AT_START, registered),
        row(LedgerKind.ATTENDANCE, attendance.total),
        *(row(LedgerKind.ATTENDANCE, n, office=o) for o, n in present(attendance.offices)),
        *(row(LedgerKind.ATTENDANCE, n, sector=s) for s, n in present(attendance.sectors)),
        *(row(LedgerKind(tally), n) for tally, n in sorted(tallies.items()) if n),
    ]


def block_entries(
    training_id: int, day: date, booked: Mapping[tuple[str, str], int]
) -> list[Entry]:
    """Return the rows of the seats booked for institutions: total, one an office, one a sector."""
    both = by_place(booked)
    kind = LedgerKind.BLOCK_SEATS
    totals = [Entry(day, kind, both.total, training_id=training_id)] if both.total else []
    return [
        *totals,
        *(Entry(day, kind, n, training_id, office=o) for o, n in present(both.offices)),
        *(Entry(day, kind, n, training_id, sector=s) for s, n in present(both.sectors)),
    ]


def hosted_entries(training_id: int, day: date, hosts: Iterable[str]) -> list[Entry]:
    """Return a row for each office that held a training: events are counted, people never."""
    return [Entry(day, LedgerKind.HOSTED, 1, training_id, office=each) for each in hosts]


def quota_entries(
    training_id: int, day: date, registered: Mapping[tuple[str, str], int]
) -> list[Entry]:
    """Return who had a seat at the start by office, for trainings with quotas; total apart."""
    kind = LedgerKind.REGISTERED_AT_START
    offices = by_place(registered).offices
    return [Entry(day, kind, n, training_id, office=o) for o, n in present(offices)]


def present(counts: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    """Return the counts of whoever is there at all, in order."""
    return sorted((slug, n) for slug, n in counts.items() if n)


def by_place(counts: Mapping[tuple[str, str], int]) -> Attendance:
    """Return both countings from the numbers by (office, sector); they agree by construction."""
    offices: dict[str, int] = {}
    sectors: dict[str, int] = {}
    for (office, sector), n in counts.items():
        offices[office] = offices.get(office, 0) + n
        sectors[sector] = sectors.get(sector, 0) + n
    return Attendance(offices, sectors)


class Sealed(Protocol):
    """Which years are closed for good."""

    async def sealed(self, year: int) -> bool: ...


async def open_years(seals: Sealed, today: date) -> tuple[int, ...]:
    """Return this year, and the year before while it is open: no older one is written into."""
    before = today.year - 1
    return (today.year,) if await seals.sealed(before) else (before, today.year)


class Ledger(Protocol):
    """Where rows are written."""

    async def add(self, entries: Sequence[Entry]) -> None: ...


class Books(Protocol):
    """The ledger, and which of its years are closed."""

    @property
    def ledger(self) -> Ledger: ...
    @property
    def seals(self) -> Sealed: ...


async def add_open(books: Books, entries: Sequence[Entry]) -> int:
    """Write the rows whose year is open; return how many came too late to be counted.

    For what happens by itself: nobody is there who could be told.
    """
    years = {entry.day.year for entry in entries}
    sealed = {year for year in years if await books.seals.sealed(year)}
    await books.ledger.add([entry for entry in entries if entry.day.year not in sealed])
    return sum(entry.day.year in sealed for entry in entries)
