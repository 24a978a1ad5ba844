"""What stands on papers: who gets a certificate, and what is told of a training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from domain.feedback import Answers, FeedbackItem
from domain.manage_people import Attendee
from domain.paper_material import certified, spoken_of
from domain.presence import Marked, Marks
from domain.register import Registration
from domain.vocabulary import RegistrationStatus
from tests.domain.years import NETWORK, event

OF = event(6)
START = OF.plan.starts_at


def seated(number: int, came: bool | None) -> Attendee:
    own = Registration(number, 6, number, RegistrationStatus.CONFIRMED, number, came=came)
    return Attendee(own, "a", "school", None)


CAME, UNMARKED, MISSED = seated(1, True), seated(2, None), seated(3, False)


@dataclass
class Seats:
    """Who has a seat in one training."""

    people: Sequence[Attendee]

    async def attendees(self, training_id: int) -> Sequence[Attendee]:
        assert training_id == OF.id
        return self.people


@dataclass
class Marking:
    """What is marked in it; where nothing is wanted, nobody asks."""

    marked: Marks | None

    async def marks(self, training_id: int) -> Marks:
        assert training_id == OF.id
        assert self.marked is not None
        return self.marked


@dataclass
class Told:
    """What was told of trainings, each by its start."""

    told: Sequence[tuple[datetime, Answers]]

    async def answers(self, first: datetime, last: datetime) -> Sequence[Answers]:
        return [each for at, each in self.told if first <= at < last]


@dataclass
class Desk:
    """Where it is read."""

    registrations: Seats = field(default_factory=lambda: Seats((CAME, UNMARKED, MISSED)))
    attendees: Marking = field(default_factory=lambda: Marking(None))
    exchange: Told = field(default_factory=lambda: Told(()))


async def test_where_no_marks_are_wanted_all_with_a_seat_get_one() -> None:
    assert await certified(Desk(), NETWORK, OF) == [CAME, UNMARKED, MISSED]


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ({}, [CAME, UNMARKED, MISSED]),
        ({("a", "school"): Marked(missed=1)}, [CAME, UNMARKED]),
        ({("a", "school"): Marked(came=1, missed=1)}, [CAME]),
    ],
)
async def test_where_it_was_marked_who_came_gets_one(marks: Marks, found: list[Attendee]) -> None:
    desk = Desk(attendees=Marking(marks))

    assert await certified(desk, replace(NETWORK, presence=True), OF) == found


def useful(score: int, n: int, of: int = OF.id) -> Answers:
    return Answers(of, FeedbackItem.USEFUL, score, n)


async def test_the_means_are_those_of_this_training_alone() -> None:
    second = timedelta(seconds=1)
    told = [
        (START, useful(5, 8)),
        (START, useful(2, 2)),
        (START, useful(1, 90, of=7)),  # another one at the same hour
        (START, Answers(OF.id, FeedbackItem.EXCHANGE, 4, 9)),  # of too few
        (START - second, useful(1, 50)),
        (START + second, useful(1, 50)),
    ]
    desk = Desk(exchange=Told(told))

    assert await spoken_of(desk, OF) == {FeedbackItem.USEFUL: Fraction(22, 5)}


async def test_of_what_nobody_spoke_nothing_is_told() -> None:
    assert await spoken_of(Desk(), OF) == {}
