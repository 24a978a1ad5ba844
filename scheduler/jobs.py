"""All that happens because time passes: one table of ticks, none of which must be on time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog

from domain import deliveries
from scheduler import (
    account,
    alerts,
    approve,
    begun,
    broadcast,
    closing,
    daily,
    farewell,
    ledger,
    moveup,
    nudge,
    people,
    release,
    retention,
)
from scheduler.tools import Tools

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Tick:
    """A step that is safe to do at any time and as often as one likes."""

    name: str
    every: timedelta
    step: Callable[[Tools], Awaitable[None]]


async def recover(tools: Tools) -> None:
    """Take over what dead owners held, and let the policies act on what is unknown."""
    now = tools.now()
    async with tools.database.transaction() as store:
        again, unknown = await deliveries.recover(store.deliveries, now)
        resent = await store.deliveries.resend_unknown(now) if tools.line.trusted() else 0
        dead = await store.inbox.bury(now)
    if dead:
        _log.error("updates given up: workers died of them", updates=dead)
    if unknown:
        _log.error("answers lost", deliveries=unknown)
    if again or resent:
        tools.database.wake()


async def take_over(tools: Tools) -> None:
    """Take over at once what former processes held: on SQLite there is no other one now."""
    if not tools.database.sqlite:
        return
    async with tools.database.transaction() as store:
        again, unknown = await deliveries.recover(store.deliveries, tools.now(), alone=True)
        await store.inbox.take_over()
        await store.reports.take_over()
    if again or unknown:
        _log.warning("taken over from a former process", due=again, unknown=unknown)


async def expire(tools: Tools) -> None:
    """End what was not sent while it made sense."""
    async with tools.database.transaction() as store:
        ended = await store.deliveries.expire(tools.now())
    if ended:
        _log.warning("deliveries expired", deliveries=len(ended))
    await alerts.tell_missed(tools)  # also what the outbox itself found too late


TICKS: tuple[Tick, ...] = (
    Tick("recover", timedelta(seconds=5), recover),
    Tick("expire", timedelta(seconds=30), expire),
    Tick("broadcast", timedelta(seconds=2), broadcast.run),
    Tick("doubts", timedelta(minutes=1), alerts.tell_doubts),
    Tick("release", timedelta(minutes=1), release.run),
    Tick("moveup", timedelta(minutes=1), moveup.run),
    Tick("approve", timedelta(minutes=1), approve.run),
    Tick("begun", timedelta(minutes=1), begun.tell),
    Tick("daily", timedelta(minutes=5), daily.run),
    Tick("nudge", timedelta(minutes=10), nudge.run),
    Tick("closing", timedelta(minutes=5), closing.ask),
    Tick("ledger", timedelta(minutes=10), ledger.fold),
    Tick("members", timedelta(hours=1), ledger.count),
    Tick("farewell", timedelta(hours=1), farewell.forget),
    Tick("account", timedelta(minutes=1), account.run),
    Tick("people", timedelta(hours=1), people.run),
    Tick("retention", timedelta(hours=1), retention.forget),
)


async def run_all(tools: Tools, within: timedelta = timedelta.max) -> None:
    """Do every tick once that beats within such a time, in order (for tests and the demo)."""
    for tick in TICKS:
        if tick.every <= within:
            await tick.step(tools)


async def led(tools: Tools, tick: Tick) -> None:
    """Beat only where messages are sent: once for all replicas, and by a clock that is right.

    A clock that jumped ahead would end and forget what is still to come.
    """
    if tools.may_send():
        await guarded(tools, tick)


async def guarded(tools: Tools, tick: Tick) -> None:
    """Beat, and leave what fails to the next beat."""
    try:
        await tick.step(tools)
    except Exception as error:  # noqa: BLE001 - the next beat tries again
        _log.warning("tick failed", tick=tick.name, error=error)
        tools.missed(tick.name)
