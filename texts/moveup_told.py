"""The messages to who waits: a seat is theirs if they want, or the first one's, or gone on."""

from __future__ import annotations

from datetime import datetime

from domain.message import Button, Message
from domain.moveup import LAST_DAY, ComesNext, OfferEnd
from domain.network import Network
from domain.standing import Stand
from domain.training import Training
from talk.register import Details
from texts import moveup
from texts.cards import when, where
from texts.catalogue import Texts
from texts.dates import short_moment
from texts.standings import leave_buttons


def _facts(texts: Texts, network: Network, training: Training) -> dict[str, str]:
    return {
        "title": training.title,
        "when": when(texts, network, training),
        "where": where(texts, training),
    }


def _details(texts: Texts, training: Training) -> Button:
    return Button(texts.plain("button-details"), Details(training.id).pack())


def offered(texts: Texts, network: Network, training: Training, until: datetime) -> Message:
    """Offer a seat to one; it is held until the term ends."""
    at = short_moment(until, network.zone, texts.language)
    cut = until == training.plan.starts_at - LAST_DAY
    otherwise = texts(f"moveup-otherwise-{OfferEnd.CUT_SHORT if cut else OfferEnd.UNANSWERED}")
    about = _facts(texts, network, training)
    text = texts("moveup-offered", until=at, otherwise=otherwise, **about)
    return Message(text, (moveup.answers(texts, training), (_details(texts, training),)))


def free(texts: Texts, network: Network, training: Training, place: int) -> Message:
    """Tell one of all in line that the first to take it has the seat."""
    text = texts("moveup-free", place=place, **_facts(texts, network, training))
    leave = leave_buttons(texts, training.id, Stand.LINE)
    rows = ((moveup.take(texts, training),), (_details(texts, training), *leave))
    return Message(text, rows)


def ended(
    texts: Texts, network: Network, training: Training, place: int, then: ComesNext, *, takes: bool
) -> Message:
    """Tell who did not answer where they stand, and that a seat nobody else wants can be had."""
    said = moveup.then(texts, then)
    text = texts("moveup-ended", place=place, then=said, **_facts(texts, network, training))
    leave = leave_buttons(texts, training.id, Stand.LINE)
    take = ((moveup.take(texts, training),),) if takes else ()
    return Message(text, (*take, (_details(texts, training), *leave)))
