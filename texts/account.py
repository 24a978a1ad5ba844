"""A member's new account: what the coordination office, the old chat and the new one read."""

from __future__ import annotations

from datetime import datetime

from domain.account import NoMove, NotMoved
from domain.message import Button, Message, Style
from domain.network import Network
from domain.person import Person
from talk.account import MakeAccountLink, StopAccount
from talk.people import OwnMember
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.dates import short_moment


def ask(texts: Texts, member: Person) -> Message:
    """Say what a new account is, before a link is made."""
    make = Button(
        texts.plain("account-make"), MakeAccountLink(member.id).pack(), style=Style.PRIMARY
    )
    back = Button(texts.plain("button-back"), OwnMember(member.id).pack())
    return Message(texts("account-ask"), ((make,), (back,)))


def made(texts: Texts, network: Network, ends: datetime, link: str) -> Message:
    """Hand the link out, as a text to pass on."""
    until = short_moment(ends, network.zone, texts.language)
    return Message(texts("account-made", link=link, until=until))


def told(texts: Texts, network: Network, moves_at: datetime) -> Message:
    """Tell the old chat what is to happen, and how to stop it."""
    at = short_moment(moves_at, network.zone, texts.language)
    stop = Button(texts.plain("account-stop"), StopAccount().pack(), style=Style.DANGER)
    return Message(texts("account-told", at=at), ((stop,),))


def waits(texts: Texts, network: Network, moves_at: datetime) -> Message:
    """Say in the new chat from when on the account is there."""
    at = short_moment(moves_at, network.zone, texts.language)
    return Message(texts("account-waits", at=at))


def stopped(texts: Texts, *, done: bool) -> Message:
    """Say in the old chat that nothing moves."""
    return Message(texts("account-stopped" if done else "account-nothing"), (menu_row(texts),))


def not_moved(texts: Texts, network: Network) -> Message:
    """Say in the new chat that nothing moves, and whom to ask."""
    return Message(texts("account-not-moved", contact=network.contact.mail))


def moved_away(texts: Texts) -> Message:
    """Say in the old chat that it is nobody's any more."""
    return Message(texts("account-moved-away"))


def moved_here(texts: Texts) -> Message:
    """Say in the new chat that everything is there."""
    return Message(texts("account-moved-here"), (menu_row(texts),))


def refused(texts: Texts, why: NotMoved) -> Message:
    """Say why a link leads nowhere."""
    return Message(texts(f"account-not-{why}"))


def no_move(texts: Texts, why: NoMove, member: Person) -> Message:
    """Tell the office that made a link what became of it; a tap shows whose account it was.

    The message has no name in it: it stays in the chat for longer than names may.
    """
    show = Button(texts.plain("account-office-who"), OwnMember(member.id).pack())
    return Message(texts(f"account-office-{why}"), ((show,),))
