"""One dispatch tick with 10 due rows among 1,000,000 future ones ÷ among 1,000."""

import time
from datetime import timedelta
from statistics import median

import sqlalchemy as sa

from bot.network_file import load
from domain.delivery import Delivery, Kind, Letter, Outcome, Sent
from domain.message import Message
from scheduler.outbox import Outbox
from scheduler.tools import Tools
from storage.database import Database
from tests.bench import world
from tests.bench.bench import BOTH, Bench
from tests.bench.figure import Aim, Figure, worst
from texts.catalogue import Texts

UNIT, AIM = "x", Aim("at most", 1.5)
DUE, TICKS = 10, 20
FEW = 1000
_BATCH = 100_000

_NUMBERS = {
    "sqlite": "WITH RECURSIVE numbers(n) AS (SELECT :first UNION ALL "
    "SELECT n + 1 FROM numbers WHERE n + 1 < :last) ",
    "postgresql": "WITH numbers AS (SELECT generate_series("
    "CAST(:first AS bigint), CAST(:last AS bigint) - 1) AS n) ",
}
_FUTURE = (
    "INSERT INTO delivery (network, dedupe_key, kind, priority, facts, in_place, plain,"
    " due_at, next_at, state) {numbers} SELECT :network, 'future:' || n, 'reminder', 1,"
    " '{{}}', false, false, :moment, :moment, 'scheduled' FROM numbers"
)


class Open:
    """A gate that lets everything pass: the wire is not what is measured here."""

    async def ready(self, limit: int) -> int:
        """Let all go."""
        return limit

    def take(self, _: str) -> bool:
        """Let it go."""
        return True

    def next_free(self, _: str) -> float:
        """Let nobody wait."""
        return 0.0

    def pause(self, _: float) -> None:
        """Do not pause."""


def measure(bench: Bench) -> Figure:
    """Time the same tick, first among few future rows, then among many, on both databases."""
    many = bench.scaled(1_000_000, 50_000)
    found = {
        kind: bench.fill(bench.database(kind), lambda d: _compare(bench, d, many)) for kind in BOTH
    }
    cases = {
        kind: [b / a for a, b in zip(few, all_, strict=True)] for kind, (few, all_) in found.items()
    }
    return Figure(
        "due_scan_growth",
        UNIT,
        AIM,
        worst(AIM, cases),
        parts={
            f"{kind}, ms": [1000 * median(few), 1000 * median(all_)]
            for kind, (few, all_) in found.items()
        },
        control={"rows": [FEW, many]},
    )


async def _compare(bench: Bench, database: Database, many: int) -> tuple[list[float], list[float]]:
    await world.people(database, DUE)
    outbox = Outbox(_tools(database))
    await _future(database, 0, FEW)
    few = [await _ticks(database, outbox, f"few {run}") for run in range(bench.runs)]
    await _future(database, FEW, many)
    return few, [await _ticks(database, outbox, f"many {run}") for run in range(bench.runs)]


def _tools(database: Database) -> Tools:
    async def send(_: Delivery, __: Message, ___: float) -> Outcome:
        return Sent("1")

    async def handle(_: object) -> None:
        return None

    network = load(world.NETWORK)
    return Tools(database, Texts(), network, world.now, "bench", send, Open(), handle)


async def _future(database: Database, first: int, last: int) -> None:
    """Put so many reminders into the outbox that are due much later; they belong to nobody."""
    numbers = _NUMBERS[database.engine.dialect.name]
    query = _FUTURE.format(numbers=numbers)
    if database.sqlite:  # there WITH stands before INSERT or after its columns alike
        query = query.replace("false", "0")
    moment = world.now() + timedelta(days=30)
    statement = sa.text(query).bindparams(sa.bindparam("moment", type_=sa.DateTime(timezone=True)))
    for begin in range(first, last, _BATCH):  # a statement must end within a minute
        values = {"network": world.NETWORK, "first": begin, "last": min(begin + _BATCH, last)}
        async with database.engine.begin() as connection:
            await connection.execute(statement, {**values, "moment": moment})
    if not database.sqlite:
        async with database.engine.connect() as plain:
            connection = await plain.execution_options(isolation_level="AUTOCOMMIT")
            await connection.execute(sa.text("VACUUM ANALYZE delivery"))


async def _ticks(database: Database, outbox: Outbox, name: str) -> float:
    """Return the median of some ticks, in seconds."""
    took = []
    for tick in range(TICKS):
        due_at = world.now()
        letters = [
            Letter(f"{name} {tick} {n}", Kind.ANSWER, due_at, 1 + n, message=Message("Guten Tag"))
            for n in range(DUE)
        ]
        async with database.transaction() as store:
            await store.deliveries.put(*letters)
        begun = time.perf_counter()
        assert await outbox.step()
        await outbox.idle()
        took.append(time.perf_counter() - begun)
        while await outbox.step():
            await outbox.idle()
    return median(took)
