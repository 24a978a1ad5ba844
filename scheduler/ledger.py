"""Folds the exchange contacts of past days into counters, and counts members by the quarter."""

from __future__ import annotations

from datetime import datetime

import structlog

from domain.exchange import count_noted
from domain.ledger.members import count_members
from domain.localtime import day_begins, local_day
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.outage import outage
from storage.store import Store

#: Where a contact that cannot be counted is set aside.
PLACE = "exchange_pending"

_log = structlog.get_logger(__name__)


async def fold(tools: Tools) -> None:
    """Count what was noted before today, and forget who noted it.

    Doing it late or twice changes nothing: each contact counts on the local day it was noted.
    """
    zone = tools.network.zone
    today = day_begins(local_day(tools.now(), zone), zone)
    async with tools.database.reading() as store:
        due = await store.exchange.due_ids(today)
        aside = await store.aside.rows(PLACE) if due else set()
    if not set(due) - aside:
        return
    try:
        async with tools.database.transaction() as store:
            folded = await count_noted(store, today, zone)
    except Exception as error:
        if outage(error):
            raise
        folded = await _fold_singly(tools, due, today)
    _log.info("exchange contacts counted", contacts=folded)


async def count(tools: Tools) -> None:
    """Count the members for the quarter that is over."""
    async with tools.database.transaction() as store:
        counted = await count_members(store, local_day(tools.now(), tools.network.zone))
    if counted:
        _log.info("members counted")


async def _fold_singly(tools: Tools, due: list[int], today: datetime) -> int:
    """Count each contact for itself: one that nobody can read must not hold up the others."""
    counted: list[int] = []

    async def fold_one(store: Store, number: int) -> None:
        counted.append(await count_noted(store, today, tools.network.zone, only=number))

    await singly(tools, PLACE, due, fold_one)
    return sum(counted)
