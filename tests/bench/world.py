"""Fills databases: people, trainings, registrations and what waits to be sent."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa

from domain.announce_audience import Audience
from domain.network import Defaults
from domain.reminder import Planned
from domain.training import Plan, Training
from domain.vocabulary import (
    DeliveryMode,
    EventFormat,
    RegistrationStatus,
    ReminderStage,
    Role,
    Sector,
    Topic,
)
from storage import tables
from storage.crypto import Vault
from storage.database import Database

NETWORK = "rhein-kreis-neuss"
OFFICES = ("rkn-kreis", "rkn-dormagen", "rkn-grevenbroich", "rkn-kaarst", "rkn-meerbusch")
FIRST_CHAT = 10_000_001
#: Rows in one INSERT: PostgreSQL allows 65,535 values in a statement.
_BATCH = 2000
_T = TypeVar("_T")


def chat(number: int) -> int:
    """Return the chat of a person, counted from 0."""
    return FIRST_CHAT + number


def now() -> datetime:
    """Return the machine's time: our bot runs on it."""
    return datetime.now(UTC)


def with_database(url: str, key: str, fill: Callable[[Database], Awaitable[_T]]) -> _T:
    """Open a database, do something with it, close it."""

    async def run() -> _T:
        database = Database(url, Vault([key]), NETWORK)
        try:
            return await fill(database)
        finally:
            await database.close()

    return asyncio.run(run())


async def insert(database: Database, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows as they are."""
    async with database.engine.begin() as connection:
        for first in range(0, len(rows), _BATCH):
            await connection.execute(sa.insert(table), rows[first : first + _BATCH])


async def people(database: Database, count: int, *, reachable: bool = True) -> None:
    """Add people with ids from 1; who need not be reached share one sealed address (faster)."""
    today = now().date()
    shared = None if reachable else database.vault.seal("1")
    await insert(
        database,
        tables.person,
        [
            {
                "network": NETWORK,
                "role": Role.SPECIALIST,
                "office": OFFICES[n % len(OFFICES)],
                "sector": list(Sector)[n % 5],
                "language": "de",
                "consent_version": 1,
                "consented_on": today,
                "active_on": today,
            }
            for n in range(count)
        ],
    )
    await insert(
        database,
        tables.address,
        [
            {
                "network": NETWORK,
                "person_id": 1 + n,
                "channel": "telegram",
                "key": database.vault.lookup(chat(n))
                if reachable
                else hashlib.sha256(str(n).encode()).digest(),
                "sealed": shared or database.vault.seal(str(chat(n))),
                "confirmed_on": today,
            }
            for n in range(count)
        ],
    )


def plan(title: str, seats: int | None, days: int = 60) -> Plan:
    """Return the plan of a training that many days from now."""
    starts = now().replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=days)
    return Plan(
        title=title,
        topic=Topic.CONVERSATION_SKILLS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3, minutes=30),
        deadline_at=starts - timedelta(days=14),
        withdraw_by=starts - timedelta(days=7),
        seats=seats,
        units=4,
        place="Rathaus, Saal 2",
        reminders=Defaults().reminders,
    )


async def training(database: Database, seats: int | None, title: str = "Gespräche") -> Training:
    """Add a training."""
    async with database.transaction() as store:
        return await store.trainings.add(plan(title, seats), "rkn-kaarst", None)


async def seated(database: Database, of: Training, first: int, count: int) -> None:
    """Give seats to the people with these ids."""
    await insert(
        database,
        tables.registration,
        [
            {
                "network": NETWORK,
                "training_id": of.id,
                "person_id": first + n,
                "status": RegistrationStatus.CONFIRMED,
                "position": 1 + n,
                "seat_code": 1 + n,
                "muted": False,
                "changed_at": now(),
            }
            for n in range(count)
        ],
    )


async def announce(database: Database, of: Training, audience: int, send_at: datetime) -> None:
    """Plan an announcement to the first people."""
    async with database.transaction() as store:
        what = await store.broadcasts.add(of, Audience(), send_at, None)
        await store.plans.announce(what, of, tables.person.c.id <= audience, send_at)


async def remind(database: Database, of: Training, due_at: datetime) -> int:
    """Plan a reminder to everybody with a seat."""
    planned = [Planned(ReminderStage.ONE_WEEK, due_at, due_at + timedelta(days=1))]
    async with database.transaction() as store:
        return await store.plans.remind(of, planned)
