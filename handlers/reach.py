"""Whether somebody can be reached: a blocked bot waits in silence, and groups are left."""

from __future__ import annotations

from telegram import ChatMember, Update
from telegram.constants import ChatType
from telegram.ext import ChatMemberHandler

from domain.delivery import State
from handlers.context import App, Context
from handlers.doors import reached_again
from handlers.menu import leave_group

_AWAY = frozenset({ChatMember.BANNED, ChatMember.LEFT})


async def stands(update: Update, context: Context) -> None:
    """Follow a change of the bot's standing in a chat."""
    change = update.my_chat_member
    assert change is not None
    away = change.new_chat_member.status in _AWAY
    if change.chat.type == ChatType.PRIVATE:
        await _reach(context, change.chat.id, away=away)
    elif not away:
        await leave_group(update, context)


async def _reach(context: Context, chat_id: int, *, away: bool) -> None:
    tools = context.tools
    now = tools.now()
    async with tools.database.transaction() as store:
        person = await store.persons.by_chat(chat_id)
        if person is None or (person.unreachable_since is not None) is away:
            return
        if away:
            await store.persons.set_unreachable(person.id, now)
            await store.plans.end_all(person.id, State.UNDELIVERABLE, "blocked", now)
        else:
            await reached_again(store, person, tools.network, now)


def register(application: App) -> None:
    """Open the doors of this feature."""
    handler = ChatMemberHandler(stands, ChatMemberHandler.MY_CHAT_MEMBER)
    application.add_handler(handler)
