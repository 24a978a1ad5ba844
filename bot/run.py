"""Runs the bot as a process: opens everything in order, works until told to stop, closes."""

from __future__ import annotations

import asyncio
import errno
import gc
import os
import signal
from collections.abc import Coroutine
from concurrent.futures import BrokenExecutor
from contextlib import AsyncExitStack, suppress
from datetime import datetime
from typing import Any

import structlog

from bot import log, watchdog
from bot.app import Bot, Parts
from bot.bounded import LONGEST, TooDear
from bot.clock import system_clock
from bot.env_file import PREFIX
from bot.failpoints import failpoint
from bot.health import Health
from bot.held import refuse
from bot.locked import alone_with
from bot.metrics import Metrics
from bot.network_file import look_at_template
from bot.operator import Operator
from bot.report_process import ReportProcess
from bot.secret_words import known_secrets
from bot.settings import Settings
from bot.telegram.about import announce_commands, describe
from bot.telegram.intake import Polling, reached, receive
from bot.telegram.transport import Transport
from bot.version import version
from domain.problem import Problem
from scheduler.clockwatch import ClockWatch, Remedy
from scheduler.jobs import Tick
from scheduler.lead import OwnLead
from scheduler.line import FIRST_WAIT, LONGEST_WAIT
from scheduler.moments import put_right
from storage import migrate
from storage.clock import unmoved
from storage.crypto import KeyProblem, Vault
from storage.database import NOTIFY_CHANNEL, Database, DatabaseAway
from storage.inbox import ARRIVED_CHANNEL
from storage.outbox.notify import listen

#: When to do what can wait at the start, in seconds.
LATER = 3.0
#: How often to look whether sending is held no longer, in seconds.
HELD_LOOK = 2.0
#: How long Telegram's calls under way may take to end, in seconds.
WEB_GRACE = 2.0

_log = structlog.get_logger(__name__)


class NotListening(Problem):
    """The address for webhook, health and metrics cannot be had; the message names the setting."""


class OtherNetwork(Problem):
    """The database holds people of another network; the message says what to do."""


def main(settings: Settings, *, take_over: bool = False, also: bool = False) -> None:
    """Run until SIGTERM or SIGINT. Raises one of the problems that bot.cli tells in one line."""
    log.configure(settings.log_format, settings.log_level, secrets=known_secrets())
    gc.freeze()  # what is loaded stays: looking through it for garbage would hold up taps
    asyncio.run(Service(settings, take_over=take_over, also=also).run())


def _unheard(host: str, port: int, error: OSError) -> str:
    """Say why nobody can call us there, and what to do."""
    if error.errno == errno.EADDRINUSE:
        remedy = f"choose another one, or find out who has it: ss -ltnp 'sport = :{port}'"
        return f"{PREFIX}LISTEN: port {port} is taken by another program; {remedy}"
    if error.errno == errno.EACCES:
        return f"{PREFIX}LISTEN: port {port} is for the system only; choose one of 1024 or more"
    remedy = "to be reached from here only, write 127.0.0.1"
    return f"{PREFIX}LISTEN: {host} is no address of this machine; {remedy}"


async def _if_it_may(failed: str, doing: Coroutine[Any, Any, None]) -> None:
    """Do what only looks better: however it fails, we go on."""
    try:
        await doing
    except Exception as error:  # noqa: BLE001 - whatever Telegram answers, the bot works
        _log.warning(failed, error=f"{type(error).__name__}: {error}")


class Service:
    """One process of the bot."""

    def __init__(self, settings: Settings, *, take_over: bool, also: bool) -> None:
        self._settings = settings
        self._take_over = take_over
        self._also = also
        self._webhook = settings.webhook()
        self._address = settings.address()
        self._stop = asyncio.Event()
        self._transport = Transport()
        self._clock = ClockWatch(system_clock, self._telegram_time)
        self._database = Database(
            settings.database(),
            Vault(settings.keys()),
            (network := settings.load_network()).slug,
            clock=unmoved(system_clock) if settings.database().startswith("sqlite") else None,
            erasures=settings.erasures(),
        )
        self._bot = Bot(
            Parts(
                network=network,
                database=self._database,
                request=self._transport,
                polling=Transport(pool_size=4),
                token=settings.token(),
                rate=settings.messages_per_second,
                base_url=settings.bot_api_url,
                failpoint=failpoint(os.environ),
                may_send=self._may_send,
                leads=lambda: self._lead.held,
                metrics=Metrics(network.slug),
            )
        )
        self._lead = OwnLead(self._bot.tools, self._clock)
        self._hold: str | None = None
        self._health = Health(self._bot, self._bot.metrics, webhook=bool(self._webhook))
        self._health.clock = self._clock
        self._bot.metrics.show_info(version())

    def _may_send(self) -> bool:
        return self._lead.held and self._clock.steady() and self._hold is None

    async def _telegram_time(self) -> datetime | None:
        await self._bot.channel.api.get_me()
        return self._transport.time

    async def run(self) -> None:
        """Open, work, close."""
        self._listen_to_signals()
        patting = asyncio.create_task(watchdog.pat(os.environ))  # also while others are waited for
        async with AsyncExitStack() as stack:
            if self._database.file:
                stack.enter_context(alone_with(self._database.file))
            stack.push_async_callback(self._close)
            await self._unless_stopped(self._check())
            await self._unless_stopped(self._open())
            await self._serve(stack)
            await self._unless_stopped(reached(self._bot.initialize))
            self._say_who_we_are()
            await self._unless_stopped(self._work())
            _log.info("stopping")
        patting.cancel()
        _log.info("stopped")

    def _say_who_we_are(self) -> None:
        if self._stop.is_set():
            return
        _log.info(
            "started",
            version=version(),
            network=self._bot.network.slug,
            database="SQLite" if self._database.sqlite else "PostgreSQL",
            bot=f"@{self._bot.channel.name}",
        )

    def _listen_to_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._told_to_stop, number)

    def _told_to_stop(self, number: int) -> None:
        if self._stop.is_set():
            os._exit(128 + number)  # asked twice: somebody is in a hurry
        self._stop.set()

    async def _unless_stopped(self, doing: Coroutine[Any, Any, None]) -> None:
        """Do something to its end, or until we are told to stop."""
        if self._stop.is_set():
            doing.close()
            return
        task = asyncio.create_task(doing)
        stop = asyncio.create_task(self._stop.wait())
        await asyncio.wait([task, stop], return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if not task.done():
            task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            if not self._stop.is_set():
                raise

    async def _check(self) -> None:
        """See that the report can be written on the network's own Word file.

        Another process looks at it: what reads it is large, and needed here for nothing else.
        """
        template = self._bot.network.report.template
        if template is not None:
            process = ReportProcess(idle=0.0)
            try:
                async with asyncio.timeout(LONGEST):
                    await process.run(look_at_template, template)
            except (BrokenExecutor, MemoryError, TimeoutError) as error:
                raise TooDear(f"report.template: {template}") from error
            process.end()

    async def _open(self) -> None:
        """Bring the database up to date and see that our keys open it."""
        if self._database.erasures is not None:
            self._database.erasures.begin()
        wait = FIRST_WAIT
        while True:
            try:
                if await migrate.upgrade(self._database.engine):
                    _log.info("database brought up to date")
                break
            except DatabaseAway as error:
                if wait == FIRST_WAIT:
                    _log.warning("database does not answer, waiting for it", error=str(error))
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
        async with self._database.reading() as store:
            if not await store.keys.open_everything():
                raise KeyProblem("None of the encryption keys opens the stored data.")
            others = await store.oversight.other_networks()
            self._hold = await store.gates.held()
        refuse(self._hold)
        if others and not self._also:
            raise OtherNetwork(
                f"the database holds people of {', '.join(others)}; set NETZBOTE_NETWORK or "
                "NETZBOTE_DATABASE_URL to the right one, or start with --also"
            )

    async def _serve(self, stack: AsyncExitStack) -> None:
        """Answer over HTTP, from now on: a process that waits for Telegram is alive, too."""
        if self._address is None or self._stop.is_set():
            return
        from bot.web import Web, serving  # memory: a bot without an address serves nobody

        web = Web(
            accept=(lambda update: self._bot.accept([update])) if self._webhook else None,
            secret=self._settings.secret(),
            ready=self._health.ready,
            metrics=self._bot.metrics,
            refresh=self._health.refresh,
        )
        host, port = self._address
        try:
            port = await stack.enter_async_context(
                serving(web.application(), host, port, grace=WEB_GRACE)
            )
        except OSError as error:
            raise NotListening(_unheard(host, port, error)) from error
        _log.info("listening", host=host, port=port)

    async def _work(self) -> None:
        """Do everything at once; the first part that ends or fails ends them all."""
        await self._lead.begin()
        # Taking in comes first: while Telegram holds our question, the rest has time to begin.
        parts = [
            self._take_in(),
            self._bot.work(*self._operator()),
            self._lead.run(),
            self._clock.run(Remedy(self._bot.plan_anew, lambda: put_right(self._bot.tools))),
            self._list_commands(),
            self._let_go(),
        ]
        if not self._database.sqlite:
            heard = {NOTIFY_CHANNEL: self._database.wake, ARRIVED_CHANNEL: self._bot.inbox.wake}
            parts.append(listen(self._database.engine, heard))
        tasks = [asyncio.create_task(part) for part in parts]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in reversed(tasks):
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        for error in ended:
            if isinstance(error, Exception):
                raise error

    def _operator(self) -> list[Tick]:
        """Return the looks of who runs us, if there is a chat to write to."""
        chat = self._settings.operator_chat
        return [] if chat is None else [Operator(self._bot, self._health, chat).tick]

    async def _let_go(self) -> None:
        """Wait until sending is held no longer; only who starts after a restore has to."""
        if self._hold is not None:
            _log.warning("sending is held: netzbote restore --go", reason=self._hold)
        while self._hold is not None:
            await asyncio.sleep(HELD_LOOK)
            with suppress(Exception):  # the database may be away; we look again
                async with self._database.reading() as store:
                    self._hold = await store.gates.held()
            if self._hold is None:
                _log.info("sending is held no longer")
        await asyncio.Event().wait()

    async def _list_commands(self) -> None:
        """Tell Telegram what strangers see; nothing depends on it, so it may come later."""
        await asyncio.sleep(LATER)
        api, texts = self._bot.channel.api, self._bot.texts
        await _if_it_may("commands not listed", announce_commands(api, texts))
        await _if_it_may("bot not described", describe(api, texts, self._bot.network))
        await asyncio.Event().wait()

    async def _take_in(self) -> None:
        """Let updates come in, by webhook or by polling."""
        api = self._bot.channel.api
        self._health.telegram = None
        if self._webhook:
            await receive(api, self._webhook, self._settings.secret())
            await asyncio.Event().wait()
        polling = Polling(
            api,
            self._bot.accept,
            self._lead,
            take_over=self._take_over,
            heard=self._health.heard,
            failed=self._health.failed,
        )
        await polling.run()

    async def _close(self) -> None:
        if self._lead.held:
            await self._lead.step_down()
        await self._bot.channel.api.shutdown()
        await self._bot.shutdown()
