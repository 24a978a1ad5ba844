"""Builds the program: the only place that knows every part."""

from __future__ import annotations

import asyncio
import os
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import structlog

from bot.clock import system_clock
from bot.evidence import Evidence
from bot.metrics import Metrics
from bot.print_shop import PrintShop
from bot.reports import LOOK, MakingDesk, ReportLanes
from bot.telegram.channel import Request, TelegramChannel
from bot.telegram.door import chat_of, stripped, update_number
from domain.channel import in_chat
from domain.delivery import Delivery, Outcome
from domain.flood import Flood
from domain.message import Message
from domain.network import Network
from handlers import routed
from handlers.context import Tools as HandlerTools
from handlers.courtesies import Courtesies
from handlers.reception import Reception
from scheduler import jobs
from scheduler.inbox import InboxWorker
from scheduler.line import ChannelLine
from scheduler.metronome import Metronome
from scheduler.outbox import Outbox
from scheduler.tools import Tools as SchedulerTools
from scheduler.tools import always, no_failpoint
from storage.database import Database
from storage.inbox import Arrived
from texts.catalogue import Texts

#: How long what was begun may take to end when the process is to stop, in seconds.
GRACE = 8.0

_log = structlog.get_logger(__name__)


def owner_name() -> str:
    """Return a name that no other process has, for claims and leases."""
    return f"{os.getpid()}-{secrets.token_hex(6)}"


@dataclass(frozen=True, slots=True)
class Parts:
    """What differs between a real bot, the demo and a test."""

    network: Network
    database: Database
    request: Request
    token: str
    now: Callable[[], datetime] = system_clock
    monotonic: Callable[[], float] = time.monotonic
    rate: float | None = 28.0
    base_url: str = "https://api.telegram.org"
    polling: Request | None = None
    failpoint: Callable[[str], None] = no_failpoint
    may_send: Callable[[], bool] = always
    leads: Callable[[], bool] = always
    metrics: Metrics | None = None  # None: some of its own
    flood: Flood = field(default_factory=Flood)


class Bot:
    """One bot, built and ready: takes updates in, sends messages out, beats the ticks."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.now = parts.now
        self.network = parts.network
        self.database = parts.database
        self.texts = Texts()
        self.owner = owner_name()
        self.metrics = parts.metrics or Metrics(parts.network.slug)
        self.metrics.expect(tick.name for tick in jobs.TICKS)
        self.evidence = Evidence(self.database, self.now)
        desk = MakingDesk(
            self.database, self.network, self.texts, self.now, self.owner, parts.failpoint
        )
        self.reports = ReportLanes(desk)
        self.papers = PrintShop()
        self.courtesies = Courtesies()
        self.channel = TelegramChannel(
            parts.token, parts.base_url, parts.request, parts.polling, parts.rate
        )
        self.router = routed()
        self._reception = Reception(self._handler_tools(), self.channel)
        self.tools = self._scheduler_tools()
        self.inbox = InboxWorker(self.tools)
        self.outbox = Outbox(self.tools)
        self.database.on_messages(self.outbox.wake)
        self._metronome: Metronome | None = None

    def _handler_tools(self) -> HandlerTools:
        return HandlerTools(
            database=self.database,
            texts=self.texts,
            network=self.network,
            now=self.now,
            bot_name=lambda: self.channel.name,
            link=self.channel.link,
            rate=self.parts.rate or 1000.0,
            pressed=self.evidence.note,
            wanted=self.reports.wake,
            courtesies=self.courtesies,
            router=self.router,
            flood=self.parts.flood,
        )

    def _scheduler_tools(self) -> SchedulerTools:
        return SchedulerTools(
            database=self.database,
            texts=self.texts,
            network=self.network,
            now=self.now,
            owner=self.owner,
            send=self._send,
            gate=self.channel.limiter,
            handle=self._handle,
            failpoint=self.parts.failpoint,
            observe=self.metrics.observe,
            missed=self.metrics.missed,
            may_send=self.parts.may_send,
            leads=self.parts.leads,
            probe=self.channel.probe,
            line=ChannelLine(self.parts.monotonic),
        )

    async def _send(self, delivery: Delivery, message: Message, deadline: float) -> Outcome:
        """Send a message; a paper becomes its file only now."""
        return await self.channel.send(delivery, await self.papers.printed(message), deadline)

    async def _handle(self, payload: dict[str, Any]) -> None:
        """Handle an update as it was kept; raises whatever its handler raises."""
        event = self.channel.heard(payload)
        if event is not None:
            await self._reception.receive(event)

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Keep updates for good, in one commit; only then may they be confirmed to Telegram.

        What comes together is taken in as Telegram counts it.
        """
        counted = sorted(updates, key=lambda update: update_number(update) or 0)
        read = [(update_number(update), _arrived(update)) for update in counted]
        odd = [number for number, arrived in read if arrived is None]
        self.parts.failpoint("before_keep")
        async with self.database.transaction() as store:
            new = await store.inbox.put([arrived for _, arrived in read if arrived], self.now())
            for number in odd:
                if number is not None:
                    await store.inbox.put_dead(str(number), "not-understood", self.now())
            if new and not self.parts.leads():
                await store.inbox.call()
        self.metrics.not_understood(len(odd))
        self.metrics.kept(self.now())
        self.parts.failpoint("after_keep")
        self.inbox.wake()

    async def initialize(self) -> None:
        """Open connections and learn who we are."""
        await self.channel.api.initialize()

    async def shutdown(self) -> None:
        """Close connections."""
        await self.reports.stop()
        self.papers.end()
        await self.channel.api.shutdown()
        await self.database.close()

    async def flush_evidence(self) -> None:
        """Settle unknown deliveries whose buttons were pressed."""
        await self.evidence.settle()

    async def settle_down(
        self, within: timedelta = timedelta.max, written: Callable[[], int] | None = None
    ) -> None:
        """Do everything that can be done now, as tests and the demo's moved clock do it.

        Of the ticks only those that beat within such a time: just after a press no others are due.
        Who counts what is `written` to the database spares looks after ticks that wrote nothing.
        """
        told = written or count().__next__
        await self._drained()
        before = told()
        await jobs.run_all(self.tools, within)
        while told() != before and await self._drained():  # what went out may be waited for
            before = told()
            await jobs.run_all(self.tools, within)

    async def _drained(self) -> bool:
        """Handle and send all that waits, without the ticks; False if there was nothing."""
        found = False
        while True:
            found = await self.inbox.drain() or found
            await self.courtesies.idle()
            await self.flush_evidence()
            found = await self.outbox.drain() or found
            if not await self.reports.idle():
                return found
            found = True

    async def work(self, *more: jobs.Tick) -> None:
        """Handle, send and tick until cancelled; then finish what was begun."""
        await self._taken_over()
        evidence = jobs.Tick("evidence", timedelta(seconds=1), lambda _: self.flush_evidence())
        reports = jobs.Tick("reports", LOOK, self.reports.look)
        self._metronome = metronome = Metronome(self.tools, [evidence, reports, *more])
        metronome.start()
        tasks = [asyncio.create_task(self.inbox.run()), asyncio.create_task(self.outbox.run())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks)
        finally:
            self._metronome = None
            await asyncio.gather(metronome.stop(), self._finish(tasks))

    def plan_anew(self) -> None:
        """Plan the ticks by the time as it is now."""
        if self._metronome is not None:
            self._metronome.plan_anew()

    async def _taken_over(self) -> None:
        try:
            await jobs.take_over(self.tools)
        except Exception as error:  # noqa: BLE001 - then the end of the leases is waited for
            _log.warning("nothing taken over", error=error)

    async def _finish(self, tasks: Sequence[asyncio.Task[None]]) -> None:
        """Let what was begun come to its end, so that nothing is left unknown."""
        self.inbox.stop()
        self.outbox.stop()
        try:
            async with asyncio.timeout(GRACE):
                await asyncio.wait(tasks)
                await self.inbox.idle()
                await self.outbox.idle()
                await self.courtesies.idle()
        except Exception as error:  # noqa: BLE001 - what could not be written is recovered later
            _log.warning("not everything was finished", error=type(error).__name__)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _arrived(update: dict[str, Any]) -> Arrived | None:
    """Return an update as it is kept; None for one of a shape that nobody knows.

    It must not come back for ever and hold up those behind it.
    """
    try:
        kept = stripped(update)
        number = chat_of(kept)
        address = None if number is None else in_chat(number)
        return Arrived(str(kept["update_id"]), address, kept)
    except (KeyError, TypeError, ValueError, AttributeError):
        _log.error("update not understood", update=update_number(update))
        return None
