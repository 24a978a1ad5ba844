"""A seat that goes to a colleague: what both read."""

from __future__ import annotations

from datetime import datetime

from domain.message import Button, Document, Message, Style
from domain.network import Network
from domain.substitute import NotHanded, SeatLink, valid_until
from domain.training import Training
from talk.register import Details, Show
from talk.substitute import DropLink, MakeLink, TakeHandedSeat
from texts import cards
from texts import plan_hosts as hosts
from texts.catalogue import Texts
from texts.dates import short_moment


def ask(texts: Texts, network: Network, training: Training, now: datetime) -> Message:
    """Say what a substitute is, and until when the link would hold."""
    until = short_moment(valid_until(training, now), network.zone, texts.language)
    text = texts(
        "substitute-ask",
        title=training.title,
        when=cards.when(texts, network, training),
        until=until,
    )
    make = Button(texts.plain("substitute-make"), MakeLink(training.id).pack(), style=Style.PRIMARY)
    back = Button(texts.plain("button-back"), Show(training.id).pack())
    return Message(text, ((make,), (back,)))


def made(texts: Texts, network: Network, of: SeatLink, link: str) -> Message:
    """Hand the link out, as a text to pass on."""
    training = of.training
    until = short_moment(of.expires_at, network.zone, texts.language)
    text = texts(
        "substitute-made",
        title=training.title,
        when=cards.when(texts, network, training),
        until=until,
        link=link,
    )
    out = Button(texts.plain("substitute-drop"), DropLink(training.id).pack())
    return Message(text, ((out,),))


def offered(texts: Texts, network: Network, of: SeatLink, token: str, *, waits: bool) -> Message:
    """Show a colleague what the seat is; who waits is told that the place in line goes."""
    training = of.training
    parts = [
        texts(
            "substitute-offered",
            title=training.title,
            when=cards.when(texts, network, training),
            where=cards.where(texts, training),
            host=hosts.names(network, training),
            until=short_moment(of.expires_at, network.zone, texts.language),
        )
    ]
    if waits:
        parts.append(texts("substitute-waits"))
    taking = TakeHandedSeat(training.plan.shown, token).pack()
    take = Button(texts.plain("substitute-take"), taking, style=Style.PRIMARY)
    details = Button(texts.plain("button-details"), Details(training.id).pack())
    return Message("\n\n".join(parts), ((take,), (details,)))


def why_not(texts: Texts, why: NotHanded) -> str:
    """Return the sentence that says why a seat does not change hands, plain."""
    return texts.plain(f"substitute-not-{why}")


def refused(texts: Texts, why: NotHanded) -> Message:
    """Say why a link leads nowhere."""
    return Message(texts(f"substitute-not-{why}"), (cards.menu_row(texts),))


def handed_over(texts: Texts, network: Network, training: Training, document: Document) -> Message:
    """Tell somebody that a colleague has the seat now."""
    when = cards.when(texts, network, training)
    text = texts("substitute-handed", title=training.title, when=when)
    return Message(f"{text}\n\n{texts('leave-file')}", (cards.menu_row(texts),), document)
