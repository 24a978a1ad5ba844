"""Closing a training: how many came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.close import Group, Place, all_came, proposed
from domain.presence import Marked, Marks
from domain.training import Training
from talk.action import OfTraining
from talk.form import Answers, Form, Setting
from talk.headcount import Headcount, LineNumber, LineSector, by_its_button
from talk.institutions import OFFICE, SECTOR, places
from talk.session_count import Attended, is_series


@dataclass(frozen=True, slots=True)
class EndedTraining:
    """A training that is over, and its seats by institution as they are now.

    `marks` say who is marked as there or missing, None where nobody marks it; `came` is how many
    came by them.
    """

    training: Training
    seats: Mapping[Place, int]
    marks: Marks | None = None
    came: Mapping[Place, int] | None = None


def _expected(at: Setting, entered: Sequence[Group]) -> list[Group]:
    if not entered and at.about.came is not None:
        return proposed(at.about.seats, places(at.network), at.about.came)
    return all_came(entered, at.about.seats, places(at.network))


def _of_a_district(at: Setting) -> bool:
    return OFFICE.name in at.answers


COUNT = Headcount("numbers", _expected, one="number", more="office")
ATTENDED = Attended("sessions", COUNT, asked_if=is_series)
CLOSE = Form(
    "close",
    (
        LineNumber("number", count=COUNT, back="numbers"),
        replace(OFFICE, asked_if=by_its_button, back="numbers"),
        LineSector("sector", SECTOR.offers, count=COUNT, back="office", asked_if=_of_a_district),
        COUNT,
        ATTENDED,
    ),
)


#: Where the marks stand among the answers that the numbers were proposed by.
MARKS = "marks"


def facts(at: Setting) -> Answers:
    """Return what is kept with the answers: the numbers, and the marks that were seen first."""
    kept = COUNT.kept(at)
    if at.about.marks is None or MARKS in at.answers:
        return kept
    return {**kept, MARKS: [[*e, m.came, m.missed] for e, m in sorted(at.about.marks.items())]}


def seen(said: Answers) -> Marks | None:
    """Return the marks that the numbers were proposed by."""
    rows = said.get(MARKS)
    return None if rows is None else {(o, s): Marked(came, missed) for o, s, came, missed in rows}


class Close(OfTraining):
    """«Abschließen»: how many came."""

    CODE = "cls"
