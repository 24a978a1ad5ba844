"""A dialogue as data: what is asked, in which order, and what may be answered.

A form is declared once and serves every channel. Its questions say what they offer from who is
asked, the network, the moment and the answers so far; its words stand in the catalogue by name:
`exchange-topic` asks, `exchange-topic-chosen` is the line of an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from domain.network import Network
from domain.person import Person
from domain.picked import number_picked, switched
from talk.action import Action, Position

#: So many rows of choices a page: with the question and the ways on they fill a small screen.
A_PAGE = 8
#: What stands on the ways to other pages; never what leads to another question.
TURNS = ("form-page-before", "form-page-after")
#: What a button carries that goes on with what is chosen, entered or shown.
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


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer of the right kind cannot be taken, by the name of its text."""

    text_id: str


@dataclass(frozen=True, slots=True)
class Still:
    """The answers, while the same question stays open; and the page on which it goes on."""

    answers: Answers
    page: int = 0


@dataclass(frozen=True, slots=True)
class Asks:
    """The answers, and the question that follows out of its turn; and which page of it."""

    answers: Answers
    question: str
    page: int = 0


#: What becomes of an answer: the next question, the same one, another one, or a reason.
Taken = Answers | Still | Asks | Problem
Offers = Callable[[Setting], Sequence[str]]
#: The name of the text that says why an answer cannot be, or nothing.
Check = Callable[[Setting], str]


def these(values: Iterable[object]) -> Offers:
    """Return the offer that is always the same."""
    fixed = tuple(str(each) for each in values)
    return lambda _: fixed


def _always(_: Setting) -> bool:
    return True


def _fine(_: Setting) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Question:
    """What one question needs; its answer stands under its name. It is asked if it applies.

    «Zurück» leads to the question before, or the one that `back` names.
    """

    name: str
    asked_if: Callable[[Setting], bool] = field(default=_always, kw_only=True)
    back: str = field(default="", kw_only=True)

    def offered(self, _at: Setting) -> Sequence[str]:
        """Return what can be chosen, as buttons carry it."""
        return ()

    def pick(self, at: Setting, value: str) -> Taken:
        """Take what a button carries. Raises ValueError for what is not offered."""
        if value not in self.offered(at):
            raise ValueError(f"{value!r} is not offered")
        return self.chosen(at, value)

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take one of what is offered."""
        return {**at.answers, self.name: value}


@dataclass(frozen=True, slots=True)
class Choice(Question):
    """One of a list.

    `labels` names the closed list that the values are of, `turns` the words on the ways to other
    pages of `a_page` rows. Short labels may stand in `pairs`.
    """

    offers: Offers
    labels: str = ""
    turns: tuple[str, str] = TURNS
    pairs: bool = False
    a_page: int = A_PAGE

    def offered(self, at: Setting) -> Sequence[str]:
        """Return the list."""
        return self.offers(at)


@dataclass(frozen=True, slots=True)
class When(Choice):
    """A day: the likely ones are offered, any of them may be typed as people write days."""


@dataclass(frozen=True, slots=True)
class Moment(Choice):
    """A moment to come, at most so `far` ahead: some are offered, any other may be typed.

    `settled` returns the answers with a moment, which may be moved; or why it cannot be.
    """

    settled: Callable[[Setting, datetime], Answers | Problem] = field(kw_only=True)
    far: timedelta = field(kw_only=True)

    def pick(self, at: Setting, value: str) -> Taken:
        """Take a moment of a button: offered, or asked back for what was typed."""
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None or abs(moment - at.now) > self.far:
            raise ValueError(f"{value!r} is not offered")
        return self.settled(at, moment)


@dataclass(frozen=True, slots=True)
class Several(Choice):
    """Any of a list, marked one by one; one may go on once it is `enough`."""

    enough: Callable[[Setting], bool] = _always

    def marked(self, at: Setting) -> Sequence[str]:
        """Return what is chosen so far, in the order of the list."""
        return [each for each in self.offers(at) if each in at.answers.get(self.name, ())]

    def offered(self, at: Setting) -> Sequence[str]:
        """Return a switch for each, `+` to choose and `-` to drop."""
        marked = self.marked(at)
        return [("-" if each in marked else "+") + each for each in self.offers(at)]

    def pick(self, at: Setting, value: str) -> Taken:
        """Take a switch, of now or of before the last press; or go on."""
        if value == DONE and self.enough(at):
            return {**at.answers, self.name: list(self.marked(at))}
        return self.chosen(at, value)

    def chosen(self, at: Setting, value: str) -> Taken:
        """Mark one, or take its mark away; pressed twice it is marked once."""
        offers = self.offers(at)
        marked = list(switched(self.marked(at), value, offers))
        return Still({**at.answers, self.name: marked}, offers.index(value[1:]) // self.a_page)


@dataclass(frozen=True, slots=True)
class Number(Question):
    """A whole number within bounds: some are offered, any may be typed.

    Below 0 it is typed with its sign, or as fewer; minutes also as hours.
    """

    least: int
    most: int
    offers: tuple[int, ...]
    problem: Check = _fine
    minutes: bool = False

    def offered(self, _at: Setting) -> Sequence[str]:
        """Return the numbers with a button each."""
        return [str(number) for number in self.offers]

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take a pressed number."""
        return self.entered(at, int(value))

    def entered(self, at: Setting, number: int) -> Taken:
        """Take a number that was read."""
        answers = {**at.answers, self.name: number}
        problem = self.problem(at.saying(answers))
        return Problem(problem) if problem else answers


@dataclass(frozen=True, slots=True)
class Keys(Question):
    """A number, entered digit by digit or typed; it is shown before one goes on."""

    least: int
    most: int
    problem: Check = _fine

    def now(self, at: Setting) -> int:
        """Return the number that is shown."""
        return int(at.answers.get(self.name, 0))

    def pick(self, at: Setting, value: str) -> Taken:
        """Take a key, which carries the whole number it makes; or go on with what is there."""
        if value.startswith("="):
            return self.entered(at, number_picked(value[1:], self.least, self.most))
        if value != DONE:
            raise ValueError(f"{value!r} is no key")
        answers = {**at.answers, self.name: max(self.now(at), self.least)}
        problem = self.problem(at.saying(answers))
        return Problem(problem) if problem else answers

    def entered(self, at: Setting, number: int) -> Taken:
        """Show a number that was read."""
        return Still({**at.answers, self.name: number})


@dataclass(frozen=True, slots=True)
class Steps(Keys):
    """A number that one moves step `by` step, from its `start`, or types, up to a `limit`."""

    by: tuple[int, ...] = field(kw_only=True)
    start: Callable[[Setting], int] = field(kw_only=True)
    limit: Callable[[Setting], int] = field(kw_only=True)

    def now(self, at: Setting) -> int:
        """Return the number that is shown."""
        return int(at.answers.get(self.name, self.start(at)))


@dataclass(frozen=True, slots=True)
class Lines(Question):
    """A list that asks nothing; beside it lines of a name and a number each may be typed."""


@dataclass(frozen=True, slots=True)
class Words(Question):
    """Words of one's own, tidied; those that cannot be are neither kept nor left in the chat.

    Where they are `optional`, a button goes on without any.
    """

    tidy: Callable[[str], str]
    problem: Check
    optional: bool = False

    def offered(self, _at: Setting) -> Sequence[str]:
        """Return the way on without words, if there is one."""
        return (DONE,) if self.optional else ()

    def chosen(self, at: Setting, _value: str) -> Taken:
        """Go on without words."""
        return {**at.answers, self.name: None}

    def entered(self, at: Setting, words: str) -> Taken:
        """Take what was typed."""
        answers = {**at.answers, self.name: words}
        problem = self.problem(at.saying(answers))
        return Problem(problem) if problem else answers


@dataclass(frozen=True, slots=True)
class Review(Question):
    """Everything once more before it is done; it has one answer, which is not kept.

    Words that are typed meanwhile may take the place of earlier ones (`retakes`).
    """

    retakes: Words | None = None

    def offered(self, _at: Setting) -> Sequence[str]:
        """Return the way on."""
        return (DONE,)

    def chosen(self, at: Setting, _value: str) -> Taken:
        """Leave the answers as they are."""
        return at.answers


@dataclass(frozen=True, slots=True)
class Form:
    """A dialogue: the name that its drafts carry, and its questions in their order.

    What is typed is taken for an answer within `patience`; later it might be anything.
    """

    name: str
    questions: tuple[Question, ...]
    patience: Callable[[Answers], timedelta] | None = None

    def asked(self, at: Setting) -> list[Question]:
        """Return the questions that apply."""
        return [each for each in self.questions if each.asked_if(at)]

    def open(self, step: str, at: Setting) -> Question:
        """Return the question of a step; of a step that is none, the first one not answered."""
        named = (each for each in self.questions if each.name == step)
        unanswered = (each for each in self.asked(at) if each.name not in at.answers)
        return next(named, None) or next(unanswered, self.questions[-1])

    def after(self, question: Question, at: Setting) -> Question | None:
        """Return the question that follows; None behind the last one."""
        later = self.questions[self.questions.index(question) + 1 :]
        return next((each for each in later if each.asked_if(at)), None)

    def before(self, question: Question, at: Setting) -> Question | None:
        """Return the question that «Zurück» leads to; None at the first one."""
        earlier = self.questions[: self.questions.index(question)]
        if question.back:
            return self.named(question.back)
        return next((each for each in reversed(earlier) if each.asked_if(at)), None)

    def named(self, name: str) -> Question:
        """Return the question of this name."""
        return next(each for each in self.questions if each.name == name)

    def until(self, question: Question, answers: Answers) -> Answers:
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


@dataclass(frozen=True, slots=True)
class Leave(Action):
    """«Verwerfen»: the way out of any question."""

    CODE = "fx"
    version: int
