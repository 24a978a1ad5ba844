"""Hears at once that another process put messages: a hint only, polling finds them anyway."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database import NOTIFY_CHANNEL

if TYPE_CHECKING:  # memory: as below
    import psycopg

#: The first and the longest wait before connecting anew, in seconds.
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0

_log = structlog.get_logger(__name__)


async def listen(engine: AsyncEngine, heard: Callable[[], None]) -> NoReturn:
    """Call `heard` whenever any process put messages, until cancelled (PostgreSQL only).

    A connection of its own is needed. Where it breaks, or a pooler keeps the calls to itself,
    nothing is lost: the outbox looks every second anyway.
    """
    wait = FIRST_WAIT
    while True:
        try:
            async with await _connect(engine) as connection:
                await connection.execute(f"LISTEN {NOTIFY_CHANNEL}")
                wait = FIRST_WAIT
                async for _ in connection.notifies():
                    heard()
        except Exception as error:  # noqa: BLE001 - a hint is never worth a failure
            _log.debug("not listening", error=type(error).__name__)
        await asyncio.sleep(wait)
        wait = min(2 * wait, LONGEST_WAIT)


async def _connect(engine: AsyncEngine) -> psycopg.AsyncConnection[Any]:
    import psycopg  # memory: with SQLite nobody needs the driver

    arguments, named = engine.dialect.create_connect_args(engine.url)
    named["connect_timeout"] = 5
    return await psycopg.AsyncConnection.connect(*arguments, **named, autocommit=True)
