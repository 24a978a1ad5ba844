"""Delivers updates to a webhook: in order for each chat, again and again until they expire."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import aiohttp

from standin.telegram import Telegram
from standin.world.updates import Pending, Updates, Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LONGEST_RETRY_AFTER = 3600.0
LONGEST_BACKOFF = 60.0
IDLE = 3600.0


class Deliverer:
    """Delivers what waits, several chats at a time."""

    def __init__(self, telegram: Telegram, session: aiohttp.ClientSession) -> None:
        self._telegram = telegram
        self._session = session
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Deliver for ever."""
        try:
            while True:
                updates = self._telegram.world.updates
                signal = updates.signal
                await signal.wait(self._start_all(updates))
        finally:
            for task in self._tasks:
                task.cancel()

    def _start_all(self, updates: Updates) -> float:
        """Start what can be delivered now; return the seconds until more may be due."""
        webhook = updates.webhook
        if webhook is None:
            return IDLE
        now = asyncio.get_running_loop().time()
        pause, seen, free = IDLE, set[int](), webhook.max_connections - len(self._tasks)
        for update in updates.waiting():
            if update.key in seen:
                continue
            seen.add(update.key)
            if update.under_way:
                continue
            if update.not_before > now:
                pause = min(pause, update.not_before - now)
            elif free > 0:
                free -= 1
                self._start(updates, webhook, update)
        return pause

    def _start(self, updates: Updates, webhook: Webhook, update: Pending) -> None:
        update.under_way = True
        task = asyncio.create_task(self._deliver(updates, webhook, update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, updates: Updates, webhook: Webhook, update: Pending) -> None:
        try:
            error, retry_after = await self._post(webhook, update)
        finally:
            update.under_way = False
        if error:
            self._failed(webhook, update, error, retry_after)
        else:
            updates.done(update)
        updates.signal.ring()

    async def _post(self, webhook: Webhook, update: Pending) -> tuple[str, float]:
        """Return what went wrong (nothing if it was taken) and the seconds to wait, if told."""
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            async with self._session.post(
                webhook.url, json=update.body, headers=headers
            ) as response:
                if 200 <= response.status <= 299:
                    return "", 0.0
                wait = _seconds(response.headers.get("Retry-After", ""))
                told = f"{response.status} {response.reason}"
                return f"Wrong response from the webhook: {told}", wait
        except (aiohttp.ClientError, TimeoutError) as error:
            refused = isinstance(error, aiohttp.ClientConnectorError)
            return "Connection refused" if refused else "Webhook connection closed", 0.0

    def _failed(self, webhook: Webhook, update: Pending, error: str, retry_after: float) -> None:
        update.failures += 1
        backoff = min(2.0 ** (update.failures - 1), LONGEST_BACKOFF)
        update.not_before = asyncio.get_running_loop().time() + (retry_after or backoff)
        webhook.last_error, webhook.last_error_at = error, self._telegram.now()
        self._telegram.world.journal.add("webhook", update_id=update.id, error=error)


def _seconds(header: str) -> float:
    try:
        return min(max(0.0, float(header)), LONGEST_RETRY_AFTER)
    except ValueError:
        return 0.0


@asynccontextmanager
async def delivering(telegram: Telegram) -> AsyncIterator[None]:
    """Deliver to the webhook, if one is set, as long as this is open."""
    timeout = aiohttp.ClientTimeout(total=60)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        task = asyncio.create_task(Deliverer(telegram, session).run())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
