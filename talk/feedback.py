"""Feedback after a training."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.feedback import QUESTIONS, SCORES
from domain.vocabulary import Topic
from talk.action import Action, OneOf, Position, Within


@dataclass(frozen=True, slots=True)
class Rate(Action):
    """An answer from 1 to 5 to a question, counted from 0."""

    CODE = "fb"
    registration_id: int
    number: Annotated[int, Within(0, len(QUESTIONS) - 1)]
    score: Annotated[int, Within(SCORES.start, SCORES.stop - 1)]


@dataclass(frozen=True, slots=True)
class NotRate(Action):
    """«Keine Rückmeldung geben»."""

    CODE = "fb-n"
    registration_id: int


@dataclass(frozen=True, slots=True)
class NextTopics(Action):
    """Another page of topics for what is needed next."""

    CODE = "fb-p"
    registration_id: int
    page: Position


@dataclass(frozen=True, slots=True)
class NextTopic(Action):
    """What is needed next; empty for none."""

    CODE = "fb-t"
    registration_id: int
    topic: Annotated[str, OneOf(("", *Topic))]
