"""What attendance units are made of: who came to each date, times its teaching units."""

from __future__ import annotations

from collections.abc import Iterator

from domain.report.events import Held
from domain.report.mixing import leaf


def apart(each: Held) -> dict[int, str]:
    """Return the names of the cells of sessions to which fewer came, by number."""
    return {n: f"session/{each.training.id}/{n}" for n, fewer in each.missed.items() if fewer > 0}


def hours_of(each: Held) -> Iterator[tuple[int, str]]:
    """Yield the cells whose people count for the attendance units of an event, each so often."""
    cells = apart(each)
    full = [s.units for s in each.training.plan.dates if s.number not in cells]
    yield sum(full), leaf(each)
    for session in each.training.plan.dates:
        if session.number in cells:
            yield session.units, cells[session.number]
