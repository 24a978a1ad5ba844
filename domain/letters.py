"""What is written to people who have a seat: reminders, and that they moved up to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from domain.delivery import Kind, Letter
from domain.network import Network
from domain.register import Registration
from domain.reminder import Planned, key, plan
from domain.training import Training
from domain.vocabulary import EventStatus

T = TypeVar("T")


def to_come(training: Training, network: Network, now: datetime) -> list[Planned]:
    """Return the reminders of a training that are still to come; none if it is off or over."""
    if training.status in {EventStatus.CANCELLED, EventStatus.HELD}:
        return []
    rules = training.plan.reminders
    return plan(training.plan.starts_at, rules, network.zone, network.quiet, now)


def reminder_letters(
    network: Network, training: Training, own: Registration, now: datetime
) -> list[Letter]:
    """Return the reminders still to come for somebody who has a seat."""
    return [
        Letter(
            key=key(own.id, one.stage, training.revision),
            kind=Kind.REMINDER,
            due_at=one.due_at,
            person_id=own.person_id,
            expires_at=one.expires_at,
            training_id=training.id,
            registration_id=own.id,
            facts={"stage": one.stage, "revision": training.revision},
        )
        for one in to_come(training, network, now)
    ]


def moved_up_letters(
    network: Network, training: Training, moved_up: Sequence[Registration], now: datetime
) -> list[Letter]:
    """Return what tells people of the seats they moved up to, and their reminders."""
    letters: list[Letter] = []
    for own in moved_up:
        letters.append(moved_up_letter(training, own, now))
        if not own.muted:
            letters += reminder_letters(network, training, own, now)
    return letters


def moved_up_key(registration: T, position: T) -> tuple[str, T, T]:
    """Return what makes such a letter the same one; columns or numbers, joined with colons."""
    return "moved-up", registration, position


def moved_up_letter(training: Training, own: Registration, now: datetime) -> Letter:
    """Return the letter that tells somebody of the seat they moved up to."""
    return Letter(
        key=":".join(map(str, moved_up_key(own.id, own.position))),
        kind=Kind.MOVED_UP,
        due_at=now,
        person_id=own.person_id,
        expires_at=training.plan.starts_at,
        training_id=training.id,
        registration_id=own.id,
    )
