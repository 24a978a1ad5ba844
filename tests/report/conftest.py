"""A year played once for all tests of the report, in both modes of telling."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.demo.year_play import Played, play
from domain.network import Network
from domain.report.facts import Facts, Material
from domain.report.structure import Report
from storage.crypto import Vault, new_key
from storage.database import Database


@dataclass(frozen=True)
class StoryYear:
    """The year as played: what happened, what is kept, what the report says."""

    network: Network
    events: list[dict[str, Any]]
    material: Material
    report: Report
    database: Path

    def of(self, what: str) -> list[dict[str, Any]]:
        """Return what happened of a kind."""
        return [event for event in self.events if event["what"] == what]

    def facts(self) -> Facts:
        """Return the facts the report was computed from."""
        return Facts(self.network, self.material, date(2027, 1, 15))


@pytest.fixture(scope="session")
def story_year(network: Network, tmp_path_factory: pytest.TempPathFactory) -> StoryYear:
    """Return a played year of the small network."""
    folder = tmp_path_factory.mktemp("year")

    async def run() -> tuple[Played, Material]:
        played = await play(network, folder, seed=4, years=1, forms=())
        url = f"sqlite+aiosqlite:///{played.database}"
        database = Database(url, Vault([new_key()]), network.slug)
        async with database.reading() as store:
            material = await store.years.material(2026, network.zone)
        await database.close()
        return played, material

    played, material = asyncio.run(run())
    events = json.loads(played.truth.read_text(encoding="utf-8"))["events"]
    return StoryYear(network, events, material, played.report, played.database)
