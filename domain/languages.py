"""The language somebody reads in before anything may be kept of them: it travels in the buttons.

Behind the action of each button stands `~en`; the number of the message follows behind it, when
the channel sends it: `yes:abc~en~1f`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from domain.message import Button, Message

_MARKED = re.compile(r"~([a-z]{2})$")


def primary(tag: str) -> str:
    """Return the language of a tag like `en`, `en-GB` or `EN_us`."""
    return re.split(r"[-_]", tag.strip(), maxsplit=1)[0].lower()


def marked(action: str, language: str) -> str:
    """Return a button's action that is done in this language; one that has its own keeps it."""
    return action if _MARKED.search(action) or not action else f"{action}~{language}"


def unmarked(action: str) -> str:
    """Return a button's action without its language."""
    return _MARKED.sub("", action)


def travelling(action: str) -> str | None:
    """Return the language that came back with a button's action; None if none did."""
    found = _MARKED.search(action)
    return found[1] if found else None


def reading_in(message: Message, language: str) -> Message:
    """Return a message whose buttons all lead on in this language."""
    rows = tuple(tuple(_reading(button, language) for button in row) for row in message.buttons)
    return replace(message, buttons=rows)


def _reading(button: Button, language: str) -> Button:
    return replace(button, action=marked(button.action, language))
