"""Plays a storm over the bot's own processes, and holds what people read against the truth."""

from __future__ import annotations

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from bot.network_file import load
from domain.channel import in_chat
from domain.delivery import Kind, Letter, Priority
from domain.message import Message
from domain.person import Newcomer, Place
from domain.plan_change import cancel
from domain.vocabulary import Role, Sector
from storage.crypto import new_key
from storage.store import Store
from storage.tables import delivery
from tests.process.conftest import House, in_weeks
from tests.process.storm import judge
from tests.process.storm.facts import LETTERS, Attempt, Facts, History, truth
from tests.process.storm.line import Line
from tests.process.storm.machine import Machine
from tests.process.storm.people import FIRST_CHAT, People
from tests.process.storm.plan import Blow, Plan, Strike
from tests.process.support import ROOT, TOKEN, Sim, until
from tests.process.test_failpoints import age
from tests.process.test_run import free_port

NAMES = ("Anton", "Berta", "Cäsar", "Dora", "Emil", "Friedrich", "Gustav", "Heinrich")
#: For how long nothing may move while something waits, once the storm is over, in seconds.
STUCK = 120.0
#: For how many seconds a wrong clock stays wrong.
WRONG = 8.0
HEAD = (
    "| database | s | kills | freezes | restarts | clocks | presses | messages | wrong cards | "
    "the newest in doubt | older after newer | inversions | silent repeats | "
    "wrong registrations | in doubt | withheld | in flight | right after |"
)


@dataclass
class Verdict:
    """What came of a storm; lists hold a line for each thing that is wrong.

    `doubted` are standings of which the newest message is in doubt, known and told as such.
    `in_flight` are the attempts in doubt whose sender was struck while their request was under
    way; for each of the others the line must have withheld an answer.
    """

    database: str
    seconds: float
    blows: dict[Blow, int] = field(default_factory=dict)
    presses: int = 0
    messages: int = 0
    wrong_cards: list[str] = field(default_factory=list)
    older: list[str] = field(default_factory=list)
    inversions: list[str] = field(default_factory=list)
    repeats: list[str] = field(default_factory=list)
    registrations: list[str] = field(default_factory=list)
    doubted: list[str] = field(default_factory=list)
    doubts: int = 0
    withheld: int = 0
    in_flight: int = 0
    right_after: float = 0.0
    met: dict[str, int] = field(default_factory=dict)

    @property
    def wrong(self) -> list[str]:
        """Return all that breaks the promise."""
        explained = self.withheld + self.in_flight
        doubt = [f"{self.doubts} in doubt, {self.withheld} withheld, {self.in_flight} in flight"]
        return [
            *self.wrong_cards,
            *self.older,
            *self.inversions,
            *self.repeats,
            *self.registrations,
            *(doubt if self.doubts > explained else []),
        ]

    def row(self) -> str:
        """Return it as a row of the table."""
        struck = [self.blows.get(b, 0) for b in (Blow.KILL, Blow.FREEZE, Blow.DATABASE, Blow.CLOCK)]
        values = [
            *(self.database, f"{self.seconds:.0f}", *struck, self.presses, self.messages),
            *(len(self.wrong_cards), len(self.doubted), len(self.older), len(self.inversions)),
            len(self.repeats),
            *(len(self.registrations), self.doubts, self.withheld, self.in_flight),
            f"{self.right_after:.0f} s",
        ]
        return "| " + " | ".join(str(value) for value in values) + " |"


async def hasten(store: Store) -> None:
    """Let changes that are drawn once more after a lost one be due, as if their time had come."""
    now = datetime.now(UTC)
    again = delivery.c.dedupe_key.like("again:%") & (delivery.c.state == "scheduled")
    await store.gates._run(sa.update(delivery).where(again).values(due_at=now, next_at=now))


class Storm:
    """One storm over one database; `restart` kills its server, where there is one."""

    def __init__(
        self, folder: Path, url: str, plan: Plan, restart: Callable[[], None] | None
    ) -> None:
        self._plan = plan
        self._restart = restart
        self._line = Line(plan.seed).start()
        self._house = House(folder, Sim(self._line.address), self._settings(folder, url))
        self._machines: list[Machine] = []
        self._blows: dict[Blow, int] = {}
        self._in_flight = set[Attempt]()
        self._letters = 0
        self._called_off: list[str] = []
        self._right_at = 0.0

    @property
    def _several(self) -> bool:
        return self._restart is not None

    def _settings(self, folder: Path, url: str) -> dict[str, str]:
        shipped = (ROOT / "deploy" / "networks" / "rhein-kreis-neuss.toml").read_text("utf-8")
        network = folder / "network.toml"
        awake = shipped.replace("start = 20:00:00", "start = 07:00:00")
        awake = awake.replace("sundays = true", "sundays = false")
        network.write_text(awake.replace("\nholidays = true", "\nholidays = false"), "utf-8")
        self._network = load(str(network))
        return {
            "NETZBOTE_BOT_TOKEN": TOKEN,
            "NETZBOTE_BOT_API_URL": self._line.address,
            "NETZBOTE_DATABASE_URL": url,
            "NETZBOTE_ENCRYPTION_KEYS": new_key(),
            "NETZBOTE_NETWORK": str(network),
        }

    def play(self) -> Verdict:
        """Let it happen, wait until it is calm, and judge."""
        self._titles = {n + 1: f"Kurs {NAMES[n]}" for n in range(self._plan.size.trainings)}
        self._chats = self._house.asks(self._stage)
        people = People(self._line, self._plan, self._titles)
        self._line.asks(people.begin())
        facts = Facts(self._house.settings["NETZBOTE_DATABASE_URL"], self._chats, self._titles)
        history = History(facts, self._line.seconds).start()
        try:
            self._rage(people, facts)
            right_after = self._settle(facts, history)
            early = self._judged(people, facts, history, self._line.late)
            self._house.asks(age)  # what is in doubt is repeated now
            self._house.asks(hasten)
            self._settle(facts, history)
            verdict = self._judged(people, facts, history)
            verdict.wrong_cards = [*early.wrong_cards, *verdict.wrong_cards]
            verdict.doubted = [*early.doubted, *verdict.doubted]
            verdict.right_after = right_after
        finally:
            history.close()
            facts.close()
        return verdict

    def close(self) -> None:
        for machine in self._machines:
            machine.bot.close()
        self._line.close()

    # The stage.

    async def _stage(self, store: Store) -> dict[int, int]:
        now = datetime.now(UTC)
        for number, title in self._titles.items():
            course = in_weeks(self._network, title, self._plan.size.seats, later=number)
            await store.trainings.add(course, "rkn-kaarst", None)
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        chats = {}
        for n in range(self._plan.size.people):
            newcomer = Newcomer(in_chat(FIRST_CHAT + n), Role.SPECIALIST, place)
            chats[(await store.persons.add(newcomer, now.date())).id] = FIRST_CHAT + n
        return chats

    def _builds(self) -> None:
        """Start the bot: alone, or twice behind a balancer."""
        self._line.ports = [free_port() for _ in range(2)]
        for number, port in enumerate(self._line.ports[: 1 + self._several]):
            hooked = {
                "NETZBOTE_WEBHOOK_URL": f"{self._line.address}/telegram",
                "NETZBOTE_WEBHOOK_SECRET": "a-secret-of-this-test",
                "NETZBOTE_LISTEN": f"127.0.0.1:{port}",
            }
            settings = hooked if self._several else {}
            self._machines.append(Machine(self._house, number, settings))
        until(lambda: "started" in self._machines[0].bot.told())

    # The storm.

    def _rage(self, people: People, facts: Facts) -> None:
        self._facts = facts
        self._builds()
        self._begun = self._line.seconds()
        living = asyncio.run_coroutine_threadsafe(people.live(self._begun), self._line.loop)
        weather = threading.Thread(target=self._weather)
        weather.start()
        for strike in self._plan.strikes:
            self._until(strike.at)
            self._does(strike)
        weather.join()
        living.result(120)
        self._rights_clocks(at_once=True)

    def _until(self, at: float) -> None:
        while (left := self._begun + at - self._line.seconds()) > 0:
            time.sleep(min(left, 0.5))
            self._rights_clocks()

    def _weather(self) -> None:
        for window in self._plan.windows:
            time.sleep(max(0.0, self._begun + window.begins - self._line.seconds()))
            self._line.asks(self._line.set(window.fault))
            time.sleep(max(0.0, self._begun + window.ends - self._line.seconds()))
            self._line.asks(self._line.set(None))

    def _does(self, strike: Strike) -> None:
        self._blows[strike.blow] = self._blows.get(strike.blow, 0) + 1
        machine = self._machines[strike.whom % len(self._machines)]
        match strike.blow:
            case Blow.KILL:
                self._kills(machine)
            case Blow.FREEZE:
                self._freezes(machine, strike.amount)
            case Blow.DATABASE:
                assert self._restart is not None
                self._in_flight |= self._facts.sending()
                self._restart()
            case Blow.CLOCK:
                self._sets_clock(machine, strike.amount)
            case Blow.LETTERS:
                self._house.asks(self._puts_letters)
            case Blow.CALL_OFF:
                self._house.asks(self._calls_off)

    def _kills(self, machine: Machine) -> None:
        self._line.striking = True
        pid = machine.bot.pid
        machine.bot.kills()
        self._in_flight |= self._facts.sending(pid)
        machine.starts()
        time.sleep(0.3)
        self._line.striking = False

    def _freezes(self, machine: Machine, seconds: float) -> None:
        machine.bot.signal(signal.SIGSTOP)
        self._in_flight |= self._facts.sending(machine.bot.pid)
        time.sleep(seconds)
        machine.bot.signal(signal.SIGCONT)

    def _sets_clock(self, machine: Machine, ahead: float) -> None:
        self._rights_clocks(at_once=True)
        machine.sets(ahead)
        self._right_at = self._line.seconds() + WRONG

    def _rights_clocks(self, *, at_once: bool = False) -> None:
        if self._right_at and (at_once or self._line.seconds() > self._right_at):
            self._right_at = 0.0
            for machine in self._machines:
                machine.sets(0)

    async def _puts_letters(self, store: Store) -> None:
        """Write to some people, by each priority, with numbers that tell their order.

        Each time to others: a chat takes one message a second.
        """
        now, everybody = datetime.now(UTC), list(self._chats)
        first = self._letters // len(Priority) % len(everybody)
        for person in (everybody * 2)[first : first + 1 + self._plan.size.people // 4]:
            for priority in Priority:
                self._letters += 1
                text = f"Nr. {priority.value}-{self._letters}"
                kind = Kind.ANNOUNCEMENT if priority is Priority.ANNOUNCEMENT else Kind.ANSWER
                letter = Letter(
                    f"{LETTERS}{self._letters}", kind, now, person, priority=priority,
                    message=Message(text),
                )  # fmt: skip
                await store.deliveries.put(letter)

    async def _calls_off(self, store: Store) -> None:
        last = max(self._titles)
        await cancel(store, self._network, last, datetime.now(UTC))
        self._called_off = [self._titles[last]]

    # The calm.

    def _settle(self, facts: Facts, history: History) -> float:
        """Wait until nothing is to be done; return for how long something wrong was to be read."""
        begun, wrong_for = time.monotonic(), 0.0
        moved, before = begun, (0, 0)
        while (now := time.monotonic()) < moved + STUCK:
            waiting = facts.waiting() + len(self._line.telegram.world.updates.pending)
            if not waiting:
                return wrong_for
            shown = self._line.shown()
            if (waiting, len(shown)) != before:
                moved, before = now, (waiting, len(shown))
            told = truth(facts, self._called_off, history)
            if judge.wrong_cards(shown, told, list(self._titles.values())):
                wrong_for = now - begun
            time.sleep(0.5)
        raise AssertionError(f"not settled: {waiting} wait")

    def _judged(
        self, people: People, facts: Facts, history: History, but: Collection[int] = ()
    ) -> Verdict:
        shown, rows, titles = self._line.shown(), facts.rows(), list(self._titles.values())
        told, presses = truth(facts, self._called_off, history), people.presses()
        name = "PostgreSQL, 2 replicas" if self._several else "SQLite"
        doubts, in_flight = facts.doubts(), self._in_flight | history.in_flight
        wrong, doubted = judge.wrong_cards(shown, told, titles, but), facts.doubted()
        return Verdict(
            name,
            self._plan.size.seconds,
            self._blows,
            len(self._line.telegram.world.queries),
            len(shown),
            [what for pair, what in wrong.items() if pair not in doubted],
            judge.older_after_newer(shown, told, titles, self._line.late),
            judge.inversions(shown, rows) + judge.numbers_inverted(shown),
            judge.silent_repeats(shown),
            judge.wrong_presses(presses, told),
            [what for pair, what in wrong.items() if pair in doubted],
            len(doubts),
            self._line.withheld,
            len(doubts & in_flight),
            met=dict(self._line.met),
        )


def play(folder: Path, url: str, plan: Plan, restart: Callable[[], None] | None) -> Verdict:
    """Play a storm over a database, and return what came of it."""
    storm = Storm(folder, url, plan, restart)
    try:
        return storm.play()
    finally:
        storm.close()
