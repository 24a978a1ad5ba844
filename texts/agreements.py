"""ShowAgreements: how each is called, by whom it was made, and whether it is in force."""

from __future__ import annotations

from domain.agreements import Agreed, AgreementState
from domain.message import Message
from domain.network import Network
from domain.paging import Part
from domain.vocabulary import Procedure
from talk.agreements import ShowAgreements
from texts import paging
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.dates import plain_day
from texts.institutions import district_or_slug

_CLOSED = frozenset(each.value for each in Procedure)


def title(texts: Texts, network: Network, slug: str) -> str:
    """Return how a title is called: of the closed list, by the network's file, or by its slug."""
    if slug in _CLOSED:
        return texts.label("procedure", slug)
    return next((each.label for each in network.agreements if each.slug == slug), slug)


def agreed_title(texts: Texts, network: Network, of: Agreed) -> str:
    """Return how an agreement is called: as it was when its title was used first."""
    return of.label or title(texts, network, of.title)


def listed(texts: Texts, network: Network, page: Part[AgreementState]) -> Message:
    """Return a page of the agreements."""
    if not page.items:
        return Message(texts("agreements-none"), (menu_row(texts),))
    head = paging.heading(texts, texts("agreements-head", n=page.total), page)
    lines = [_entry(texts, network, *each) for each in enumerate(page.items, page.first)]
    turns = paging.turns(texts, page, ShowAgreements)
    return Message("\n\n".join([head, *lines]), (*turns, menu_row(texts)))


def _entry(texts: Texts, network: Network, number: int, of: AgreementState) -> str:
    agreed, after = of.agreed, of.replaced_by
    head = texts("agreements-entry", number=number, title=agreed_title(texts, network, agreed))
    since = plain_day(agreed.day, texts.language)
    if after is None:
        state = texts("agreements-in-force", since=since)
    else:
        state = texts(
            "agreements-replaced",
            since=since,
            until=plain_day(after.day, texts.language),
            title=agreed_title(texts, network, after),
        )
    return "\n".join([head, _offices(texts, network, agreed), state])


def _offices(texts: Texts, network: Network, of: Agreed) -> str:
    """Return by which offices it was made; of early ones nobody noted it."""
    if not of.offices:
        return texts("agreements-offices-unknown")
    if set(of.offices) >= {office.slug for office in network.offices}:
        return texts("agreements-offices-all")
    named = ", ".join(district_or_slug(texts, network, slug) for slug in of.offices)
    return texts("agreements-offices", offices=named)
