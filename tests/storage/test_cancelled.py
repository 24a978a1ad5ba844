"""Cancelled at any moment, a transaction ends as cancelled, and the next one works.

An error in the place of the cancellation would be waited out by whoever polls: the process
would not stop.
"""

from __future__ import annotations

import asyncio
from datetime import datetime

from storage.database import Database

#: How many moments are tried, and how far they are from each other (in seconds).
MOMENTS, STEP = 100, 5e-5


async def test_cancelled_at_any_moment(database: Database, now: datetime) -> None:
    async def written(number: int) -> None:
        async with database.transaction() as store:
            await store.inbox.put_dead(str(number), "not-understood", now)

    other = []
    for moment in range(MOMENTS):
        task = asyncio.create_task(written(moment))
        await asyncio.sleep(moment * STEP)
        task.cancel()
        [ended] = await asyncio.gather(task, return_exceptions=True)
        if ended is not None and not isinstance(ended, asyncio.CancelledError):
            other.append((moment, ended))

    assert other == []
    await written(MOMENTS)
