"""Many messages, many deaths: the same harness for our bot and for the naive one."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from domain.channel import in_chat
from domain.delivery import Kind, Letter, Priority
from domain.message import Message
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.store import Store
from storage.tables import delivery, lease
from tests.process.conftest import House
from tests.process.proxy import Proxy
from tests.process.support import ROOT, Process, environment, fetch, until
from tests.process.test_failpoints import age

FIRST_CHAT = 10_000
OPEN = {"scheduled", "claimed", "sending"}
HEAD = "| bot | database | kills | freezes | lost answers | arrived | lost | repeated | unknown |"


@dataclass(frozen=True)
class Soak:
    """What one run does."""

    rows: int
    kills: int
    people: int = 100
    replicas: int = 1
    freezes: int = 0
    restarts: int = 0
    rate: int = 60
    kind: Kind = Kind.ANNOUNCEMENT
    before: float = 0.01
    after: float = 0.01
    silent: float = 0.0
    seed: int = 1
    minutes: float = 5.0


@dataclass
class Result:
    """What came of it; `explained` repeats are those that the rows say were sent again."""

    name: str
    database: str
    kills: int = 0
    freezes: int = 0
    cut: int = 0
    restarts: int = 0
    rows: int = 0
    arrived: int = 0
    lost: int = 0
    repeated: int = 0
    unexplained: int = 0
    resends: int = 0
    unknown: int = 0
    states: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    def row(self) -> str:
        """Return it as a row of the table."""
        values = (
            self.name,
            self.database,
            self.kills,
            self.freezes,
            self.cut,
            f"{self.arrived} of {self.rows}",
            self.lost,
            self.repeated,
            self.unknown,
        )
        return "| " + " | ".join(str(value) for value in values) + " |"


def stage(house: House, people: int) -> None:
    """Let people have pressed Start, and nothing wait for the bot."""
    for number in range(people):
        house.sim.post("people", id=FIRST_CHAT + number, first_name="P")
        house.sim.post(f"people/{FIRST_CHAT + number}/says", text="/start")
    last = 0
    while updates := _updates(house, last):
        last = updates[-1]["update_id"]


def _updates(house: House, last: int) -> list[Any]:
    found: list[Any] = json.loads(
        fetch(f"{house.sim.address}/bot1:demo/getUpdates?offset={last + 1}&timeout=0")
    )["result"]
    return found


def fill(house: House, soak: Soak) -> None:
    """Put all messages into the outbox."""

    async def put(store: Store) -> None:
        now = datetime.now(UTC)
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        ids = [
            (
                await store.persons.add(
                    Newcomer(in_chat(FIRST_CHAT + n), Role.SPECIALIST, place), now.date()
                )
            ).id
            for n in range(soak.people)
        ]
        letters = [
            Letter(
                f"soak:{n}",
                soak.kind,
                now,
                person_id=ids[n % soak.people],
                priority=Priority.ANNOUNCEMENT,
                message=Message(f"Nr. {n}"),
            )
            for n in range(soak.rows)
        ]
        for first in range(0, len(letters), 500):
            await store.deliveries.put(*letters[first : first + 500])

    house.asks(put)


async def free_lead(store: Store) -> None:
    """Let the lease of the dead be over, as if its half minute had passed."""
    past = datetime(2000, 1, 1, tzinfo=UTC)
    await store.gates._run(sa.update(lease).values(expires_at=past))


@dataclass
class Havoc:
    """Kills, freezes and restarts while messages go out."""

    house: House
    soak: Soak
    proxy: Proxy
    restart: Callable[[], None] | None = None
    kills: int = 0
    freezes: int = 0
    restarts: int = 0

    def __post_init__(self) -> None:
        self.draw = random.Random(self.soak.seed)
        self.live: list[Process] = []
        self.end = time.monotonic() + 60 * self.soak.minutes

    def start(self) -> None:
        address = f"http://127.0.0.1:{self.proxy.port}"
        self.live.append(self.house.starts(NETZBOTE_BOT_API_URL=address))

    def run(self) -> None:
        for _ in range(self.soak.replicas):
            self.start()
        while self.going_on():
            self._after_progress()
            self._strike()
        until(lambda: not self.waiting() or self._mend(), 600)
        self.house.asks(age)
        until(lambda: not OPEN & set(self.house.counts()), 120)

    def going_on(self) -> bool:
        return self.kills < self.soak.kills and self.waiting() > 0 and time.monotonic() < self.end

    def waiting(self) -> int:
        return self.house.counts().get("scheduled", 0)

    def _mend(self) -> bool:
        """Bring back what died by itself; never a reason to stop waiting."""
        for bot in [bot for bot in self.live if bot.code is not None]:
            self.live.remove(bot)
            self.start()
        time.sleep(0.5)
        return False

    def _after_progress(self) -> None:
        """Strike while messages go out, not while a process still starts."""
        before, deadline = self.waiting(), time.monotonic() + 60
        while self.waiting() >= before > 0 and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(self.draw.uniform(0.05, 0.6))

    def _strike(self) -> None:
        victim = self.draw.choice(self.live)
        if self.freezes < self.soak.freezes and self.draw.random() < 0.2:
            self.freezes += 1
            victim.signal(signal.SIGSTOP)
            self._take_turns()
            time.sleep(self.draw.uniform(1, 6))
            victim.signal(signal.SIGCONT)
            return
        if self.restart and self.restarts < self.soak.restarts and self.draw.random() < 0.1:
            self.restarts += 1
            self.restart()
            return
        self.kills += 1
        self.live.remove(victim)
        victim.kills()
        self.start()
        self._take_turns()

    def _take_turns(self) -> None:
        if self.soak.replicas > 1:
            self.house.asks(free_lead)

    def close(self) -> None:
        for bot in self.live:
            bot.close()


def play(house: House, soak: Soak, name: str, restart: Callable[[], None] | None = None) -> Result:
    """Run our bot through it and compare its rows with what Telegram accepted."""
    port = int(house.sim.address.rpartition(":")[2])
    proxy = Proxy(port, soak.before, soak.after, soak.silent, soak.seed).start()
    house.settings["NETZBOTE_MESSAGES_PER_SECOND"] = str(soak.rate)
    stage(house, soak.people)
    fill(house, soak)
    havoc, begun = Havoc(house, soak, proxy, restart), time.monotonic()
    try:
        havoc.run()
        if soak.kind is not Kind.ANNOUNCEMENT:
            _let_the_policy_act(house)
    finally:
        havoc.close()
        proxy.close()
    kind = "SQLite" if "sqlite" in house.settings["NETZBOTE_DATABASE_URL"] else "PostgreSQL"
    result = Result(name, kind, havoc.kills, havoc.freezes, proxy.lost, rows=soak.rows)
    result.seconds, result.restarts = time.monotonic() - begun, havoc.restarts
    return compare(house, result)


def _let_the_policy_act(house: House) -> None:
    for _ in range(2):
        house.asks(age)
        time.sleep(12)
        until(lambda: not OPEN & set(house.counts()), 120)


def compare(house: House, result: Result) -> Result:
    """Hold the rows against the truth."""

    async def read(store: Store) -> list[Any]:
        columns = (delivery.c.dedupe_key, delivery.c.state, delivery.c.resends)
        return list((await store.gates._run(sa.select(*columns))).all())

    truth = arrivals(house)
    rows = [row for row in house.asks(read) if row.dedupe_key.startswith("soak:")]
    result.states = dict(Counter(row.state for row in rows))
    for row in rows:
        arrived = truth.get(int(row.dedupe_key[5:]), 0)
        result.lost += arrived == 0 and row.state != "unknown"
        result.repeated += max(0, arrived - 1)
        result.unexplained += max(0, arrived - 1 - row.resends)
        result.resends += row.resends
    result.arrived = sum(1 for n in truth.values() if n)
    result.unknown = result.states.get("unknown", 0)
    return result


def arrivals(house: House) -> Counter[int]:
    """Return how often each message was accepted; a repetition says more than its number."""
    texts = [one["text"] for one in house.sim.sent() if one["text"].startswith("Nr. ")]
    return Counter(int(text.split()[1]) for text in texts)


def play_naive(house: House, soak: Soak, *, notes: bool) -> Result:
    """Run the naive bot through the same."""
    port = int(house.sim.address.rpartition(":")[2])
    proxy = Proxy(port, soak.before, soak.after, soak.silent, soak.seed).start()
    stage(house, soak.people)
    file = house.folder / "naive.db"
    with sqlite3.connect(file) as kept:
        kept.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, chat_id, text, sent DEFAULT 0)")
        kept.execute("CREATE TABLE done (done)")
        kept.execute("INSERT INTO done VALUES (0)")
        kept.executemany(
            "INSERT INTO letter (id, chat_id, text) VALUES (?, ?, ?)",
            [(n, FIRST_CHAT + n % soak.people, f"Nr. {n}") for n in range(soak.rows)],
        )
    kept.close()
    draw, kills, begun = random.Random(soak.seed), 0, time.monotonic()
    bot = _naive(house, proxy, file, "--notes" if notes else "--first")
    while kills < soak.kills and not _finished(file):
        before = len(house.sim.sent())
        deadline = time.monotonic() + 15
        while len(house.sim.sent()) <= before and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(draw.uniform(0.05, 0.6))
        bot.kill()
        bot.wait()
        kills += 1
        bot = _naive(house, proxy, file, "--notes" if notes else "--again")
        if not notes and kills >= 3:
            break  # nothing is left that could be sent
    until(lambda: _finished(file) or not notes, 600)
    time.sleep(2)
    bot.kill()
    bot.wait()
    proxy.close()
    truth = arrivals(house)
    name = "naive, with notes" if notes else "naive, JobQueue only"
    result = Result(name, "-", kills, 0, proxy.lost, rows=soak.rows, arrived=len(truth))
    result.lost = soak.rows - len(truth)
    result.repeated = sum(n - 1 for n in truth.values())
    result.seconds = time.monotonic() - begun
    return result


def _naive(house: House, proxy: Proxy, file: Path, how: str) -> subprocess.Popen[bytes]:
    log = (house.folder / "naive.log").open("ab")
    script = str(ROOT / "tests" / "process" / "naive.py")
    with log:
        return subprocess.Popen(
            [sys.executable, script, str(file), how],
            env=environment({"API": f"http://127.0.0.1:{proxy.port}"}),
            stdout=log,
            stderr=log,
        )


def _finished(file: Path) -> bool:
    with sqlite3.connect(file) as kept:
        found = kept.execute("SELECT done FROM done").fetchone()
    kept.close()
    return bool(found[0])
