"""Where what a channel heard comes in: one event, one transaction, one handler, one answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from domain.flood import Admitted
from handlers.chats import Chats
from handlers.context import Tools, Visit
from handlers.doors import arrive, depart, enter, not_taken, see_off, tap
from handlers.events import Command, Crowd, Event, Presence, Tap, Typed
from handlers.reach import note_reach
from handlers.resume import heard
from handlers.words import typed
from texts.catalogue import known_language
from texts.words import takes


class Reception:
    """Brings each event to the feature that handles it."""

    def __init__(self, tools: Tools, chats: Chats) -> None:
        self._tools = tools
        self._chats = chats

    async def receive(self, event: Event) -> None:
        """Handle an event to its end; raises whatever its handler raises, and nothing is kept."""
        match event:
            case Tap() | Typed() if (admitted := self._admitted(event)) is not Admitted.YES:
                await self._too_much(event, admitted)
            case Tap():
                await self._tapped(event)
            case Typed():
                await self._said(event)
            case Presence():
                await note_reach(self._tools, event)
            case Crowd():
                await self._leave(event)

    def _admitted(self, event: Event) -> Admitted:
        return self._tools.flood.admit(event.address.mark, self._tools.now())

    async def _too_much(self, event: Tap | Typed, admitted: Admitted) -> None:
        """Say once that nothing is taken for a while; what comes until then costs no more."""
        if admitted is Admitted.TOLD:
            async with self._visit(event) as visit:
                visit.text("flood-wait")
            see_off(visit, event, self._chats)

    @asynccontextmanager
    async def _visit(self, event: Event) -> AsyncIterator[Visit]:
        async with self._tools.database.transaction() as store:
            visit = await arrive(self._tools, store, event)
            if visit.known is None:
                self._tools.flood.stranger(event.address.mark, visit.now)
            yield visit
            await depart(visit)

    async def _tapped(self, event: Tap) -> None:
        """Do what a button does; one that nobody knows any more says so."""
        async with self._visit(event) as visit:
            await tap(visit, event.action)
            if visit.silent:
                visit.notice("stale-button", alert=True)
        if event.delivery is not None:
            self._tools.pressed(event.delivery, event.address)
        see_off(visit, event, self._chats)

    async def _said(self, event: Typed) -> None:
        async with self._visit(event) as visit:
            await _hear(visit, event)
        see_off(visit, event, self._chats)

    async def _leave(self, crowd: Crowd) -> None:
        """Say so and leave any group at once: members shall not see each other."""
        texts = self._tools.texts.in_language(known_language(crowd.language))
        goodbye = texts.plain("group-goodbye", bot=self._tools.bot_name())
        await self._chats.leave(crowd, goodbye)


async def _hear(visit: Visit, event: Typed) -> None:
    """Take what was written: a command, words that lead on in any dialogue, or anything else."""
    if isinstance(event, Command) and (name := visit.router.spoken.get(event.word.lower())):
        await _call(visit, name, event.rest)
        return
    for pattern, door in visit.router.words.items():
        if event.text is not None and pattern.search(event.text):
            await enter(visit, door)
            return
    await typed(visit, event.text, heard)


async def _call(visit: Visit, name: str, rest: str) -> None:
    """Let a command be done; what stands behind it may be about a child, if it is not its own."""
    asked = takes(name, rest)
    if not asked:
        not_taken(visit)
    await enter(visit, visit.router.commands[name], rest if asked else "")
