"""The bot with a clock that a file sets wrong, where libfaketime is not there.

`python -m tests.process.storm.shifted run`; the environment's SHIFT names the file.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import bot.clock
from bot.cli import main


class Shifted(datetime):
    """Tells the time that the file says: the machine's, and so many seconds more."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + timedelta(seconds=int(Path(os.environ["SHIFT"]).read_text()))


if __name__ == "__main__":
    vars(bot.clock)["datetime"] = Shifted
    main()
