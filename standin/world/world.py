"""Everything the stand-in knows at one moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from standin.world.chats import Chat, Json, Kind, Post, Query, not_found
from standin.world.files import Files
from standin.world.journal import Accepted, Call, Journal
from standin.world.limits import Limits
from standin.world.updates import MESSAGE_LIVES, Updates


@dataclass(slots=True)
class World:
    """The bot, its chats, files and updates, and the record of what happened."""

    now: Callable[[], datetime]
    bot: Json
    limits: Limits
    journal: Journal
    updates: Updates
    files: Files = field(default_factory=Files)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)
    ledger: list[Accepted] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    last_message_id: int = 0
    local: bool = False

    @classmethod
    def new(
        cls, now: Callable[[], datetime], bot: Json, *, limits: bool, local: bool = False
    ) -> World:
        """Return an empty world with this bot in it."""
        return cls(now, bot, Limits(now, on=limits), Journal(now), Updates(now), local=local)

    @property
    def sender(self) -> Json:
        """Return the bot as it stands on its messages."""
        return {name: self.bot[name] for name in ("id", "is_bot", "first_name", "username")}

    def chat(self, chat_id: int) -> Chat:
        """Return a chat the bot may write to, or refuse as Telegram does."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise not_found()
        chat.check_access()
        return chat

    def stamp(self) -> int:
        """Return the time in whole seconds since 1970."""
        return int(self.now().timestamp())

    def put(self, chat: Chat, sender: Json, content: Json, markup: Json | None = None) -> Post:
        """Put a message into a chat and return it."""
        self.last_message_id += 1
        body = {
            "message_id": self.last_message_id,
            "from": sender,
            "chat": chat.body,
            "date": self.stamp(),
            **content,
        }
        if markup and "inline_keyboard" in markup:
            body["reply_markup"] = markup
        post = Post(self.last_message_id, self.now(), bool(sender["is_bot"]), body, markup)
        chat.posts[post.id] = post
        chat.history.append(post)
        self.journal.add("message", chat_id=chat.id, message_id=post.id)
        return post

    def say(self, chat: Chat, sender: Json, content: Json) -> Post:
        """Put a person's message into a chat and let the bot know."""
        post = self.put(chat, sender, content)
        self.updates.add("message", post.body, chat.id, MESSAGE_LIVES)
        return post

    def add_chat(self, chat_id: int, kind: Kind, user: Json | None, title: str) -> Chat:
        """Make a chat."""
        self.chats[chat_id] = Chat(chat_id, kind, user, title)
        self.journal.add("chat", chat_id=chat_id)
        return self.chats[chat_id]

    def enter(self, method: str, chat: Chat, post: Post, *, edit: bool) -> None:
        """Write an accepted message into the ledger."""
        self.ledger.append(
            Accepted(
                number=len(self.ledger) + 1,
                at=self.now(),
                method=method,
                chat_id=chat.id,
                message_id=post.id,
                text=post.text,
                html=post.html,
                document=(post.body.get("document") or {}).get("file_name"),
                buttons=tuple(tuple(row) for row in post.labels),
                edit=edit,
            )
        )
