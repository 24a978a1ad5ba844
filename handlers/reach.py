"""Whether somebody can be reached: a blocked bot waits in silence."""

from __future__ import annotations

from domain.delivery import State
from handlers.context import Tools
from handlers.doors import reached_again
from handlers.events import Presence


async def note_reach(tools: Tools, event: Presence) -> None:
    """Note that somebody blocked the bot, or came back."""
    now = tools.now()
    async with tools.database.transaction() as store:
        person = await store.persons.by_chat(event.chat_id)
        if person is None or (person.unreachable_since is None) is event.reachable:
            return
        if event.reachable:
            await reached_again(store, person, tools.network, now)
        else:
            await store.persons.set_unreachable(person.id, now)
            await store.plans.end_all(person.id, State.UNDELIVERABLE, "blocked", now)
