"""The machine's clock; everything else is told the time."""

from __future__ import annotations

from datetime import UTC, datetime


def system_clock() -> datetime:
    """Return the machine's time; the only clock of a running bot."""
    return datetime.now(UTC)
