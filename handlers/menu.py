"""The menu, the help, the way out of any dialogue, and the answer to everything else."""

from __future__ import annotations

import contextlib

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from domain.actions import Menu, ShowOffices
from domain.person import Person
from handlers.context import App, Context, Visit
from handlers.doors import (
    Who,
    answer,
    arrive,
    depart,
    follow_up,
    language_of,
    on_command,
    on_tap,
)
from handlers.resume import heard
from texts import menus

#: What each role finds in its command menu, in this order.
MEMBER_COMMANDS = (
    "termine",
    "meine",
    "austausch",
    "bedarf",
    "themen",
    "name",
    "sprache",
    "datenschutz",
    "auskunft",
    "loeschen",
    "hilfe",
    "abbrechen",
)
COORDINATOR_COMMANDS = ("neu", "verwalten", "einladen", "zustellung", "protokoll")
READER_COMMANDS = ("bericht",)
#: More entries of the menu, as pairs of a text id and an action.
member_entries: list[tuple[str, str]] = []
coordinator_entries: list[tuple[str, str]] = []
#: For who may read the report: coordinators, and auditors who do nothing else.
reader_entries: list[tuple[str, str]] = []


def commands(person: Person | None) -> tuple[str, ...]:
    """Return the commands of somebody's role."""
    if person is None:
        return ("start", "hilfe", "datenschutz")
    coordinating = COORDINATOR_COMMANDS if person.coordinates else ()
    return MEMBER_COMMANDS + coordinating + (READER_COMMANDS if person.reads_reports else ())


def entries(person: Person) -> list[tuple[str, str]]:
    """Return what stands in somebody's menu beside the dates."""
    coordinating = coordinator_entries if person.coordinates else []
    return [*member_entries, *coordinating, *(reader_entries if person.reads_reports else [])]


async def show_menu(visit: Visit, _: object = None) -> None:
    """Show the menu of the visitor's role."""
    visit.show(menus.menu(visit.texts, visit.network, entries(visit.person)))


async def help_(visit: Visit, _: object) -> None:
    """Explain, by role."""
    visit.say(menus.help_text(visit.texts, visit.network, commands(visit.known)))


async def abort(visit: Visit, _: object) -> None:
    """End whatever dialogue is open."""
    visit.text("abort-done" if await visit.give_up() else "abort-nothing")


async def offices(visit: Visit, _: ShowOffices) -> None:
    """Show who is in charge where."""
    visit.show(menus.offices(visit.texts, visit.network))


async def wrote(update: Update, context: Context) -> None:
    """Take a typed text within a dialogue; anything else gets the safety notice, unkept."""
    message = update.message
    text = message.text if message is not None else None
    async with context.tools.database.transaction() as store:
        visit = await arrive(context.tools, store, update)
        if text is None or not await heard(visit, text):
            visit.unwanted = True
            visit.say(menus.safety(visit.texts))
        await depart(visit)
    await follow_up(visit, context.bot)
    if visit.unwanted and message is not None:
        with contextlib.suppress(TelegramError):
            await message.delete()


async def stale(update: Update, context: Context) -> None:
    """Answer a button that nobody knows any more."""
    query = update.callback_query
    assert query is not None
    async with context.tools.database.transaction() as store:
        visit = await arrive(context.tools, store, update)
        visit.notice("stale-button", alert=True)
    await answer(query, visit)


async def leave_group(update: Update, context: Context) -> None:
    """Say so and leave any group at once: members shall not see each other."""
    chat, tools = update.effective_chat, context.tools
    if chat is None:
        return
    texts = tools.texts.in_language(language_of(update))
    goodbye = texts.plain("group-goodbye", bot=tools.bot_name())
    with contextlib.suppress(TelegramError):
        await chat.send_message(goodbye)
    with contextlib.suppress(TelegramError):
        await chat.leave()


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_command(application, ("menu", "menue"), show_menu)
    on_command(application, ("hilfe", "help"), help_, Who.ANYONE)
    on_command(application, ("abbrechen", "cancel"), abort, Who.ANYONE)
    on_tap(application, Menu, show_menu)
    on_tap(application, ShowOffices, offices, Who.ANYONE)


def register_last(application: App) -> None:
    """Open the doors for what no feature knows; must be the last in line."""
    application.add_handler(CallbackQueryHandler(stale))
    application.add_handler(MessageHandler(filters.ChatType.PRIVATE, wrote))


def register_first(application: App) -> None:
    """Open the door for groups; must be the first in line."""
    groups = filters.ChatType.GROUPS | filters.ChatType.CHANNEL
    application.add_handler(MessageHandler(groups, leave_group))
