"""How doors are opened to a feature, who may pass, and what each visit begins and ends with."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

from domain.deeds import Logged
from domain.draft import WAYS_IN
from domain.languages import travelling, unmarked
from domain.localtime import local_day
from domain.network import Network
from domain.person import Person
from domain.reach import back_by
from domain.rights import Act, may
from handlers.chats import Chats
from handlers.context import Door, Router, Tools, Visit, Who
from handlers.courtesies import Call
from handlers.deeds_noted import note
from handlers.dialogues import question_follows
from handlers.events import Event, Tap, Typed
from storage.store import Store
from talk.action import Action
from talk.offer import came_from, without_way
from texts import menus
from texts.catalogue import known_language, languages
from texts.words import said_as

ActionT = TypeVar("ActionT", bound=Action)
#: Where the code of a packed action ends.
_END = re.compile("[:~]")


def on_tap(
    router: Router,
    action: type[ActionT],
    handle: Callable[[Visit, ActionT], Awaitable[None]],
    who: Who = Who.MEMBERS,
    deed: Logged | None = None,
) -> None:
    """Let a button's action be handled; the answer to the tap follows the commit."""
    router.actions[action.CODE] = action
    router.taps[action] = Door(handle, who, deed)


def on_command(
    router: Router,
    command: str,
    handle: Callable[[Visit, str], Awaitable[None]],
    who: Who = Who.MEMBERS,
    deed: Logged | None = None,
) -> None:
    """Let a command be handled, by all its words; the handler gets what it takes behind it.

    Whatever else is written behind it may be about a child.
    """
    router.spoken.update(dict.fromkeys(said_as(command), command))
    router.commands[command] = Door(handle, who, deed)


def on_words(
    router: Router,
    pattern: str,
    handle: Callable[[Visit, str], Awaitable[None]],
    who: Who = Who.MEMBERS,
) -> None:
    """Let a text that matches as a whole be handled like a command, in any dialogue."""
    router.words[re.compile(rf"(?i)^\s*(?:{pattern})\s*$")] = Door(handle, who)


def passes(who: Who, person: Person | None) -> bool:
    """Return whether somebody may pass; an old consent must be renewed first."""
    if who in {Who.ANYONE, Who.AGREED}:
        return True
    if person is None or not person.consented:
        return False
    return who is Who.MEMBERS or may(person, Act.COORDINATE)


async def arrive(tools: Tools, store: Store, event: Event) -> Visit:
    """Return the visit that an event of a private chat begins."""
    now = tools.now()
    person = await store.persons.by_chat(event.address)
    chosen = None if person and person.consented else _travelling(event)
    language = chosen or (person.language if person else known_language(event.language))
    if person is not None:
        await _alive(store, person, tools.network, now)
    return Visit(
        tools=tools,
        store=store,
        update_id=event.number,
        address=event.address,
        now=now,
        known=person,
        texts=tools.texts.in_language(language),
        language=language,
        message_id=event.message_id if isinstance(event, Tap) else None,
        chosen=chosen,
    )


async def _alive(store: Store, person: Person, network: Network, now: datetime) -> None:
    """Note a sign of life: the day only, and that the person can be reached again."""
    if person.unreachable_since is not None:
        await back_by(store, network, person.id, person.address.channel, now)
    today = local_day(now, network.zone)
    if person.active_on != today:
        await store.persons.set_active(person.id, today)


def _travelling(event: Event) -> str | None:
    """Return the language that somebody chose before anything may be kept of them."""
    found = travelling(event.action) if isinstance(event, Tap) else None
    return found if found in languages() else None


def may_try(visit: Visit) -> bool:
    """Return whether a secret may be looked up for this chat; else say for how long not."""
    if visit.tools.flood.may_try(visit.address.mark, visit.now):
        return True
    visit.text("flood-tries")
    return False


def wrong(visit: Visit) -> None:
    """Note that this chat named a secret that is none: a link, a code."""
    visit.tools.flood.wrong(visit.address.mark, visit.now)


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


def see_off(visit: Visit, event: Event, chats: Chats) -> None:
    """Ask the channel for what comes after the commit; nobody waits for it.

    Answer a tap (if it is too late for that, the messages tell it anyway), do what the visit
    asked for, and take out a text that nobody wanted.
    """
    calls: list[Call] = [partial(step, chats) for step in visit.after]
    if isinstance(event, Tap):
        calls.insert(0, partial(chats.answer, event, visit.toast, alert=visit.alert))
    if visit.unwanted and isinstance(event, Typed):
        calls.append(partial(chats.take_out, event))
    if calls:
        visit.tools.courtesies.begin(*calls)


async def tap(visit: Visit, data: str) -> None:
    """Let who pressed a button do what it does, if they may."""
    meant = _read(visit.router, data)
    if meant is None:
        return
    door = visit.router.taps[type(meant)]
    if not passes(door.who, visit.known):
        refuse(visit)
    elif door.who is not Who.AGREED or await _agreed(visit):
        visit.way = came_from(data)
        await _through(visit, door, meant)


async def _through(visit: Visit, door: Door, meant: object) -> None:
    """Do what a door is for, and write it into the access log."""
    await door.handle(visit, meant)
    await note(visit, door.deed, meant)


async def _agreed(visit: Visit) -> bool:
    """Return whether a stranger agreed before: to join, or to ask for it; a member did."""
    if visit.known is not None:
        return True
    begun = await visit.store.drafts.get(visit.address)
    if begun is not None and begun.kind in WAYS_IN:
        return True
    return await visit.store.access.of_chat(visit.address) is not None


async def press(visit: Visit, data: str) -> bool:
    """Do what a button with this data does; False if no feature knows it."""
    meant = _read(visit.router, data)
    return meant is not None and await follow(visit, meant)


async def follow(visit: Visit, action: Action) -> bool:
    """Go on as if this button had been pressed too; False if no feature knows it."""
    door = visit.router.taps.get(type(action))
    if door is None:
        return False
    await _through(visit, door, action)
    return True


def _read(router: Router, data: str) -> Action | None:
    """Return what a button means; None if no feature knows it, or somebody made its text up."""
    action = router.actions.get(_END.split(data, maxsplit=1)[0])
    try:
        return None if action is None else action.unpack(without_way(unmarked(data)))
    except ValueError:
        return None


async def enter(visit: Visit, door: Door, said: str = "") -> None:
    """Let who called do what the door is for, if they may."""
    if passes(door.who, visit.known):
        await _through(visit, door, said)
    else:
        refuse(visit)


def not_taken(visit: Visit) -> None:
    """Say that nothing about children is taken here; the text goes out of the chat."""
    visit.unwanted = True
    visit.say(menus.safety(visit.texts))
