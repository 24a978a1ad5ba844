"""How it reads to move or drop a date of a series: the dates, one of them, who learns of it."""

from __future__ import annotations

from datetime import datetime

from domain.manage import Numbers
from domain.message import Button, Message, Rows, Style
from domain.network import Network
from domain.session import Session, place_of
from talk.manage import ManageOne
from talk.session_change import AllSessions, DropSession, MoveSession, OneSession
from texts import session
from texts.catalogue import Texts


def listed(texts: Texts, network: Network, of: Numbers, now: datetime) -> Message:
    """Return the dates of a series, each that is to come with a button."""
    training = of.training
    text = texts(
        "session-list", title=training.title, when=session.lines(texts, network, training.plan)
    )
    coming = [each for each in training.plan.dates if now < each.starts_at]
    buttons = [
        Button(_short(texts, network, of, each), OneSession(training.id, each.number).pack())
        for each in coming
    ]
    back = Button(texts.plain("button-back"), ManageOne(training.id).pack())
    return Message(text, (*((each,) for each in buttons), (back,)))


def _short(texts: Texts, network: Network, of: Numbers, one: Session) -> str:
    number = place_of(of.training.plan.dates, one.number)
    when = session.date(texts, network, one)
    return texts.plain("session-button", number=number, when=when)


def one_of(texts: Texts, network: Network, of: Numbers, one: Session) -> Message:
    """Return one date of a series: what can become of it, and how many learn of that."""
    training = of.training
    plan, people = training.plan, of.taken + of.waiting
    text = texts(
        "session-what",
        title=training.title,
        when=session.named(texts, network, plan, one),
        people=people,
    )
    move = MoveSession(training.id, one.number).pack()
    drop = DropSession(training.id, one.number).pack()
    rows: Rows = ((Button(texts.plain("session-move"), move, style=Style.PRIMARY),),)
    if plan.series:
        rows = (*rows, (Button(texts.plain("session-drop-yes"), drop, style=Style.DANGER),))
    back = Button(texts.plain("button-back"), AllSessions(training.id).pack())
    return Message(text, (*rows, (back,)))
