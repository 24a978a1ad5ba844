"""What the bot answers over HTTP: Telegram's calls, questions after its health, its figures."""

from __future__ import annotations

import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog
from aiohttp import web

from bot.checks import Check, ask
from bot.metrics import Metrics
from bot.metrics_text import CONTENT_TYPE, written
from bot.telegram.door import update_number

Update = dict[str, Any]
Accept = Callable[[Update], Awaitable[None]]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
#: Larger than any update Telegram sends, in bytes.
MAX_SIZE = 1024 * 1024
#: When Telegram should try again, in seconds; it honours this.
RETRY_AFTER = "5"

_log = structlog.get_logger(__name__)


async def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Web:
    """What the pages need; `accept` returns once an update is kept for good, else it raises."""

    accept: Accept | None = None  # None: no webhook here
    secret: str = ""
    alive: Mapping[str, Check] = field(default_factory=dict)
    ready: Mapping[str, Check] = field(default_factory=dict)
    metrics: Metrics = field(default_factory=lambda: Metrics(""))
    refresh: Callable[[], Awaitable[None]] = _nothing  # brings the metrics up to date

    def application(self) -> web.Application:
        """Return the aiohttp application; raise ValueError for a webhook without a secret."""
        application = web.Application(client_max_size=MAX_SIZE)
        if self.accept is not None:
            if not self.secret:
                raise ValueError("A webhook needs a secret")
            application.router.add_post("/telegram", self._telegram)
        application.router.add_get("/health/live", self._live)
        application.router.add_get("/health/ready", self._ready)
        application.router.add_get("/metrics", self._metrics)
        return application

    async def _telegram(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.secret.encode()):
            return web.Response(status=403)
        update = _update(await request.read())
        if update is None:
            # Telegram would repeat it for a day, and hold up the chat behind it.
            self.metrics.not_understood()
            _log.warning("webhook call is no update")
            return web.Response()
        return await self._keep(update)

    async def _keep(self, update: Update) -> web.Response:
        assert self.accept is not None, "the route exists with a webhook only"
        try:
            await self.accept(update)
        except Exception:  # noqa: BLE001 - whatever it is, Telegram shall send it again
            _log.exception("update not kept", update_id=update["update_id"])
            return web.Response(status=503, headers={"Retry-After": RETRY_AFTER})
        return web.Response()

    async def _live(self, _request: web.Request) -> web.Response:
        return _report(await ask(self.alive))

    async def _ready(self, _request: web.Request) -> web.Response:
        return _report(await ask(self.ready))

    async def _metrics(self, _request: web.Request) -> web.Response:
        try:
            await self.refresh()
        except Exception:  # noqa: BLE001 - the other figures are needed then most of all
            _log.exception("figures not refreshed")
            self.metrics.show_stale()
        return web.Response(body=written(self.metrics), headers={"Content-Type": CONTENT_TYPE})


def _update(body: bytes) -> Update | None:
    """Return the update in the body; None if there is none."""
    try:
        parsed = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return parsed if update_number(parsed) is not None else None


def _report(answers: Mapping[str, str]) -> web.Response:
    red = any(answer != "ok" for answer in answers.values())
    body = {"status": "red" if red else "ok", "checks": dict(answers)}
    return web.json_response(body, status=503 if red else 200)


@asynccontextmanager
async def serving(
    application: web.Application, host: str, port: int, *, grace: float = 5.0
) -> AsyncIterator[int]:
    """Serve while the block runs; gives the port, which matters if 0 was asked for.

    Requests under way have `grace` seconds to end. Raises OSError if the address is taken.
    """
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=grace)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
