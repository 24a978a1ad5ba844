"""What Telegram shows of the bot before anybody writes to it: its description, in each language."""

from __future__ import annotations

from telegram import Bot

from domain.network import Network
from texts import menus
from texts.catalogue import GERMAN, Texts, languages


async def describe(bot: Bot, texts: Texts, network: Network) -> None:
    """Tell Telegram what the bot is, where that has changed. Raises TelegramError."""
    for language in languages():
        code = None if language == GERMAN else language
        said = texts.in_language(language)
        long, short = menus.descriptions(said, network)
        if (await bot.get_my_description(language_code=code)).description != long:
            await bot.set_my_description(long, language_code=code)
        if (await bot.get_my_short_description(language_code=code)).short_description != short:
            await bot.set_my_short_description(short, language_code=code)
