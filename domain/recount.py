"""Correcting how many came to a closed training: all three countings at once, never by edits.

The ledger counts the same people in total, by office and by sector. A correction names one
institution, so the same number is taken from or added to one row of each, and they still agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.close import MOST_PEOPLE
from domain.ledger import correction
from domain.ledger.correction import Hindrance, NotCorrected, Reason, correct
from domain.ledger.entries import Attendance, Entry, LedgerKind, Sealed
from domain.localtime import local_day
from domain.person import Person
from domain.rights import Act, may
from domain.session_count import Missed, came_to, fits
from domain.training import Training

Rows = Sequence[tuple[int, Entry]]


@dataclass(frozen=True, slots=True)
class CountChange:
    """So many more (or fewer, below 0) of one institution came.

    Of a series they came to all sessions alike, or to the `session` of this number, whoever it was.
    """

    office: str
    sector: str
    by: int
    session: int = 0


@dataclass(frozen=True, slots=True)
class Recount:
    """What is written: numbers of rows with what each shall be, and rows that are new."""

    corrected: tuple[tuple[int, int], ...]
    added: tuple[Entry, ...]


def attendance(rows: Rows) -> Attendance:
    """Return the countings by office and by sector as they stand now."""
    offices: dict[str, int] = {}
    sectors: dict[str, int] = {}
    for _, entry in rows:
        if entry.office is not None:
            offices[entry.office] = offices.get(entry.office, 0) + entry.n
        elif entry.sector is not None:
            sectors[entry.sector] = sectors.get(entry.sector, 0) + entry.n
    return Attendance(offices, sectors)


def recount(rows: Rows, training_id: int, day: date, change: CountChange) -> Recount | None:
    """Return what puts a training's attendance right; None if a count would fall below 0.

    `rows` are the training's rows of attendance that neither were corrected nor correct others.
    """
    whole = Entry(day, LedgerKind.ATTENDANCE, 0, training_id=training_id)
    countings = (
        whole,
        replace(whole, office=change.office),
        replace(whole, sector=change.sector),
    )
    steps = [_step(rows, counting, change.by) for counting in countings]
    if not change.by or abs(change.by) > MOST_PEOPLE or None in steps:
        return None
    found = [step for step in steps if step is not None]
    return Recount(
        tuple(pair for step in found for pair in step.corrected),
        tuple(entry for step in found for entry in step.added),
    )


def _step(rows: Rows, counting: Entry, by: int) -> Recount | None:
    """Return what changes one counting."""
    same = [(number, e) for number, e in rows if (e.office, e.sector) == _place(counting)]
    if by > 0:
        if same:
            number, entry = same[0]
            return Recount(((number, entry.n + by),), ())
        return Recount((), (replace(counting, n=by),))
    taken = tuple(_taken(same, -by))
    return Recount(taken, ()) if _covers(same, -by) else None


def _place(entry: Entry) -> tuple[str | None, str | None]:
    return entry.office, entry.sector


def _covers(rows: Rows, n: int) -> bool:
    return sum(entry.n for _, entry in rows) >= n


def _taken(rows: Rows, n: int) -> Iterator[tuple[int, int]]:
    """Yield what each row shall be so that so many are taken from them together."""
    for number, entry in rows:
        part = min(n, entry.n)
        if part > 0:
            yield number, entry.n - part
            n -= part


@dataclass(frozen=True, slots=True)
class Account:
    """A closed training, its day, and those of its rows of attendance that still stand.

    Of a series also how many fewer came to single sessions.
    """

    training: Training
    day: date
    rows: Rows
    missed: Missed = field(default_factory=dict)

    def now(self) -> Attendance:
        """Return the countings as they stand."""
        return attendance(self.rows)

    def came(self) -> dict[int, int]:
        """Return how many came to each session, by number."""
        return came_to(self.training.plan.dates, self.now().total, self.missed)

    def changed(self, change: CountChange) -> Recount | None:
        """Return what puts it right; None if a count would fall below 0.

        To a session of a series no more can have come than to the one with the most.
        """
        total, dates = self.now().total, self.training.plan.dates
        if change.session:
            missed = {**self.missed, change.session: self._fewer(change)}
            possible = change.by and abs(change.by) <= MOST_PEOPLE
            return Recount((), ()) if possible and fits(dates, total, missed) else None
        if self.missed and not fits(dates, total + change.by, self.missed):
            return None
        return recount(self.rows, self.training.id, self.day, change)

    def _fewer(self, change: CountChange) -> int:
        return self.missed.get(change.session, 0) - change.by


class Trainings(Protocol):
    """The trainings; one that is locked does not change until the transaction ends."""

    async def get(self, training_id: int) -> Training | None: ...
    async def lock(self, training_id: int) -> Training | None: ...


class Years(Protocol):
    """The rows that neither were corrected nor correct others."""

    async def correctable(self, kind: LedgerKind, first: date, last: date) -> Rows: ...


class Ledger(correction.Ledger, Protocol):
    """Where rows that are new go."""

    async def add(self, entries: Sequence[Entry]) -> None: ...


class Sessions(Protocol):
    """How many fewer came to single sessions of series; rows add up."""

    async def missed(self, training_ids: Sequence[int]) -> Mapping[int, Missed]: ...
    async def add(self, training_id: int, missed: Missed, reason: str) -> None: ...


class Books(Protocol):
    """Everything a recount reads and writes, in one transaction."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def years(self) -> Years: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def seals(self) -> Sealed: ...
    @property
    def sessions(self) -> Sessions: ...


async def account(
    books: Books, zone: ZoneInfo, person: Person, training_id: int
) -> Account | NotCorrected:
    """Return the numbers of a training that somebody may correct, or why not."""
    return await _account(books, zone, person, await books.trainings.get(training_id))


async def _account(
    books: Books, zone: ZoneInfo, person: Person, training: Training | None
) -> Account | NotCorrected:
    if training is None or training.closed_at is None:
        return NotCorrected(Hindrance.GONE)
    if not may(person, Act.MANAGE, training):
        return NotCorrected(Hindrance.NOT_YOURS)
    day = local_day(training.plan.starts_at, zone)
    if await books.seals.sealed(day.year):
        return NotCorrected(Hindrance.SEALED, day.year)
    found = await books.years.correctable(LedgerKind.ATTENDANCE, day, day)
    rows = [row for row in found if row[1].training_id == training.id]
    if not training.plan.series:
        return Account(training, day, rows)
    missed = await books.sessions.missed([training.id])
    return Account(training, day, rows, missed.get(training.id, {}))


async def put_right(
    books: Books,
    zone: ZoneInfo,
    person: Person,
    training_id: int,
    change: CountChange,
    reason: Reason,
) -> int | NotCorrected:
    """Correct how many came, once, and return how many that are in all; or why it cannot be."""
    found = await _account(books, zone, person, await books.trainings.lock(training_id))
    if isinstance(found, NotCorrected):
        return found
    made = found.changed(change)
    if made is None:
        return NotCorrected(Hindrance.NUMBER)
    if change.session:
        await books.sessions.add(training_id, {change.session: -change.by}, reason.value)
        return found.now().total
    if (why := await correct(books, made.corrected, reason)) is not None:
        return why
    await books.ledger.add(made.added)
    return found.now().total + change.by
