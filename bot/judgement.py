"""Whether all is well: one judgement for `netzbote status` and for the operator's line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.commands.common import words
from bot.health import LATE
from storage import migrate
from storage.database import Database

RIGHT = "ok"


def wrong_of(found: Mapping[str, str]) -> dict[str, str]:
    """Return what is not well, and how it is told."""
    return {name: text for name, text in found.items() if not text.startswith(RIGHT)}


async def looked(database: Database, now: datetime) -> dict[str, str]:
    """Return what the database shows."""
    current, newest = await migrate.state(database.engine)
    if current != newest:
        return {"tables": f"at {current or 'nothing yet'}, this version at {newest}"}
    async with database.reading() as store:
        outbox, inbox = await store.oversight.outbox(), await store.oversight.inbox()
    return {
        "waiting": _late(now, outbox.due_since, inbox.due_since),
        "in doubt": _none(outbox.doubts, "netzbote deliveries list --state unknown"),
        "given up": _none(inbox.dead, "updates; the log says why"),
    }


def _late(now: datetime, *since: datetime | None) -> str:
    late = max((round((now - each).total_seconds()) for each in since if each), default=0)
    return RIGHT if late <= LATE else words("late", n=late)


def _none(n: int, what: str) -> str:
    return f"{n}: {what}" if n else RIGHT
