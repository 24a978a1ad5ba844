"""What is read while somebody asks to be let in, on both sides."""

from __future__ import annotations

from domain.access import code
from domain.message import Button, Message, Style
from domain.network import Network
from domain.person import Place
from domain.vocabulary import COUNTY_WIDE, Sector
from talk.access import AskElsewhere, AskOffice, AskPlace, AskSector, LetIn, TurnAway
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.institutions import institution


def which_office(texts: Texts, network: Network) -> Message:
    """Ask for the youth office, or another institution."""
    rows = [(Button(o.label, AskOffice(o.slug).pack()),) for o in network.offices]
    elsewhere = Button(texts.plain("access-elsewhere"), AskElsewhere().pack())
    return Message(texts("access-office"), (*rows, (elsewhere,)))


def which_sector(texts: Texts, network: Network) -> Message:
    """Ask for the sector of a partner."""
    rows = [
        (Button(texts.label("sector", sector), AskSector(sector).pack()),)
        for sector in network.sectors
        if sector is not Sector.YOUTH_OFFICE
    ]
    return Message(texts("join-which-sector"), tuple(rows))


def which_district(texts: Texts, network: Network) -> Message:
    """Ask a partner for the district."""
    rows = [(Button(o.short_label, AskPlace(o.slug).pack()),) for o in network.offices]
    everywhere = Button(texts.plain("join-county-wide"), AskPlace(COUNTY_WIDE).pack())
    return Message(texts("join-which-office"), (*rows, (everywhere,)))


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
