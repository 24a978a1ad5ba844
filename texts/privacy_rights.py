"""What is said of correcting data, and of having it left alone."""

from __future__ import annotations

from domain.message import Button, Message, Style
from domain.network import Network
from domain.person import Person, Place
from domain.privacy_place import NotPlaced
from talk.privacy_rights import CORRECT, AgreeToPlace, CorrectPlace, DeclinePlace, Restrict
from talk.profile import AskName
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.institutions import OfInstitutions, institution

FACE = OfInstitutions(CORRECT)


def _named(texts: Texts, network: Network, place: Place) -> str:
    return institution(texts, network, place.office, place.sector)


def choose(texts: Texts, network: Network, person: Person, *, named: bool) -> Message:
    """Say what can be corrected here, and what by letter."""
    name = Button(texts.plain("correct-name"), AskName().pack())
    place = Button(texts.plain("correct-place"), CorrectPlace().pack())
    text = texts(
        "correct-what",
        institution=_named(texts, network, person.place),
        contact=network.contact.mail,
    )
    return Message(text, (*(((name,),) if named else ()), (place,), menu_row(texts)))


def asked(texts: Texts, network: Network, place: Place) -> Message:
    """Say that the office there is asked."""
    return Message(texts("correct-asked", institution=_named(texts, network, place)))


def request(texts: Texts, network: Network, person: Person, place: Place, number: int) -> Message:
    """Ask a coordinator whether somebody belongs there; a number is all that is said of them."""
    yes = Button(texts.plain("correct-yes"), AgreeToPlace(number).pack(), style=Style.SUCCESS)
    no = Button(texts.plain("correct-no"), DeclinePlace(number).pack())
    text = texts(
        "correct-request",
        before=_named(texts, network, person.place),
        institution=_named(texts, network, place),
        n=person.id,
    )
    return Message(text, ((yes,), (no,)))


def corrected(texts: Texts, network: Network, place: Place) -> Message:
    """Tell the member where they belong from now on."""
    return Message(texts("correct-done", institution=_named(texts, network, place)))


def declined(texts: Texts, network: Network) -> Message:
    """Tell the member that they stay where they are."""
    return Message(texts("correct-declined", contact=network.contact.mail))


def decided(texts: Texts, *, yes: bool) -> Message:
    """Tell a coordinator what was decided."""
    return Message(texts("correct-agreed" if yes else "correct-refused"), (menu_row(texts),))


def not_placed(texts: Texts, why: NotPlaced) -> Message:
    """Say why everything stays as it is."""
    return Message(texts(f"correct-not-{why}"), (menu_row(texts),))


def restriction(texts: Texts, person: Person) -> Message:
    """Say what a restriction does, and how it is set or lifted."""
    if person.restricted:
        lift = Button(texts.plain("restrict-lift"), Restrict(0).pack())
        return Message(texts("restrict-on"), ((lift,), menu_row(texts)))
    begin = Button(texts.plain("restrict-begin"), Restrict(1).pack())
    return Message(texts("restrict-off"), ((begin,), menu_row(texts)))
