"""What people thought of an event: five items from 1 to 5, counted at once, never kept.

Asked is everyone who had a seat, or, where it was marked, who came; E1 sets the forms beside all
who came (docs/decisions.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from domain.network import Network
from domain.presence import Marks, counts_as_there
from domain.quiet import next_allowed

#: Nobody is asked longer than so many days after the closing.
MOST_DAYS = 14
SCORES = range(1, 6)


class FeedbackItem(StrEnum):
    """What is asked; FORM counts who answered at all."""

    FORM = "form"
    USEFUL = "useful"
    APPLICABLE = "applicable"
    EXCHANGE = "exchange"
    ORGANISATION = "organisation"
    RECOMMEND = "recommend"


#: The five questions, in the order they are asked.
QUESTIONS = tuple(item for item in FeedbackItem if item is not FeedbackItem.FORM)


@dataclass(frozen=True, slots=True)
class Answers:
    """So many answers to an item with a score; forms have the score 0."""

    training_id: int
    item: FeedbackItem
    score: int
    n: int

    def __post_init__(self) -> None:
        """Refuse scores that nobody can give."""
        asked = range(1) if self.item is FeedbackItem.FORM else SCORES
        if self.score not in asked:
            raise ValueError(f"{self.item} cannot have the score {self.score}")


def answers_until(closed_at: datetime, deliveries_days: int) -> datetime:
    """Return until when answers count.

    That somebody has answered is known only by the delivery of the next question, so nothing
    counts any more once the first of these may be forgotten.
    """
    return closed_at + timedelta(days=min(deliveries_days, MOST_DAYS))


#: From so many answers on the mean of an item is told to those who spoke.
ENOUGH_FOR_SPEAKERS = 10


def means(answers: Iterable[Answers]) -> dict[FeedbackItem, Fraction]:
    """Return the mean score of each item that has at least ten answers, from 1 to 5.

    It is for those who spoke: no distribution, and no number of answers.
    """
    counted: dict[FeedbackItem, list[Answers]] = {}
    for each in answers:
        if each.item is not FeedbackItem.FORM:
            counted.setdefault(each.item, []).append(each)
    found = {}
    for item, some in counted.items():
        n = sum(each.n for each in some)
        if n >= ENOUGH_FOR_SPEAKERS:
            found[item] = Fraction(sum(each.n * each.score for each in some), n)
    return found


class Plans(Protocol):
    """What asking needs from storage."""

    async def ask_feedback(
        self,
        training_id: int,
        due_at: datetime,
        expires_at: datetime,
        came: Collection[bool | None] | None = None,
    ) -> int: ...


class Attendees(Protocol):
    """What asking needs of the people: how many are marked as there or missing."""

    async def marks(self, training_id: int) -> Marks: ...


class Desk(Protocol):
    """Everything that asking touches."""

    @property
    def plans(self) -> Plans: ...
    @property
    def attendees(self) -> Attendees: ...


async def ask(desk: Desk, network: Network, training_id: int, now: datetime) -> int:
    """Ask everybody who came to a training closed right now; return how many are asked.

    Where nothing is marked these are all who had a seat. Whoever closes it, in chat or on the
    command line, asks so.
    """
    until = answers_until(now, network.retention.deliveries_days)
    due = next_allowed(now, network.quiet, network.zone)
    marks = await desk.attendees.marks(training_id) if network.presence else {}
    counted = counts_as_there(marks) if marks else None
    return await desk.plans.ask_feedback(training_id, due, until, counted)


def ask_key(registration_id: int, number: int) -> str:
    """Return the key of a question (from 0) to one person; after the last comes the topic."""
    return f"feedback:{registration_id}:{number}"


def given(training_id: int, number: int, score: int) -> list[Answers]:
    """Return what an answer to a question adds; the first one also counts the form.

    Raises ValueError if there is no such question or score.
    """
    if not 0 <= number < len(QUESTIONS):
        raise ValueError(f"There is no question {number}.")
    answer = Answers(training_id, QUESTIONS[number], score, 1)
    return [answer] if number else [Answers(training_id, FeedbackItem.FORM, 0, 1), answer]
