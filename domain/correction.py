"""Corrections of the ledger: a row is never changed, a counter-entry takes it back."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from domain.ledger import Entry


class Reason(StrEnum):
    """Why a row is corrected."""

    MISCOUNTED = "miscounted"
    WRONG_TRAINING = "wrong-training"
    WRONG_INSTITUTION = "wrong-institution"
    DUPLICATE = "duplicate"
    LATE_INFORMATION = "late-information"


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
