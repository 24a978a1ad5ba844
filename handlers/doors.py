"""How an update gets to its handler: by a button, a command or a text, and who may pass."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from enum import Enum
from functools import partial
from typing import Any, TypeVar

from telegram import Bot, CallbackQuery, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from domain.draft import WAYS_IN
from domain.languages import travelling, unmarked
from domain.letters import reminder_letters
from domain.network import Network
from domain.person import Person
from domain.vocabulary import RegistrationStatus
from handlers.context import App, Context, Tools, Visit, delivery_number
from handlers.courtesies import Call
from handlers.dialogues import question_follows
from storage.store import Store
from talk.action import Action
from texts import menus
from texts.catalogue import known_language, languages
from texts.words import said_as, takes

ActionT = TypeVar("ActionT", bound=Action)


class Who(Enum):
    """Who may use a door.

    Behind one for anyone nothing is kept of a stranger, except by agreeing itself. Who agreed
    and is no member yet has a dialogue of `WAYS_IN`: only through that one it goes on.
    """

    ANYONE = "anyone"
    AGREED = "agreed"
    MEMBERS = "members"
    COORDINATORS = "coordinators"


def may(who: Who, person: Person | None) -> bool:
    """Return whether somebody may pass; an old consent must be renewed first."""
    if who in {Who.ANYONE, Who.AGREED}:
        return True
    if person is None or not person.consented:
        return False
    return who is Who.MEMBERS or person.coordinates


async def arrive(tools: Tools, store: Store, update: Update) -> Visit:
    """Return the visit that an update of a private chat begins."""
    chat_id, now = _chat_of(update), tools.now()
    person = await store.persons.by_chat(chat_id)
    chosen = None if person and person.consented else _travelling(update)
    language = chosen or (person.language if person else language_of(update))
    if person is not None:
        await _alive(store, person, tools.network, now)
    return Visit(
        tools=tools,
        store=store,
        update_id=update.update_id,
        chat_id=chat_id,
        now=now,
        known=person,
        texts=tools.texts.in_language(language),
        language=language,
        chosen=chosen,
    )


def _chat_of(update: Update) -> int:
    """Return whose visit it is; who presses does so for nobody else, wherever the button is."""
    if update.callback_query is not None:
        return update.callback_query.from_user.id
    assert update.effective_chat is not None
    return update.effective_chat.id


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
    return known_language(user.language_code if user is not None else None)


def _travelling(update: Update) -> str | None:
    """Return the language that somebody chose before anything may be kept of them."""
    query = update.callback_query
    found = travelling(query.data or "") if query is not None else None
    return found if found in languages() else None


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
    visit.fit()
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
        async with context.tools.database.transaction() as store:
            visit = await arrive(context.tools, store, update)
            visit.message_id = _changeable(query)
            meant = _read(action, data)
            if meant is not None and not may(who, visit.known):
                refuse(visit)
            elif meant is not None and (who is not Who.AGREED or await _agreed(visit)):
                await handle(visit, meant)
            if visit.silent:
                visit.notice("stale-button", alert=True)
            await depart(visit)
        if number is not None:
            context.tools.pressed(number, visit.chat_id)
        see_off(visit, update, context.bot)

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


async def _agreed(visit: Visit) -> bool:
    """Return whether a stranger agreed before: to join, or to ask for it; a member did."""
    if visit.known is not None:
        return True
    begun = await visit.store.drafts.get(visit.chat_id)
    if begun is not None and begun.kind in WAYS_IN:
        return True
    return await visit.store.access.of_chat(visit.chat_id) is not None


def _changeable(query: CallbackQuery) -> str | None:
    """Return the pressed message if it is a text: a file's message cannot become one."""
    pressed = query.message
    if isinstance(pressed, Message) and pressed.text and pressed.chat.id == query.from_user.id:
        return str(pressed.message_id)
    return None


def _read(action: type[ActionT], data: str) -> ActionT | None:
    """Return what a button means; None if somebody made its text up."""
    try:
        return action.unpack(unmarked(data))
    except ValueError:
        return None


def see_off(visit: Visit, update: Update, bot: Bot) -> None:
    """Ask Telegram for what comes after the commit; nobody waits for it.

    Answer a tap (if it is too late for that, the messages tell it anyway), do what the visit
    asked for, and take out a text that nobody wanted.
    """
    calls: list[Call] = [partial(step, bot) for step in visit.after]
    query, said = update.callback_query, update.message
    if query is not None:
        calls.insert(0, partial(query.answer, text=visit.toast or None, show_alert=visit.alert))
    if visit.unwanted and said is not None:
        calls.append(said.delete)
    if calls:
        visit.tools.courtesies.begin(*calls)


Called = Callable[[Visit, str], Awaitable[None]]

#: What is done at a command, and who may, by its name in `texts.words`.
called: dict[str, tuple[Called, Who]] = {}


def on_command(
    application: App,
    command: str,
    handle: Called,
    who: Who = Who.MEMBERS,
) -> None:
    """Let a command be handled, by all its words; the handler gets what it takes behind it.

    Whatever else is written behind it may be about a child.
    """

    async def come(update: Update, context: Context) -> None:
        said = " ".join(context.args or ())
        await _call(update, context, handle, said, who, asked=takes(command, said))

    called[command] = handle, who
    application.add_handler(CommandHandler(said_as(command), come))


def on_words(application: App, pattern: str, handle: Called, who: Who = Who.MEMBERS) -> None:
    """Let a text that matches as a whole be handled like a command, in any dialogue."""

    async def come(update: Update, context: Context) -> None:
        await _call(update, context, handle, "", who)

    words = filters.ChatType.PRIVATE & filters.Regex(rf"(?i)^\s*(?:{pattern})\s*$")
    application.add_handler(MessageHandler(words, come))


async def _call(
    update: Update, context: Context, handle: Called, said: str, who: Who, *, asked: bool = True
) -> None:
    async with context.tools.database.transaction() as store:
        visit = await arrive(context.tools, store, update)
        if not asked:
            not_taken(visit)
        if may(who, visit.known):
            await handle(visit, said if asked else "")
        else:
            refuse(visit)
        await depart(visit)
    see_off(visit, update, context.bot)


def not_taken(visit: Visit) -> None:
    """Say that nothing about children is taken here; the text goes out of the chat."""
    visit.unwanted = True
    visit.say(menus.safety(visit.texts))
