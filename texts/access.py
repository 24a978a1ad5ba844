"""What is read while somebody asks to be let in, on both sides."""

from __future__ import annotations

from typing import Any

from domain.access import code
from domain.message import Button, Message, Rows, Style
from domain.network import Network
from domain.person import Place
from talk.access import ACCESS, ELSEWHERE, LetIn, TurnAway
from talk.form import Question, Setting
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.faces import Face, Page
from texts.institutions import district, institution


class Asking(Face):
    """How the form reads."""

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        if value == ELSEWHERE:
            return texts.plain("access-elsewhere")
        if question.name == "office":
            return at.network.office(value).label
        if question.name == "district":
            return district(texts, at.network, value)
        return Face.label(self, texts, at, question, value)

    def ways(self, page: Page) -> Rows:
        """Return the way back; who does not want to begin needs no way out."""
        return () if page.first else Face.ways(self, page)


FACE = Asking(ACCESS)


def asked(texts: Texts, network: Network, place: Place, number: str) -> Message:
    """Say that the request is on its way, and how to withdraw it."""
    named = institution(texts, network, place.office, place.sector)
    return Message(texts("access-asked", institution=named, code=number))


def pending(texts: Texts, network: Network, place: Place, number: str) -> Message:
    """Say that a request waits already."""
    named = institution(texts, network, place.office, place.sector)
    return Message(texts("access-pending", institution=named, code=number))


def nobody(texts: Texts, network: Network) -> Message:
    """Say that nobody is there to decide, and who can be asked instead."""
    return Message(texts("access-nobody", contact=network.contact.mail))


def request(texts: Texts, network: Network, place: Place, number: int, seconds: int) -> Message:
    """Ask a coordinator; where somebody works is all that is known."""
    named = institution(texts, network, place.office, place.sector)
    let_in = LetIn(number, seconds)
    grant = Button(texts.plain("access-grant"), let_in.pack(), style=Style.SUCCESS)
    decline = Button(texts.plain("access-decline"), TurnAway(number, seconds).pack())
    text = texts("access-request", institution=named, code=code(number, seconds))
    return Message(text, ((grant,), (decline,)))


def granted(texts: Texts, welcome: Message) -> Message:
    """Say that somebody is in, and go on with the first question."""
    return Message(f"{texts('access-granted')}\n\n{welcome.text}", welcome.buttons)


def declined(texts: Texts, network: Network) -> Message:
    """Say that somebody is not let in, and whom to ask."""
    return Message(texts("access-declined", contact=network.contact.mail))


def decided(texts: Texts, text_id: str) -> Message:
    """Tell a coordinator what became of a request."""
    return Message(texts(text_id), (menu_row(texts),))
