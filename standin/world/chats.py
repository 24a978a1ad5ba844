"""Chats as Telegram keeps them: who is in them, what was said, who may still be written to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from standin.world.entities import to_html
from standin.world.refusals import RefusedError, bad_request, forbidden, migrated

Json = dict[str, Any]


class Kind(StrEnum):
    """What kind of a chat it is."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Standing(StrEnum):
    """How the bot stands in a chat."""

    NEW = "new"
    MEMBER = "member"
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    LEFT = "left"
    KICKED = "kicked"


@dataclass(slots=True)
class Post:
    """One message in a chat; `body` is how Telegram shows it, `markup` all that came with it."""

    id: int
    at: datetime
    by_bot: bool
    body: Json
    markup: Json | None = None
    edited: bool = False
    deleted: bool = False

    @property
    def text(self) -> str:
        """Return the plain text or caption."""
        text: str = self.body.get("text") or self.body.get("caption") or ""
        return text

    @property
    def html(self) -> str:
        """Return the text or caption with its marks."""
        entities = self.body.get("entities") or self.body.get("caption_entities") or []
        return to_html(self.text, entities)

    @property
    def rows(self) -> list[list[Json]]:
        """Return the buttons below the message."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard") or []
        return rows

    @property
    def labels(self) -> list[list[str]]:
        """Return what is on the buttons."""
        return [[button["text"] for button in row] for row in self.rows]


@dataclass(slots=True)
class Query:
    """A press on a button, and what the bot answered to it."""

    id: str
    chat_id: int
    message_id: int
    label: str
    data: str
    at: datetime
    answered: bool = False
    text: str = ""
    alert: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat with a person, or a group."""

    id: int
    kind: Kind
    user: Json | None = None
    title: str = ""
    standing: Standing = Standing.NEW
    moved_to: int | None = None
    posts: dict[int, Post] = field(default_factory=dict)
    history: list[Post | Query] = field(default_factory=list)
    keyboard: list[list[Json]] = field(default_factory=list)
    pinned: list[int] = field(default_factory=list)

    @property
    def body(self) -> Json:
        """Return it as Telegram does."""
        if self.user is None:
            return {"id": self.id, "type": self.kind.value, "title": self.title}
        names = ("first_name", "last_name", "username")
        known = {name: self.user[name] for name in names if name in self.user}
        return {"id": self.id, "type": self.kind.value, **known}

    def check_access(self) -> None:
        """Raise what Telegram answers if the bot may not write here."""
        if self.moved_to is not None:
            raise migrated(self.moved_to)
        refusal = _REFUSALS.get(self.standing)
        if refusal:
            raise forbidden(refusal.format(kind=self.kind))

    def post(self, message_id: int, purpose: str) -> Post:
        """Return a message that is there, or refuse: `purpose` is for example "to edit"."""
        post = self.posts.get(message_id)
        if post is None or post.deleted:
            raise bad_request(f"message {purpose} not found")
        return post

    def shown(self) -> list[Post]:
        """Return the messages that are still there, oldest first."""
        return [post for post in self.posts.values() if not post.deleted]


_REFUSALS = {
    Standing.NEW: "bot can't initiate conversation with a user",
    Standing.BLOCKED: "bot was blocked by the user",
    Standing.DEACTIVATED: "user is deactivated",
    Standing.LEFT: "bot is not a member of the {kind} chat",
    Standing.KICKED: "bot was kicked from the {kind} chat",
}


def not_found() -> RefusedError:
    """Return the refusal for a chat nobody knows."""
    return bad_request("chat not found")
