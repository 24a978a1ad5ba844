"""What the tests of the stand-in share."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from standin.telegram import TOKEN, Telegram
from standin.world.faults import Answer

ANNA, BERT, NOBODY = 11, 12, 99


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2027, 3, 12, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


async def ask(telegram: Telegram, method: str, **parameters: Any) -> Answer:
    """Make a call; what is no string is sent as JSON, as a form would carry it."""
    strings = {k: v if isinstance(v, str) else json.dumps(v) for k, v in parameters.items()}
    return await telegram.call(TOKEN, method, strings)


def buttons(*labels: str) -> dict[str, Any]:
    """Return a keyboard below a message, one button a row."""
    return {
        "inline_keyboard": [[{"text": label, "callback_data": f"do {label}"}] for label in labels]
    }


async def until(condition: Callable[[], object]) -> None:
    """Let everything else run until the condition holds; fail after ten seconds."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - there is no event for every condition
            await asyncio.sleep(0.005)
