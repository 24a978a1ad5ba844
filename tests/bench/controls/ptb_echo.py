"""A bare python-telegram-bot echo bot.

Usage: ptb_echo.py BASE_URL CONCURRENT_UPDATES [aiohttp]

0 is one update at a time, as by default; `aiohttp` puts our transport under it.
"""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    await update.message.reply_text(update.message.text)


def main() -> None:
    base_url, concurrent, *more = sys.argv[1:]
    builder = (
        Application.builder()
        .token("1:bench")
        .base_url(f"{base_url}/bot")
        .concurrent_updates(int(concurrent) or False)
    )
    if "aiohttp" in more:
        from bot.telegram.transport import Transport

        builder = builder.request(Transport(pool_size=256)).get_updates_request(Transport())
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
