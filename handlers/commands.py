"""Telegram's own list of commands: one for everybody, one for each chat by role and language."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScopeChat

from domain.person import Person
from handlers.context import Visit
from handlers.menu import commands
from texts.catalogue import GERMAN, Texts, languages
from texts.words import word


def _listed(texts: Texts, names: Sequence[str]) -> list[BotCommand]:
    return [
        BotCommand(word(name, texts.language), texts.plain(f"command-{name}")) for name in names
    ]


async def announce_commands(bot: Bot, texts: Texts) -> None:
    """Tell Telegram what strangers can do, where that has changed. Raises TelegramError."""
    for language in languages():
        listed = _listed(texts.in_language(language), commands(None))
        code = None if language == GERMAN else language
        if list(await bot.get_my_commands(language_code=code)) != listed:
            await bot.set_my_commands(listed, language_code=code)


def list_commands(visit: Visit, person: Person) -> None:
    """List a member's commands in the chat, once what is done here is committed."""
    listed = _listed(visit.tools.texts.in_language(person.language), commands(person))
    scope = BotCommandScopeChat(person.chat_id)
    visit.after.append(lambda bot: bot.set_my_commands(listed, scope))


def unlist_commands(visit: Visit) -> None:
    """Show this chat what strangers can do, once what is done here is committed."""
    scope = BotCommandScopeChat(visit.chat_id)
    visit.after.append(lambda bot: bot.delete_my_commands(scope))
