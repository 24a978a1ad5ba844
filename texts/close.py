"""Closing a training: the request, how the form reads, the end."""

from __future__ import annotations

from typing import Any

from domain.close import NotClosable, came_in_all
from domain.message import Button, Message, Rows, Style
from domain.network import Network
from domain.training import Training
from talk.close import CLOSE, COUNT, Close
from talk.form import DONE, Leave, Question, Setting
from talk.headcount import ALL, MORE, LineNumber
from talk.session_count import Attended, is_series
from texts import cards, headcount, paging, session_count
from texts.catalogue import Texts
from texts.faces import Face, Page
from texts.institutions import OfInstitutions

#: The words of the ways on from the numbers.
WAYS_ON = {ALL: "close-all-came", MORE: "close-add", DONE: "close-finish"}


class Closing(OfInstitutions):
    """How the form reads: it is always said which training is meant."""

    def head(self, page: Page) -> str:
        """Return what is being closed."""
        training = page.at.about.training
        when = cards.when(page.texts, page.at.network, training)
        return page.texts("close-head", title=training.title, when=when)

    def ask(self, page: Page) -> str:
        """Ask, with the numbers of the page beneath, or with what is known of one line."""
        if page.question is COUNT:
            return _numbers(page)
        if isinstance(page.question, Attended):
            return session_count.ask(page, page.question)
        if not isinstance(page.question, LineNumber):
            return Face.ask(self, page)
        group = COUNT.groups(page.at)[page.question.line(page.at)]
        name = self.label(page.texts, page.at, COUNT, (group.office, group.sector))
        return page.texts("close-number", institution=name, registered=group.registered)

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        if value in WAYS_ON:
            on = value == DONE and question is COUNT and is_series(at)
            return texts.plain("form-done" if on else WAYS_ON[value])
        return OfInstitutions.label(self, texts, at, question, value)

    def ways(self, page: Page) -> Rows:
        """Return «Später» beneath the numbers, and the way back to them."""
        if page.question is not COUNT:
            return Face.ways(self, page)
        later = Button(page.texts.plain("close-later"), Leave(page.version).pack())
        return ((later,),)


FACE = Closing(CLOSE)


def _numbers(page: Page) -> str:
    """Return the lines of a page; what is asked stands at the buttons, so that it is seen."""
    texts, shown = page.texts, headcount.part(page, COUNT)
    lines = [
        texts("close-line", institution=name, came=group.came, registered=group.registered)
        for group in shown.items
        for name in [headcount.name(page, (group.office, group.sector))]
    ]
    hint = texts("counts-hint", example=headcount.example(page, COUNT)) if shown.pages > 1 else ""
    series = is_series(page.at)
    asked = paging.heading(texts, texts(f"close-numbers{'-series' if series else ''}"), shown)
    total = texts("close-total", n=came_in_all(COUNT.groups(page.at)))
    if page.at.about.came is not None:
        asked = f"{texts('close-by-marks')}\n{asked}"
    return "\n\n".join(filter(None, ["\n".join(lines), hint, f"{asked}\n{total}"]))


def request(texts: Texts, network: Network, training: Training, n: int) -> Message:
    """Ask the coordinators to close a training that is over; `n` is the how-many-th time."""
    when = cards.when(texts, network, training)
    text = texts("close-request", title=training.title, when=when, n=n)
    return Message(text, ((close_button(texts, training),),))


def close_button(texts: Texts, training: Training) -> Button:
    """Return the button that leads to the closing."""
    label = texts.plain("button-close")
    return Button(label, Close(training.id).pack(), style=Style.PRIMARY)


def done(texts: Texts, training: Training, total: int) -> Message:
    """Say that a training is closed."""
    text = texts("close-done", title=training.title, n=total)
    return Message(text, (cards.menu_row(texts),))


def refused(texts: Texts, reason: NotClosable) -> str:
    """Return the sentence that says why a training cannot be closed."""
    return texts(f"close-{reason}")


def left(texts: Texts, training: Training) -> Message:
    """Say that the closing waits, and keep the way in open."""
    text = texts("close-left", title=training.title)
    return Message(text, ((close_button(texts, training),),))
