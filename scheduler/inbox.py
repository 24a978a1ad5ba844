"""Handles what came in: one update after the other for each chat, chats side by side."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from domain.arrival import next_try
from scheduler.tools import Tools
from storage.inbox import AlreadyDone, Incoming
from storage.outage import outage
from storage.store import Store
from storage.turns import Line, PlaceInLine, current

MOST_IN_HAND = 32
#: How long a dead process holds up a chat, unless another one takes over from it before;
#: handling twice changes nothing.
LEASE = timedelta(seconds=30)
#: How long to sleep at most when nothing seems to be there, in seconds.
LONGEST_NAP = 1.0
#: How long to leave an update alone that only the database failed, in seconds.
AFTER_OUTAGE = 1.0

_log = structlog.get_logger(__name__)


class InboxWorker:
    """The worker behind the inbox; of several processes only the leader's works.

    So taps are handled in one order for one bot: as they were taken in, among what has arrived.
    """

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._busy: dict[bytes, asyncio.Task[None]] = {}
        self._undone: list[Incoming] = []
        self._line = Line()
        self._room = asyncio.Semaphore(tools.database.side_by_side)
        self._arrived = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Look at once whether something came in."""
        self._arrived.set()

    async def run(self) -> None:
        """Handle updates until stopped; a database that is away is waited for."""
        while not self._stopping:
            self._arrived.clear()
            try:
                found = await self.step()
            except Exception as error:  # noqa: BLE001 - the database may come back
                _log.warning("inbox waits for the database", error=error)
                found = False
            if not found:
                await self._nap()

    async def _nap(self) -> None:
        try:
            async with asyncio.timeout(LONGEST_NAP):
                await self._arrived.wait()
        except TimeoutError:
            pass

    def stop(self) -> None:
        """Begin nothing new; `run` returns, and `idle` waits for what was begun."""
        self._stopping = True
        self.wake()

    async def idle(self) -> None:
        """Wait until everything that was begun is done."""
        while self._busy:
            await asyncio.wait(list(self._busy.values()))
        if self._stopping:
            await self._give_back()

    async def step(self) -> bool:
        """Begin to handle what waits; return whether there was anything."""
        free = MOST_IN_HAND - len(self._busy)
        if free < MOST_IN_HAND // 2:  # lest each that ends costs a claim of its own
            await asyncio.wait(list(self._busy.values()), return_when=asyncio.FIRST_COMPLETED)
            return True
        tools = self._tools
        await self._give_back()
        if not tools.leads():
            return False
        async with tools.database.transaction() as store:
            claimed = await store.inbox.claim(tools.now(), tools.owner, free, LEASE, self._busy)
        for update in claimed:
            self._busy[update.chat] = asyncio.create_task(self._serve(update, self._turn()))
        return bool(claimed)

    async def drain(self) -> bool:
        """Handle everything that waits; return whether there was anything (for tests, demo)."""
        found = False
        while await self.step():
            found = True
            await self.idle()
        return found

    def _turn(self) -> PlaceInLine | None:
        """Return the next place in the line; SQLite's one writer keeps the order by itself."""
        return None if self._tools.database.sqlite else self._line.join()

    async def _serve(self, update: Incoming, turn: PlaceInLine | None) -> None:
        current.set(turn)
        try:
            if self._stopping or not self._tools.leads():
                self._undone.append(update)
            elif not await self._handled(update):
                await asyncio.sleep(AFTER_OUTAGE)
                self._undone.append(update)
        finally:
            if turn is not None:
                turn.passes()
            self._busy.pop(update.chat, None)
            self.wake()

    async def _handled(self, update: Incoming) -> bool:
        async with self._room:
            return await handle(self._tools, update)

    async def _give_back(self) -> None:
        """Leave what was not begun, or what only the database failed, to whoever comes next."""
        undone = list(self._undone)
        if not undone:
            return
        tools = self._tools
        async with tools.database.transaction() as store:
            await store.inbox.release(undone)
        del self._undone[: len(undone)]


async def handle(tools: Tools, update: Incoming) -> bool:
    """Handle one update; what it changes, what it answers and `done` are one transaction.

    If handling fails it is tried again later; after some attempts it is dead, and shown. Return
    False if only the database failed: the update is to be given back, that attempt uncounted.
    """
    finished = False

    async def finish(store: Store) -> None:
        nonlocal finished
        await store.inbox.done(update)
        finished = True

    tools.failpoint("before_handler")
    error: Exception | None = None
    try:
        with tools.database.finishing(finish):
            await tools.handle(update.payload)
            tools.failpoint("after_handler")
            if not finished:
                async with tools.database.transaction():
                    pass  # nobody wrote anything: the end of this transaction marks it done
    except Exception as raised:  # noqa: BLE001 - whatever it was, the update must not be lost
        error = raised
    if error is None or isinstance(error, AlreadyDone):
        return True
    return not outage(error) and await _failed(tools, update, error)


async def _failed(tools: Tools, update: Incoming, error: Exception) -> bool:
    """Note a failure; False if the database is away."""
    _log.error("update failed", update=update.reference, attempt=update.attempts, exc_info=error)
    name = type(error).__name__  # the text of an error may hold what somebody wrote
    try:
        async with tools.database.transaction() as store:
            again_at = next_try(update.attempts, tools.now())
            ours = await store.inbox.fail(update, name, again_at)
    except Exception as down:  # noqa: BLE001 - it is given back, then it is tried again
        _log.warning("failure not noted", error=down)
        return False
    if ours and again_at is None:
        _log.error("update given up", update=update.reference, error=name)
    return True
