"""How a form reads: what was answered so far, the question, and a page of buttons.

All words stand in the catalogue by the names of form and question. What is special about a form
is told by a `Face` of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.message import Button, Message, Rows, Style
from domain.paging import part_of
from talk.form import (
    A_PAGE,
    TURNS,
    Answers,
    Back,
    Choice,
    Form,
    Number,
    Pick,
    Problem,
    Question,
    Review,
    Setting,
    Turn,
)
from texts import paging
from texts.catalogue import Html, Texts
from texts.labels import shortened
from texts.typed_choice import named
from texts.typed_numbers import Refused, read_number, read_signed, refusal

#: Two labels of so many signs stand side by side.
SHORT = 20


@dataclass(frozen=True, slots=True)
class Face:
    """How one form reads; what its words by name do not say is told in a class of its own."""

    form: Form

    def head(self, page: Page) -> str:
        """Return what stands above everything."""
        return page.texts(f"{self.form.name}-head")

    def ask(self, page: Page) -> str:
        """Return the question itself."""
        return page.texts(f"{self.form.name}-{page.question.name}")

    def label(self, texts: Texts, _at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        if isinstance(question, Choice):
            return texts.label(question.labels, value)
        if isinstance(question, Review):
            return texts.plain(f"{self.form.name}-{question.name}-yes")
        return texts.plain(f"{self.form.name}-{question.name}-n", n=int(value))

    def button(self, texts: Texts, at: Setting, question: Question, value: str) -> str:
        """Return how an answer is called where it can be chosen."""
        return self.label(texts, at, question, value)

    def out(self, page: Page) -> Rows:
        """Return the ways out of the first question."""
        return ((back(page, "button-back"),),)


@dataclass(frozen=True, slots=True)
class Page:
    """A question as it is shown: the version stands on every button."""

    texts: Texts
    face: Face
    question: Question
    at: Setting
    version: int
    number: int = 0

    def labels(self) -> dict[str, str]:
        """Return what can be chosen, and how it is called."""
        return {
            value: self.face.button(self.texts, self.at, self.question, value)
            for value in self.question.offered(self.at)
        }


def back(page: Page, text_id: str) -> Button:
    """Return the way back, or out of the first question."""
    return Button(page.texts.plain(text_id), Back(page.version).pack())


def card(page: Page, note: str = "") -> Message:
    """Ask a question, beneath what was answered before it; a note (HTML) stands above."""
    face, first = page.face, page.face.form.before(page.question) is None
    parts = [note, face.head(page), lines(page.texts, face, page.at), face.ask(page)]
    out = face.out(page) if first else ((back(page, "button-back"),),)
    return Message("\n\n".join(filter(None, parts)), (*_choices(page), *out))


def lines(texts: Texts, face: Face, at: Setting) -> Html:
    """Return what was answered so far, a line each."""
    form, said = face.form, at.answers
    names = {f"{form.name}-{each.name}-chosen": each for each in form.questions}
    told = {n: each for n, each in names.items() if each.name in said and texts.has(n)}
    values = [face.label(texts, at, each, said[each.name]) for each in told.values()]
    return Html("\n".join(texts(n, value=value) for n, value in zip(told, values, strict=True)))


def _choices(page: Page) -> Rows:
    """Return a page of what can be chosen, and the ways to the others."""
    question, found = page.question, page.labels()
    style = Style.SUCCESS if isinstance(question, Review) else Style.PLAIN
    buttons = [
        Button(label, Pick(page.version, value).pack(), style=style)
        for label, value in zip(shortened([*found.values()]), found, strict=True)
    ]
    pairs, words = True, TURNS
    if isinstance(question, Choice):
        pairs, words = question.pairs, question.turns
    part = part_of(_in_rows(buttons, pairs=pairs), page.number, A_PAGE)
    return (*part.items, *paging.turns(page.texts, part, lambda to: Turn(page.version, to), words))


def _in_rows(buttons: Sequence[Button], *, pairs: bool) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        beside = rows[-1] if rows and pairs else ()
        if len(beside) == 1 and max(len(beside[0].label), len(button.label)) <= SHORT:
            rows[-1] = (*beside, button)
        else:
            rows.append((button,))
    return rows


def typed(page: Page, text: str) -> Answers | Problem | str | None:
    """Return the answers with a typed one, or as HTML why not; None if it answers nothing."""
    question = page.question
    if isinstance(question, Number):
        return _number(page, question, text)
    value = named(page.labels(), text)
    return None if value is None else question.chosen(page.at, value)


def _number(page: Page, question: Number, text: str) -> Answers | Problem | str | None:
    least, most = question.least, question.most
    read = read_number(text, least, most) if least >= 0 else read_signed(text, most)
    match read:
        case Refused() as why:
            return refusal(page.texts, why, 1 if least < 0 else least, most)
        case int() as number:
            return question.entered(page.at, number)
    return None
