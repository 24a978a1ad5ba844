"""Builds the program: the only place that knows every part."""

from __future__ import annotations

import asyncio
import contextvars
import os
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application, ContextTypes, ExtBot
from telegram.request import BaseRequest

from bot.metrics import Metrics
from bot.wire.door import chat_of, stripped
from bot.wire.limiter import Limiter
from bot.wire.pace import Pace
from bot.wire.sender import Sender
from domain.delivery import Delivery, Outcome
from domain.message import Message
from domain.network import Network
from handlers import FEATURES, menu
from handlers.context import App, Context
from handlers.context import Tools as HandlerTools
from scheduler import jobs
from scheduler.inbox import Inbox
from scheduler.outbox import Outbox
from scheduler.tools import Tools as SchedulerTools
from scheduler.tools import no_failpoint
from storage.database import Database
from storage.inbox import Arrived
from texts.catalogue import Texts

_log = structlog.get_logger(__name__)


def system_clock() -> datetime:
    """Return the machine's time; the only clock of a running bot."""
    return datetime.now(UTC)


def owner_name() -> str:
    """Return a name that no other process has, for claims and leases."""
    return f"{os.getpid()}-{secrets.token_hex(6)}"


@dataclass
class Failure:
    """What a handler raised while an update was handled; PTB swallows it."""

    error: Exception | None = None


_failure: contextvars.ContextVar[Failure] = contextvars.ContextVar("failure")


async def _note(_: object, context: Context) -> None:
    """Note what a handler raised, for the inbox to try again."""
    failure = _failure.get(None)
    if failure is not None:
        error = context.error
        failure.error = error if isinstance(error, Exception) else RuntimeError("stopped")


@dataclass(frozen=True, slots=True)
class Parts:
    """What differs between a real bot, the demo and a test."""

    network: Network
    database: Database
    request: BaseRequest
    token: str
    now: Callable[[], datetime] = system_clock
    rate: float | None = 28.0
    base_url: str = "https://api.telegram.org"
    polling: BaseRequest | None = None
    failpoint: Callable[[str], None] = no_failpoint
    metrics: Metrics = field(default_factory=Metrics)


class Bot:
    """One bot, built and ready: takes updates in, sends messages out, beats the ticks."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.now = parts.now
        self.network = parts.network
        self.database = parts.database
        self.texts = Texts()
        self.owner = owner_name()
        self.metrics = parts.metrics
        self._pressed: set[int] = set()
        self.limiter = Limiter(pace=_pace(parts.rate))
        self.application = self._application()
        self._sender = Sender(self.application.bot)
        self.tools = self._scheduler_tools()
        self.inbox = Inbox(self.tools)
        self.outbox = Outbox(self.tools)
        self.database.on_messages(self.outbox.wake)

    def _application(self) -> App:
        parts = self.parts
        bot: ExtBot[Any] = ExtBot(
            parts.token,
            base_url=f"{parts.base_url}/bot",
            base_file_url=f"{parts.base_url}/file/bot",
            request=parts.request,
            get_updates_request=parts.polling or parts.request,
            rate_limiter=self.limiter,
        )
        application = (
            Application.builder()
            .bot(bot)
            .updater(None)
            .job_queue(None)
            .concurrent_updates(False)
            .context_types(ContextTypes(context=Context))
            .build()
        )
        application.bot_data["tools"] = self._handler_tools(bot)
        menu.register_first(application)
        for feature in FEATURES:
            feature.register(application)
        menu.register_last(application)
        application.add_error_handler(_note)
        return application

    def _handler_tools(self, bot: ExtBot[Any]) -> HandlerTools:
        return HandlerTools(
            database=self.database,
            texts=self.texts,
            network=self.network,
            now=self.now,
            bot_name=lambda: bot.username,
            rate=self.parts.rate or 1000.0,
            pressed=self._pressed.add,
        )

    def _scheduler_tools(self) -> SchedulerTools:
        return SchedulerTools(
            database=self.database,
            texts=self.texts,
            network=self.network,
            now=self.now,
            owner=self.owner,
            send=self._send,
            gate=self.limiter,
            handle=self._handle,
            failpoint=self.parts.failpoint,
            observe=self.metrics.observe,
        )

    async def _send(self, delivery: Delivery, message: Message, deadline: float) -> Outcome:
        suffix = f"~{_base36(delivery.id)}"
        return await self._sender.send(
            delivery.chat_id, message, suffix, plain=delivery.plain, deadline=deadline
        )

    async def _handle(self, payload: dict[str, Any]) -> Exception | None:
        failure = Failure()
        token = _failure.set(failure)
        try:
            await self.application.process_update(Update.de_json(payload, self.application.bot))
        finally:
            _failure.reset(token)
        return failure.error

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Keep updates for good, in one commit; only then may they be confirmed to Telegram."""
        arrived = [self._arrived(update) for update in updates]
        async with self.database.transaction() as store:
            await store.inbox.put(arrived, self.now())
        self.inbox.wake()

    @staticmethod
    def _arrived(update: dict[str, Any]) -> Arrived:
        kept = stripped(update)
        return Arrived(kept["update_id"], chat_of(kept), kept)

    async def initialize(self) -> None:
        """Open connections and learn who we are."""
        await self.application.initialize()

    async def shutdown(self) -> None:
        """Close connections."""
        await self.application.shutdown()
        await self.database.close()

    async def flush_evidence(self) -> None:
        """Settle unknown deliveries whose buttons were pressed."""
        if not self._pressed:
            return
        pressed = set(self._pressed)
        async with self.database.transaction() as store:
            await store.broadcasts.reopen(pressed)
            await store.deliveries.arrived(pressed, self.now())
        self._pressed -= pressed

    async def settle_down(self) -> None:
        """Do everything that can be done now: for tests and for the demo's moved clock."""
        busy = True
        while busy:
            busy = await self.inbox.drain()
            await self.flush_evidence()
            await jobs.run_all(self.tools)
            busy = await self.outbox.drain() or busy

    async def work(self) -> None:
        """Handle, send and tick until cancelled; then finish what was begun."""
        metronome = jobs.metronome(self.tools)
        metronome.add_job(self.flush_evidence, "interval", seconds=1, id="evidence")
        metronome.start()
        tasks = [asyncio.create_task(self.inbox.run()), asyncio.create_task(self.outbox.run())]
        try:
            await asyncio.gather(*tasks)
        finally:
            metronome.shutdown(wait=False)
            await self.inbox.stop()
            await self.outbox.stop()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def _pace(rate: float | None) -> Pace:
    """Return the pace of sending; None is for tests and benches that want no limit at all."""
    return Pace(None, chat_gap=0.0) if rate is None else Pace(rate)


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while number:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
    return text or "0"
