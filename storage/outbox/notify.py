"""Hears at once what another process put: a hint only, polling finds it anyway."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine

if TYPE_CHECKING:  # memory: as below
    import psycopg

#: The first and the longest wait before connecting anew, in seconds.
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0

_log = structlog.get_logger(__name__)


async def listen(engine: AsyncEngine, heard: Mapping[str, Callable[[], None]]) -> NoReturn:
    """Call what stands for a channel whenever any process calls there (PostgreSQL only).

    Ends when cancelled. A connection of its own is needed. Where it breaks, or a pooler keeps the
    calls to itself, nothing is lost: outbox and inbox look every second anyway.
    """
    from psycopg import sql  # memory: with SQLite nobody needs the driver

    wait = FIRST_WAIT
    while True:
        try:
            async with await _connect(engine) as connection:
                for channel in heard:
                    await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
                wait = FIRST_WAIT
                async for call in connection.notifies():
                    heard[call.channel]()
        except Exception as error:  # noqa: BLE001 - a hint is never worth a failure
            _log.debug("not listening", error=type(error).__name__)
        await asyncio.sleep(wait)
        wait = min(2 * wait, LONGEST_WAIT)


async def _connect(engine: AsyncEngine) -> psycopg.AsyncConnection[Any]:
    import psycopg  # memory: with SQLite nobody needs the driver

    arguments, named = engine.dialect.create_connect_args(engine.url)
    named["connect_timeout"] = 5
    return await psycopg.AsyncConnection.connect(*arguments, **named, autocommit=True)
