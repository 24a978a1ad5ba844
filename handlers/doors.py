"""How an update gets to its handler: by a button, a command or a text, and who may pass."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from telegram import Bot, CallbackQuery, Message, Update
from telegram.error import TelegramError
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from domain.actions import Action
from domain.changes import reminder_letters
from domain.network import Network
from domain.person import Person
from domain.vocabulary import RegistrationStatus
from handlers.context import App, Context, Tools, Visit, delivery_number
from handlers.dialogues import question_follows
from storage.store import Store

ActionT = TypeVar("ActionT", bound=Action)


class Who(Enum):
    """Who may use a door."""

    ANYONE = "anyone"
    MEMBERS = "members"
    COORDINATORS = "coordinators"


def may(who: Who, person: Person | None) -> bool:
    """Return whether somebody may pass; an old consent must be renewed first."""
    if who is Who.ANYONE:
        return True
    if person is None or not person.consented:
        return False
    return who is Who.MEMBERS or person.coordinates


async def arrive(tools: Tools, store: Store, update: Update) -> Visit:
    """Return the visit that an update of a private chat begins."""
    chat = update.effective_chat
    assert chat is not None
    now = tools.now()
    person = await store.persons.by_chat(chat.id)
    language = person.language if person else language_of(update)
    if person is not None:
        await _alive(store, person, tools.network, now)
    return Visit(
        tools=tools,
        store=store,
        update_id=update.update_id,
        chat_id=chat.id,
        now=now,
        known=person,
        texts=tools.texts.in_language(language),
        language=language,
    )


async def _alive(store: Store, person: Person, network: Network, now: datetime) -> None:
    """Note a sign of life: the day only, and that the person can be reached again."""
    if person.unreachable_since is not None:
        await reached_again(store, person, network, now)
    if person.active_on != now.date():
        await store.persons.set_active(person.id, now.date())


async def reached_again(store: Store, person: Person, network: Network, now: datetime) -> None:
    """Note that a person is back, and plan the reminders again that ended meanwhile."""
    await store.persons.set_unreachable(person.id, None)
    for training, own in await store.registrations.of_person(person.id, now):
        if own.status is RegistrationStatus.CONFIRMED and not own.muted:
            await store.plans.revive(reminder_letters(network, training, own, now), now)


def language_of(update: Update) -> str:
    """Return the language a stranger is spoken to in."""
    user = update.effective_user
    return "en" if user is not None and user.language_code == "en" else "de"


def refuse(visit: Visit) -> None:
    """Say that this door is not for this person."""
    if visit.known is None:
        visit.text("door-members-only")
    elif not visit.known.consented:
        visit.text("door-consent-first")
    else:
        visit.text("door-coordinators-only")


async def depart(visit: Visit) -> None:
    """Put the answers into the outbox; an open question follows what came between."""
    await question_follows(visit)
    if visit.letters:
        await visit.store.deliveries.put(*visit.letters)


def on_tap(
    application: App,
    action: type[ActionT],
    handle: Callable[[Visit, ActionT], Awaitable[None]],
    who: Who = Who.MEMBERS,
) -> None:
    """Let a button's action be handled; the answer to the tap follows the commit."""

    async def tapped(update: Update, context: Context) -> None:
        query = update.callback_query
        assert query is not None
        data, number = delivery_number(query.data or "")
        if number is not None:
            context.tools.pressed(number, query.from_user.id)
        async with context.tools.database.transaction() as store:
            visit = await arrive(context.tools, store, update)
            visit.message_id = _changeable(query)
            meant = _read(action, data)
            if meant is None:
                visit.notice("stale-button", alert=True)
            elif may(who, visit.known):
                await handle(visit, meant)
            else:
                refuse(visit)
            await depart(visit)
        await answer(query, visit)
        await follow_up(visit, context.bot)

    taps[action] = handle
    application.add_handler(CallbackQueryHandler(tapped, pattern=action.pattern()))


#: What is done with a button's action, by its type.
taps: dict[type[Action], Callable[[Visit, Any], Awaitable[None]]] = {}


async def press(visit: Visit, data: str) -> bool:
    """Do what a button with this data does; False if no feature knows it."""
    for action, handle in taps.items():
        if re.match(action.pattern(), data) and (meant := _read(action, data)) is not None:
            await handle(visit, meant)
            return True
    return False


async def follow(visit: Visit, action: Action) -> bool:
    """Go on as if this button had been pressed too; False if no feature knows it."""
    handle = taps.get(type(action))
    if handle is None:
        return False
    await handle(visit, action)
    return True


def _changeable(query: CallbackQuery) -> int | None:
    """Return the pressed message if it is a text: a file's message cannot become one."""
    pressed = query.message
    if isinstance(pressed, Message) and pressed.text:
        return pressed.message_id
    return None


def _read(action: type[ActionT], data: str) -> ActionT | None:
    """Return what a button means; None if somebody made its text up."""
    try:
        return action.unpack(data)
    except ValueError:
        return None


async def answer(query: CallbackQuery, visit: Visit) -> None:
    """Answer a tap; if it is too late for that, the messages tell it anyway."""
    with contextlib.suppress(TelegramError):
        await query.answer(text=visit.toast or None, show_alert=visit.alert)


async def follow_up(visit: Visit, bot: Bot) -> None:
    """Ask Telegram for what comes after the commit; a failure changes nothing."""
    for step in visit.after:
        with contextlib.suppress(TelegramError):
            await step(bot)


Called = Callable[[Visit, str], Awaitable[None]]


def on_command(
    application: App,
    command: str | tuple[str, ...],
    handle: Called,
    who: Who = Who.MEMBERS,
) -> None:
    """Let a command be handled; the handler gets what was written behind it."""

    async def called(update: Update, context: Context) -> None:
        await _call(update, context, handle, " ".join(context.args or ()), who)

    application.add_handler(CommandHandler(command, called))


def on_words(application: App, pattern: str, handle: Called, who: Who = Who.MEMBERS) -> None:
    """Let a text that matches as a whole be handled like a command, in any dialogue."""

    async def called(update: Update, context: Context) -> None:
        await _call(update, context, handle, "", who)

    words = filters.ChatType.PRIVATE & filters.Regex(rf"(?i)^\s*(?:{pattern})\s*$")
    application.add_handler(MessageHandler(words, called))


async def _call(update: Update, context: Context, handle: Called, said: str, who: Who) -> None:
    async with context.tools.database.transaction() as store:
        visit = await arrive(context.tools, store, update)
        if may(who, visit.known):
            await handle(visit, said)
        else:
            refuse(visit)
        await depart(visit)
    await follow_up(visit, context.bot)
