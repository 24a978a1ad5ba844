"""The menu, the help, and the way out of any dialogue."""

from __future__ import annotations

from collections.abc import Callable

from domain.person import Person
from domain.rights import Act, may
from handlers.context import Router, Visit, Who
from handlers.dialogues import left
from handlers.doors import on_command, on_tap
from talk.action import Action
from talk.agreements import ShowAgreements
from talk.contacts import Contacts
from talk.exchange import NoteExchange
from talk.invite import Invite
from talk.manage import Manage
from talk.measures import ShowMeasures
from talk.menu import Menu, MoreMenu
from talk.needs import Needs
from talk.people import OwnPeople
from talk.plan import NewTraining
from talk.privacy import ReadPrivacy
from talk.profile import Topics
from talk.protocol import Protocol
from talk.register import Mine, Offered
from talk.report import ShowFigures
from texts import menus

Allowed = Callable[[Person], bool]


def _everybody(_: Person) -> bool:
    return True


def _coordinates(person: Person) -> bool:
    return may(person, Act.COORDINATE)


def _reads(person: Person) -> bool:
    return may(person, Act.READ_REPORTS)


def _leads(person: Person) -> bool:
    return may(person, Act.LEAD)


#: The menu in the order of reading: text, action, who sees it. One's own work comes first.
MENU: tuple[tuple[str, Action, Allowed], ...] = (
    ("menu-new", NewTraining(), _coordinates),
    ("menu-manage", Manage(0), _coordinates),
    ("menu-invite", Invite(), _coordinates),
    ("menu-protocol", Protocol(), _coordinates),
    ("menu-report", ShowFigures(0), _reads),
    ("menu-offered", Offered(), _everybody),
    ("menu-mine", Mine(), _everybody),
    ("menu-people", OwnPeople(0), _coordinates),
    ("menu-contacts", Contacts(), _everybody),
    ("menu-exchange", NoteExchange(), _everybody),
    ("menu-needs", Needs(0), _everybody),
    ("menu-agreements", ShowAgreements(), _everybody),
    ("menu-measures", ShowMeasures(), _coordinates),
    ("menu-topics", Topics(0), _everybody),
    ("menu-privacy", ReadPrivacy(""), _everybody),
)
#: What can be typed, in the same order; the channel lists it, and the help explains it.
COMMANDS: tuple[tuple[str, Allowed], ...] = (
    ("menu", _everybody),
    ("neu", _coordinates),
    ("verwalten", _coordinates),
    ("einladen", _coordinates),
    ("mitglieder", _coordinates),
    ("protokoll", _coordinates),
    ("massnahmen", _coordinates),
    ("zustellung", _coordinates),
    ("zugriffe", _leads),
    ("bericht", _reads),
    ("termine", _everybody),
    ("meine", _everybody),
    ("kontakte", _everybody),
    ("austausch", _everybody),
    ("bedarf", _everybody),
    ("absprachen", _everybody),
    ("pruefen", _everybody),
    ("themen", _everybody),
    ("profil", _everybody),
    ("name", _everybody),
    ("sprache", _everybody),
    ("datenschutz", _everybody),
    ("auskunft", _everybody),
    ("korrigieren", _everybody),
    ("einschraenken", _everybody),
    ("loeschen", _everybody),
    ("hilfe", _everybody),
    ("abbrechen", _everybody),
)
STRANGERS = ("start", "hilfe", "datenschutz")
#: So many rows fit a small screen; what is more stands behind «Mehr».
MOST_ROWS = 8


def commands(person: Person | None) -> tuple[str, ...]:
    """Return the commands of somebody's role."""
    if person is None:
        return STRANGERS
    return tuple(command for command, allowed in COMMANDS if allowed(person))


def entries(person: Person) -> tuple[list[menus.Entry], list[menus.Entry]]:
    """Return what stands in somebody's menu, and what stands behind «Mehr»."""
    found = [(text, action) for text, action, allowed in MENU if allowed(person)]
    if len(found) <= MOST_ROWS:
        return found, []
    return found[: MOST_ROWS - 1], found[MOST_ROWS - 1 :]


async def show_menu(visit: Visit, _: object = None) -> None:
    """Show the menu of the visitor's role."""
    visit.show(menus.menu(visit.texts, visit.network, *entries(visit.person)))


async def show_more(visit: Visit, _: object) -> None:
    """Show the rest of the menu."""
    rest = entries(visit.person)[1]
    if rest:
        visit.show(menus.more(visit.texts, visit.network, rest))
    else:  # who typed it has all in the menu itself
        await show_menu(visit)


async def help_(visit: Visit, _: object) -> None:
    """Explain, by role."""
    visit.say(menus.help_text(visit.texts, visit.network, commands(visit.known)))


async def abort(visit: Visit, _: object) -> None:
    """End whatever dialogue is open, and say what holds now."""
    if not await left(visit):
        visit.text("abort-nothing")


async def chat_number(visit: Visit, _: object) -> None:
    """Say which chat this is; whoever runs the bot names it in the settings."""
    visit.text("chat-number", number=visit.address.name)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_command(router, "menu", show_menu)
    on_command(router, "mehr", show_more)
    on_command(router, "hilfe", help_, Who.ANYONE)
    on_command(router, "abbrechen", abort, Who.ANYONE)
    on_command(router, "chatnummer", chat_number, Who.ANYONE)
    on_tap(router, Menu, show_menu)
    on_tap(router, MoreMenu, show_more)
