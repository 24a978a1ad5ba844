"""What is said where a second person must agree."""

from __future__ import annotations

from domain.message import Button, Message, Style
from domain.network import Network
from domain.second import SecondKind, SecondWanted
from domain.training import Training
from talk.second import AgreeAsSecond, DeclineAsSecond
from texts.cards import menu_row, when
from texts.catalogue import Texts


def request(
    texts: Texts, network: Network, office: str, of: Training | None, number: int
) -> Message:
    """Ask a second person."""
    yes = Button(texts.plain("second-yes"), AgreeAsSecond(number).pack(), style=Style.SUCCESS)
    no = Button(texts.plain("second-no"), DeclineAsSecond(number).pack())
    if of is None:
        known = network.find_office(office)
        text = texts("second-ask-lead", office=known.label if known else office)
    else:
        text = texts("second-ask-erase", title=of.title, when=when(texts, network, of))
    return Message(text, ((yes,), (no,)))


def asked(texts: Texts) -> Message:
    """Say that a second person was asked."""
    return Message(texts("second-asked"), (menu_row(texts),))


def nobody(texts: Texts, kind: SecondKind) -> Message:
    """Say that nobody else is there, and who can do it."""
    return Message(texts(f"second-nobody-{kind}"), (menu_row(texts),))


def agreed(texts: Texts, wanted: SecondWanted) -> Message:
    """Tell the second person what is done."""
    return Message(texts(f"second-agreed-{wanted.kind}"), (menu_row(texts),))


def declined(texts: Texts) -> Message:
    """Tell both that nothing is done."""
    return Message(texts("second-declined"), (menu_row(texts),))
