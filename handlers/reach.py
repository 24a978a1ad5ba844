"""Whether somebody can be reached: a blocked bot waits in silence."""

from __future__ import annotations

from domain.reach import back_by, lost_by
from handlers.context import Tools
from handlers.events import Presence


async def note_reach(tools: Tools, event: Presence) -> None:
    """Note that somebody blocked the bot, or came back."""
    now = tools.now()
    async with tools.database.transaction() as store:
        person = await store.persons.by_chat(event.address)
        if person is None or (person.unreachable_since is None) is event.reachable:
            return
        if event.reachable:
            await back_by(store, tools.network, person.id, event.address.channel, now)
        else:
            await lost_by(store, tools.network, person.id, event.address.channel, "blocked", now)
