"""What a message to a person consists of, whatever carries it."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from domain.paper import PaperSheet

#: So many characters a button can copy.
MOST_COPIED = 256


class Style(StrEnum):
    """How a button stands out, where the channel can show it."""

    PLAIN = "plain"
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A full word to press: an action of ours, an address to open, or a text to copy.

    What is copied stays on the phone; it has `MOST_COPIED` characters at most.
    """

    label: str
    action: str = ""
    url: str = ""
    style: Style = Style.PLAIN
    copied: str = ""

    def to_json(self) -> list[str]:
        """Return the button as JSON values."""
        values = [self.label, self.action, self.url, self.style.value]
        return [*values, self.copied] if self.copied else values

    @classmethod
    def from_json(cls, values: list[str]) -> Button:
        """Return the button that `to_json` wrote."""
        label, action, url, style, *copied = values
        return cls(label, action, url, Style(style), *copied)


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file that goes with a message."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Message:
    """Text in the small HTML that Telegram knows, rows of buttons, at most one file.

    `replaces` is the channel's id of an earlier message that this one changes in place. What
    `removes` earlier ones says nothing itself. A `sheet` becomes the file as it is sent. What holds
    names of others is `gone_by` a moment: it cannot be passed on, and leaves the chat then.
    """

    text: str
    buttons: Rows = ()
    document: Document | None = None
    replaces: str | None = None
    force_reply: str = ""
    removes: tuple[str, ...] = ()
    sheet: PaperSheet | None = None
    gone_by: datetime | None = None

    def changing(self, message_id: str | None) -> Message:
        """Return the same message, to be shown in the place of an earlier one."""
        return replace(self, replaces=message_id)

    def to_json(self) -> dict[str, Any]:
        """Return the message as JSON values, for the outbox."""
        document = self.document
        return {
            "text": self.text,
            "buttons": [[button.to_json() for button in row] for row in self.buttons],
            "document": document
            and [document.name, base64.b64encode(document.content).decode(), document.media_type],
            "replaces": self.replaces,
            "force_reply": self.force_reply,
            **({"removes": list(self.removes)} if self.removes else {}),
            **({"sheet": self.sheet.to_json()} if self.sheet else {}),
            **({"gone_by": self.gone_by.isoformat()} if self.gone_by else {}),
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Message:
        """Return the message that `to_json` wrote; earlier releases wrote numbers as such."""
        rows = value["buttons"]
        document = value["document"]
        replaces, sheet = value["replaces"], value.get("sheet")
        gone_by = value.get("gone_by")
        return cls(
            text=value["text"],
            buttons=tuple(tuple(Button.from_json(each) for each in row) for row in rows),
            document=document and Document(document[0], base64.b64decode(document[1]), document[2]),
            replaces=None if replaces is None else str(replaces),
            force_reply=value["force_reply"],
            removes=tuple(map(str, value.get("removes", ()))),
            sheet=sheet and PaperSheet.from_json(sheet),
            gone_by=gone_by and datetime.fromisoformat(gone_by),
        )
