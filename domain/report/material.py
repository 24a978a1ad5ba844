"""What a report is made from: as plain values, how it is gathered, and which years there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.agreements import Agreed
from domain.exchange import Counted
from domain.feedback import Answers
from domain.ledger.entries import Entry
from domain.localtime import local_day, year_bounds
from domain.protocol_rows import JudgedBy
from domain.session_count import Missed
from domain.training import Training
from domain.vocabulary import Topic

#: How many years are offered at most.
MOST_KEPT = 24


@dataclass(frozen=True, slots=True)
class Ahead:
    """A date that is planned for the year after."""

    day: date
    title: str
    topic: Topic


@dataclass(frozen=True, slots=True)
class Material:
    """Everything kept of one calendar year.

    `entries` are the ledger's rows of the year's days, `trainings` those that start in it,
    `counters` the monthly and weekly ones, `quotas` the seats of an office by training, `noticed`
    the day of each training's first notice, which may lie in the year before. `missed` is how many
    fewer came to single sessions of a series, by training and number; `agreed` what offices agreed
    upon up to the end of the year.
    """

    year: int
    entries: Sequence[Entry] = ()
    trainings: Sequence[Training] = ()
    counters: Sequence[Counted] = ()
    answers: Sequence[Answers] = ()
    quotas: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    noticed: Mapping[int, date] = field(default_factory=dict)
    missed: Mapping[int, Missed] = field(default_factory=dict)
    agreed: Sequence[Agreed] = ()
    #: Which goals were judged to be what (`trainings:met`), and how; the last one last.
    judged: Sequence[tuple[str, JudgedBy]] = ()


class Years(Protocol):
    """The ledger by years; `last_before` is the last day before another one with a row."""

    async def sums(self, first: date, last: date) -> Sequence[Entry]: ...
    async def noticed(self, training_ids: Sequence[int]) -> Mapping[int, date]: ...
    async def last_before(self, day: date) -> date | None: ...
    async def first_held(self) -> date | None: ...
    async def first_start(self) -> datetime | None: ...


class Trainings(Protocol):
    """The trainings."""

    async def starting_between(self, first: datetime, last: datetime) -> Sequence[Training]: ...


class Seating(Protocol):
    """The seats kept for offices."""

    async def quotas_of(self, training_ids: Sequence[int]) -> Mapping[int, Mapping[str, int]]: ...


class Exchange(Protocol):
    """What was counted beside the ledger."""

    async def counted(self, first: date, last: date) -> Sequence[Counted]: ...
    async def answers(self, first: datetime, last: datetime) -> Sequence[Answers]: ...


class Sessions(Protocol):
    """How many fewer came to single sessions of series."""

    async def missed(self, training_ids: Sequence[int]) -> Mapping[int, Missed]: ...


class Agreements(Protocol):
    """What offices agreed upon up to a day, but for what was replaced before another one."""

    async def standing(self, first: date, last: date) -> Sequence[Agreed]: ...


class Judgements(Protocol):
    """How it was judged what became of goals."""

    async def details(self, first: date, last: date) -> Sequence[tuple[str, JudgedBy]]: ...


class Archive(Protocol):
    """Everything a report is made from, in one transaction."""

    @property
    def years(self) -> Years: ...
    @property
    def trainings(self) -> Trainings: ...
    @property
    def seating(self) -> Seating: ...
    @property
    def exchange(self) -> Exchange: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def agreements(self) -> Agreements: ...
    @property
    def judgements(self) -> Judgements: ...


async def material(archive: Archive, year: int, zone: ZoneInfo) -> Material:
    """Return everything a report of the year is computed from, nothing of it personal."""
    begins, ends = year_bounds(year, zone)
    first, last = date(year, 1, 1), date(year, 12, 31)
    entries = await archive.years.sums(first, last)
    trainings = await archive.trainings.starting_between(begins, ends)
    with_quotas = [training.id for training in trainings if training.quota_seats]
    series = [training.id for training in trainings if training.plan.series]
    return Material(
        year=year,
        entries=entries,
        trainings=trainings,
        quotas=await archive.seating.quotas_of(with_quotas) if with_quotas else {},
        noticed=await archive.years.noticed([training.id for training in trainings]),
        missed=await archive.sessions.missed(series) if series else {},
        counters=await archive.exchange.counted(first, last),
        answers=await archive.exchange.answers(begins, ends),
        agreed=await archive.agreements.standing(first, last),
        judged=await archive.judgements.details(first, last),
    )


async def years_kept(years: Years, today: date) -> list[int]:
    """Return the years up to today of which there are rows, the newest first.

    Each is one look into an index, however many rows a year has.
    """
    found: list[int] = []
    before = date(today.year + 1, 1, 1)
    while len(found) < MOST_KEPT and (day := await years.last_before(before)) is not None:
        found.append(day.year)
        before = date(day.year, 1, 1)
    return found


async def first_event(years: Years, zone: ZoneInfo) -> date | None:
    """Return the day of the first event of our own; what lies before may be imported.

    A notice or a reminder of it may be older: by then nothing had taken place here.
    """
    day, start = await years.first_held(), await years.first_start()
    days = [day, local_day(start, zone) if start else None]
    return min((each for each in days if each is not None), default=None)
