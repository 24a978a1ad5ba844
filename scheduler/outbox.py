"""Sends what is due: claim, mark, send outside of any transaction, settle."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog

from domain.deliveries import line_is_back
from domain.delivery import (
    Delivery,
    Lost,
    Migrated,
    NotSent,
    Outcome,
    Refused,
    Scope,
    Sent,
    State,
)
from domain.message import Message
from scheduler.desk import Desk
from scheduler.letters import Made, render
from scheduler.rendering import Dropped, NotYet
from scheduler.settling import Settled, judged, settle, settle_all
from scheduler.tools import Tools
from storage.outage import outage

#: How many requests may be under way at once.
MOST_IN_FLIGHT = 64
#: More than twice the longest time a request may take.
LEASE = timedelta(seconds=90)
#: How much of the lease must be left when a request leaves, in seconds.
MARGIN = 45.0
#: How long to sleep at most when nothing is due, in seconds.
LONGEST_NAP = 1.0
#: How long to go on without looking whether another process noted a pause, in seconds.
LONGEST_BLIND = 0.25
#: How long to leave Telegram alone after it refused our token, in seconds.
BROKEN_PAUSE = 30.0
#: How long to wait for the answer to a probe, in seconds.
PROBE_TIMEOUT = 5.0
MOST_WAIT = 30.0

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Ready:
    """A delivery marked as being sent, and its text.

    `after_doubt` says that it changes a message of which an earlier change was lost.
    """

    delivery: Delivery
    message: Message
    after_doubt: bool = False


class Outbox:
    """The dispatcher of one process and one channel.

    A crash before `begin_sending` sends a row later. A crash after it leaves the row `sending`,
    which recovery turns into `unknown`: nobody can know then whether Telegram took it, so the
    policy of its kind decides. Outcomes stay in memory until they are committed, and nothing
    new is claimed while they cannot be.
    """

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._flights: set[asyncio.Task[None]] = set()
        self._results: list[Settled] = []
        self._settling = asyncio.Lock()
        self._due = asyncio.Event()
        self._stopped = asyncio.Event()
        self.broken: str | None = None
        self._probe_at = 0.0
        self._full = False
        self._look_at = 0.0
        self._no_line = True  # what waits since before we began is tried, too

    def wake(self) -> None:
        """Look at once whether something is due."""
        self._due.set()

    async def run(self) -> None:
        """Send what is due until stopped."""
        wait = 1.0
        while not self._stopped.is_set():
            self._due.clear()
            try:
                found = await self.step()
                wait = 1.0
            except Exception as error:  # noqa: BLE001 - the database may come back
                _log.warning("outbox waits for the database", error=error)
                found = False
                await self._unless_stopped(asyncio.sleep(wait))
                wait = min(wait * 2, MOST_WAIT)
            if not found:
                await self._nap()

    async def _nap(self) -> None:
        try:
            async with asyncio.timeout(LONGEST_NAP):
                await self._due.wait()
        except TimeoutError:
            pass

    async def _unless_stopped(self, waiting: Coroutine[Any, Any, Any]) -> Any:
        """Return what is waited for, or None as soon as this outbox is to stop."""
        wanted = asyncio.create_task(waiting)
        stopped = asyncio.create_task(self._stopped.wait())
        try:
            await asyncio.wait([wanted, stopped], return_when=asyncio.FIRST_COMPLETED)
            return wanted.result() if wanted.done() else None
        finally:
            for task in (wanted, stopped):
                task.cancel()

    def stop(self) -> None:
        """Claim nothing new; `run` returns, and `idle` waits for what is under way."""
        self._stopped.set()
        self.wake()

    async def idle(self) -> None:
        """Wait until nothing is under way and every outcome is written down."""
        while self._flights:
            await asyncio.wait(list(self._flights))
        await self._settle()

    async def drain(self) -> bool:
        """Send everything that is due; return whether there was anything (for tests, demo)."""
        found = False
        while await self.step():
            found = True
            await self.idle()
        return found

    async def step(self) -> bool:
        """Send what may go right now; return whether there may be more."""
        if self._results:
            await self._settle()
        if not self._tools.may_send():
            return False
        if self.broken and not await self._mended():
            return False
        if len(self._flights) >= MOST_IN_FLIGHT:
            await asyncio.wait(self._flights, return_when=asyncio.FIRST_COMPLETED)
            return True
        if not self._tools.line.trusted():
            return await self._probe()
        if not self._more_to_come() and not await self._anything_due():
            return False
        return await self._send_some(MOST_IN_FLIGHT - len(self._flights))

    async def _probe(self) -> bool:
        """Try a line that lost our answers: with a question first, then with one message.

        Rather with a change in place, which nobody reads twice if it is lost as well.
        """
        line = self._tools.line
        if not line.probe_due():
            return False
        line.probing = True
        try:
            async with asyncio.timeout(PROBE_TIMEOUT):
                problem = await self._tools.probe()
        except TimeoutError:
            problem = "no answer"
        if problem is not None:
            line.missed()
            return False
        under_way = len(self._flights)
        try:
            await self._anything_due()  # another process may have noted a pause
            found = await self._send_some(1, changes_first=True)
        except Exception:
            line.missed()  # else no other probe would ever follow this one
            raise
        if len(self._flights) == under_way:  # there is nothing to try it with
            line.answered()
        return found

    async def _send_some(self, limit: int, *, changes_first: bool = False) -> bool:
        """Claim, mark and send what is due, at most so much; return whether there was anything."""
        free = await self._unless_stopped(self._tools.gate.ready(limit))
        if free is None or self._stopped.is_set() or not self._tools.may_send():
            return False
        deadline = time.monotonic() + LEASE.total_seconds() - MARGIN
        claimed = await self._claim(free, changes_first=changes_first)
        self._full = len(claimed) == free
        self._tools.failpoint("after_claim")
        try:
            begun = await self._begin(claimed)
        except Exception:
            # The commit may have come through although we were not told; surely nothing left us.
            self._results += [Settled(held, NotSent("not begun")) for held in claimed]
            raise
        for chat in _by_chat(begun):
            self._fly(chat, deadline)
        return bool(claimed)

    def _more_to_come(self) -> bool:
        """Return whether the last claim left some over, so that nobody need look again.

        Now and then we look all the same: another process may have noted a pause.
        """
        return self._full and time.monotonic() < self._look_at

    async def _mended(self) -> bool:
        """Ask now and then whether the channel knows us again; rows are left alone until then."""
        if time.monotonic() < self._probe_at:
            return False
        self._probe_at = time.monotonic() + BROKEN_PAUSE
        self.broken = await self._tools.probe()
        if self.broken is None:
            _log.warning("the channel knows this bot again")
        return self.broken is None

    async def _anything_due(self) -> bool:
        """Look before asking for a slot; a pause that another process noted holds us too."""
        now = self._tools.now()
        self._look_at = time.monotonic() + LONGEST_BLIND
        async with self._tools.database.reading() as store:
            pause = await store.gates.paused(now, self._tools.channel)
            next_due = await store.deliveries.next_due(self._tools.channel)
        if pause is not None:
            self._tools.gate.pause(pause.left.total_seconds())
        return next_due is not None and next_due <= now

    async def _claim(self, limit: int, *, changes_first: bool = False) -> list[Delivery]:
        tools = self._tools
        async with tools.database.transaction() as store:
            return await store.deliveries.claim(
                tools.now(),
                tools.owner,
                limit,
                LEASE,
                changes_first=changes_first,
                channel=tools.channel,
            )

    async def _begin(self, claimed: Sequence[Delivery]) -> list[Ready]:
        """Check each claimed row against the facts, and mark what goes out as being sent."""
        if not claimed:
            return []
        tools = self._tools
        async with tools.database.transaction() as store:
            desk = Desk(store, claimed, tools.texts, tools.network, tools.now())
            made = [await self._prepared(desk, held) for held in claimed]
            ready = [one for one in made if one is not None]
            batch = [one.delivery for one in ready]
            begun = await store.deliveries.begin_sending(batch, desk.now, LEASE)
        return [one for one in ready if one.delivery.id in begun]  # others hold the rest now

    async def _prepared(self, desk: Desk, held: Delivery) -> Ready | None:
        """Return a row that may go out now, with its text; end or put off one that may not."""
        tools, store, now = self._tools, desk.store, desk.now
        made: Made
        try:
            made = await render(desk, held)
        except Exception as error:
            if outage(error):  # no fault of this row, which waits with all others
                raise
            _log.exception("text not made", delivery=held.id)
            made = Dropped(f"render: {type(error).__name__}", State.FAILED)
        if isinstance(made, Dropped):
            await store.deliveries.drop(held, made.state, made.reason, now)
            return None
        if isinstance(made, NotYet):
            await store.deliveries.give_back(held, made.until)
            return None
        if not tools.gate.take(held.address):
            wait = timedelta(seconds=max(tools.gate.next_free(held.address), 0.01))
            await store.deliveries.give_back(held, now + wait)
            return None
        after_doubt = held.id in (await desk.overlap()).after_doubt
        return Ready(held, _adapted(held, made), after_doubt=after_doubt)

    def _fly(self, chat: list[Ready], deadline: float) -> None:
        flight = asyncio.create_task(self._deliver(chat, deadline))
        self._flights.add(flight)

        def landed(task: asyncio.Task[None]) -> None:
            self._flights.discard(task)
            self.wake()

        flight.add_done_callback(landed)

    async def _deliver(self, chat: list[Ready], deadline: float) -> None:
        for ready in chat:
            outcome = await self._asked(ready, deadline)
            self._results.append(Settled(ready.delivery, outcome, after_doubt=ready.after_doubt))
        try:
            await self._settle()
            await self._after_silence(outcome)
        except Exception as error:  # noqa: BLE001 - kept in memory and tried again at each step
            _log.warning("outcomes wait for the database", error=error)

    async def _asked(self, ready: Ready, deadline: float) -> Outcome:
        """Ask the channel once, and let everybody learn from its answer."""
        line = self._tools.line
        if not line.trusted() and not line.probing:
            return NotSent("answers are lost")
        if not self._tools.may_send():  # it slept, and whoever leads now has called this unknown
            kept = NotSent("no longer ours to send")
            line.heed(kept)
            return kept
        self._tools.failpoint("before_request")
        with line.request():
            outcome = await self._sent(ready, deadline)
        self._tools.failpoint("after_accept_before_commit")
        self._tools.observe(outcome)
        line.heed(outcome)
        self._heed(outcome)
        return outcome

    async def _sent(self, ready: Ready, deadline: float) -> Outcome:
        try:
            return await self._tools.send(ready.delivery, ready.message, deadline)
        except Exception as error:  # noqa: BLE001 - when in doubt, nobody knows
            _log.exception("sending failed in an unknown way", delivery=ready.delivery.id)
            return Lost(type(error).__name__)

    async def _after_silence(self, outcome: Outcome) -> None:
        """Send at once what waited for the line, as soon as anybody answers."""
        match outcome:
            case NotSent(no_line=True):
                self._no_line = True
            case Sent() | Refused() | Migrated() if self._no_line:
                self._no_line = False
                async with self._tools.database.transaction() as store:
                    freed = await line_is_back(store.deliveries, self._tools.now())
                if freed:
                    _log.warning("the line is back", due=freed)
                    self.wake()

    def _heed(self, outcome: Outcome) -> None:
        """Let what one message met slow down or stop all others."""
        match outcome:
            case NotSent(_, retry_after, True):
                self._tools.gate.pause((retry_after or timedelta(seconds=1)).total_seconds())
            case Refused(error, Scope.BOT):
                self.broken = error
                self._probe_at = time.monotonic() + BROKEN_PAUSE
                _log.error("the channel refuses this bot", error=error)
            case Refused(error, Scope.MESSAGE | Scope.ADDRESS):
                _log.error("a message was refused", error=error)

    async def _settle(self) -> None:
        """Write down all outcomes that wait, in one commit."""
        async with self._settling:
            results = list(self._results)
            if not results:
                return
            try:
                async with self._tools.database.transaction() as store:
                    await settle_all(store, self._tools.network, results, self._tools.now())
            except Exception as error:
                if outage(error):
                    raise
                _log.exception("outcomes not written together")
                await self._settle_singly(results)
            del self._results[: len(results)]

    async def _settle_singly(self, results: Sequence[Settled]) -> None:
        """Write down each outcome for itself: one that cannot be must not hold up the others."""
        for result in results:
            try:
                async with self._tools.database.transaction() as store:
                    await settle(store, self._tools.network, result, self._tools.now())
            except Exception as error:
                if outage(error):
                    raise
                _log.exception("what follows is not done", delivery=result.delivery.id)
                async with self._tools.database.transaction() as store:
                    await store.deliveries.settle(*judged(result, self._tools.now()))


def _by_chat(ready: Sequence[Ready]) -> list[list[Ready]]:
    """Return messages of one chat together, so that they keep their order."""
    chats: dict[str, list[Ready]] = {}
    for one in ready:
        chats.setdefault(one.delivery.address, []).append(one)
    return list(chats.values())


def _adapted(held: Delivery, message: Message) -> Message:
    """Send anew what cannot be changed in place any more."""
    if message.replaces is not None and not held.in_place:
        return message.changing(None)
    return message
