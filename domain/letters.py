"""What is written to people who have a seat: reminders, and that they moved up to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.delivery import Delivery, Kind, Letter
from domain.message import Message
from domain.network import Network
from domain.register import Registration
from domain.reminder import Planned, key, plan_each
from domain.training import Training
from domain.vocabulary import EventStatus

#: What makes letters the same ones, so that what is planned twice goes once; the names stand for
#: the numbers of rows. What tells of a change is one a change of the training's facts.
MOVED_UP_KEY = "moved-up:{registration}:{position}"
TOLD_KEY = "{kind}:{registration}:{sequence}"
ANNOUNCED_KEY = "announce:{broadcast}:{person}"
WRITTEN_KEY = "words:{broadcast}:{person}"
NUDGE_KEY = "nudge:{training}:{person}"
FEEDBACK_KEY = "feedback:{registration}"
NAMES_OUT_KEY = "names-out:{delivery}"
#: Under this name stands among the facts of a removal that names are taken out.
NAMES = "names"
NAMES_LEFT_KEY = "names-left:{delivery}"
#: What may be planned again under its key, once it was called off without ever being in doubt.
PLANNED_AGAIN = frozenset({Kind.REMINDER})


def to_come(training: Training, network: Network, now: datetime) -> list[Planned]:
    """Return the reminders of a training that are still to come; none if it is off or over."""
    if training.status in {EventStatus.CANCELLED, EventStatus.HELD}:
        return []
    rules = training.plan.reminders
    return plan_each(training.plan.dates, rules, network.zone, network.quiet, now)


def reminder_letters(
    network: Network, training: Training, own: Registration, now: datetime
) -> list[Letter]:
    """Return the reminders still to come for somebody who has a seat."""
    return [
        Letter(
            key=key(own.id, one.name, training.revision),
            kind=Kind.REMINDER,
            due_at=one.due_at,
            person_id=own.person_id,
            expires_at=one.expires_at,
            training_id=training.id,
            registration_id=own.id,
            facts=one.told(training),
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


def moved_up_letter(training: Training, own: Registration, now: datetime) -> Letter:
    """Return the letter that tells somebody of the seat they moved up to."""
    return Letter(
        key=MOVED_UP_KEY.format(registration=own.id, position=own.position),
        kind=Kind.MOVED_UP,
        due_at=now,
        person_id=own.person_id,
        expires_at=training.plan.starts_at,
        training_id=training.id,
        registration_id=own.id,
    )


def names_out(held: Delivery, message_id: str | None) -> Letter | None:
    """Return what takes the names of others out of a chat again; None where it held none.

    It is kept with the sending, and tried as every other message is.
    """
    gone_by = None if held.message is None else held.message.gone_by
    if gone_by is None or message_id is None:
        return None
    return Letter(
        key=NAMES_OUT_KEY.format(delivery=held.id),
        kind=Kind.REMOVAL,
        due_at=gone_by,
        person_id=held.person_id,
        facts={NAMES: True},
        message=Message("", removes=(message_id,)),
        channel=held.channel,
    )


def names_left(held: Delivery, now: datetime) -> Letter | None:
    """Return what tells somebody that names stayed in the chat; None if it held none."""
    if not held.facts.get(NAMES):
        return None
    return Letter(
        key=NAMES_LEFT_KEY.format(delivery=held.id),
        kind=Kind.ALERT,
        due_at=now,
        person_id=held.person_id,
        facts={"about": "names-left"},
    )


class Freed(Protocol):
    """The messages to many; `free` lets keys be used anew of what was called off or never left."""

    async def free(self, keys: Sequence[str]) -> None: ...


class Outbox(Protocol):
    """The messages to single people."""

    async def put(self, *letters: Letter) -> int: ...


class Post(Protocol):
    """What planning reminders again touches."""

    @property
    def plans(self) -> Freed: ...
    @property
    def deliveries(self) -> Outbox: ...


async def revive(post: Post, reminders: Sequence[Letter]) -> None:
    """Plan reminders again that were switched off or had nobody to go to; sent stays sent.

    A settled row is never reopened: a new one takes its key.
    """
    if reminders:
        await post.plans.free([letter.key for letter in reminders])
        await post.deliveries.put(*reminders)
