"""Forgets on time what must not be kept: nobody has to remember it."""

from __future__ import annotations

from datetime import timedelta

import structlog

from scheduler import closing
from scheduler.tools import Tools

DRAFTS = timedelta(days=7)
ACCESS_REQUESTS = timedelta(days=30)
INBOX = timedelta(days=8)
#: After so long it is tried again what was set aside.
ASIDE = timedelta(days=1)

_log = structlog.get_logger(__name__)


async def forget(tools: Tools) -> None:
    """Delete what is older than the network allows; log how much, never what."""
    now, kept = tools.now(), tools.network.retention
    async with tools.database.transaction() as store:
        old = now - timedelta(days=kept.deliveries_days)
        await closing.keep_reminder_sums(store, tools.network, old)
        counts = {
            "registrations": await store.registrations.forget_closed(
                now - timedelta(days=kept.registrations_days)
            ),
            "deliveries": await store.deliveries.forget_old(old),
            "updates": await store.inbox.forget_old(now - INBOX),
            "drafts": await store.drafts.forget_old(now - DRAFTS),
            "invitations": await store.invitations.forget_old(now - ACCESS_REQUESTS),
            "requests": await store.access.forget_old(now - ACCESS_REQUESTS),
            "aside": await store.aside.forget_old(now - ASIDE),
        }
    await tools.database.tidy()
    if any(counts.values()):
        _log.info("forgotten", **counts)
