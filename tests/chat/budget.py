"""Counts what a handler asks of the database, so that a slow path cannot creep in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from storage.database import Database

#: No work of the database, or not the handler's: the bell for other processes.
_FREE = ("BEGIN", "NOTIFY", "SET LOCAL", "SET TRANSACTION")


@dataclass
class Budget:
    """The statements and commits that handlers made."""

    statements: list[str] = field(default_factory=list)
    commits: int = 0

    @property
    def spent(self) -> tuple[int, int]:
        """How many statements and how many commits."""
        return len(self.statements), self.commits


@contextmanager
def budget(database: Database, *, everything: bool = False) -> Iterator[Budget]:
    """Count what happens while an inbox row is handled; claiming and sending only if told so."""
    counted = Budget()

    def handling() -> bool:
        return everything or database._before_commit.get() is not None

    def ran(_: Any, __: Any, statement: str, *___: Any) -> None:
        if handling() and not statement.startswith(_FREE):
            counted.statements.append(statement)

    def committed(_: Any) -> None:
        counted.commits += handling()

    # On a server who reads and who writes share one pool, and what is heard of it.
    readers = {database._reader.sync_engine} if database.sqlite else set()
    engines = {database.engine.sync_engine, *readers}
    for engine in engines:
        sa.event.listen(engine, "before_cursor_execute", ran)
        sa.event.listen(engine, "commit", committed)
    try:
        yield counted
    finally:
        for engine in engines:
            sa.event.remove(engine, "before_cursor_execute", ran)
            sa.event.remove(engine, "commit", committed)


@contextmanager
def assert_statements(
    database: Database, statements: int, commits: int = 1, *, everything: bool = False
) -> Iterator[None]:
    """Assert how many statements and commits the handlers (or everything) within make."""
    with budget(database, everything=everything) as counted:
        yield
    told = "\n".join(counted.statements)

    assert counted.spent == (statements, commits), f"{counted.spent}:\n{told}"
