"""Seals everything anew with the newest key, batch by batch, while the bot runs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from storage.database import Database
from storage.keys import SEALED


@dataclass(frozen=True, slots=True)
class RekeyProgress:
    """How many of all rows have been looked at."""

    done: int
    total: int


async def reseal_all(database: Database) -> AsyncIterator[RekeyProgress]:
    """Seal everything with the newest key and make the look-up keys anew.

    Each batch is a transaction of its own, and doing it again changes nothing for the worse:
    it may be broken off and begun anew. Raises KeyProblem if a key is missing.
    """
    done = 0
    async with database.reading() as store:
        total, chats = await store.keys.total(), await store.keys.chats()
    yield RekeyProgress(done, total)
    for table in SEALED:
        after: Any = None
        while True:
            async with database.transaction() as store:
                count, after = await store.keys.reseal(table, after, chats)
            if not count:
                break
            done += count
            yield RekeyProgress(min(done, total), total)  # a draft under a new key may come twice
