"""A server on the loopback that answers, hangs, tears and lies on command."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram.ext import ExtBot

from bot.telegram.transport import Transport

TOKEN = "123456789:AAF-secret_secret_secret_secret_12345"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Answer], AbstractAsyncContextManager[str]]


@asynccontextmanager
async def _serve(answer: Answer) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield f"http://127.0.0.1:{port}/bot"
    finally:
        await runner.cleanup()


@pytest.fixture
def serve() -> Serve:
    """Run a server with one handler for everything; gives the base address of the Bot API."""
    return _serve


@pytest.fixture
def raw_serve() -> Callable[[bytes | None], AbstractAsyncContextManager[str]]:
    """Run a server that reads a request, says the given bytes and hangs up (None: resets)."""

    @asynccontextmanager
    async def run(answer: bytes | None) -> AsyncIterator[str]:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            if answer is None:
                writer.transport.abort()
                return
            writer.write(answer)
            await writer.drain()
            writer.close()
            await writer.wait_closed()

        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        async with server:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot"

    return run


def answer_with(result: Any, status: int = 200) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        await request.read()
        return web.json_response({"ok": status == 200, "result": result}, status=status)

    return answer


@asynccontextmanager
async def bot_at(base_url: str, **settings: Any) -> AsyncIterator[ExtBot[Any]]:
    """Yield a bot of the library on our transport, without asking for its name first."""
    limiter = settings.pop("rate_limiter", None)
    transport = Transport(**settings)
    polling = Transport(**settings)
    bot: ExtBot[Any] = ExtBot(
        TOKEN,
        base_url=base_url,
        request=transport,
        get_updates_request=polling,
        rate_limiter=limiter,
    )
    async with transport, polling:
        yield bot
