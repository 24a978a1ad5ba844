"""The people of one training: a list by seat codes, and taking one of them out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.manage_people import Attendee, RemovalReason
from domain.person import LONGEST_NAME
from domain.training import Training
from domain.typed import one_line
from talk.action import Action, OfTraining, Position
from talk.form import Choice, Form, Number, Review, Setting, Words, these

#: Nobody sits on a higher number: so many come and go in no training.
MOST_CODE = 99_999
#: Nobody looks for more words than these.
_MOST_WORDS = 5


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


def _problem(at: Setting) -> str:
    return "" if at.answers["who"] else "seeking-again"


def _like_a_name(words: str) -> bool:
    """Return whether a text may be what somebody looks for; a sentence is none."""
    return len(words) <= LONGEST_NAME and len(words.split()) <= _MOST_WORDS


#: Nothing of it is kept: its one question is its last.
SEEKING = Form(
    "seeking",
    (Words("who", one_line, _problem, meant=_like_a_name, open=True),),
    patience=lambda _: timedelta(minutes=15),
)


@dataclass(frozen=True, slots=True)
class SeePeople(Action):
    """«Wer angemeldet ist»: a page of the people of a training."""

    CODE = "ppl"
    training_id: int
    page: Position


class FindSeat(OfTraining):
    """«Suchen»: whom the list is about, by what is typed."""

    CODE = "pplf"


@dataclass(frozen=True, slots=True)
class TakeOut(Action):
    """Take who has this number out of a training: asks why."""

    CODE = "pplo"
    training_id: int
    code: int
