"""Measures an announcement to many at a real round trip, with taps before and during it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from storage.database import Database
from talk.register import Details
from tests.bench import world
from tests.bench.bench import BOTH, Bench
from tests.bench.figure import percentile
from tests.bench.processes import Telegram, Truth, control, running, standin, tap, text

ROUND_TRIP = 0.080
RATE = 28.0
#: People who tap, beside those the announcement goes to.
TAPPERS = 100
#: From the filling of the database to the first idle tap, in seconds.
LEAD_IN = 15.0
#: How many taps come a second before and during the announcement.
IDLE_TAPS, BUSY_TAPS = 8.0, 2.0
IDLE_SECONDS = 15.0
#: Part of the announcement during which people tap: the ends are left out.
_FROM, _TO = 0.05, 0.9
_SENDS = ("sendMessage", "editMessageText")
_TAP = 100_000


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What an announcement was like: messages a second, refusals, p99 waits in seconds."""

    rate: float
    refusals: int
    idle_answer: float
    busy_answer: float
    idle_card: float
    busy_card: float

    @property
    def tap(self) -> float:
        """How many times as long a tap waited as when the bot was idle."""
        return self.busy_answer / self.idle_answer


def ours(bench: Bench) -> dict[str, list[Broadcast]]:
    """Return our runs on each database; they are made once for all figures."""
    if "broadcasts" not in bench.kept:
        bench.prepare()
        bench.kept["broadcasts"] = {
            kind: bench.side_by_side(partial(_ours, bench, kind)) for kind in BOTH
        }
    kept: dict[str, list[Broadcast]] = bench.kept["broadcasts"]
    return kept


def controls(bench: Bench) -> dict[str, Broadcast]:
    """Return one run of each control, all at once; fewer messages for the slow ones."""
    if "broadcast controls" not in bench.kept:
        many = bench.scaled(3000, 150)
        runs: dict[str, tuple[list[str], int]] = {
            "PTB one after the other": (control("ptb_broadcast", "sequential"), many // 3),
            "PTB gather + AIORateLimiter": (control("ptb_broadcast", "gather"), many),
            "aiogram documented loop": (control("aiogram_broadcast"), many // 4),
        }
        found: dict[str, Broadcast] = {}

        def run(name: str) -> None:
            found[name] = _control(bench, *runs[name])

        threads = [threading.Thread(target=run, args=(name,)) for name in runs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        bench.kept["broadcast controls"] = {name: found[name] for name in runs if name in found}
    kept: dict[str, Broadcast] = bench.kept["broadcast controls"]
    return kept


def _ours(bench: Bench, kind: str) -> Broadcast:
    many = bench.scaled(3000, 150)
    url = bench.database(kind)
    begins = time.monotonic() + LEAD_IN + IDLE_SECONDS + 1

    async def fill(database: Database) -> int:
        await world.people(database, many + TAPPERS)
        shown = await world.training(database, None)
        send_at = world.now() + timedelta(seconds=begins - time.monotonic())
        await world.announce(database, shown, many, send_at)
        return shown.id

    data = Details(bench.fill(url, fill)).pack()
    with bench.our_bot(url, rate=RATE, round_trip=ROUND_TRIP, limited=True) as bot:
        with _tapping(bot.telegram, many, data, begins, many / (RATE - BUSY_TAPS)) as taps:
            bot.telegram.wait(60 + 3 * many / RATE, sendMessage=many)
        return _found(bot.telegram.truth(), *taps)


def _control(bench: Bench, command: list[str], many: int) -> Broadcast:
    program, *rest = command
    chats = bench.folder / f"chats_{many}_{Path(program).stem}.json"
    chats.write_text(json.dumps([world.chat(n) for n in range(many)]))
    with (
        standin(round_trip=ROUND_TRIP, limited=True) as telegram,
        running(program, telegram.base_url, *rest, str(chats)),
    ):
        begins = telegram.first_poll() + IDLE_SECONDS + 3
        telegram.feed([(begins, text(1, 1, "/announce"))])
        with _tapping(telegram, many, "det:1", begins, many / RATE) as taps:
            telegram.wait(30 + many / 4, sendMessage=many)
        return _found(telegram.truth(), *taps)


@contextmanager
def _tapping(
    telegram: Telegram, many: int, data: str, begins: float, lasts: float
) -> Iterator[tuple[list[int], list[int]]]:
    """Let people tap before and during the announcement; yield the numbers of these taps."""
    idle = [begins - IDLE_SECONDS - 1 + n / IDLE_TAPS for n in range(int(IDLE_TAPS * IDLE_SECONDS))]
    first = begins + _FROM * lasts
    busy = [first + n / BUSY_TAPS for n in range(int(BUSY_TAPS * lasts * (_TO - _FROM)))]
    moments = idle + busy
    telegram.feed(
        [
            (moment, tap(_TAP + n, world.chat(many + n % TAPPERS), data))
            for n, moment in enumerate(moments)
        ]
    )
    numbers = [_TAP + n for n in range(len(moments))]
    yield numbers[: len(idle)], numbers[len(idle) :]
    time.sleep(1.0)


def _found(truth: Truth, idle: list[int], busy: list[int]) -> Broadcast:
    """Count between the first and the last message of the announcement, cards included."""
    announced = truth.accepted("sendMessage")
    first, last = announced[0].at, announced[-1].at
    sent = [c for c in truth.accepted(*_SENDS) if first < c.at <= last]
    busy = [number for number in busy if number in truth.fed and truth.fed[number] < last]
    waits = {
        (method, name): percentile(truth.waits(method, taps), 0.99)
        for method in ("answerCallbackQuery", "editMessageText")
        for name, taps in (("idle", idle), ("busy", busy))
    }
    return Broadcast(
        rate=len(sent) / (last - first),
        refusals=truth.refusals,
        idle_answer=waits["answerCallbackQuery", "idle"],
        busy_answer=waits["answerCallbackQuery", "busy"],
        idle_card=waits["editMessageText", "idle"],
        busy_card=waits["editMessageText", "busy"],
    )
