"""Works on rows one by one: one that cannot be done is set aside, and the others go on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from scheduler.tools import Tools
from storage.outage import outage
from storage.store import Store


async def singly(
    tools: Tools, table: str, rows: Iterable[int], work: Callable[[Store, int], Awaitable[None]]
) -> list[int]:
    """Work on each row in a transaction of its own; return those that had to be set aside.

    What is set aside already is passed over. Raises what a database that is away raises: then
    nothing can be done for any of them.
    """
    waiting = list(rows)
    if not waiting:
        return []
    async with tools.database.reading() as store:
        aside = await store.aside.rows(table)
    return [
        row for row in waiting if row not in aside and not await _worked_on(tools, table, row, work)
    ]


async def _worked_on(
    tools: Tools, table: str, row: int, work: Callable[[Store, int], Awaitable[None]]
) -> bool:
    try:
        async with tools.database.transaction() as store:
            await work(store, row)
    except Exception as error:
        if outage(error):
            raise
        async with tools.database.transaction() as store:
            await store.aside.put(table, row, type(error).__name__, tools.now())
        return False
    return True
