"""Contacts: the offices with their municipalities, and how each is reached."""

from __future__ import annotations

from domain.contacts import OfficeContact, contact_of
from domain.message import Button, Message
from domain.network import Municipality, Network, Office
from domain.offer import towns
from domain.paging import part_of
from talk.contacts import A_PAGE, Contacts, ContactsOf
from texts import paging
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.labels import shortened

#: So many letters stand on a button that has another one beside it.
_BESIDE = 20


def listed(texts: Texts, network: Network, page: int) -> Message:
    """Return every office with its municipalities, and a button for each of these."""
    entries = [_entry(texts, network, office) for office in network.offices]
    part = part_of(towns(network), page, A_PAGE)
    labels = shortened([town.name for town, _ in part.items], _BESIDE)
    buttons = [
        Button(label, ContactsOf(int(town.ags)).pack())
        for label, (town, _) in zip(labels, part.items, strict=True)
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    words = ("form-page-before", "form-page-after")
    turns = paging.turns(texts, part, Contacts, words)
    ask = paging.heading(texts, texts("contacts-ask"), part)
    text = "\n\n".join([texts("contacts-head"), *entries, texts("contacts-danger"), ask])
    return Message(text, (*rows, *turns, menu_row(texts)))


def _entry(texts: Texts, network: Network, office: Office) -> str:
    named = ", ".join(town.name for town in office.municipalities)
    head = texts("contacts-office", office=office.label, municipalities=named)
    known = contact_of(network.contacts, office.slug)
    return "\n".join([head, *_reached(texts, known.phone, known.mail)])


def _reached(texts: Texts, phone: str, mail: str) -> list[str]:
    """Return a line for each way to reach somebody that is known."""
    phones = [texts("contacts-phone", phone=phone)] if phone else []
    return [*phones, *([texts("contacts-mail", mail=mail)] if mail else [])]


def of_town(texts: Texts, network: Network, town: Municipality, office: Office) -> Message:
    """Return who is in charge of a municipality, and how they and the coordination are reached."""
    known = contact_of(network.contacts, office.slug)
    own = _reached(texts, known.phone, known.mail) or [texts("contacts-unknown")]
    text = "\n".join([texts("contacts-town", town=town.name, office=office.label), *own])
    coordination = "\n".join(_coordination(texts, network, office, known))
    back = (Button(texts.plain("button-back"), Contacts().pack()),)
    parts = [text, coordination, texts("contacts-danger")]
    return Message("\n\n".join(parts), (back, menu_row(texts)))


def _coordination(
    texts: Texts, network: Network, office: Office, known: OfficeContact
) -> list[str]:
    """Return how the coordination office is reached; else the network's own address."""
    head = texts("contacts-coordination", office=office.label)
    own = _reached(texts, known.coordination_phone, known.coordination_mail)
    return [head, *(own or _reached(texts, network.contact.phone, network.contact.mail))]
