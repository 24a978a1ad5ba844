"""Forgets on time what must not be kept: nobody has to remember it, and nothing holds it up.

Each kind of data goes in a transaction of its own. Where sums are written down before, and that
fails, the data go all the same.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from domain import close_late
from domain.access import WAITS
from domain.localtime import local_day
from domain.privacy_place import WAITS as WISHES
from domain.second import WAITS as SECOND
from domain.write import KEPT
from scheduler import closing
from scheduler.tools import Tools
from storage.outage import outage
from storage.store import Store

DRAFTS = timedelta(days=7)
INVITATIONS = timedelta(days=30)
INBOX = timedelta(days=8)
#: After so long it is tried again what was set aside.
ASIDE = timedelta(days=1)
#: What could not be counted, made or decided for so long is forgotten.
EXCHANGE = timedelta(days=8)
REPORTS = timedelta(days=8)

_log = structlog.get_logger(__name__)

Step = Callable[[Store], Awaitable[int]]


async def forget(tools: Tools) -> None:
    """Delete what is older than the network allows; log how much, never what."""
    counts = {"registrations": await _registrations(tools)}
    counts["deliveries"] = await _deliveries(tools)
    for name, step in _steps(tools).items():
        counts[name] = await _guarded(tools, name, step)
    await tools.database.tidy()
    if any(counts.values()):
        _log.info("forgotten", **counts)


def _steps(tools: Tools) -> dict[str, Step]:
    """Return what goes by its age alone."""
    now, kept = tools.now(), tools.network.retention
    today = local_day(now, tools.network.zone)
    undecided = now - timedelta(days=kept.undecided_days)
    over = close_late.due(kept, now)
    last_kept = today - timedelta(days=kept.actions_days)
    return {
        "plan_drafts": lambda store: store.trainings.forget_drafts(now),
        "words": lambda store: store.trainings.forget_words(over),
        "given_up": lambda store: store.deliveries.give_up(undecided, now),
        "updates": lambda store: store.inbox.forget_old(now - INBOX),
        "drafts": lambda store: store.drafts.forget_old(now - DRAFTS),
        "invitations": lambda store: store.invitations.forget_old(now - INVITATIONS),
        "requests": lambda store: store.access.forget_old(now - WAITS),
        "written": lambda store: store.broadcasts.forget_words(now - KEPT),
        "exchanges": lambda store: store.exchange.forget_held(now - EXCHANGE),
        "reports": lambda store: store.reports.forget_old(now - REPORTS),
        "accounts": lambda store: store.accounts.forget(now, now - ASIDE),
        "substitutes": lambda store: store.substitutes.forget(now),
        "regrets": lambda store: store.regrets.forget(now),
        "moveups": lambda store: store.moveups.forget(now - timedelta(days=kept.deliveries_days)),
        "place_changes": lambda store: store.place_changes.forget_old(today - WISHES),
        "seconds": lambda store: store.seconds.forget_old(today - SECOND),
        "deeds": lambda store: store.deeds.forget_old(last_kept),
        "aside": lambda store: store.aside.forget_old(now - ASIDE),
    }


async def _guarded(tools: Tools, name: str, step: Step) -> int:
    """Do a step in its own transaction; what fails is tried at the next beat."""
    try:
        async with tools.database.transaction() as store:
            return await step(store)
    except Exception as error:  # noqa: BLE001 - nothing may keep the others from going
        return _later(tools, name, error)


def _later(tools: Tools, name: str, error: Exception) -> int:
    _log.error("not forgotten yet", what=name, error=error)
    tools.missed("retention")
    return 0


async def _counted(tools: Tools, name: str, count: Step, gone: Step) -> int:
    """Write sums down and delete what they were taken from.

    That waits for a database that is away, but not for sums that cannot be written.
    """
    try:
        async with tools.database.transaction() as store:
            late = await count(store)
            done = await gone(store)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the sums, the data go
        if outage(error):
            return _later(tools, name, error)
        _log.error("forgotten without being counted", what=name, error=error)
        return await _guarded(tools, name, gone)
    if late:
        _log.warning("not counted: the year is sealed", what=name, rows=late)
    return done


async def _registrations(tools: Tools) -> int:
    """Let registrations go, training by training, whether or not anybody closed it."""
    due = close_late.due(tools.network.retention, tools.now())
    async with tools.database.reading() as store:
        leaving = await store.trainings.leaving(due)
    return sum([await _registrations_of(tools, training_id) for training_id in leaving])


async def _registrations_of(tools: Tools, training_id: int) -> int:
    async def count(store: Store) -> int:
        return await close_late.keep_sums(store, tools.network, training_id)

    async def gone(store: Store) -> int:
        return await store.registrations.forget(training_id)

    return await _counted(tools, f"registrations of training {training_id}", count, gone)


async def _deliveries(tools: Tools) -> int:
    """Let settled deliveries go; reminders of what is not closed yet are counted before."""
    old = tools.now() - timedelta(days=tools.network.retention.deliveries_days)

    async def count(store: Store) -> int:
        return await closing.keep_reminder_sums(store, tools.network, old)

    return await _counted(
        tools, "deliveries", count, lambda store: store.deliveries.forget_old(old)
    )
