"""The stand-in over HTTP: what a bot calls, and the doors under `/sim/`."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from aiohttp import web

from standin.api.parameters import as_strings
from standin.http.page import NO_HOOKS, Hooks, Page
from standin.http.sim import Sim, tell_mistakes
from standin.http.webhook import delivering
from standin.telegram import Telegram
from standin.world.clock import MovableClock
from standin.world.faults import Answer, Ending, refused
from standin.world.files import UploadedFile
from standin.world.refusals import RefusedError, bad_request

LARGEST_BODY = 64 * 2**20
LONGEST_HANG = 3600.0
#: Close at once with a reset instead of a goodbye.
LINGER_NOT = struct.pack("ii", 1, 0)


class BotApi:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, telegram: Telegram, latency: timedelta) -> None:
        self._telegram = telegram
        self._half = latency.total_seconds() / 2

    def routes(self) -> list[web.RouteDef]:
        """Return the two doors a bot knows."""
        return [
            web.get("/file/bot{token}/{path:.+}", self.file),
            web.route("*", "/bot{token:[^/]+}/{method}", self.method),
        ]

    async def method(self, request: web.Request) -> web.StreamResponse:
        """Answer a call, or let it hang, or cut the line."""
        await asyncio.sleep(self._half)
        hanging = self._telegram.faults.released
        answer = await self._answer(request)
        if answer.ending is not Ending.ANSWERED:
            if answer.ending is Ending.HANGING:
                await hanging.wait(LONGEST_HANG)
            _cut(request)
        await asyncio.sleep(self._half)
        return _response(answer)

    async def _answer(self, request: web.Request) -> Answer:
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            values, files = await _parameters(request)
        except ValueError:
            return refused(bad_request("can't parse JSON object"))
        return await self._telegram.call(token, method, values, files)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Hand out a file."""
        try:
            file = self._telegram.download(request.match_info["token"], request.match_info["path"])
        except RefusedError as error:
            return _response(refused(error))
        return web.Response(body=file.content, content_type="application/octet-stream")


def _response(answer: Answer) -> web.Response:
    kind = "application/json" if answer.raw is None else "text/html"
    # A cut line has no status; whatever stands here never arrives.
    return web.Response(body=answer.payload, status=answer.status or 500, content_type=kind)


def _cut(request: web.Request) -> None:
    transport = request.transport
    if transport is None:
        return
    line: socket.socket | None = transport.get_extra_info("socket")
    if line is not None:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
    transport.abort()


async def _parameters(request: web.Request) -> tuple[dict[str, str], dict[str, UploadedFile]]:
    values, files = dict(request.query), dict[str, UploadedFile]()
    if request.content_type == "application/json":
        body = json.loads(await request.text() or "{}")
        return values | as_strings(body if isinstance(body, dict) else {}), files
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = UploadedFile(value.filename, value.file.read(), value.content_type)
        elif isinstance(value, str):
            values[name] = value
    return values, files


def application(
    telegram: Telegram,
    clock: MovableClock,
    latency: timedelta = timedelta(),
    hooks: Hooks = NO_HOOKS,
) -> web.Application:
    """Return the web application; `latency` is what every call of a bot takes in addition.

    `hooks` is what the page at `/` can do beyond the stand-in.
    """
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[tell_mistakes])
    app.add_routes(BotApi(telegram, latency).routes())
    # The page's doors first: some are more precise than those they share a beginning with.
    app.add_routes([*Page(telegram, hooks).routes(), *Sim(telegram, clock).routes()])

    async def deliver(_: web.Application) -> AsyncIterator[None]:
        async with delivering(telegram):
            yield

    async def let_go(_: web.Application) -> None:
        telegram.faults.clear()

    app.cleanup_ctx.append(deliver)
    app.on_shutdown.append(let_go)
    return app


@asynccontextmanager
async def serving(
    app: web.Application, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[str]:
    """Serve on a port (0: a free one) and yield the address, without a slash at the end."""
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        name = f"[{host}]" if ":" in host else host
        yield f"http://{name}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
