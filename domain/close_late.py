"""What is known of a training without a closing, written down before its registrations go.

Nobody has to close a training for its registrations to go. What a closing would count of them is
written then, once and marked; how many came is never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain.close import Books, entries, seats_of
from domain.ledger.entries import KNOWN_BEFORE, REGISTRATIONS, UNCLOSED, Entry, add_open
from domain.localtime import local_day
from domain.network import Network, Retention
from domain.training import Training
from domain.vocabulary import EventStatus


@dataclass(frozen=True, slots=True)
class Due:
    """Whose registrations go: of what was closed, has ended or was called off before a moment."""

    closed: datetime
    ended: datetime
    cancelled: datetime


def due(kept: Retention, now: datetime) -> Due:
    """Return until when registrations are kept, whether or not anybody closes."""
    latest = now - timedelta(days=kept.unclosed_days)
    return Due(now - timedelta(days=kept.registrations_days), latest, latest)


async def keep_sums(books: Books, network: Network, training_id: int) -> int:
    """Write down what is known of a training's registrations; return how many rows came too late.

    What is closed was counted at the closing, and what is kept already is kept once.
    """
    training = await books.trainings.lock(training_id)
    if training is None or training.closed_at is not None or await books.ledger.kept(training_id):
        return 0
    day = local_day(training.plan.starts_at, network.zone)
    return await add_open(books, await _sums(books, training, day))


async def _sums(books: Books, training: Training, day: date) -> list[Entry]:
    seats, tallies = await seats_of(books, training), await books.trainings.tallies(training.id)
    off = training.status is EventStatus.CANCELLED
    known = REGISTRATIONS if off else KNOWN_BEFORE  # what is off has no start
    return [
        replace(entry, detail=UNCLOSED)
        for entry in entries(training, day, (), seats, tallies, {})
        if entry.kind in known and entry.n
    ]
