"""How a form reads: what was answered so far, the question, and a page of buttons.

All words stand in the catalogue by the names of form and question. What is special about a form
is told by a `Face` of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.message import Button, Message, Rows
from domain.paging import part_of
from talk.form import A_PAGE, Back, Choice, Form, Pick, Setting, Turn
from texts import paging
from texts.catalogue import Html, Texts
from texts.labels import shortened
from texts.typed_choice import named

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

    def label(self, texts: Texts, _at: Setting, question: Choice, value: str) -> str:
        """Return how an answer is called."""
        return texts.label(question.labels, value)

    def button(self, texts: Texts, at: Setting, question: Choice, value: str) -> str:
        """Return how an answer is called where it can be chosen."""
        return self.label(texts, at, question, value)

    def out(self, page: Page) -> Button:
        """Return the way out of the first question."""
        return back(page, "button-back")


@dataclass(frozen=True, slots=True)
class Page:
    """A question as it is shown: the version stands on every button."""

    texts: Texts
    face: Face
    question: Choice
    at: Setting
    version: int
    number: int = 0

    def labels(self) -> dict[str, str]:
        """Return what can be chosen, and how it is called."""
        return {
            value: self.face.button(self.texts, self.at, self.question, value)
            for value in self.question.offers(self.at)
        }


def back(page: Page, text_id: str) -> Button:
    """Return the way back, or out of the first question."""
    return Button(page.texts.plain(text_id), Back(page.version).pack())


def card(page: Page) -> Message:
    """Ask a question, beneath what was answered before it."""
    face, first = page.face, page.face.form.before(page.question) is None
    parts = [face.head(page), lines(page.texts, face, page.at), face.ask(page)]
    out = face.out(page) if first else back(page, "button-back")
    return Message("\n\n".join(filter(None, parts)), (*_choices(page), (out,)))


def lines(texts: Texts, face: Face, at: Setting) -> Html:
    """Return what was answered so far, a line each."""
    form, said = face.form, at.answers
    answered = [each for each in form.questions if each.name in said]
    values = [face.label(texts, at, each, said[each.name]) for each in answered]
    names = [f"{form.name}-{each.name}-chosen" for each in answered]
    return Html("\n".join(texts(n, value=value) for n, value in zip(names, values, strict=True)))


def _choices(page: Page) -> Rows:
    """Return a page of what can be chosen, and the ways to the others."""
    question, found = page.question, page.labels()
    buttons = [
        Button(label, Pick(page.version, value).pack())
        for label, value in zip(shortened([*found.values()]), found, strict=True)
    ]
    part = part_of(_in_rows(buttons, pairs=question.pairs), page.number, A_PAGE)
    turns = paging.turns(page.texts, part, lambda to: Turn(page.version, to), question.turns)
    return (*part.items, *turns)


def _in_rows(buttons: Sequence[Button], *, pairs: bool) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        beside = rows[-1] if rows and pairs else ()
        if len(beside) == 1 and max(len(beside[0].label), len(button.label)) <= SHORT:
            rows[-1] = (*beside, button)
        else:
            rows.append((button,))
    return rows


def typed(page: Page, text: str) -> str | None:
    """Return the value whose label a text is, on whichever page; None if it names none."""
    return named(page.labels(), text)
