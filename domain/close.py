"""Closing a training after its end: how many came, written down in numbers for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from domain.ledger.entries import (
    KNOWN_BEFORE,
    Entry,
    LedgerKind,
    Sealed,
    block_entries,
    by_place,
    closing_entries,
    hosted_entries,
    quota_entries,
)
from domain.presence import Marks, expected
from domain.register import Tally
from domain.session_count import Missed, fits
from domain.training import Training
from domain.vocabulary import EventStatus

#: Who has not closed by then is asked once more.
ASK_AGAIN = timedelta(days=7)
MOST_PEOPLE = 2000

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one office and sector: how many had a seat and how many came.

    Seats booked for an institution count as seats of its people.
    """

    office: str
    sector: str
    registered: int
    came: int


class NotClosable(StrEnum):
    """Why a training cannot be closed."""

    GONE = "gone"
    CANCELLED = "cancelled"
    NOT_OVER = "not-over"
    CLOSED = "closed"
    SEALED = "sealed"
    MARKED = "marked"  # others were marked as there since the numbers were proposed


def time_to_ask(ends_at: datetime, asked_at: datetime | None, now: datetime) -> int:
    """Return the how-many-th time (1 or 2) to ask for the closing now; 0 if not now."""
    if now < ends_at:
        return 0
    if asked_at is None:
        return 1
    again = ends_at + ASK_AGAIN
    return 2 if asked_at < again <= now else 0


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A training that is over and not closed; when its closing was asked for last."""

    id: int
    ends_at: datetime
    asked_at: datetime | None


def due_to_ask(unclosed: Iterable[Unclosed], now: datetime) -> dict[int, int]:
    """Return the trainings whose closing is to be asked for now, and for which time, from 1."""
    times = {each.id: time_to_ask(each.ends_at, each.asked_at, now) for each in unclosed}
    return {number: which for number, which in times.items() if which}


def not_closable(training: Training | None, now: datetime) -> NotClosable | None:
    """Return why a training cannot be closed now; None if it can."""
    if training is None:
        return NotClosable.GONE
    if training.status is EventStatus.CANCELLED:
        return NotClosable.CANCELLED
    if training.closed_at is not None:
        return NotClosable.CLOSED
    if training.status is EventStatus.DRAFT or not training.over(now):
        return NotClosable.NOT_OVER
    return None


def proposed(
    places: Mapping[Place, int],
    order: Sequence[Place] = (),
    came: Mapping[Place, int] | None = None,
) -> list[Group]:
    """Return the groups as registered: everybody came, until somebody says otherwise.

    Where it was marked who `came`, these did. They stand in the given order of institutions; one
    that is not in it comes last.
    """
    number = places if came is None else came
    return [
        Group(*place, places[place], number.get(place, 0)) for place in _in_order(places, order)
    ]


def _in_order(places: Iterable[Place], order: Sequence[Place]) -> list[Place]:
    rank = {place: at for at, place in enumerate(order)}
    return sorted(places, key=lambda place: (rank.get(place, len(rank)), place))


def merged(
    groups: Iterable[Group], places: Mapping[Place, int], order: Sequence[Place] = ()
) -> list[Group]:
    """Return the groups entered so far with the registrations of now, in the given order."""
    came = {(each.office, each.sector): each.came for each in groups}
    known = _in_order({*came, *places}, order)
    return [
        Group(*place, places.get(place, 0), came.get(place, places.get(place, 0)))
        for place in known
    ]


def all_came(
    entered: Iterable[Group], places: Mapping[Place, int], order: Sequence[Place] = ()
) -> list[Group]:
    """Return the registrations of now as if everybody came; who came without any stays."""
    without = [each for each in entered if not each.registered and each.came]
    kept = [each for each in without if (each.office, each.sector) not in places]
    return merged(kept, places, order)


def came_in_all(groups: Iterable[Group]) -> int:
    """Return how many came."""
    return sum(each.came for each in groups)


def with_number(groups: Sequence[Group], index: int, came: int) -> list[Group] | None:
    """Return the groups with one number changed, from 0 to 2000; None if there is no such."""
    if not 0 <= index < len(groups):
        return None
    one = groups[index]
    within = max(0, min(came, MOST_PEOPLE))
    changed = Group(one.office, one.sector, one.registered, within)
    return [*groups[:index], changed, *groups[index + 1 :]]


def with_place(groups: Sequence[Group], office: str, sector: str) -> list[Group]:
    """Return the groups with one more, of which one person came; one that is there stays."""
    if any((each.office, each.sector) == (office, sector) for each in groups):
        return list(groups)
    return [*groups, Group(office, sector, 0, 1)]


def with_count(groups: Sequence[Group], place: Place, came: int) -> list[Group]:
    """Return the groups with the number of one institution, which is added if it is not there."""
    more = with_place(groups, *place)
    index = [(each.office, each.sector) for each in more].index(place)
    return with_number(more, index, came) or more


def to_data(groups: Iterable[Group]) -> list[list[Any]]:
    """Return the groups as JSON values."""
    return [[each.office, each.sector, each.registered, each.came] for each in groups]


def from_data(data: Iterable[Sequence[Any]]) -> list[Group]:
    """Return the groups that `to_data` wrote."""
    return [Group(*each) for each in data]


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats at the start by (office, sector): of people, and booked for institutions."""

    registered: Mapping[Place, int]
    booked: Mapping[Place, int] = field(default_factory=dict)

    @property
    def all(self) -> dict[Place, int]:
        """Both together: who is expected."""
        return self._with_booked(self.registered)

    def came(self, marks: Marks) -> dict[Place, int] | None:
        """Return how many came by the marks; None without any. Nobody marks who was booked for."""
        return self._with_booked(expected(marks, self.registered)) if marks else None

    def _with_booked(self, people: Mapping[Place, int]) -> dict[Place, int]:
        booked = self.booked
        return {p: people.get(p, 0) + booked.get(p, 0) for p in {*people, *booked}}


def entries(
    training: Training,
    day: date,
    groups: Iterable[Group],
    seats: Seats,
    tallies: Mapping[Tally, int],
    reminders: Mapping[str, int],
    *,
    kept: bool = False,
) -> list[Entry]:
    """Return all ledger rows of a closing; `reminders` are those sent, by stage.

    If what is known without a closing was `kept` before, only the rest is returned.
    """
    attendance = by_place({(each.office, each.sector): each.came for each in groups})
    registered = sum(seats.registered.values())
    rows = [
        *closing_entries(training.id, day, attendance, registered, tallies),
        *hosted_entries(training.id, day, training.hosts),
        *(quota_entries(training.id, day, seats.registered) if training.quota_seats else ()),
        *block_entries(training.id, day, seats.booked),
        *reminder_entries(training.id, day, reminders),
    ]
    return [row for row in rows if not kept or row.kind not in KNOWN_BEFORE]


def reminder_entries(training_id: int, day: date, sent: Mapping[str, int]) -> list[Entry]:
    """Return one row for each stage of reminders that were sent."""
    return [
        Entry(day, LedgerKind.REMINDER_SENT, n, training_id=training_id, detail=stage)
        for stage, n in sorted(sent.items())
        if n
    ]


class Trainings(Protocol):
    """What closing needs of trainings; `set_closed` is False for all but the first."""

    async def lock(self, training_id: int) -> Training | None: ...
    async def set_closed(self, training_id: int, now: datetime) -> bool: ...
    async def tallies(self, training_id: int) -> Mapping[Tally, int]: ...


class Registrations(Protocol):
    """What closing needs of registrations: the seats by (office, sector)."""

    async def places(self, training_id: int) -> Mapping[Place, int]: ...


class Attendees(Protocol):
    """What closing needs of the people: how many are marked as there or missing."""

    async def marks(self, training_id: int) -> Marks: ...


class Seating(Protocol):
    """What closing needs of the seats booked for institutions, by (office, sector)."""

    async def blocks(self, training_id: int) -> Mapping[Place, int]: ...


class Outcomes(Protocol):
    """What closing needs of the outbox: the reminders sent, by stage."""

    async def reminders_sent(self, training_id: int) -> Mapping[str, int]: ...


class Ledger(Protocol):
    """Where the sums go; `kept` says whether some of a training were written before its closing."""

    async def kept(self, training_id: int) -> bool: ...
    async def add(self, entries: Sequence[Entry]) -> None: ...


class Sessions(Protocol):
    """Where it goes how many fewer came to single sessions of a series."""

    async def add(self, training_id: int, missed: Missed) -> None: ...


class Books(Protocol):
    """Everything closing reads and writes, in one transaction."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def registrations(self) -> Registrations: ...
    @property
    def attendees(self) -> Attendees: ...
    @property
    def seating(self) -> Seating: ...
    @property
    def outcomes(self) -> Outcomes: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def seals(self) -> Sealed: ...
    @property
    def sessions(self) -> Sessions: ...


async def seats_of(books: Books, training: Training) -> Seats:
    """Return the seats of a training by (office, sector)."""
    registered = await books.registrations.places(training.id)
    return Seats(
        registered, await books.seating.blocks(training.id) if training.block_seats else {}
    )


async def close(
    books: Books,
    training_id: int,
    groups: Sequence[Group],
    day: date,
    now: datetime,
    missed: Missed | None = None,
    marked: Marks | None = None,
) -> NotClosable | None:
    """Write the sums into the ledger, once; return why not, or None when it is done.

    `day` is the training's first local day. Of a series the `groups` came to the session with the
    most people, and `missed` says how many fewer to others. `marked` are the marks that whoever
    closes it saw: if there are others now, nothing is done. Nothing personal is written.
    Raises ValueError if so many cannot have been fewer.
    """
    training = await books.trainings.lock(training_id)
    reason = not_closable(training, now)
    if training is None or reason is not None:
        return reason
    if await books.seals.sealed(day.year):
        return NotClosable.SEALED
    if marked is not None and marked != await books.attendees.marks(training_id):
        return NotClosable.MARKED
    if not await books.trainings.set_closed(training_id, now):
        return NotClosable.CLOSED
    seats = await seats_of(books, training)
    tallies = await books.trainings.tallies(training_id)
    reminders = await books.outcomes.reminders_sent(training_id)
    kept = await books.ledger.kept(training_id)
    await books.ledger.add(entries(training, day, groups, seats, tallies, reminders, kept=kept))
    if missed:
        if not fits(training.plan.dates, came_in_all(groups), missed):
            raise ValueError("So many cannot have been fewer at these sessions.")
        await books.sessions.add(training_id, missed)
    return None
