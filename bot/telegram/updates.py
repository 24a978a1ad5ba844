"""Asking Telegram for updates, and confirming only what is kept for good."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

import structlog
from telegram import Bot
from telegram.constants import PollingLimit, UpdateType
from telegram.error import Conflict, InvalidToken

from bot.telegram.outcome import classify
from domain.delivery import NotSent
from domain.problem import Problem
from scheduler.line import FIRST_WAIT, LONGEST_WAIT

Update = dict[str, Any]

ALLOWED_UPDATES = (UpdateType.MESSAGE, UpdateType.CALLBACK_QUERY, UpdateType.MY_CHAT_MEMBER)

#: How long Telegram may hold an empty answer back, in seconds, and what the way may take on top.
LONG_POLL, ON_THE_WAY = 30, 10.0
#: So long at least lies between two questions if the first one brought nothing new, in seconds.
FLOOR = 1.0

_log = structlog.get_logger(__name__)


class WebhookInPlace(Problem):
    """Another installation receives this bot's updates; polling would take them away."""


async def _nothing() -> None:
    return None


async def poll(
    bot: Bot,
    accept: Callable[[list[Update]], Awaitable[None]],
    *,
    take_over: bool = False,
    step_down: Callable[[], Awaitable[None]] = _nothing,
    heard: Callable[[], None] = lambda: None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> NoReturn:
    """Fetch raw updates for ever and hand them to `accept`, until cancelled.

    `accept` returns once the batch is committed; if it raises, the same updates are asked for
    again. `heard` is called after each answer of Telegram. Raises WebhookInPlace if a webhook
    is set and not to be taken over, Conflict (after `step_down`) if somebody else polls, and
    InvalidToken; everything else is waited out.
    """
    wait, offset, claimed = FIRST_WAIT, None, False
    while True:
        try:
            if not claimed:
                await _claim(bot, take_over=take_over)
                claimed = True
            asked, known = time.monotonic(), offset
            batch = await _fetch(bot, offset)
            heard()
            offset = await _keep(batch, accept, offset)
            if offset == known:  # a server may answer at once, again and again
                await _rest(asked, sleep)
        except Conflict:
            await step_down()
            raise
        except (InvalidToken, WebhookInPlace):
            raise
        except Exception as error:  # noqa: BLE001 - network or database, it may come back
            _log.warning("polling failed", error=repr(error), wait=wait)
            await sleep(max(wait, _told(error)))
            wait = min(2 * wait, LONGEST_WAIT)
        else:
            wait = FIRST_WAIT


async def _rest(asked: float, sleep: Callable[[float], Awaitable[None]]) -> None:
    rest = FLOOR - (time.monotonic() - asked)
    if rest > 0:
        await sleep(rest)


async def _claim(bot: Bot, *, take_over: bool) -> None:
    """Make sure that updates come to who asks, without taking them from anybody by accident."""
    if not (await bot.get_webhook_info()).url:
        return
    if not take_over:
        raise WebhookInPlace("A webhook is set for this bot; --take-over removes it")
    await bot.delete_webhook(drop_pending_updates=False)
    _log.info("webhook removed")


async def _fetch(bot: Bot, offset: int | None) -> list[Update]:
    # The public ways parse the updates, and log their content when they cannot.
    batch: list[Update] = await bot._post(  # noqa: SLF001 - see above
        "getUpdates",
        {
            "offset": offset,
            "limit": PollingLimit.MAX_LIMIT.value,
            "timeout": LONG_POLL,
            "allowed_updates": list(ALLOWED_UPDATES),
        },
        read_timeout=LONG_POLL + ON_THE_WAY,
    )
    return batch


async def _keep(
    batch: list[Update], accept: Callable[[list[Update]], Awaitable[None]], offset: int | None
) -> int | None:
    """Return the next offset. The last id counts, not the highest: ids start anew at times.

    An update that nobody can read is confirmed with the others, lest it came back for ever.
    """
    if not batch:
        return offset
    ids = [number for each in batch if (number := _id_of(each)) is not None]
    await accept(batch)
    if not ids:
        raise ValueError("updates without any number")
    return ids[-1] + 1


def _id_of(update: object) -> int | None:
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if type(number) is int else None


def _told(error: Exception) -> float:
    """Return the seconds Telegram asks us to wait, if it does."""
    outcome = classify(error)
    if isinstance(outcome, NotSent) and outcome.retry_after:
        return outcome.retry_after.total_seconds()
    return 0.0
