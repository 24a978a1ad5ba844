"""How calling a training off reads: why, when instead, and who learns of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from domain.message import Button, Rows, Style
from talk.dates import Moment
from talk.form import DONE, Leave, Question, Review, Setting
from talk.plan_cancel import CANCEL
from texts import cards, dates
from texts.catalogue import Texts
from texts.faces import Face, Page, back


class CallingOff(Face):
    """How the questions about a cancellation read."""

    def head(self, page: Page) -> str:
        """Return which training it is about."""
        training = page.at.about.training
        when = cards.when(page.texts, page.at.network, training)
        return page.texts("cancel-head", title=training.title, when=when)

    def ask(self, page: Page) -> str:
        """Ask, with an example of a date; at last ask back, and say how many learn of it."""
        if isinstance(page.question, Review):
            numbers = page.at.about
            return page.texts("cancel-check", people=numbers.taken + numbers.waiting)
        if isinstance(page.question, Moment):
            return page.texts("cancel-instead", example=self.example(page))
        return Face.ask(self, page)

    def name(self, texts: Texts, question: Question) -> str:
        """Return how a question is called in short."""
        return texts.plain(f"cancel-name-{question.name}")

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called, a date in full."""
        if isinstance(question, Moment):
            moment = datetime.fromisoformat(value)
            return dates.short_moment(moment, at.network.zone, texts.language)
        if isinstance(question, Review) and value == DONE:
            return texts.plain("manage-cancel-yes")
        return Face.label(self, texts, at, question, value)

    def style(self, page: Page, _value: str) -> Style:
        """Return how a button stands out: what cannot be undone is marked."""
        return Style.DANGER if isinstance(page.question, Review) else Style.PLAIN

    def ways(self, page: Page) -> Rows:
        """Return the ways back and out, side by side."""
        out = Button(page.texts.plain("manage-cancel-no"), Leave(page.version).pack())
        return ((out,),) if page.first else ((back(page, "button-back"), out),)


FACE = CallingOff(CANCEL)
