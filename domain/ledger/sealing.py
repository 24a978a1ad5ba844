"""Closing a year for good, and proving that what was sealed is still the same.

A seal covers everything a report of its year is made from: a line each, the same on any database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from domain import exchange
from domain.assessment_parts import AssessedPart
from domain.endorse import Endorsement
from domain.exchange import Counted, count_noted
from domain.feedback import Answers
from domain.ledger.correction import Reason
from domain.ledger.entries import Entry
from domain.ledger.seal import (
    AGREED,
    BEGINNING,
    FORM,
    OLD_FORM,
    Checked,
    Seal,
    differing,
    digest,
    digest_of,
    ends,
    in_order,
    left_out,
    line,
    of_file,
    settings,
    told,
)
from domain.localtime import year_bounds
from domain.measures import Measure
from domain.network import Network
from domain.protocol_rows import JudgedBy
from domain.report_order import is_over
from domain.session_count import Missed
from domain.training import Plan, Training


class NotSealed(StrEnum):
    """Why a year cannot be closed."""

    NOT_OVER = "not-over"
    SEALED = "sealed"


class Seals(exchange.Seals, Protocol):
    """The seals; while they are held nobody may write into what a year is made from."""

    async def hold(self) -> None: ...
    async def all(self) -> Sequence[Seal]: ...
    async def add(self, seal: Seal) -> None: ...
    async def end(self) -> tuple[int, str] | None: ...
    async def set_end(self, seals: int, proof: str) -> None: ...


class Ledger(Protocol):
    """The rows of a year by number, and which of them take back which, and why."""

    async def numbered(self, first: date, last: date) -> Sequence[tuple[int, Entry]]: ...
    async def corrections(self, first: date, last: date) -> Sequence[tuple[int, int, Reason]]: ...


class Exchange(exchange.Noted, Protocol):
    """The counters and answers of a time."""

    async def counted(self, first: date, last: date) -> Sequence[Counted]: ...
    async def answers(self, first: datetime, last: datetime) -> Sequence[Answers]: ...


class Trainings(Protocol):
    """The trainings of a time."""

    async def starting_between(self, first: datetime, last: datetime) -> Sequence[Training]: ...


class Seating(Protocol):
    """The seats kept for offices, by training."""

    async def quotas_of(self, training_ids: Sequence[int]) -> Mapping[int, Mapping[str, int]]: ...


class Years(Protocol):
    """The first notices of trainings, and what was handed out: its number and columns."""

    async def noticed(self, training_ids: Sequence[int]) -> Mapping[int, date]: ...
    async def newest_version(self) -> int: ...
    async def versions(self, after: int, last: int) -> Sequence[tuple[Any, ...]]: ...


class Reports(Protocol):
    """What the coordinators wrote about a year."""

    async def assessment(self, year: int) -> str | None: ...


class Measures(Protocol):
    """What is done about the hints, with the states it had."""

    async def all(self) -> Sequence[Measure]: ...


class Assessments(Protocol):
    """What is said of the chapters and hints of a year."""

    async def parts(self, year: int) -> Sequence[AssessedPart]: ...


class Endorsements(Protocol):
    """What offices say of a year's report."""

    async def of(self, year: int) -> Sequence[Endorsement]: ...


class Judgements(Protocol):
    """How results were judged, by the numbers of their rows."""

    async def between(self, first: date, last: date) -> Mapping[int, JudgedBy]: ...


class Sessions(Protocol):
    """How many fewer came to single sessions of series."""

    async def missed(self, training_ids: Sequence[int]) -> Mapping[int, Missed]: ...


class Agreements(Protocol):
    """What was kept beside the rows of agreements of a time, as the values of its columns."""

    async def kept(self, first: date, last: date) -> Sequence[tuple[Any, ...]]: ...


class Books(Protocol):
    """Everything that a seal covers, in one transaction."""

    @property
    def seals(self) -> Seals: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def exchange(self) -> Exchange: ...
    @property
    def trainings(self) -> Trainings: ...
    @property
    def seating(self) -> Seating: ...
    @property
    def years(self) -> Years: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def measures(self) -> Measures: ...
    @property
    def assessments(self) -> Assessments: ...
    @property
    def endorsements(self) -> Endorsements: ...
    @property
    def judgements(self) -> Judgements: ...
    @property
    def reports(self) -> Reports: ...
    @property
    def agreements(self) -> Agreements: ...


async def seal(books: Books, network: Network, year: int, today: date) -> Seal | NotSealed:
    """Close a year for good, or return why it cannot be closed."""
    if not is_over(year, today):
        return NotSealed.NOT_OVER
    await books.seals.hold()
    before = in_order(await books.seals.all())
    if any(each.year == year for each in before):
        return NotSealed.SEALED
    await count_noted(books, year_bounds(year, network.zone)[1], network.zone)  # none counts later
    versions = await books.years.newest_version()
    previous = before[-1].digest if before else BEGINNING
    file = settings(network) | {AGREED: await _agreed(books, year)}
    plan = Seal(year, 0, previous, "", today, FORM, versions, file)
    rows, made = await _digest(books, plan, before, network)
    new = replace(plan, rows=rows, digest=made)
    await books.seals.add(new)
    await books.seals.set_end(len(before) + 1, ends([*before, new])[-1])
    return new


async def contents(books: Books, network: Network, year: int) -> str:
    """Return the digest of what people brought into a year's report: with another one it changed.

    Forms of feedback and contacts come in by themselves, and answers are no part of what they
    are given to.
    """
    without = tuple(f'["{kind}",' for kind in ("counter", "answer", "endorsed"))
    lines = await _lines(books, year, network, await _rows(books, year))
    return digest_of(("contents", year), (each for each in lines if not each.startswith(without)))


async def proof(books: Books) -> str:
    """Return what proves all seals there are."""
    return ends(in_order(await books.seals.all()))[-1]


async def verify(books: Books, network: Network) -> Checked:
    """Return all seals, and what is not as it was sealed."""
    seals, today = in_order(await books.seals.all()), settings(network)
    broken, previous = [], BEGINNING
    for number, each in enumerate(seals):
        made = await _digest(books, each, seals[:number], network)
        if made != (each.rows, each.digest) or previous != each.previous:
            broken.append(each.year)
        previous = each.digest
    files = {s.year: s.file for s in seals if s.form != OLD_FORM}
    changed = {year: differing(of_file(file), today) for year, file in files.items()}
    changed = {year: names for year, names in changed.items() if names}
    proofs = ends(seals)
    return Checked(seals, broken, _whole(seals, proofs, await books.seals.end()), proofs, changed)


def _whole(seals: Sequence[Seal], proofs: Sequence[str], end: tuple[int, str] | None) -> bool:
    """Return whether the chain ends where it was left; older versions noted no end."""
    if end is None:
        return all(each.form == OLD_FORM for each in seals)
    return bool(proofs) and end == (len(seals), proofs[-1])


async def _digest(
    books: Books, of: Seal, before: Sequence[Seal], network: Network
) -> tuple[int, str]:
    """Return the number of rows and the digest of a year, by the rule of its seal."""
    if of.form == OLD_FORM:
        return digest(of.year, of.previous, await _old_lines(books, of.year, network))
    rows = await _rows(books, of.year)
    lines = await _lines(books, of.year, network, rows)
    for each in left_out(before):
        lines.append(told("seal", asdict(each)))
        lines += await _lines(books, each.year, network, await _rows(books, each.year))
    since = max((each.versions for each in before), default=0)
    lines += [told("version", *each) for each in await books.years.versions(since, of.versions)]
    file = {**of.file, **({AGREED: await _agreed(books, of.year)} if AGREED in of.file else {})}
    lines += [told("file", name, value) for name, value in sorted(file.items())]
    head = (of.year, of.previous, of.sealed_on, of.versions)
    return len(rows), digest_of(head, lines)


async def _agreed(books: Books, year: int) -> str:
    """Return the digest of what stands beside the year's agreements."""
    kept = await books.agreements.kept(*_days(year))
    return digest_of((AGREED, year), (told(*each) for each in kept))


def _days(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


async def _rows(books: Books, year: int) -> list[tuple[Any, ...]]:
    """Return the rows of the ledger as the values of their columns."""
    return [
        (number, e.day, e.kind, e.n, e.training_id, e.notice_id, e.office, e.sector, e.detail)
        for number, e in await books.ledger.numbered(*_days(year))
    ]


async def _old_lines(books: Books, year: int, network: Network) -> list[str]:
    """Return what the first form covers: ledger rows, counters, answers, in fixed order."""
    lines = [line(*row) for row in await _rows(books, year)]
    counters = await books.exchange.counted(*_days(year))
    lines += [line(c.period, c.series, c.slug, c.n) for c in counters]
    answers = await books.exchange.answers(*year_bounds(year, network.zone))
    return lines + [line(a.training_id, a.item, a.score, a.n) for a in answers]


async def _lines(
    books: Books, year: int, network: Network, rows: Iterable[tuple[Any, ...]]
) -> list[str]:
    """Return what a report of a year is made from, a line each."""
    trainings = await books.trainings.starting_between(*year_bounds(year, network.zone))
    ids = [each.id for each in trainings]
    corrections = await books.ledger.corrections(*_days(year))
    noticed = await books.years.noticed(ids)  # the first one, which may lie in the year before
    return [
        told("year", year),
        *(told("entry", *row) for row in rows),
        *(told("correction", *each) for each in corrections),
        *(_of_training(each) for each in sorted(trainings, key=lambda one: one.id)),
        *_joint(trainings),
        *_quotas(await books.seating.quotas_of(ids)),
        *await _missed(books, [each.id for each in trainings if each.plan.series]),
        *sorted(told("noticed", number, day) for number, day in noticed.items()),
        *await _counts(books, year, network),
        told("assessment", await books.reports.assessment(year)),
        *_measures(await books.measures.all(), year),
        *(told("part", *astuple(each)) for each in await books.assessments.parts(year)),
        *(_endorsed(each) for each in await books.endorsements.of(year)),
        *_judged(await books.judgements.between(*_days(year))),
    ]


def _measures(found: Iterable[Measure], year: int) -> list[str]:
    """Return the measures of a year's report, and what became of any in the year; none if none."""
    lines = [
        told(
            *("measure", each.number, each.year, each.day, each.source, each.what),
            *(each.about_kind, each.about, each.office, each.due_year, each.due_quarter),
        )
        for each in found
        if each.year == year
    ]
    return lines + [
        told("measure-state", each.number, day, state)
        for each in found
        for day, state in each.states
        if day.year == year
    ]


def _endorsed(of: Endorsement) -> str:
    """Return an answer; one of before knows nothing of what it was given to."""
    said = (of.office, of.day, of.answer)
    return told("endorsed", *said, *([of.seen] if of.seen else []))


def _judged(found: Mapping[int, JudgedBy]) -> list[str]:
    return [told("judged", number, how) for number, how in sorted(found.items())]


def _joint(trainings: Iterable[Training]) -> list[str]:
    """Return who holds trainings beside their first hosts; no line of what nobody else holds."""
    return sorted(
        told("co-host", each.id, office) for each in trainings for office in each.hosts[1:]
    )


def _quotas(found: Mapping[int, Mapping[str, int]]) -> list[str]:
    return sorted(
        told("quota", number, office, n)
        for number, offices in found.items()
        for office, n in offices.items()
    )


async def _missed(books: Books, series: Sequence[int]) -> list[str]:
    """Return how many fewer came to single sessions, a line each; none if there is no series."""
    found = await books.sessions.missed(series) if series else {}
    return sorted(
        told("missed", number, session, n)
        for number, missed in found.items()
        for session, n in missed.items()
    )


async def _counts(books: Books, year: int, network: Network) -> list[str]:
    counters = await books.exchange.counted(*_days(year))
    answers = await books.exchange.answers(*year_bounds(year, network.zone))
    lines = [told("counter", c.period, c.series, c.slug, c.n) for c in counters]
    lines += [told("answer", a.training_id, a.item, a.score, a.n) for a in answers]
    return sorted(lines)


def _of_training(of: Training) -> str:
    """Return a training's facts; not how its calendar entry and its seats are counted on."""
    plan = of.plan
    moments = (plan.starts_at, plan.ends_at, plan.deadline_at, plan.withdraw_by, plan.release_at)
    facts = (plan.title, plan.topic, plan.format, plan.mode, plan.place, plan.link)
    counted = (plan.seats, plan.units, of.block_seats, of.quota_seats, of.revision)
    reminders = [(each.stage, each.days_before, each.at.isoformat()) for each in plan.reminders]
    lists = (plan.sectors, plan.accessibility, reminders)
    stands = (of.id, of.uid, of.host, of.status, of.closed_at)
    return told("training", *stands, *facts, *moments, *counted, *lists, *_dates(plan))


def _dates(plan: Plan) -> list[tuple[Any, ...]]:
    """Return the sessions of a series; what is held once has one date, which is told already."""
    return [(each.number, *each.moments, each.units) for each in plan.sessions]
