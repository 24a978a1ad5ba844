"""Runs many networks beside each other, each a process and a database of its own."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import psutil
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database
from tests.bench import world
from tests.bench.bench import SQLITE, Bench
from tests.bench.processes import Telegram, running, standin

#: Messages a second that each network sends at most: what is usual.
RATE = 28
#: How long the fleet is left alone before and while its idle processor time is taken, in seconds.
SETTLE, IDLE = 10.0, 30.0
#: From the end of the idle time to the announcement, in seconds; how long that may take.
LEAD_IN, PATIENCE = 5.0, 600.0
_MIB = 1024


@dataclass(frozen=True, slots=True)
class Fleet:
    """What a fleet needs: MiB of each network, connections, cores, messages a second of all."""

    pss: list[float]
    rss: list[float]
    busy_pss: list[float]
    server: float
    connections: int
    busy_connections: int
    idle: float
    messages: int
    rate: float
    per_1000: float


@dataclass(frozen=True, slots=True)
class _Network:
    telegram: Telegram
    process: psutil.Process
    url: str

    def cpu(self) -> float:
        times = self.process.cpu_times()
        return float(times.user + times.system)


def run_fleet(bench: Bench, kind: str) -> Fleet:
    """Start a fleet, and measure it idle and while all announce at once."""
    count, people = bench.scaled(10, 2), bench.scaled(300, 20)
    bench.prepare((kind,))
    urls = [bench.database(kind) for _ in range(count)]
    for url in urls:
        bench.fill(url, lambda database: world.people(database, people))
    with ExitStack() as stack:
        fleet = [_start(bench, stack, url) for url in urls]
        for each in fleet:
            each.telegram.first_poll()
        time.sleep(bench.scaled(int(SETTLE), 1))
        before, begun = sum(each.cpu() for each in fleet), time.monotonic()
        time.sleep(bench.scaled(int(IDLE), 1))
        idle = (sum(each.cpu() for each in fleet) - before) / (time.monotonic() - begun)
        pss, rss = [_memory(each.process, "Pss") for each in fleet], [_rss(each) for each in fleet]
        connections, server = _connections(urls[0]), _server(fleet[0])
        busy = _announce(bench, fleet, people)
        return Fleet(pss, rss, busy.pss, server, connections, busy.connections, idle,
                     count * people, busy.rate, busy.per_1000)  # fmt: skip


def _start(bench: Bench, stack: ExitStack, url: str) -> _Network:
    telegram = stack.enter_context(standin(round_trip=0.08, limited=True))
    settings = {
        "NETZBOTE_BOT_TOKEN": "1:bench",
        "NETZBOTE_BOT_API_URL": telegram.base_url,
        "NETZBOTE_DATABASE_URL": url,
        "NETZBOTE_ENCRYPTION_KEYS": bench.key,
        "NETZBOTE_NETWORK": world.NETWORK,
        "NETZBOTE_LISTEN": "127.0.0.1:0",
        "NETZBOTE_LOG_LEVEL": "WARNING",
    }
    process = stack.enter_context(running("-m", "bot", "run", **settings))
    return _Network(telegram, process, url)


@dataclass(frozen=True, slots=True)
class _Busy:
    pss: list[float]
    connections: int
    rate: float
    per_1000: float


def _announce(bench: Bench, fleet: list[_Network], people: int) -> _Busy:
    """Let all announce at one moment, and watch until everybody has it."""
    before, at = sum(each.cpu() for each in fleet), world.now() + timedelta(seconds=LEAD_IN)

    async def plan(database: Database) -> None:
        await world.announce(database, await world.training(database, 20), people, at)

    for each in fleet:
        bench.fill(each.url, plan)
    pss, most, end = [0.0] * len(fleet), 0, time.monotonic() + PATIENCE
    while time.monotonic() < end:
        pss = [max(was, _memory(each.process, "Pss")) for was, each in zip(pss, fleet, strict=True)]
        most = max(most, _connections(fleet[0].url))
        if all(each.telegram.counts().get("sendMessage", 0) >= people for each in fleet):
            break
        time.sleep(1)
    moments = [call.at for each in fleet for call in each.telegram.truth().accepted("sendMessage")]
    used = sum(each.cpu() for each in fleet) - before
    rate = len(moments) / (max(moments) - min(moments))
    return _Busy(pss, most, rate, 1000 * used / len(moments))


def _memory(process: psutil.Process, what: str) -> float:
    """Return a figure of the system about a process's memory, in MiB."""
    text = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="utf-8")
    found = re.search(rf"^{what}: +(\d+) kB", text, re.MULTILINE)
    assert found is not None
    return int(found[1]) / _MIB


def _rss(network: _Network) -> float:
    return float(network.process.memory_info().rss) / _MIB / _MIB


def _connections(url: str) -> int:
    """Return how many connections all networks have to a server."""
    if url.startswith(SQLITE):
        return 0

    async def ask() -> int:
        engine = create_async_engine(url)
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname LIKE 'bench_%'"
        async with engine.connect() as connection:
            found = int((await connection.execute(sa.text(query))).scalar_one())
        await engine.dispose()
        return found - 1  # our own

    return asyncio.run(ask())


def _server(network: _Network) -> float:
    """Return the memory of the whole server, shared pages counted once, in MiB."""
    if network.url.startswith(SQLITE):
        return 0.0
    folder = network.url.partition("host=")[2]
    number = int(Path(folder, "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
    head = psutil.Process(number)
    return sum(_memory(each, "Pss") for each in [head, *head.children(recursive=True)])
