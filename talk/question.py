"""What every question of a form has: its name, when it is asked, what becomes of its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from domain.network import Network
from domain.person import Person

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
class Again:
    """An earlier answer that does not hold any more: its question is asked again, and why."""

    question: str
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
Taken = Answers | Still | Asks | Again | Problem
Offers = Callable[[Setting], Sequence[str]]
#: The name of the text that says why an answer cannot be, or nothing.
Check = Callable[[Setting], str]
Default = Callable[[Setting], Any]


@dataclass(frozen=True, slots=True)
class These:
    """The offer that is always the same."""

    values: tuple[str, ...]

    def __call__(self, _: Setting) -> Sequence[str]:
        """Return what is offered."""
        return self.values


def these(values: Iterable[object]) -> These:
    """Return the offer that is always the same."""
    return These(tuple(str(each) for each in values))


def always(_: Setting) -> bool:
    """Return that a question applies."""
    return True


def fine(_: Setting) -> str:
    """Return that nothing speaks against an answer."""
    return ""


@dataclass(frozen=True, slots=True)
class Question:
    """What one question needs; its answer stands under its name. It is asked if it applies.

    «Zurück» leads to the question before, or the one that `back` names. The `default` holds where
    nothing is said; an `unasked` question is left at it until somebody changes its line of the
    review. What is asked `within` another question is asked only if the answer there left it open.
    """

    name: str
    asked_if: Callable[[Setting], bool] = field(default=always, kw_only=True)
    back: str = field(default="", kw_only=True)
    default: Default | None = field(default=None, kw_only=True)
    unasked: bool = field(default=False, kw_only=True)
    within: str = field(default="", kw_only=True)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a file in which it is answered."""
        return (self.name,)

    @property
    def required(self) -> bool:
        """Whether nothing goes on without an answer."""
        return self.default is None

    def answer(self, at: Setting) -> Any:
        """Return what was answered, or what holds until then."""
        if self.name in at.answers or self.default is None:
            return at.answers.get(self.name)
        return self.default(at)

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
