"""Measures full registrations: many people tap «Anmelden» within a second."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from domain.vocabulary import RegistrationStatus
from storage import tables
from storage.database import Database
from talk.register import Register
from tests.bench import world
from tests.bench.bench import Bench, OurBot
from tests.bench.processes import Truth, cpu_seconds, peak_memory, tap

SEATS = 20


@dataclass(frozen=True, slots=True)
class Rush:
    """What a rush took: registrations a second, CPU seconds, MiB at most, s to the first poll.

    `wrong` says what is not as it must be, if anything.
    """

    rate: float
    cpu: float
    memory: float
    start: float
    wrong: str


def rush(bench: Bench, kind: str, people: int = 1000, wrapper: tuple[str, ...] = ()) -> Rush:
    """Let people tap within a second on a training of 20 seats; no limit, no round trip.

    A registration is full when the tap is answered, the card is changed, and the confirmation
    is out; the last of all these ends the time.
    """
    url = bench.database(kind)

    async def fill(database: Database) -> str:
        await world.people(database, people)
        training = await world.training(database, SEATS)
        return Register(training.id, training.plan.shown).pack()

    data = bench.fill(url, fill)
    with bench.our_bot(url, rate=None, wrapper=wrapper) as bot:
        time.sleep(1.0)
        before = cpu_seconds(bot.process)
        first = time.monotonic() + 0.5
        bot.telegram.feed(
            [(first + n / people, tap(1 + n, world.chat(n), data)) for n in range(people)]
        )
        _wait(bot, people)
        truth = bot.telegram.truth()
        cpu = cpu_seconds(bot.process) - before
        memory = peak_memory(bot.process)
        start = _started(bot)
    seconds = truth.calls[-1].at - min(truth.fed.values())
    return Rush(people / seconds, cpu, memory, start, _wrong(bench, url, truth, people))


def _wait(bot: OurBot, people: int) -> None:
    """Wait for answers, cards and confirmations; a seat's confirmation brings a file."""
    bot.telegram.wait(
        180,
        answerCallbackQuery=people,
        editMessageText=people,
        sendMessage=people - SEATS,
        sendDocument=SEATS,
    )


def _started(bot: OurBot) -> float:
    return bot.telegram.first_poll() - bot.started


def _wrong(bench: Bench, url: str, truth: Truth, people: int) -> str:
    """Compare the database with what must be: 20 seats, everybody in order of their taps."""

    async def entered(database: Database) -> list[Any]:
        query = sa.select(tables.registration.c.person_id, tables.registration.c.status)
        async with database.engine.connect() as connection:
            found = await connection.execute(query.order_by(tables.registration.c.position))
            return list(found.all())

    rows = bench.fill(url, entered)
    confirmed = [row.person_id for row in rows if row.status == RegistrationStatus.CONFIRMED]
    if len(rows) != people or len(confirmed) != SEATS:
        return f"{len(rows)} entered and {len(confirmed)} confirmed of {people}"
    if len(truth.accepted("sendMessage", "sendDocument")) != people:
        return "not one confirmation each"
    order = [row.person_id for row in rows]
    overtaken = sum(a > b for a, b in pairwise(order))
    return f"{overtaken} overtaken" if overtaken else ""
