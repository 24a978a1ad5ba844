"""A dialogue as data: what is asked, in which order, and what may be answered.

A form is declared once and serves every channel. Its questions say what they offer from who is
asked, the network, the moment and the answers so far; its words stand in the catalogue by name:
`exchange-topic` asks, `exchange-topic-chosen` is the line of an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from domain.picked import number_picked
from talk.action import Action, OfDraft, Position
from talk.choice import A_PAGE, DONE, TURNS, Choice, Grouped, Several
from talk.question import (
    Again,
    Answers,
    Asks,
    Check,
    Offers,
    Problem,
    Question,
    Setting,
    Still,
    Taken,
    fine,
    these,
)

__all__ = [
    "A_PAGE",
    "DONE",
    "TURNS",
    "Again",
    "Answers",
    "Asks",
    "Choice",
    "Grouped",
    "Offers",
    "Problem",
    "Question",
    "Setting",
    "Several",
    "Still",
    "Taken",
    "these",
]

#: What a button carries that sets no limit.
UNLIMITED = "none"
#: What a button carries that takes words again which were typed before.
AGAIN = "again"
#: Where words stand that were typed and left again; no question has this name.
TYPED = "typed"


def _holds(_: Setting) -> Again | None:
    return None


def _any_text(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Number(Question):
    """A whole number within bounds: some are offered, any may be typed.

    Below 0 it is typed with its sign, or as fewer; minutes also as hours. It may be `unlimited`:
    then the answer is None. So many buttons stand `abreast`.
    """

    least: int
    most: int
    offers: tuple[int, ...] | Callable[[Setting], Sequence[int]]
    problem: Check = fine
    minutes: bool = False
    unlimited: bool = False
    abreast: int = 2

    def offered(self, at: Setting) -> Sequence[str]:
        """Return the numbers with a button each."""
        numbers = self.offers(at) if callable(self.offers) else self.offers
        return [*map(str, numbers), *([UNLIMITED] if self.unlimited else [])]

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take a pressed number."""
        return self.entered(at, None if value == UNLIMITED else int(value))

    def entered(self, at: Setting, number: int | None) -> Taken:
        """Take a number that was read, or that there is no limit."""
        answers = {**at.answers, self.name: number}
        problem = self.problem(at.saying(answers))
        return Problem(problem) if problem else answers


@dataclass(frozen=True, slots=True)
class Keys(Question):
    """A number, entered digit by digit or typed; it is shown before one goes on."""

    least: int
    most: int
    problem: Check = fine

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


class Lines(Question):
    """A list that asks nothing; beside it lines of a name and a number each may be typed."""


@dataclass(frozen=True, slots=True)
class Words(Question):
    """Words of one's own, tidied; those that cannot be are neither kept nor left in the chat.

    Where they are `optional`, a button goes on without any. Where a text cannot even be `meant`
    as an answer, it is taken as any unasked text. `open` words may name ages as titles do.
    `paragraphs` may have several lines. What was typed before and left again is offered, in a
    form that remembers it.
    """

    tidy: Callable[[str], str]
    problem: Check
    optional: bool = False
    meant: Callable[[str], bool] = _any_text
    open: bool = False
    paragraphs: bool = False

    @property
    def required(self) -> bool:
        """Whether nothing goes on without an answer."""
        return not self.optional

    def offered(self, at: Setting) -> Sequence[str]:
        """Return the words of before, and the way on without any, as far as there are."""
        again = (AGAIN,) if self.typed_before(at) else ()
        return (*again, DONE) if self.optional else again

    def typed_before(self, at: Setting) -> str:
        """Return what was typed here and left again."""
        return str(at.answers.get(TYPED, {}).get(self.name, ""))

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take the words of before, or go on without any."""
        if value == AGAIN:
            return self.entered(at, self.typed_before(at))
        return {**at.answers, self.name: None}

    def entered(self, at: Setting, words: str) -> Taken:
        """Take what was typed."""
        answers = {**at.answers, self.name: words}
        problem = self.problem(at.saying(answers))
        return Problem(problem) if problem else answers


@dataclass(frozen=True, slots=True)
class Review(Question):
    """Everything once more before it is done, by one of the `ways`; only which one is kept.

    Words that are typed meanwhile may take the place of earlier ones (`retakes`). If its `lines`
    change, each is a button that leads to its question and back here. What does not hold any
    more is asked again.
    """

    retakes: Words | None = None
    ways: tuple[str, ...] = (DONE,)
    lines: bool = False
    holds: Callable[[Setting], Again | None] = _holds

    @property
    def columns(self) -> tuple[str, ...]:
        """None: nothing is told here."""
        return ()

    @property
    def required(self) -> bool:
        """Whether nothing goes on without an answer: it asks for none."""
        return False

    def offered(self, _at: Setting) -> Sequence[str]:
        """Return the ways on."""
        return self.ways

    def chosen(self, at: Setting, value: str) -> Taken:
        """Leave the answers as they are, but for a way that is one of several."""
        answers = at.answers if value == DONE else {**at.answers, self.name: value}
        return self.holds(at) or answers


@dataclass(frozen=True, slots=True)
class Form:
    """A dialogue: the name that its drafts carry, and its questions in their order.

    What is typed is taken for an answer within `patience`; later it might be anything. A form
    that `remembers` offers words again that were typed and left.
    """

    name: str
    questions: tuple[Question, ...]
    patience: Callable[[Answers], timedelta] | None = None
    remembers: bool = False

    def asked(self, at: Setting) -> list[Question]:
        """Return the questions that apply."""
        return [each for each in self.questions if each.asked_if(at)]

    def open(self, step: str, at: Setting) -> Question:
        """Return the question of a step; of a step that is none, the first one not answered."""
        named = (each for each in self.questions if each.name == step)
        return next(named, None) or self.first(at) or self.questions[-1]

    def first(self, at: Setting) -> Question | None:
        """Return the first question that is still to be asked."""
        asked = (each for each in self.asked(at) if not each.unasked)
        return next((each for each in asked if each.name not in at.answers), None)

    def after(self, question: Question, at: Setting) -> Question | None:
        """Return the question that follows; None behind the last one."""
        later = self.questions[self.questions.index(question) + 1 :]
        return next((each for each in later if self._due(each, at)), None)

    def _due(self, question: Question, at: Setting) -> bool:
        """Return whether a question is still to be asked; of a changed line only what is open."""
        known = question.name in at.answers
        told = known and (bool(question.within) or self.changing(at) is not None)
        reviewed = isinstance(question, Review)
        return question.asked_if(at) and not question.unasked and (reviewed or not told)

    def before(self, question: Question, at: Setting) -> Question | None:
        """Return the question that «Zurück» leads to; None at the first one."""
        earlier = self.questions[: self.questions.index(question)]
        if question.back:
            return self.named(question.back)
        asked = (e for e in reversed(earlier) if e.asked_if(at) and not e.unasked)
        return next(asked, None)

    def named(self, name: str) -> Question:
        """Return the question of this name."""
        return next(each for each in self.questions if each.name == name)

    def lines(self, at: Setting) -> list[Question]:
        """Return the questions that have a line of their own, where they apply."""
        asked = self.asked(at)
        return [each for each in asked if not (each.within or isinstance(each, Review))]

    def filled(self, at: Setting) -> Answers:
        """Return every answer, with what holds where nothing was said."""
        lacking = [each for each in self.asked(at) if each.name not in at.answers]
        usual = {each.name: said for each in lacking if (said := each.answer(at)) is not None}
        return {**usual, **at.answers}

    def change(self, review: Question, line: str, at: Setting) -> tuple[Question, Setting] | None:
        """Return the question of a review's line; what was answered is known, and kept beside."""
        found = [each for each in self.lines(at) if each.name == line]
        if not (isinstance(review, Review) and review.lines and found):
            return None
        return found[0], at.saying({**at.answers, review.name: dict(at.answers)})

    def changing(self, at: Setting) -> tuple[Review, Answers] | None:
        """Return the review that a line is changed of, and the answers before; None if none is."""
        reviews = [each for each in self.questions if isinstance(each, Review)]
        found = [each for each in reviews if isinstance(at.answers.get(each.name), Mapping)]
        return (found[0], at.answers[found[0].name]) if found else None

    def reviewing(self, at: Setting, question: Question) -> Setting:
        """Return the setting of a question: back at its review, a line is changed."""
        if not (isinstance(question, Review) and question.name in at.answers):
            return at
        return at.saying({n: said for n, said in at.answers.items() if n != question.name})

    def until(self, question: Question, answers: Answers) -> Answers:
        """Return what was answered before a question."""
        later = {each.name for each in self.questions[self.questions.index(question) :]}
        return {name: answer for name, answer in answers.items() if name not in later}

    def left(self, question: Question, earlier: Question, answers: Answers) -> Answers:
        """Return what is known when one goes back from a question to an earlier one.

        Lines that were changed in a review stay as they are; nobody is asked for them again.
        """
        known = self.until(earlier, answers)
        if isinstance(question, Review):
            lines = {each.name for each in self.questions if each.unasked}
            known = {**known, **{name: said for name, said in answers.items() if name in lines}}
        return self.remembering(answers, known)

    def remembering(self, before: Answers, after: Answers) -> Answers:
        """Return later answers with the words beside them that were typed before and are left."""
        words = (each.name for each in self.questions if isinstance(each, Words))
        left = {name: before[name] for name in words if before.get(name) and name not in after}
        kept = {**before.get(TYPED, {}), **left}
        return {**after, TYPED: kept} if kept and self.remembers else after


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


class Back(OfDraft):
    """«Zurück»; at the first question the way out."""

    CODE = "fk"


class Leave(OfDraft):
    """«Verwerfen»: the way out of any question."""

    CODE = "fx"
