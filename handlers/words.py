"""What is typed outside of dialogues: words that stand for a command, thanks, and all the rest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.context import Visit
from handlers.doors import enter, not_taken
from texts import menus
from texts.words import Meaning, Talk, meaning

Heard = Callable[[Visit, str], Awaitable[bool]]


async def typed(visit: Visit, text: str | None, heard: Heard) -> None:
    """Take a text: a command by any name, a dialogue's answer, or words outside of one.

    A dialogue comes first: `heard` hands it the text, and is False if none is open. What it does
    not want may still be one of the words. Anything else gets the safety notice, unkept, and is
    taken out of the chat.
    """
    if text is None:
        not_taken(visit)
    elif text.startswith("/"):
        await _command(visit, text)
    elif not await heard(visit, text):
        await _words(visit, text)
    elif visit.unwanted and meaning(text) is not None:
        visit.unwanted = False
        visit.letters.clear()
        await _words(visit, text)


async def _command(visit: Visit, text: str) -> None:
    """Answer what begins like a command and is none; with more behind it, it may be anything."""
    meant = meaning(text)
    if meant is not None:
        await _do(visit, meant)
    elif len(text.split()) > 1:
        not_taken(visit)
    else:
        visit.say(menus.unknown_command(visit.texts, member=visit.known is not None))


async def _words(visit: Visit, text: str) -> None:
    meant = meaning(text)
    if meant is None:
        not_taken(visit)
    else:
        await _do(visit, meant)


async def _do(visit: Visit, meant: Meaning) -> None:
    """Do what the words stand for, by who may."""
    if isinstance(meant, Talk) and meant is not Talk.HELLO:
        visit.say(menus.talk(visit.texts, meant, member=visit.known is not None))
        return
    await enter(visit, visit.router.commands["start" if meant is Talk.HELLO else meant])
