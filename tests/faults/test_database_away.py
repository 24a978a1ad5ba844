"""The database goes away, fills up or forgets: work waits and goes on by itself (9-12, 30)."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from bot.app import Bot
from domain.delivery import Kind, State
from domain.person import Person
from domain.training import Training
from scheduler import inbox, jobs
from storage import inline
from storage.outage import outage
from tests.faults.conftest import LEASE, MortalDatabase, Plant
from tests.faults.test_crashes import command
from tests.fixtures.outages import broken_once

pytestmark = pytest.mark.differs  # how a database goes away


@pytest.fixture
async def anna(plant: Plant) -> Person:
    return await plant.member(101)


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "AFTER_OUTAGE", 0.01)
    monkeypatch.setattr(inline, "PATIENCE", 0.2)


@contextlib.asynccontextmanager
async def cut_off(bot: Bot) -> AsyncIterator[None]:
    """Let the database itself refuse: SQLite is read-only, PostgreSQL throws everybody out."""
    if bot.database.sqlite:
        await _pragma(bot, "query_only=ON")
        yield
        await _pragma(bot, "query_only=OFF")
        return
    name = bot.database.url.database
    await _admin(bot, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    everybody = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    await _admin(bot, everybody)
    yield
    await _admin(bot, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


async def _pragma(bot: Bot, pragma: str) -> None:
    async with bot.database.engine.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        raw.execute(f"PRAGMA {pragma}").close()  # type: ignore[union-attr]  # there is one


async def _admin(bot: Bot, statement: str) -> None:
    url = bot.database.url.set(database="postgres")
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(sa.text(statement))
    await engine.dispose()


async def refused(bot: Bot, what: Callable[[], object]) -> None:
    with pytest.raises(sa.exc.DBAPIError) as raised:
        await what()  # type: ignore[misc]  # all of them are coroutines

    assert outage(raised.value)


async def test_fault_09_nothing_is_taken_in_that_cannot_be_kept(plant: Plant, anna: Person) -> None:
    bot: Bot = await plant.bot()
    update = command(1, 101, "/hilfe")
    async with cut_off(bot):
        await refused(bot, lambda: bot.accept([update]))
    await bot.accept([update])
    await bot.settle_down()

    assert len(plant.sent(101)) == 1


async def test_fault_09_what_is_due_waits_for_the_database(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    bot: Bot = await plant.bot()
    async with cut_off(bot):
        await refused(bot, bot.outbox.step)
        await refused(bot, bot.outbox.step)

        assert plant.sent() == []

    await bot.settle_down()

    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent()) == 1


async def test_fault_09_lost_while_an_update_is_handled(plant: Plant, anna: Person) -> None:
    bot: Bot = await plant.bot("before_handler", then=lambda: _leave(bot))
    await bot.accept([command(1, 101, "/hilfe")])
    with contextlib.suppress(sa.exc.DBAPIError):
        await bot.inbox.drain()
    _return(bot)
    await bot.settle_down()
    async with plant.store() as store:
        done = await store.inbox.count("done")

    assert done == 1
    assert len(plant.sent(101)) == 1


async def test_fault_09_lost_while_a_text_is_made(
    plant: Plant, anna: Person, training: Training
) -> None:
    number = await plant.put(
        "a", anna, message=None, kind=Kind.ANNOUNCEMENT, training_id=training.id
    )
    bot: Bot = await plant.bot()
    with broken_once(bot.database, "FROM person") as broken:
        await refused(bot, bot.outbox.step)
    await plant.passes(bot, LEASE)

    assert len(broken) == 1
    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent()) == 1


def _leave(bot: Bot) -> None:
    assert isinstance(bot.database, MortalDatabase)
    bot.database.away = True


def _return(bot: Bot) -> None:
    assert isinstance(bot.database, MortalDatabase)
    bot.database.away = False


async def test_fault_09_the_loops_live_on(plant: Plant, anna: Person) -> None:
    bot: Bot = await plant.bot()
    _leave(bot)
    working = asyncio.create_task(bot.work())
    await asyncio.sleep(0.3)
    _return(bot)
    number = await plant.put("a", anna)
    for _ in range(100):
        await asyncio.sleep(0.05)
        if plant.sent():
            break
    working.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await working

    assert (await plant.row(number)).state is State.SENT


async def test_fault_10_telegram_drops_old_presses_and_keeps_texts(
    plant: Plant, anna: Person
) -> None:
    await plant.put("a", anna)
    bot: Bot = await plant.bot()
    await bot.settle_down()
    phone = plant.telegram.people[101]
    await phone.taps("Gut")
    await phone.says("/hilfe")
    plant.clock.move(timedelta(seconds=151))
    kept = plant.telegram.take_updates()

    assert [("message" in update, "callback_query" in update) for update in kept] == [(True, False)]


async def test_fault_11_lost_between_acceptance_and_commit(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    bot: Bot = await plant.bot("after_accept_before_commit", then=lambda: _leave(bot))
    await refused(bot, bot.outbox.drain)

    assert len(plant.sent()) == 1
    assert (await plant.row(number)).state is State.SENDING

    _return(bot)
    await bot.settle_down()

    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent()) == 1


async def test_fault_11_late_knowledge_beats_unknown(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    bot: Bot = await plant.bot("after_accept_before_commit", then=lambda: _leave(bot))
    await refused(bot, bot.outbox.drain)
    _return(bot)
    plant.clock.move(LEASE)
    await jobs.recover(bot.tools)

    assert (await plant.row(number)).state is State.UNKNOWN

    await plant.passes(bot, timedelta(seconds=60))
    await plant.passes(bot, timedelta(hours=1))

    assert (await plant.row(number)).state is State.SENT
    assert len(plant.sent()) == 1


async def test_fault_09_a_mark_that_was_not_confirmed_makes_nothing_unknown(
    plant: Plant, anna: Person
) -> None:
    number = await plant.put("a", anna)
    bot: Bot = await plant.bot("after_claim", then=lambda: _leave(bot))
    await refused(bot, bot.outbox.step)
    _return(bot)
    await bot.settle_down()
    await plant.passes(bot, LEASE)

    assert (await plant.row(number)).state is State.SENT
    assert await plant.attempts(number) == ["sent"]
    assert len(plant.sent()) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_fault_12_an_older_state_comes_back(
    plant: Plant, anna: Person, tmp_path: Path
) -> None:
    bela = await plant.member(102)
    sent, waits = await plant.put("a", anna), await plant.put("b", bela)
    async with plant.store() as store:
        claimed = await store.deliveries.claim(plant.clock.now(), "x", 1, LEASE)
        await store.deliveries.give_back(claimed[0], plant.clock.now() + timedelta(hours=1))
    older = tmp_path / "older.db"
    source, copy = sqlite3.connect(plant.url.removeprefix("sqlite:///")), sqlite3.connect(older)
    with contextlib.closing(source), contextlib.closing(copy):
        source.backup(copy)
    await (await plant.bot()).settle_down()

    assert len(plant.sent()) == 1

    plant.url = f"sqlite:///{older}"
    await plant.passes(await plant.bot(), timedelta(hours=2))

    # What the lost commits knew is repeated: one message here; nothing is lost.
    assert [(await plant.row(n)).state for n in (sent, waits)] == [State.SENT] * 2
    assert len(plant.sent()) == 3


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_fault_30_the_disk_is_full(plant: Plant, anna: Person) -> None:
    bot: Bot = await plant.bot()
    await _pragma(bot, "max_page_count=1")  # as few as there are now
    updates = [command(n, 101, "/hilfe" + "x" * 400) for n in range(1, 200)]
    await refused(bot, lambda: bot.accept(updates))
    await _pragma(bot, "max_page_count=1000000")
    await bot.accept(updates[:3])
    await bot.settle_down()

    assert len(plant.sent(101)) == 3


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_fault_30_a_backup_holds_the_file(plant: Plant, anna: Person) -> None:
    number = await plant.put("a", anna)
    bot: Bot = await plant.bot()
    other = sqlite3.connect(plant.url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await refused(bot, bot.outbox.step)
    other.execute("ROLLBACK")
    other.close()
    await bot.settle_down()

    assert (await plant.row(number)).state is State.SENT
