"""How one form reads: its words by name, and what these do not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.message import Button, Rows, Style
from talk.dates import When
from talk.form import Back, Choice, Form, Question, Review, Setting, Several
from texts.catalogue import Texts
from texts.dates import short_day
from texts.typed_dates import moment_example

#: What several forms ask in the same words begins with this instead of their names.
SHARED = "form"


def asked(texts: Texts, form: Form, question: Question) -> str:
    """Return the name of the text that asks: the form's own, or the one that several share."""
    own = f"{form.name}-{question.name}"
    return own if texts.has(own) else f"{SHARED}-{question.name}"


@dataclass(frozen=True, slots=True)
class Face:
    """How one form reads; what its words by name do not say is told in a class of its own."""

    form: Form

    def head(self, page: Page) -> str:
        """Return what stands above everything; a form without such words needs nothing."""
        name = f"{self.form.name}-head"
        return page.texts(name) if page.texts.has(name) else ""

    def ask(self, page: Page) -> str:
        """Return the question itself, or that there is nothing to choose."""
        if isinstance(page.question, Choice) and not page.question.offered(page.at):
            return page.texts("form-nothing")
        return page.texts(asked(page.texts, self.form, page.question))

    def chosen(self, _page: Page) -> str:
        """Return what is chosen so far, right beneath the question; it may go without saying."""
        return ""

    def label(self, texts: Texts, _at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        if isinstance(question, When):
            return short_day(date.fromisoformat(value), texts.language)
        if isinstance(question, Choice):
            return texts.label(question.labels, value)
        if isinstance(question, Review):
            return texts.plain(f"{self.form.name}-{question.name}-yes")
        return texts.plain(f"{self.form.name}-{question.name}-n", n=int(value))

    def button(self, texts: Texts, at: Setting, question: Question, value: str) -> str:
        """Return how an answer is called where it can be chosen."""
        return self.label(texts, at, question, value)

    def name(self, texts: Texts, question: Question) -> str:
        """Return how a question is called in short, where its answer can be changed."""
        return texts.plain(f"{self.form.name}-{question.name}-name")

    def told(self, texts: Texts, at: Setting, question: Question) -> str:
        """Return an answer as it stands in its line; nothing, and there is none."""
        if isinstance(question, Several):
            chosen = [self.label(texts, at, question, each) for each in question.marked(at)]
            return ", ".join(chosen) or texts.plain("form-none")
        return self.label(texts, at, question, question.answer(at))

    def example(self, page: Page) -> str:
        """Return a date as people may type it."""
        return moment_example(page.at.now, page.at.network.zone)

    def style(self, page: Page, _value: str) -> Style:
        """Return how a button stands out."""
        return Style.SUCCESS if isinstance(page.question, Review) else Style.PLAIN

    def ways(self, page: Page) -> Rows:
        """Return the ways back and out, beneath the answers."""
        return ((back(page, "button-back"),),)

    def values(self, _text_id: str) -> Mapping[str, int]:
        """Return the numbers that a text about a wrong answer names."""
        return {}

    def refused(self, page: Page, text_id: str) -> str:
        """Return as HTML why an answer cannot be taken."""
        return page.texts(text_id, **self.values(text_id))


@dataclass(frozen=True, slots=True)
class Page:
    """A question as it is shown: the version stands on every button."""

    texts: Texts
    face: Face
    question: Question
    at: Setting
    version: int
    number: int = 0

    @property
    def first(self) -> bool:
        """Whether there is no question before, and no review to go back to."""
        form = self.face.form
        return form.before(self.question, self.at) is None and form.changing(self.at) is None

    def labels(self, values: Sequence[str] | None = None) -> dict[str, str]:
        """Return what can be chosen, or these values of it, and how each is called."""
        question, texts, at = self.question, self.texts, self.at
        skipped = 1 if isinstance(question, Several) else 0  # a switch has its sign before it
        return {
            value: self.face.button(texts, at, question, value[skipped:])
            for value in (question.offered(at) if values is None else values)
        }


def back(page: Page, text_id: str) -> Button:
    """Return the way back, or out of the first question."""
    return Button(page.texts.plain(text_id), Back(page.version).pack())
