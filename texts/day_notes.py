"""What is said beside a day on which most people are off, wherever a day is chosen or shown."""

from __future__ import annotations

from datetime import date

from domain.holidays import day_off
from texts.catalogue import Texts


def day_note(day: date, texts: Texts) -> str:
    """Return the plain name of a public holiday or Sunday; empty for any other day."""
    reason = day_off(day)
    return "" if reason is None else texts.label("day-off", reason)


def noted(written: str, texts: Texts, *days: date) -> str:
    """Return a written date with what is to be said of its days: `Fr., 26.03. (Karfreitag)`."""
    notes = dict.fromkeys(note for day in days if (note := day_note(day, texts)))
    return f"{written} ({', '.join(notes)})" if notes else written
