"""Noting an exchange: how institutions are called, and what is said once it is noted."""

from __future__ import annotations

from domain.access import stamp
from domain.exchange import Party
from domain.message import Button, Message, Rows
from domain.network import Network
from talk.exchange import EXCHANGE, NoteExchange, TakeExchangeBack
from talk.form import Question, Setting
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.faces import Face, Page, back
from texts.forms import lines


def party(texts: Texts, network: Network, of: Party) -> str:
    """Return how an institution is called; an office no longer known by its slug."""
    if of.kind == "sector":
        return texts.label("sector", of.slug)
    office = network.find_office(of.slug)
    return office.label if office else of.slug


class ExchangeFace(Face):
    """How the form reads."""

    def label(self, texts: Texts, at: Setting, question: Question, value: str) -> str:
        """Return how an answer is called."""
        if question.name == "partner":
            return party(texts, at.network, Party.parse(value))
        return Face.label(self, texts, at, question, value)

    def button(self, texts: Texts, at: Setting, question: Question, value: str) -> str:
        """Return an office by its short name."""
        kind, _, slug = value.partition(":")
        if question.name == "partner" and kind == "office":
            return at.network.office(slug).short_label
        return self.label(texts, at, question, value)

    def ways(self, page: Page) -> Rows:
        """Return the way back, or out of the first question."""
        return ((back(page, "exchange-leave" if page.first else "button-back"),),)


FACE = ExchangeFace(EXCHANGE)


def noted(texts: Texts, at: Setting, pending_id: int) -> Message:
    """Say what was noted and what becomes of it; until then it can be taken back."""
    text = texts("exchange-noted", lines=lines(texts, FACE, at))
    undo = Button(texts.plain("exchange-undo"), TakeExchangeBack(pending_id, stamp(at.now)).pack())
    return Message(text, ((undo,), _again(texts), menu_row(texts)))


def _again(texts: Texts) -> tuple[Button, ...]:
    return (Button(texts.plain("exchange-again"), NoteExchange().pack()),)


def taken_back(texts: Texts) -> Message:
    """Say that nothing is counted."""
    return Message(texts("exchange-undone"), (_again(texts), menu_row(texts)))


def left(texts: Texts) -> Message:
    """Say that nothing was noted."""
    return Message(texts("exchange-left"), (menu_row(texts),))
