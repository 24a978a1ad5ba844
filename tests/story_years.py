"""Years played once for all tests, whichever of the workers of a run they come to."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Self, TypeVar

import pytest

from bot.demo.year_play import Played, play
from domain.network import Network
from domain.report.facts import Facts
from domain.report.material import Material
from domain.report.material import material as material_of
from domain.report.structure import Report
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.conftest import SHARED

T = TypeVar("T")

LAST = 2026
AS_OF = date(2027, 1, 15)
SEED = 4
#: Whose years are played; that of the large one takes long.
NETWORKS = ("rhein-kreis-neuss", pytest.param("kreis-steinfurt", marks=pytest.mark.wide))


@dataclass(frozen=True)
class ToldYear:
    """A year: what happened, and what is kept of it."""

    network: Network
    events: list[dict[str, Any]]
    material: Material
    before: tuple[Material, ...] = ()
    year: int = LAST

    def of(self, what: str) -> list[dict[str, Any]]:
        """Return what happened of a kind in the year."""
        return [e for e in self.events if e["what"] == what and e["year"] == self.year]

    def notices(self) -> list[dict[str, Any]]:
        """Return the announcements made in the year; some of its events were announced before."""
        told = [e for e in self.events if e["what"] == "notice"]
        return [e for e in told if e["day"].startswith(str(self.year))]

    def earlier(self) -> Self:
        """Return the year before."""
        return replace(self, material=self.before[-1], before=self.before[:-1], year=self.year - 1)

    def facts(self) -> Facts:
        """Return the facts a report is computed from."""
        return Facts(self.network, self.material, AS_OF)


@dataclass(frozen=True, kw_only=True)
class StoryYear(ToldYear):
    """The year as played, with what its report says."""

    report: Report
    database: Path

    def settings(self) -> dict[str, str]:
        """Return the settings that open its database."""
        lines = self.database.with_name("story-year.env").read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


def once(name: str, make: Callable[[Path], T]) -> T:
    """Return what one worker makes, given a folder; the others wait for it and read it."""
    folder = Path(os.environ[SHARED]) / name
    folder.mkdir(exist_ok=True)
    kept = folder / "made.pickle"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make(folder)))
    made: T = pickle.loads(kept.read_bytes())
    return made


def played(network: Network, years: int) -> StoryYear:
    """Return the last years of a network; played once for all workers."""
    return once(f"{network.slug}-{years}", lambda folder: _played(network, folder, years))


def _played(network: Network, folder: Path, years: int) -> StoryYear:
    async def run() -> tuple[Played, list[Material]]:
        made = await play(network, folder, seed=SEED, years=years, forms=())
        url = f"sqlite+aiosqlite:///{made.database}"
        database = Database(url, Vault([new_key()]), network.slug)
        async with database.reading() as store:
            kept = [
                await material_of(store, year, network.zone)
                for year in range(LAST - years + 1, LAST + 1)
            ]
        await database.close()
        return made, kept

    made, kept = asyncio.run(run())
    events = json.loads(made.truth.read_text(encoding="utf-8"))["events"]
    year = network, events, kept[-1], tuple(kept[:-1])
    return StoryYear(*year, report=made.report, database=made.database)
