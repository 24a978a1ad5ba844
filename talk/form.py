"""A dialogue as data: what is asked, in which order, and what may be answered.

A form is declared once and serves every channel. Its questions say what they offer from who is
asked, the network, the moment and the answers so far; its words stand in the catalogue by name:
`exchange-topic` asks, `exchange-topic-chosen` is the line of an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.network import Network
from domain.person import Person
from talk.action import Action, Position

#: So many choices a page: with the question and the ways on they fill a small screen.
A_PAGE = 8
#: What stands on the ways to the pages before and after.
TURNS = ("page-before", "page-after")

#: What a button carries that goes on with what is shown.
DONE = "done"

#: What was answered so far, by the names of questions; also what the dialogue is about.
Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Setting:
    """What questions depend on; `about` is what the form's handler read for it."""

    asker: Person | None
    network: Network
    now: datetime
    answers: Answers
    about: Any = None

    def saying(self, answers: Answers) -> Setting:
        """Return the same with other answers."""
        return replace(self, answers=answers)


Offers = Callable[[Setting], Sequence[str]]


def _no_problem(_: Setting) -> str:
    return ""


def these(values: Iterable[str]) -> Offers:
    """Return the offer that is always the same."""
    fixed = tuple(values)
    return lambda _: fixed


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer of the right kind cannot be taken, by the name of its text."""

    text_id: str


@dataclass(frozen=True, slots=True)
class Question:
    """What one question needs to be asked; its answer stands under its name."""

    name: str

    def offered(self, _at: Setting) -> Sequence[str]:
        """Return what can be chosen, as buttons carry it."""
        raise NotImplementedError

    def pick(self, at: Setting, value: str) -> Answers | Problem:
        """Return the answers with a chosen one. Raises ValueError for what is not offered."""
        if value not in self.offered(at):
            raise ValueError(f"{value!r} is not offered")
        return self.chosen(at, value)

    def chosen(self, at: Setting, value: str) -> Answers | Problem:
        """Return the answers with one that is offered."""
        return {**at.answers, self.name: value}


@dataclass(frozen=True, slots=True)
class Choice(Question):
    """One of a list.

    `labels` names the closed list that the values are of, `turns` the words on the ways to other
    pages. Short labels may stand in `pairs`; a page then has as many rows.
    """

    offers: Offers
    labels: str = ""
    turns: tuple[str, str] = TURNS
    pairs: bool = False

    def offered(self, at: Setting) -> Sequence[str]:
        """Return the list."""
        return self.offers(at)


@dataclass(frozen=True, slots=True)
class Number(Question):
    """A whole number within bounds: some are offered, any may be typed.

    Below 0 it is typed with its sign, or as fewer. `problem` names the text that says why a
    number cannot be, with the answers of which it is one.
    """

    least: int
    most: int
    offers: tuple[int, ...]
    problem: Callable[[Setting], str] = _no_problem

    def offered(self, _at: Setting) -> Sequence[str]:
        """Return the numbers with a button each."""
        return [str(number) for number in self.offers]

    def chosen(self, at: Setting, value: str) -> Answers | Problem:
        """Return the answers with a pressed number."""
        return self.entered(at, int(value))

    def entered(self, at: Setting, number: int) -> Answers | Problem:
        """Return the answers with a number that was read."""
        answers = {**at.answers, self.name: number}
        problem = self.problem(at.saying(answers))
        return Problem(problem) if problem else answers


@dataclass(frozen=True, slots=True)
class Review(Question):
    """Everything once more before it is done; it has one answer, which is not kept."""

    def offered(self, _at: Setting) -> Sequence[str]:
        """Return the way on."""
        return (DONE,)

    def chosen(self, at: Setting, _value: str) -> Answers | Problem:
        """Return the answers as they are."""
        return at.answers


@dataclass(frozen=True, slots=True)
class Form:
    """A dialogue: the name that its drafts carry, and its questions in their order."""

    name: str
    questions: tuple[Question, ...]

    def at(self, step: str, answers: Answers) -> Question:
        """Return the question of a step; of a step that is none, the first one still open."""
        named = (each for each in self.questions if each.name == step)
        unanswered = (each for each in self.questions if each.name not in answers)
        return next(named, None) or next(unanswered, self.questions[-1])

    def after(self, question: Question) -> Question | None:
        """Return the question that follows; None behind the last one."""
        return next(iter(self.questions[self.questions.index(question) + 1 :]), None)

    def before(self, question: Question) -> Question | None:
        """Return the question before; None at the first one."""
        return next(reversed(self.questions[: self.questions.index(question)]), None)

    def without(self, answers: Answers, question: Question) -> Answers:
        """Return what was answered before a question."""
        later = {each.name for each in self.questions[self.questions.index(question) :]}
        return {name: answer for name, answer in answers.items() if name not in later}


@dataclass(frozen=True, slots=True)
class Pick(Action):
    """An answer to the question of this version."""

    CODE = "fp"
    version: int
    value: str


@dataclass(frozen=True, slots=True)
class Turn(Action):
    """Another page of the same question."""

    CODE = "ft"
    version: int
    page: Position


@dataclass(frozen=True, slots=True)
class Back(Action):
    """«Zurück»; at the first question the way out."""

    CODE = "fk"
    version: int
