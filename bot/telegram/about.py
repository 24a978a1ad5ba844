"""What Telegram shows of the bot before anybody writes to it, in each language."""

from __future__ import annotations

from telegram import Bot, BotCommand

from domain.network import Network
from handlers.commands import listed
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


async def announce_commands(bot: Bot, texts: Texts) -> None:
    """Tell Telegram what strangers can do, where that has changed. Raises TelegramError."""
    for language in languages():
        said = listed(texts.in_language(language), None)
        commands = [BotCommand(word, meaning) for word, meaning in said]
        code = None if language == GERMAN else language
        if list(await bot.get_my_commands(language_code=code)) != commands:
            await bot.set_my_commands(commands, language_code=code)
