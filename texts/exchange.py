"""Noting an exchange in four taps, and what is said when it is noted or taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.access import stamp
from domain.exchange import TAPS, Contact, ContactFormat, ContactLength, Party, Tap, partners
from domain.message import Button, Message, Rows
from domain.network import Network
from domain.vocabulary import Topic
from talk.exchange import Choose, NoteExchange, StepBack, TakeBack, TurnTopics
from texts.cards import menu_row
from texts.catalogue import Html, Texts
from texts.topics import topic_rows

OFFICES_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Question:
    """A step: what was said so far, and the version that stands on every button."""

    texts: Texts
    network: Network
    own: Party
    tap: Tap
    said: Mapping[str, str]
    version: int
    page: int = 0
    follows: Collection[Topic] = ()


def party(texts: Texts, network: Network, of: Party) -> str:
    """Return how an institution is called; an office no longer known by its slug."""
    if of.kind == "sector":
        return texts.label("sector", of.slug)
    office = network.find_office(of.slug)
    return office.label if office else of.slug


def _said(texts: Texts, network: Network, tap: Tap, value: str) -> str:
    match tap:
        case Tap.PARTNER:
            return party(texts, network, Party.parse(value))
        case Tap.TOPIC:
            return texts.label("topic", value)
        case Tap.FORMAT:
            return texts.label("contact-format", value)
        case Tap.LENGTH:
            return texts.label("contact-length", value)


def _lines(texts: Texts, network: Network, said: Mapping[str, str]) -> Html:
    """Return what was said so far, a line each."""
    return Html(
        "\n".join(
            texts(f"exchange-line-{tap}", value=_said(texts, network, tap, said[tap]))
            for tap in TAPS
            if tap in said
        )
    )


def ask(of: Question) -> Message:
    """Ask for one of the four things."""
    texts = of.texts
    parts = [texts("exchange-head"), _lines(texts, of.network, of.said)]
    parts.append(texts(f"exchange-ask-{of.tap}"))
    leave = "exchange-leave" if of.tap is TAPS[0] else "button-back"
    back = Button(texts.plain(leave), StepBack(of.version).pack())
    return Message("\n\n".join(filter(None, parts)), (*_choices(of), (back,)))


def _choices(of: Question) -> Rows:
    texts, version = of.texts, of.version
    match of.tap:
        case Tap.PARTNER:
            return _partners(of)
        case Tap.TOPIC:
            return topic_rows(
                texts,
                of.page,
                lambda topic: Choose(version, topic),
                lambda page: TurnTopics(version, page),
                of.follows,
            )
        case Tap.FORMAT:
            return tuple((_button(of, each),) for each in ContactFormat)
        case Tap.LENGTH:
            return tuple((_button(of, each),) for each in ContactLength)


def _button(of: Question, value: str) -> Button:
    label = _said(of.texts, of.network, of.tap, value)
    return Button(label, Choose(of.version, value).pack())


def _partners(of: Question) -> Rows:
    """Return the offices by their short names, two a row, then the sectors."""
    found = partners(of.own, of.network)
    offices = [
        Button(of.network.office(each.slug).short_label, Choose(of.version, each.key).pack())
        for each in found
        if each.kind == "office"
    ]
    rows = [tuple(offices[at : at + OFFICES_A_ROW]) for at in range(0, len(offices), OFFICES_A_ROW)]
    sectors = [(_button(of, each.key),) for each in found if each.kind == "sector"]
    return (*rows, *sectors)


def noted(
    texts: Texts, network: Network, contact: Contact, pending_id: int, now: datetime
) -> Message:
    """Say what was noted and what becomes of it; until then it can be taken back."""
    said: dict[str, str] = {
        Tap.PARTNER: contact.partner.key,
        Tap.TOPIC: contact.topic,
        Tap.FORMAT: contact.format,
        Tap.LENGTH: contact.length,
    }
    text = texts("exchange-noted", lines=_lines(texts, network, said))
    undo = Button(texts.plain("exchange-undo"), TakeBack(pending_id, stamp(now)).pack())
    return Message(text, ((undo,), _again(texts), menu_row(texts)))


def _again(texts: Texts) -> tuple[Button, ...]:
    return (Button(texts.plain("exchange-again"), NoteExchange().pack()),)


def taken_back(texts: Texts) -> Message:
    """Say that nothing is counted."""
    return Message(texts("exchange-undone"), (_again(texts), menu_row(texts)))


def left(texts: Texts) -> Message:
    """Say that nothing was noted."""
    return Message(texts("exchange-left"), (menu_row(texts),))
