"""Corrections of the ledger: a row is never changed, a counter-entry takes it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from domain.ledger.entries import Entry, Sealed


class Reason(StrEnum):
    """Why a row is corrected."""

    MISCOUNTED = "miscounted"
    WRONG_TRAINING = "wrong-training"
    WRONG_INSTITUTION = "wrong-institution"
    DUPLICATE = "duplicate"
    LATE_INFORMATION = "late-information"


class Hindrance(StrEnum):
    """Why nothing is corrected."""

    GONE = "gone"
    SEALED = "sealed"
    CORRECTED = "corrected"
    NUMBER = "number"
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class NotCorrected:
    """Nothing was written, and why; `year` is the one that is sealed."""

    why: Hindrance
    year: int = 0


@dataclass(frozen=True, slots=True)
class Booked:
    """A row as it stands in the ledger: its number, and whether it was corrected."""

    id: int
    entry: Entry
    corrected: bool


def counter_entry(entry: Entry) -> Entry:
    """Return the row that takes another one back, on the same day and so in the same year."""
    return replace(entry, n=-entry.n)


def corrected(entry: Entry, n: int) -> list[Entry]:
    """Return the rows that put `n` in the place of a row's number.

    Raises ValueError if the number cannot be: below 0, or the same as before.
    """
    if n < 0:
        raise ValueError("A count cannot be below 0.")
    if n == entry.n:
        raise ValueError("The number is the same as before.")
    back = counter_entry(entry)
    return [back] if n == 0 else [back, replace(entry, n=n)]


class Ledger(Protocol):
    """What correcting needs of the ledger: rows by number, each written row its own."""

    async def booked(self, entry_ids: Sequence[int]) -> Mapping[int, Booked]: ...
    async def write(self, entry: Entry) -> int: ...
    async def note_correction(self, entry_id: int, corrects: int, reason: Reason) -> None: ...


class Books(Protocol):
    """Everything a correction touches, in one transaction."""

    @property
    def ledger(self) -> Ledger: ...
    @property
    def seals(self) -> Sealed: ...


async def correct(
    books: Books, numbers: Sequence[tuple[int, int]], reason: Reason
) -> NotCorrected | None:
    """Put another number in the place of each row's, by counter-entries with a reason.

    Either all rows are corrected or, for the first reason against one of them, none is.
    """
    rows = await books.ledger.booked([entry_id for entry_id, _ in numbers])
    years = {row.entry.day.year for row in rows.values()}
    sealed = {year for year in years if await books.seals.sealed(year)}
    for entry_id, n in numbers:
        why = _against(rows.get(entry_id), n, sealed)
        if why is not None:
            return why
    for entry_id, n in numbers:
        back, *_ = [await books.ledger.write(e) for e in corrected(rows[entry_id].entry, n)]
        await books.ledger.note_correction(back, entry_id, reason)
    return None


def _against(row: Booked | None, n: int, sealed: set[int]) -> NotCorrected | None:
    """Return what stands against another number in the place of a row's."""
    if row is None:
        return NotCorrected(Hindrance.GONE)
    if row.entry.day.year in sealed:
        return NotCorrected(Hindrance.SEALED, row.entry.day.year)
    if row.corrected:
        return NotCorrected(Hindrance.CORRECTED)
    return NotCorrected(Hindrance.NUMBER) if n < 0 or n == row.entry.n else None
