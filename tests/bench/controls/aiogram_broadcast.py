"""An aiogram 3 bot that announces with the loop of its documentation, and shows a card on a tap.

Usage: aiogram_broadcast.py BASE_URL CHATS_FILE
"""

import asyncio
import json
import sys
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

BASE_URL, CHATS = sys.argv[1], json.loads(Path(sys.argv[2]).read_text())
TEXT = "<b>Gespräche führen</b>\n\nFreitag, 12. März 2027, 09:00 bis 12:30 Uhr\nRathaus, Saal 2"
BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="Anmelden", callback_data="reg:1")],
        [InlineKeyboardButton(text="Details", callback_data="det:1")],
    ]
)
dispatcher = Dispatcher()
tasks = set()


async def send(bot: Bot, chat: int) -> None:
    """Send one message, again after a 429; whoever cannot be reached is left out."""
    try:
        await bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=BUTTONS)
    except TelegramRetryAfter as error:
        await asyncio.sleep(error.retry_after)
        await send(bot, chat)
    except TelegramAPIError:
        pass


async def broadcast(bot: Bot) -> None:
    """Send to all, 20 messages a second at most, as the documentation advises."""
    for chat in CHATS:
        await send(bot, chat)
        await asyncio.sleep(0.05)


@dispatcher.message(Command("announce"))
async def announce(_: Message, bot: Bot) -> None:
    """Begin to announce, and go on taking updates."""
    tasks.add(asyncio.create_task(broadcast(bot)))


@dispatcher.callback_query()
async def tapped(query: CallbackQuery) -> None:
    """Answer a tap and show the card anew."""
    await query.answer()
    await query.message.edit_text(TEXT, parse_mode="HTML", reply_markup=BUTTONS)


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(BASE_URL))
    await dispatcher.start_polling(Bot("1:bench", session=session))


if __name__ == "__main__":
    asyncio.run(main())
