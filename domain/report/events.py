"""The events of a year with their sums: what the ledger and the plans say, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from zoneinfo import ZoneInfo

from domain.ledger.entries import Entry, LedgerKind
from domain.localtime import local_day
from domain.session_count import Missed, attendance_units
from domain.training import Training
from domain.vocabulary import EventStatus, FormatGroup

#: Events that nobody will ever close.
_NEVER_HELD = frozenset({EventStatus.DRAFT, EventStatus.CANCELLED})


@dataclass(frozen=True, slots=True)
class Held:
    """An event that took place and was closed; numbers as in the ledger.

    `came` includes who came on block seats. `registered` are confirmed registrations at the start,
    block seats and late withdrawals: whoever had a seat that nobody else could have. Of a series
    `came` and its parts are of the session with the most people; `missed` is how many fewer came
    to others, by number.
    """

    training: Training
    day: date
    came: int
    offices: dict[str, int]
    sectors: dict[str, int]
    registered: int
    blocks: int
    tallies: dict[LedgerKind, int]
    missed: Missed = field(default_factory=dict)

    @property
    def hours(self) -> int:
        """Attendance units: who came to each date, times its teaching units."""
        return attendance_units(self.training.plan.dates, self.came, self.missed)

    @property
    def group(self) -> FormatGroup:
        """What the event counts as."""
        return self.training.plan.format.group

    def tally(self, kind: LedgerKind) -> int:
        """Return a sum of registrations."""
        return self.tallies.get(kind, 0)


def total(entries: Iterable[Entry], kind: LedgerKind, detail: str | None = None) -> int:
    """Return the sum of a kind's rows without a breakdown, corrections taken in."""
    return sum(
        e.n
        for e in entries
        if e.kind is kind
        and e.office is None
        and e.sector is None
        and (detail is None or e.detail == detail)
    )


def by_office(entries: Iterable[Entry], kind: LedgerKind) -> dict[str, int]:
    """Return the sums of a kind's rows by office; what is corrected to zero is left out."""
    sums: dict[str, int] = {}
    for e in entries:
        if e.kind is kind and e.office is not None:
            sums[e.office] = sums.get(e.office, 0) + e.n
    return {slug: n for slug, n in sums.items() if n}


def by_sector(entries: Iterable[Entry], kind: LedgerKind) -> dict[str, int]:
    """Return the sums of a kind's rows by sector; what is corrected to zero is left out."""
    sums: dict[str, int] = {}
    for e in entries:
        if e.kind is kind and e.sector is not None:
            sums[e.sector] = sums.get(e.sector, 0) + e.n
    return {slug: n for slug, n in sums.items() if n}


def of_training(entries: Iterable[Entry]) -> dict[int, list[Entry]]:
    """Return the rows by training."""
    rows: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.training_id is not None:
            rows.setdefault(entry.training_id, []).append(entry)
    return rows


def held_in(
    year: int,
    entries: Sequence[Entry],
    trainings: Iterable[Training],
    zone: ZoneInfo,
    missed: Mapping[int, Missed] | None = None,
) -> list[Held]:
    """Return the events of the year that were held and closed, by day.

    `missed` is how many fewer came to single sessions of a series, by training.
    """
    rows, fewer = of_training(entries), missed or {}
    held = [
        replace(
            _held(training, rows[training.id], local_day(training.plan.starts_at, zone)),
            missed=fewer.get(training.id, {}),
        )
        for training in trainings
        if total(rows.get(training.id, ()), LedgerKind.EVENT_HELD) > 0
    ]
    return sorted((h for h in held if h.day.year == year), key=lambda h: (h.day, h.training.id))


def _held(training: Training, rows: list[Entry], day: date) -> Held:
    at_start = total(rows, LedgerKind.REGISTERED_AT_START)
    blocks = total(rows, LedgerKind.BLOCK_SEATS)
    late = total(rows, LedgerKind.REGISTRATION_LATE_WITHDRAWN)
    kinds = {row.kind for row in rows if row.kind.startswith("registration-")}
    return Held(
        training=training,
        day=day,
        came=total(rows, LedgerKind.ATTENDANCE),
        offices=by_office(rows, LedgerKind.ATTENDANCE),
        sectors=by_sector(rows, LedgerKind.ATTENDANCE),
        registered=at_start + blocks + late,
        blocks=blocks,
        tallies={kind: total(rows, kind) for kind in kinds},
    )


def unclosed(
    year: int,
    entries: Sequence[Entry],
    trainings: Iterable[Training],
    zone: ZoneInfo,
    as_of: date,
) -> list[Training]:
    """Return the year's events that are over and were never closed, by day."""
    closed = {
        training_id
        for training_id, rows in of_training(entries).items()
        if total(rows, LedgerKind.EVENT_HELD) > 0
    }
    found = [
        training
        for training in trainings
        if training.id not in closed
        and training.status not in _NEVER_HELD
        and local_day(training.plan.starts_at, zone).year == year
        and local_day(training.plan.ends_at, zone) < as_of
    ]
    return sorted(found, key=lambda t: (t.plan.starts_at, t.id))
