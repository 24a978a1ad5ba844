"""Closing a training: how many came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.close import Group, Place, all_came
from domain.training import Training
from talk.action import Action
from talk.form import Form, Setting
from talk.headcount import Headcount, LineNumber, LineSector, by_its_button
from talk.institutions import OFFICE, SECTOR, places
from talk.session_count import Attended, is_series


@dataclass(frozen=True, slots=True)
class EndedTraining:
    """A training that is over, and its seats by institution as they are now."""

    training: Training
    seats: Mapping[Place, int]


def _expected(at: Setting, entered: Sequence[Group]) -> list[Group]:
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


@dataclass(frozen=True, slots=True)
class Close(Action):
    """«Abschließen»: how many came."""

    CODE = "cls"
    training_id: int
