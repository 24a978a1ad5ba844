"""Folds the exchange contacts of past days into counters, every night."""

from __future__ import annotations

import structlog

from domain.localtime import day_begins, local_day
from scheduler.tools import Tools

_log = structlog.get_logger(__name__)


async def fold(tools: Tools) -> None:
    """Count what was noted before today, and forget who noted it.

    Doing it late or twice changes nothing: each contact counts on the local day it was noted.
    """
    zone = tools.network.zone
    today = day_begins(local_day(tools.now(), zone), zone)
    async with tools.database.reading() as store:
        if not await store.exchange.due(today):
            return
    async with tools.database.transaction() as store:
        folded = await store.exchange.fold(today, zone)
    _log.info("exchange contacts counted", contacts=folded)
