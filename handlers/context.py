"""What every handler gets: one update as a visit, with one transaction and its answers."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.ext import Application, CallbackContext, ExtBot

from domain.delivery import Kind, Letter, Priority
from domain.draft import Draft
from domain.languages import reading_in
from domain.message import Message
from domain.network import Network
from domain.person import Person
from domain.splitting import split
from storage.database import Database
from storage.store import Store
from texts.catalogue import Texts

LONGEST_TOAST = 200


@dataclass(frozen=True, slots=True)
class Tools:
    """The handlers' few dependencies, built once in bot.app.

    `bot_name` is the bot's user name for deep links; `rate` is messages a second. `pressed` is
    told the numbers of deliveries whose buttons were pressed, and the chat: it proves arrival.
    `wanted` is told that somebody waits for a report, once that is committed.
    """

    database: Database
    texts: Texts
    network: Network
    now: Callable[[], datetime]
    bot_name: Callable[[], str]
    rate: float = 28.0
    pressed: Callable[[int, int], None] = lambda _delivery, _chat: None
    wanted: Callable[[], None] = lambda: None


class Context(CallbackContext[ExtBot[Any], dict[Any, Any], dict[Any, Any], dict[str, Tools]]):
    """Telegram's context with our tools on it."""

    @property
    def tools(self) -> Tools:
        """The tools that bot.app built."""
        return self.bot_data["tools"]


App = Application[Any, Context, Any, Any, Any, Any]


@dataclass(slots=True)
class Visit:
    """One update of one chat: who it is, the open transaction, and what will be answered.

    Answers are put into the outbox when the handler is done, in the same transaction as what
    they tell. `message_id` is the card whose button was pressed. What is in `after` is asked of
    Telegram once everything is committed; nothing depends on whether it works. A text that is
    `unwanted` is taken out of the chat. `answered` says that an answer was put already. A `chosen`
    language travels on in the buttons until there is a consent to keep it with.
    """

    tools: Tools
    store: Store
    update_id: int
    chat_id: int
    now: datetime
    known: Person | None
    texts: Texts
    language: str
    message_id: int | None = None
    toast: str = ""
    alert: bool = False
    unwanted: bool = False
    chosen: str | None = None
    answered: bool = False
    letters: list[Letter] = field(default_factory=list)
    after: list[Callable[[Bot], Awaitable[object]]] = field(default_factory=list)

    @property
    def person(self) -> Person:
        """The member; handlers for members are called for members only."""
        assert self.known is not None
        return self.known

    @property
    def network(self) -> Network:
        """The network of this bot."""
        return self.tools.network

    def say(self, message: Message, *, key: str = "", expires_at: datetime | None = None) -> None:
        """Answer with a new message; one with a key of its own can be found by it later.

        What is too long for one message comes in several.
        """
        *before, last = split(message)
        for part in before:
            self.letters.append(self._letter(self._next_key, part, expires_at))
        self.letters.append(self._letter(key or self._next_key, last, expires_at))

    @property
    def _next_key(self) -> str:
        return f"answer:{self.update_id}:{len(self.letters)}"

    def _letter(self, key: str, message: Message, expires_at: datetime | None = None) -> Letter:
        if self.chosen and not (self.known and self.known.consented):
            message = reading_in(message, self.chosen)
        return Letter(
            key=key,
            expires_at=expires_at,
            kind=Kind.ANSWER,
            due_at=self.now,
            person_id=self.known.id if self.known else None,
            chat_id=None if self.known else self.chat_id,
            priority=Priority.ANSWER,
            message=message,
        )

    async def show_once(self, key: str, message: Message) -> bool:
        """Change the pressed card, once for this key; False, and nothing, if that was done.

        The key is known as long as deliveries are kept.
        """
        self.answered = True
        letter = self._letter(key, message.changing(self.message_id))
        return await self.store.deliveries.put(letter) == 1

    def show(self, message: Message) -> None:
        """Change the pressed card in place, or say it anew where none was pressed."""
        self.say(message.changing(self.message_id))

    def text(self, text_id: str, **values: str | int) -> None:
        """Answer with a text and nothing else."""
        self.say(Message(self.texts(text_id, **values)))

    @property
    def silent(self) -> bool:
        """Whether nothing was answered so far."""
        return not (self.toast or self.letters or self.answered)

    def notice(self, text_id: str, *, alert: bool = False, **values: str | int) -> None:
        """Say at once, on the pressed button, what happened (at most 200 characters)."""
        self.toast = self.texts.plain(text_id, **values)[:LONGEST_TOAST]
        self.alert = alert

    async def draft(self, kind: str) -> Draft | None:
        """Return this chat's dialogue if it is of this kind."""
        found = await self.store.drafts.get(self.chat_id)
        return found if found and found.kind == kind else None

    async def keep(self, draft: Draft) -> None:
        """Keep a step of this chat's dialogue."""
        await self.store.drafts.put(self.chat_id, draft, self.now)

    async def finish(self) -> bool:
        """End this chat's dialogue; False if there was none."""
        return await self.store.drafts.drop(self.chat_id)


#: A delivery's number as the outbox writes it behind a button's action, in base 36.
_NUMBER = re.compile(r"[1-9a-z][0-9a-z]{0,12}")
_LARGEST = 2**63 - 1


def delivery_number(data: str) -> tuple[str, int | None]:
    """Return a button's action and the number of the delivery it came with.

    None stands for a number that no delivery can have: somebody made it up.
    """
    action, mark, written = data.rpartition("~")
    if not mark:
        return data, None
    number = int(written, 36) if _NUMBER.fullmatch(written) else 0
    return action, number if 0 < number <= _LARGEST else None
