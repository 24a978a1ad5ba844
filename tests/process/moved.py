"""The bot with a clock that is moved on, as the demo's is, and ticks that beat when asked.

A program that begins as a copy, see `tests/fixtures/warm.py`; the environment's MOVED names a
folder. Its file `shift` says how many seconds the clock is ahead, `asked` a number and within how
many seconds the ticks that are meant beat, and `beaten` what was answered last.
"""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path

import bot.clock
import bot.run
from bot import cli
from bot.app import Bot
from scheduler.clockwatch import ClockWatch
from scheduler.jobs import Tick, run_all
from scheduler.tools import Tools


def _shift() -> float:
    return float(_said("shift"))


def _said(name: str) -> str:
    return Path(os.environ["MOVED"], name).read_text(encoding="ascii")


class Moved(datetime):
    """Tells the machine's time, and so many seconds more."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + timedelta(seconds=_shift())


class Asked(Bot):
    """Lets ticks beat whenever it is asked, beside their own times."""

    async def work(self, *more: Tick) -> None:
        await super().work(*more, Tick("asked", timedelta(seconds=0.05), self._beat))

    async def _beat(self, tools: Tools) -> None:
        asked = _said("asked")
        if asked == _said("beaten"):
            return
        _number, within = asked.split()
        await run_all(tools, timedelta(seconds=int(within)))
        self.inbox.wake()
        self.database.wake()
        _answers(asked)


def _answers(asked: str) -> None:
    new = Path(os.environ["MOVED"], "beaten.new")
    new.write_text(asked, encoding="ascii")
    new.rename(new.with_suffix(""))


def main() -> None:
    """Be `netzbote` at the moved hour."""
    vars(bot.clock)["datetime"] = Moved
    vars(bot.run)["Bot"] = Asked
    # For who watches it, the clock runs on: what was moved has passed.
    vars(bot.run)["ClockWatch"] = partial(ClockWatch, monotonic=lambda: time.monotonic() + _shift())
    cli.main()
