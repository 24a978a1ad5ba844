"""The list of commands in a chat, by role and language, and that of everybody."""

from __future__ import annotations

from domain.person import Person
from handlers.chats import Listed
from handlers.context import Visit
from handlers.menu import commands
from texts.catalogue import Texts
from texts.words import word


def listed(texts: Texts, person: Person | None) -> list[Listed]:
    """Return what somebody can type, in the language of the texts; None is a stranger."""
    names = commands(person)
    return [(word(name, texts.language), texts.plain(f"command-{name}")) for name in names]


def list_commands(visit: Visit, person: Person) -> None:
    """List a member's commands in the chat, once what is done here is committed."""
    own = listed(visit.tools.texts.in_language(person.language), person)
    visit.after.append(lambda chats: chats.list_commands(person.address, own))


def unlist_commands(visit: Visit) -> None:
    """Show this chat what strangers can do, once what is done here is committed."""
    visit.after.append(lambda chats: chats.unlist_commands(visit.address))
