"""SQLite's one writing connection: whoever waits together is committed together.

Each commit waits for the disk. When a thousand people tap within a second, the next transaction
does not wait for the commit of the one before: it joins it, behind a savepoint of its own, and
everybody is told of success only after the one commit of all. Alone, nobody waits for others.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Coroutine
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncTransaction


class CommitGroup:
    """Transactions that are committed together; `end` is done or has failed for all of them."""

    def __init__(self, connection: AsyncConnection, transaction: AsyncTransaction) -> None:
        self.connection, self.transaction = connection, transaction
        self.members = 0
        self.committer: asyncio.Task[None] | None = None
        self.end: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.end.add_done_callback(_heard)

    @property
    def raw(self) -> sqlite3.Connection:
        """SQLite's own connection."""
        sync: Any = self.connection.sync_connection
        raw: sqlite3.Connection = sync.connection.driver_connection
        return raw


def _heard(end: asyncio.Future[None]) -> None:
    """Take note of a failure, also where everybody who waited for it is gone."""
    if not end.cancelled():
        end.exception()


class Writer:
    """Hands the writing connection to one after the other, in the order they came."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._group: CommitGroup | None = None

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """Yield the connection; what is done with it is committed when this ends.

        If the body fails, its own changes are undone and nobody else's. If the commit fails,
        it fails for all who were to be committed with it.
        """
        async with self._in_turn():
            group = self._group or await self._begin()
            async with self._body(group):
                yield group.connection
            group.members += 1
            if group.committer is None and self._waiting:
                group.committer = asyncio.create_task(self._commit_in_turn(group))
            if group.committer is None:
                await _surely(self._commit(group))
        await asyncio.shield(group.end)

    @contextlib.asynccontextmanager
    async def _in_turn(self) -> AsyncIterator[None]:
        self._waiting += 1
        try:
            await self._turn.acquire()
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._turn.release()

    async def _begin(self) -> CommitGroup:
        connection = await self._engine.connect()
        try:
            self._group = CommitGroup(connection, await connection.begin())
        except BaseException:
            await connection.close()
            raise
        return self._group

    @contextlib.asynccontextmanager
    async def _body(self, group: CommitGroup) -> AsyncIterator[None]:
        first = not group.members
        if not first:
            group.raw.execute("SAVEPOINT own").close()
        try:
            yield
        except BaseException as error:
            await self._undo(group, error, first=first)
            raise
        if not first:
            group.raw.execute("RELEASE own").close()

    async def _undo(self, group: CommitGroup, error: BaseException, *, first: bool) -> None:
        """Undo what one body did; everything, if SQLite itself has given up the transaction."""
        if not first and group.raw.in_transaction:
            group.raw.execute("ROLLBACK TO own").close()
            group.raw.execute("RELEASE own").close()
            return
        await self._close(group, error)

    async def _commit_in_turn(self, group: CommitGroup) -> None:
        """Commit after everybody who waited when the first of the group was ready."""
        async with self._in_turn():
            if self._group is group:
                with contextlib.suppress(Exception):  # everybody concerned is told through `end`
                    await self._commit(group)

    async def _commit(self, group: CommitGroup) -> None:
        try:
            await group.transaction.commit()
        except BaseException as error:
            await self._close(group, error)
            raise
        await self._close(group, None)

    async def _close(self, group: CommitGroup, error: BaseException | None) -> None:
        """Give the connection back, and tell all members how it ended."""
        self._group = None
        try:
            if error is not None and group.raw.in_transaction:
                group.raw.rollback()  # SQLAlchemy takes a commit that failed for an end
            await group.connection.close()
        finally:
            if error is None:
                group.end.set_result(None)
            else:
                group.end.set_exception(_told(error))


async def _surely(doing: Coroutine[Any, Any, None]) -> None:
    """Do it to its end, and only then be cancelled: a commit broken off is known to nobody."""
    task = asyncio.create_task(doing)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        raise


def _told(error: BaseException) -> BaseException:
    """Return what the others are told: who was cancelled is one thing, a lost commit another."""
    if isinstance(error, Exception):
        return error
    return ConnectionError("the transaction was given up")
