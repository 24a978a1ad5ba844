"""One message, one request, one outcome."""

from __future__ import annotations

import asyncio
import html
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import (
    Bot,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
)
from telegram import Message as Accepted
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit, ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.telegram.limiter import Grant
from bot.telegram.outcome import classify
from domain.delivery import NotSent, Outcome, Refused, Scope, Sent
from domain.message import MOST_COPIED, Button, Document, Message, Style

#: How long to wait for an answer, in seconds: a longer wait turns unknown outcomes into known ones.
READ_TIMEOUT = 25.0

_PHOTOS = frozenset({"image/png", "image/jpeg", "image/webp"})
_LINK = re.compile(r'<a\s+href="(?P<url>[^"]*)"\s*>(?P<label>.*?)</a>', re.DOTALL)
_TAG = re.compile(
    r"</?(?:a|b|strong|i|em|u|ins|s|strike|del|span|tg-spoiler|tg-emoji|code|pre|blockquote)"
    r"(?:\s[^<>]*)?>"
)


class Sender:
    """Turns messages into Bot API calls; slots were taken before, so it waits for nobody."""

    def __init__(self, bot: Bot, total_timeout: float = 40.0) -> None:
        self._bot = bot
        self._total_timeout = total_timeout
        self._extra: dict[str, Any] = {"read_timeout": READ_TIMEOUT}
        if isinstance(bot, ExtBot) and bot.rate_limiter is not None:
            self._extra["rate_limit_args"] = Grant.GIVEN

    async def send(
        self,
        chat_id: int,
        message: Message,
        suffix: str,
        *,
        plain: bool = False,
        deadline: float | None = None,
    ) -> Outcome:
        """Send a message, change or remove earlier ones, and return what became of it.

        `suffix` is appended to the action of each button. `plain` sends without any markup, for
        a text that Telegram could not parse. `deadline` is a monotonic time in seconds after
        which nothing may leave, because somebody else may hold the message by then.
        """
        if fault := _fault(message, suffix):
            return Refused(fault, Scope.MESSAGE)
        call = self._call(chat_id, message, suffix, plain=plain)
        if message.removes:
            call = self._removal(chat_id, tuple(map(int, message.removes)), singly=plain)
        if deadline is not None and time.monotonic() >= deadline:
            return NotSent("deadline")
        try:
            async with asyncio.timeout(self._total_timeout):
                answer = await call()
        except Exception as error:  # noqa: BLE001 - each has its outcome, most of them `Lost`
            return classify(error)
        if message.replaces is None and isinstance(answer, Accepted):
            return Sent(str(answer.message_id))
        return Sent()

    def _call(
        self, chat_id: int, message: Message, suffix: str, *, plain: bool
    ) -> Callable[[], Awaitable[Accepted | bool]]:
        arguments: dict[str, Any] = {
            "chat_id": chat_id,
            "parse_mode": None if plain else ParseMode.HTML,
            "reply_markup": _markup(message, suffix),
            **self._extra,
        }
        if message.replaces is not None:
            arguments["message_id"] = int(message.replaces)
        elif message.gone_by is not None:
            arguments["protect_content"] = True
        if message.document is None:
            return self._text(message, arguments, plain=plain)
        arguments["caption"] = _text(message, MessageLimit.CAPTION_LENGTH, plain=plain) or None
        if message.replaces is not None:
            return lambda: self._bot.edit_message_caption(**arguments)
        return self._file(message.document, arguments)

    def _removal(
        self, chat_id: int, message_ids: tuple[int, ...], *, singly: bool
    ) -> Callable[[], Awaitable[bool]]:
        """Remove messages at once; `singly` after that was refused because of some of them."""
        if not singly:
            return lambda: self._bot.delete_messages(chat_id, message_ids)
        return lambda: self._removed_singly(chat_id, message_ids)

    async def _removed_singly(self, chat_id: int, message_ids: tuple[int, ...]) -> bool:
        refused: BadRequest | None = None
        for message_id in message_ids:
            try:
                await self._bot.delete_message(chat_id, message_id)
            except BadRequest as error:  # one that is gone already is no failure
                refused = refused if "not found" in error.message.lower() else error
        if refused is not None:
            raise refused
        return True

    def _text(
        self, message: Message, arguments: dict[str, Any], *, plain: bool
    ) -> Callable[[], Awaitable[Accepted | bool]]:
        arguments["text"] = _text(message, MessageLimit.MAX_TEXT_LENGTH, plain=plain)
        arguments["link_preview_options"] = LinkPreviewOptions(is_disabled=True)
        if message.replaces is not None:
            return lambda: self._bot.edit_message_text(**arguments)
        return lambda: self._bot.send_message(**arguments)

    def _file(
        self, document: Document, arguments: dict[str, Any]
    ) -> Callable[[], Awaitable[Accepted | bool]]:
        file = InputFile(document.content, filename=document.name)
        file.mimetype = document.media_type
        if document.media_type in _PHOTOS:
            return lambda: self._bot.send_photo(photo=file, **arguments)
        return lambda: self._bot.send_document(document=file, **arguments)


def _fault(message: Message, suffix: str) -> str:
    """Return what makes a message impossible to send, or nothing."""
    for button in _buttons(message):
        size = len((button.action + suffix).encode())
        if button.action and size > InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
            return f"callback data of {size} bytes"
        if len(button.copied) > MOST_COPIED:
            return f"{len(button.copied)} characters to copy"
    return ""


def _buttons(message: Message) -> list[Button]:
    return [button for row in message.buttons for button in row]


def _markup(message: Message, suffix: str) -> InlineKeyboardMarkup | ForceReply | None:
    if message.buttons:
        return InlineKeyboardMarkup(
            [[_button(button, suffix) for button in row] for row in message.buttons]
        )
    if message.force_reply and message.replaces is None:
        return ForceReply(input_field_placeholder=message.force_reply[:64])
    return None


def _button(button: Button, suffix: str) -> InlineKeyboardButton:
    style = None if button.style is Style.PLAIN else button.style.value
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url, style=style)
    if button.copied:
        copied = CopyTextButton(button.copied)
        return InlineKeyboardButton(button.label, copy_text=copied, style=style)
    return InlineKeyboardButton(button.label, callback_data=button.action + suffix, style=style)


def _text(message: Message, limit: int, *, plain: bool) -> str:
    return cut(without_markup(message.text), limit) if plain else message.text


def without_markup(text: str) -> str:
    """Return Telegram's HTML as plain text, with the addresses of its links in brackets."""
    linked = _LINK.sub(lambda link: f"{link['label']} ({link['url']})", text)
    return html.unescape(_TAG.sub("", linked))


def cut(text: str, limit: int) -> str:
    """Return the text with at most `limit` UTF-16 units, as Telegram counts them."""
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * limit:
        return text
    return encoded[: 2 * (limit - 1)].decode("utf-16-le", "ignore") + "…"
