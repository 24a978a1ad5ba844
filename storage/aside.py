"""Rows that cannot be read or worked on: set aside one by one, so that the others go on.

Whoever looks after the bot sees how many there are, by table. The number of a row is kept and
the class of the reason, never content. After a while a row is tried again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
import structlog

from storage.outage import outage
from storage.report.tables import set_aside
from storage.shelf import Shelf

T = TypeVar("T")
LONGEST_REASON = 60

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that nobody can read, by its number, and the class of the reason."""

    row: int
    reason: str


def tell(table: str, row: int, reason: str) -> None:
    """Log that a row is set aside; never what stands in it."""
    _log.error("row set aside", table=table, row=row, reason=reason)


def an_object(value: Any) -> dict[str, Any]:
    """Return a JSON object. Raises TypeError for any other value."""
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


async def readable(
    rows: Sequence[int], read: Callable[[Sequence[int]], Awaitable[Sequence[T]]]
) -> tuple[list[T], list[Unreadable]]:
    """Read rows together; if that fails, one by one, and return those that cannot be read, too."""
    try:
        return list(await read(rows)), []
    except Exception as error:
        if outage(error):
            raise
    found: list[T] = []
    damaged: list[Unreadable] = []
    for row in rows:
        try:
            found += await read([row])
        except Exception as error:
            if outage(error):
                raise
            damaged.append(Unreadable(row, type(error).__name__))
    return found, damaged


def legible(table: str, rows: Sequence[Any], read: Callable[[Any], T]) -> list[T]:
    """Return what is read of each row of a list; one that cannot be read is told, and missing."""
    found: list[T] = []
    for row in rows:
        try:
            found.append(read(row))
        except Exception as error:  # noqa: BLE001 - whatever a damaged row does: the others are there
            tell(table, row.id, type(error).__name__)
    return found


class SetAside(Shelf):
    """What is set aside of one network."""

    def _of(self, table: str) -> Any:
        return sa.and_(set_aside.c.network == self._network, set_aside.c.place == table)

    async def put(self, table: str, row: int, reason: str, now: datetime) -> None:
        """Set a row aside, and say so."""
        tell(table, row, reason)
        values = {"place": table, "row": row, "reason": reason[:LONGEST_REASON], "noted_at": now}
        key = ["network", "place", "row"]
        await self._add_once(set_aside, [{"network": self._network, **values}], key)

    async def rows(self, table: str) -> set[int]:
        """Return the rows of a table that are set aside."""
        query = sa.select(set_aside.c.row).where(self._of(table))
        return {found.row for found in await self._all(query)}

    async def counts(self) -> dict[str, int]:
        """Return how many rows are set aside, by table."""
        query = sa.select(set_aside.c.place, sa.func.count().label("n")).where(
            set_aside.c.network == self._network
        )
        rows = await self._all(query.group_by(set_aside.c.place))
        return {found.place: int(found.n) for found in rows}

    async def forget_old(self, before: datetime) -> int:
        """Let rows that were set aside before a moment be tried again; return how many."""
        old = sa.and_(set_aside.c.network == self._network, set_aside.c.noted_at < before)
        return int((await self._run(sa.delete(set_aside).where(old))).rowcount)
