"""Telegram as a channel: updates become events, messages are sent, and what else it can do."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

from telegram import BotCommand, BotCommandScopeChat, Update
from telegram.error import TelegramError
from telegram.ext import ExtBot
from telegram.request import BaseRequest

from bot.telegram import numbers
from bot.telegram.events import event_of
from bot.telegram.limiter import Limiter
from bot.telegram.links import link
from bot.telegram.pace import Pace
from bot.telegram.sender import Sender
from domain.channel import Address
from domain.delivery import Delivery, Outcome
from domain.message import Message
from handlers.chats import Listed
from handlers.events import Crowd, Event, Tap, Typed
from talk.start import Opening

#: What carries the calls; a stand-in of one's own is possible.
Request = BaseRequest
#: What Telegram refuses, or does not hear, is no matter where nothing depends on it.
_passed_over = contextlib.suppress(TelegramError)


class TelegramChannel:
    """One bot's line to Telegram; `api` is the library's own, for what only Telegram has."""

    def __init__(
        self,
        token: str,
        base_url: str,
        request: Request,
        polling: Request | None = None,
        rate: float | None = 28.0,
    ) -> None:
        self.limiter = Limiter(pace=_pace(rate))
        self.api: ExtBot[Any] = ExtBot(
            token,
            base_url=f"{base_url}/bot",
            base_file_url=f"{base_url}/file/bot",
            request=request,
            get_updates_request=polling or request,
            rate_limiter=self.limiter,
        )
        self._sender = Sender(self.api)

    @property
    def name(self) -> str:
        """The bot's user name; known once it was asked for at the beginning."""
        return self.api.username

    def link(self, opening: Opening) -> str:
        """Return the address that leads into the chat with the bot, and to what it opens there."""
        return link(self.name, opening)

    def heard(self, payload: dict[str, Any]) -> Event | None:
        """Return what an update says; None if nobody handles anything like it."""
        return event_of(Update.de_json(payload, self.api), self.name)

    async def send(self, delivery: Delivery, message: Message, deadline: float) -> Outcome:
        """Send a message, and return what became of it."""
        suffix = numbers.suffix(delivery.id)
        return await self._sender.send(
            int(delivery.address), message, suffix, plain=delivery.plain, deadline=deadline
        )

    async def probe(self) -> str | None:
        """Ask Telegram whether it knows us; return what it says if it does not."""
        try:
            await self.api.get_me()
        except Exception as error:  # noqa: BLE001 - whatever it is, we are not well yet
            return f"{type(error).__name__}: {error}"[:200]
        return None

    async def answer(self, tap: Tap, text: str, *, alert: bool) -> None:
        """End the waiting of who pressed, and say something on the button."""
        with _passed_over:
            await self.api.answer_callback_query(tap.pressed, text or None, show_alert=alert)

    async def take_out(self, said: Typed) -> None:
        """Take a text out of the chat."""
        with _passed_over:
            await self.api.delete_message(int(said.address.name), int(said.message_id))

    async def list_commands(self, address: Address, listed: Sequence[Listed]) -> None:
        """Show in a chat what may be typed."""
        commands = [BotCommand(word, meaning) for word, meaning in listed]
        with _passed_over:
            await self.api.set_my_commands(commands, BotCommandScopeChat(int(address.name)))

    async def unlist_commands(self, address: Address) -> None:
        """Show in a chat what strangers may type."""
        with _passed_over:
            await self.api.delete_my_commands(BotCommandScopeChat(int(address.name)))

    async def leave(self, crowd: Crowd, goodbye: str) -> None:
        """Say goodbye to a chat of several people and leave it."""
        with _passed_over:
            await self.api.send_message(int(crowd.address.name), goodbye)
        with _passed_over:
            await self.api.leave_chat(int(crowd.address.name))


def _pace(rate: float | None) -> Pace:
    """Return the pace of sending; None is for tests and benches that want no limit at all."""
    return Pace(None, chat_gap=0.0) if rate is None else Pace(rate)
