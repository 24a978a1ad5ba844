"""A python-telegram-bot bot that announces something to many and shows a card on a tap.

Usage: ptb_broadcast.py BASE_URL sequential|gather CHATS_FILE

`sequential` is a loop that obeys each 429; `gather` starts all messages at once and leaves the
pace to the library's own AIORateLimiter. Both run beside the handlers, so that taps are answered.
"""

import asyncio
import json
import sys
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import RetryAfter, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
)

BASE_URL, WAY, CHATS = sys.argv[1], sys.argv[2], json.loads(Path(sys.argv[3]).read_text())
TEXT = "<b>Gespräche führen</b>\n\nFreitag, 12. März 2027, 09:00 bis 12:30 Uhr\nRathaus, Saal 2"
BUTTONS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Anmelden", callback_data="reg:1")],
        [InlineKeyboardButton("Details", callback_data="det:1")],
    ]
)


async def send(bot, chat: int) -> None:
    """Send one message; whoever cannot be reached is left out."""
    while True:
        try:
            await bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=BUTTONS)
        except RetryAfter as error:
            await asyncio.sleep(float(error.retry_after))
        except TelegramError:
            return
        else:
            return


async def sequentially(bot) -> None:
    """Send one after the other."""
    for chat in CHATS:
        await send(bot, chat)


async def together(bot) -> None:
    """Send all at once; the rate limiter makes them wait."""
    await asyncio.gather(*(send(bot, chat) for chat in CHATS))


async def announce(_: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Begin to announce, and go on taking updates."""
    way = together if WAY == "gather" else sequentially
    context.application.create_task(way(context.bot))


async def tapped(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a tap and show the card anew."""
    await update.callback_query.answer()
    await update.callback_query.edit_message_text(TEXT, parse_mode="HTML", reply_markup=BUTTONS)


def main() -> None:
    builder = Application.builder().token("1:bench").base_url(f"{BASE_URL}/bot")
    builder = builder.concurrent_updates(256)
    if WAY == "gather":
        builder = builder.rate_limiter(AIORateLimiter(max_retries=5))
    application = builder.build()
    application.add_handler(CommandHandler("announce", announce))
    application.add_handler(CallbackQueryHandler(tapped))
    application.run_polling()


if __name__ == "__main__":
    main()
