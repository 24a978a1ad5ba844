"""What a message to a person consists of, whatever carries it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a button stands out, where the channel can show it."""

    PLAIN = "plain"
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A full word to press: either an action of ours or an address to open."""

    label: str
    action: str = ""
    url: str = ""
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Document:
    """A file that goes with a message."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Message:
    """Text in the small HTML that Telegram knows, rows of buttons, at most one file.

    `replaces` is the channel's id of an earlier message that this one changes in place.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    document: Document | None = None
    replaces: int | None = None
    force_reply: str = ""

    def changing(self, message_id: int | None) -> Message:
        """Return the same message, to be shown in the place of an earlier one."""
        return Message(self.text, self.buttons, self.document, message_id, self.force_reply)
