"""A coordinator's `/verwalten` after ten story-years ÷ after one."""

import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.app import Bot, Parts
from bot.demo.phones import stand_in
from bot.network_file import load
from domain.channel import in_chat
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from standin.inprocess import InProcessRequest
from standin.telegram import TOKEN
from storage.database import Database
from tests.bench import story, world
from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.processes import text

UNIT, AIM = "x", Aim("at most", 1.3)
#: In the middle of the played year: trainings lie behind and ahead.
NOW = datetime(story.YEAR, 6, 15, 9, 0, tzinfo=UTC)
CHAT, AGAIN = 900, 30


def measure(bench: Bench) -> Figure:
    """Time the command in a young and in an old database."""
    young, old = (_runs(bench, years) for years in (0, 9))
    return Figure(
        "year_growth",
        UNIT,
        AIM,
        [b / a for a, b in zip(young, old, strict=True)],
        parts={"ms": [1000 * median(young), 1000 * median(old)]},
        control={"years": [1, 10]},
    )


def _runs(bench: Bench, earlier: int) -> list[float]:
    path: Path = story.copied(bench, f"years_{earlier}")
    if earlier:
        story.age(path, earlier)
    return story.opened(bench, path, lambda database: _commands(bench, database))


async def _commands(bench: Bench, database: Database) -> list[float]:
    telegram = stand_in(lambda: NOW)
    network = load(world.NETWORK)
    bot = Bot(
        Parts(network, database, InProcessRequest(telegram), TOKEN, now=lambda: NOW, rate=None)
    )
    async with database.transaction() as store:
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        await store.persons.add(Newcomer(in_chat(CHAT), Role.LEAD, place), NOW.date())
    await bot.initialize()
    found = [await _median(bot, 1 + AGAIN * run) for run in range(bench.runs)]
    await bot.channel.api.shutdown()
    return found


async def _median(bot: Bot, first: int) -> float:
    """Return the median time from the typed command to the answer in the outbox, in seconds."""
    took = []
    for number in range(first, first + AGAIN):
        begun = time.perf_counter()
        await bot.accept([text(number, CHAT, "/verwalten")])
        await bot.inbox.drain()
        took.append(time.perf_counter() - begun)
    return median(took)
