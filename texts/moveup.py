"""What a card says of a seat that somebody in line is asked about, and of what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.message import Button, Style
from domain.moveup import ComesNext, Running, answer_by
from domain.network import Network
from domain.training import Training
from talk.moveup import LeaveSeat, TakeSeat
from texts.catalogue import Texts
from texts.dates import short_moment


def answers(texts: Texts, training: Training) -> tuple[Button, ...]:
    """Return the two answers to an offer."""
    leave = LeaveSeat(training.id).pack()
    return (take(texts, training), Button(texts.plain("moveup-leave"), leave))


def take(texts: Texts, training: Training) -> Button:
    """Return the button that takes a seat, beneath the facts of now."""
    action = TakeSeat(training.id, training.plan.shown).pack()
    return Button(texts.plain("moveup-take"), action, style=Style.PRIMARY)


def asked(texts: Texts, network: Network, until: datetime) -> str:
    """Return the sentence of who is asked."""
    return texts("moveup-asked", until=short_moment(until, network.zone, texts.language))


def then(texts: Texts, next_: ComesNext) -> str:
    """Return the sentence that says what becomes of the next seat."""
    return texts(f"moveup-next-{next_}")


def running(
    texts: Texts, network: Network, training: Training, offers: Sequence[Running]
) -> list[str]:
    """Return the lines that tell a coordinator which offers run, and until when."""
    lines = []
    for each in offers:
        if each.offer.to_all:
            continue
        if each.offer.sent_at is None:
            lines.append(texts("moveup-runs-unsent"))
        else:
            until = answer_by(each.offer.sent_at, training, network)
            at = short_moment(until, network.zone, texts.language)
            lines.append(texts("moveup-runs", until=at))
    if told := sum(each.offer.to_all for each in offers):
        lines.append(texts("moveup-runs-all", n=told))
    return lines
