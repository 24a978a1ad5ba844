"""The people of one training: a list by seat codes, and taking one of them out of it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.manage_people import Attendee, RemovalReason
from domain.training import Training
from talk.action import Action, OfTraining, Position
from talk.form import Choice, Form, Number, Review, these

#: Nobody sits on a higher number: so many come and go in no training.
MOST_CODE = 99_999


@dataclass(frozen=True, slots=True)
class ToRemove:
    """Whom it is about, None as long as there is nobody under the number."""

    training: Training
    who: Attendee | None = None


REMOVAL = Form(
    "removal",
    (
        Number("code", 1, MOST_CODE, ()),
        Choice("reason", these(RemovalReason), labels="removal-reason"),
        Review("sure"),
    ),
)


@dataclass(frozen=True, slots=True)
class SeePeople(Action):
    """«Wer angemeldet ist»: a page of the people of a training."""

    CODE = "ppl"
    training_id: int
    page: Position


class FindSeat(OfTraining):
    """«Platznummer eingeben»: whom to take out, by the number alone."""

    CODE = "pplf"


@dataclass(frozen=True, slots=True)
class TakeOut(Action):
    """Take who has this number out of a training: asks why."""

    CODE = "pplo"
    training_id: int
    code: int
