"""The transport carries everything, and knows after each failure whether it left us."""

from __future__ import annotations

import asyncio
import socket
import traceback
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import NetworkError, RetryAfter, TimedOut

from bot.telegram.outcome import AnswerLost, NotLeft, classify
from bot.telegram.transport import Transport
from domain.delivery import Lost, NotSent
from tests.telegram.conftest import TOKEN, Serve, answer_with, bot_at

RawServe = Callable[[bytes | None], AbstractAsyncContextManager[str]]


async def failure(base_url: str, **settings: Any) -> Exception:
    async with bot_at(base_url, **settings) as bot:
        with pytest.raises(Exception) as caught:
            await bot.get_me()
    return caught.value


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


async def hang(_request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(60)
    return web.Response()


async def test_an_answer_arrives(serve: Serve) -> None:
    me = {"id": 1, "is_bot": True, "first_name": "Ödön <&>"}
    async with serve(answer_with(me)) as url, bot_at(url) as bot:
        user = await bot.get_me()

    assert user.first_name == "Ödön <&>"


async def test_text_arrives_unharmed(serve: Serve) -> None:
    seen: dict[str, str] = {}

    async def answer(request: web.Request) -> web.StreamResponse:
        seen.update({k: str(v) for k, v in (await request.post()).items()})
        message = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}}
        return web.json_response({"ok": True, "result": message})

    async with serve(answer) as url, bot_at(url) as bot:
        await bot.send_message(7, "Gespräche <führen> & mehr + 100 % 👍\n=x")

    assert seen == {"chat_id": "7", "text": "Gespräche <führen> & mehr + 100 % 👍\n=x"}


async def test_files_arrive_with_their_names(serve: Serve) -> None:
    seen: dict[str, Any] = {}

    async def answer(request: web.Request) -> web.StreamResponse:
        form = await request.post()
        part = form["document"]
        assert isinstance(part, web.FileField)
        seen.update(
            caption=form["caption"],
            name=part.filename,
            type=part.content_type,
            size=len(part.file.read()),
        )
        message = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}}
        return web.json_response({"ok": True, "result": message})

    document = InputFile(b"x" * 2_000_00, filename='März "1".ics')
    async with serve(answer) as url, bot_at(url) as bot:
        await bot.send_document(7, document, caption="Für Sie: <&>")

    assert seen == {
        "caption": "Für Sie: <&>",
        "name": 'März "1".ics',
        "type": "text/calendar",
        "size": 200_000,
    }


async def test_connections_are_used_again(serve: Serve) -> None:
    ports = set()

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        ports.add(request.transport.get_extra_info("peername")[1])
        return web.json_response({"ok": True, "result": True})

    async with serve(answer) as url, bot_at(url) as bot:
        for _ in range(5):
            await bot.log_out()

    assert len(ports) == 1


async def test_it_opens_again_after_a_shutdown(serve: Serve) -> None:
    async with serve(answer_with(True)) as url:  # noqa: SIM117 - two stories
        async with bot_at(url) as bot:
            await bot.log_out()
            await bot.request.shutdown()
            await bot.request.shutdown()
            await bot.request.initialize()
            await bot.request.initialize()

            assert await bot.log_out()


async def test_a_closed_transport_sends_nothing() -> None:
    transport = Transport()

    with pytest.raises(NetworkError) as caught:
        await transport.do_request("http://127.0.0.1:9", "POST")

    assert isinstance(caught.value.__cause__, NotLeft)


async def test_a_refused_port_is_not_sent() -> None:
    error = await failure(f"http://127.0.0.1:{free_port()}/bot")

    assert isinstance(error.__cause__, NotLeft)
    assert "ECONNREFUSED" in str(error)
    assert isinstance(classify(error), NotSent)


async def test_an_unknown_host_is_not_sent() -> None:
    error = await failure("http://nowhere.invalid/bot", trust_env=False)

    assert isinstance(error.__cause__, NotLeft)


async def test_an_address_that_is_none_is_not_sent() -> None:
    error = await failure("http://[/bot")

    assert isinstance(error, NetworkError)
    assert isinstance(error.__cause__, NotLeft)


async def test_failed_encryption_is_not_sent(serve: Serve) -> None:
    async with serve(answer_with(True)) as url:
        error = await failure(url.replace("http:", "https:"), trust_env=False)

    assert isinstance(error.__cause__, NotLeft)


async def test_a_full_pool_is_not_sent(serve: Serve) -> None:
    settings = {"pool_size": 1, "pool_timeout": 0.05, "connect_timeout": 0.05}
    async with serve(hang) as url, bot_at(url, **settings) as bot:
        first = asyncio.create_task(bot.log_out())
        await asyncio.sleep(0.05)
        with pytest.raises(TimedOut) as caught:
            await bot.log_out()
        first.cancel()
        await asyncio.wait([first])

    assert isinstance(caught.value.__cause__, NotLeft)


async def test_a_silent_proxy_is_not_sent() -> None:
    # A listening socket that never accepts: the tunnel is never built.
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        error = await failure(
            "https://api.example.invalid/bot",
            proxy=f"http://127.0.0.1:{port}",
            connect_timeout=0.1,
            pool_timeout=0.1,
        )

    assert isinstance(error.__cause__, NotLeft)


@pytest.mark.parametrize("from_environment", [False, True])
async def test_a_proxy_carries_the_request(
    from_environment: bool, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        seen.append(str(request.url.host))
        return web.json_response({"ok": True, "result": True})

    async with serve(answer) as url:
        proxy: str | None = url.removesuffix("/bot")
        if from_environment:
            monkeypatch.setenv("http_proxy", str(proxy))
            proxy = None
        async with bot_at("http://telegram.example/bot", proxy=proxy) as bot:
            await bot.log_out()

    assert seen == ["telegram.example"]


async def test_a_hanging_answer_is_unknown(serve: Serve) -> None:
    async with serve(hang) as url:
        error = await failure(url, read_timeout=0.1)

    assert isinstance(error, TimedOut)
    assert isinstance(error.__cause__, AnswerLost)
    assert isinstance(classify(error), Lost)


async def test_an_answer_that_trickles_is_cut_off(serve: Serve) -> None:
    async def trickle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b" ")
            await asyncio.sleep(0.02)

    limits = {"read_timeout": 0.1, "write_timeout": 0.1, "connect_timeout": 0.1}
    async with serve(trickle) as url, asyncio.timeout(5):
        error = await failure(url, pool_timeout=0.1, **limits)

    assert isinstance(error, TimedOut)
    assert isinstance(error.__cause__, AnswerLost)


async def test_a_reset_is_unknown(raw_serve: RawServe) -> None:
    async with raw_serve(None) as url:
        error = await failure(url)

    assert isinstance(error, NetworkError)
    assert isinstance(error.__cause__, AnswerLost)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    ],
    ids=["nothing", "half a header", "half a body", "not HTTP"],
)
async def test_a_torn_answer_is_unknown(answer: bytes, raw_serve: RawServe) -> None:
    async with raw_serve(answer) as url:
        error = await failure(url)

    assert isinstance(error, NetworkError)
    assert isinstance(error.__cause__, AnswerLost)


@pytest.mark.parametrize("status", [302, 500, 502, 504])
async def test_a_server_in_trouble_is_unknown(status: int, serve: Serve) -> None:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text="<html>", headers={"Location": "/elsewhere"})

    async with serve(answer) as url:
        error = await failure(url)

    assert isinstance(classify(error), Lost)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_request_goes_nowhere_but_to_its_address(status: int, serve: Serve) -> None:
    paths: list[str] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        paths.append(request.path.rpartition("/")[2])
        return web.Response(status=status, headers={"Location": "/elsewhere"})

    async with serve(answer) as url:
        await failure(url)

    assert paths == ["getMe"]


@pytest.mark.parametrize("body", ["<html>", "", '{"ok": true}', "[]", "\ufffd"])
async def test_nonsense_with_200_is_unknown(body: str, serve: Serve) -> None:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(text=body)

    async with serve(answer) as url:
        error = await failure(url)

    assert isinstance(classify(error), Lost)


async def test_a_wait_told_by_telegram_is_passed_on(serve: Serve) -> None:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": False, "parameters": {"retry_after": 3}}, status=429)

    async with serve(answer) as url:
        error = await failure(url)

    assert isinstance(error, RetryAfter)


async def test_cancelled_in_the_queue_it_is_not_sent(serve: Serve) -> None:
    async with serve(hang) as url, bot_at(url, pool_size=1) as bot:
        first = asyncio.create_task(bot.log_out())
        await asyncio.sleep(0.05)
        with pytest.raises(TimeoutError) as caught:
            async with asyncio.timeout(0.05):
                await bot.log_out()
        first.cancel()
        await asyncio.wait([first])

    assert isinstance(classify(caught.value), NotSent)


async def test_cancelled_while_waiting_for_the_answer_it_is_unknown(serve: Serve) -> None:
    async with serve(hang) as url, bot_at(url) as bot:
        with pytest.raises(TimeoutError) as caught:
            async with asyncio.timeout(0.1):
                await bot.log_out()

    assert isinstance(classify(caught.value), Lost)


async def test_a_post_is_never_repeated_behind_our_back(serve: Serve) -> None:
    calls = 0

    async def answer(request: web.Request) -> web.StreamResponse:
        nonlocal calls
        calls += 1
        if calls == 2:
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"ok": True, "result": True})

    async with serve(answer) as url, bot_at(url) as bot:
        await bot.log_out()
        with pytest.raises(NetworkError):
            await bot.log_out()

    assert calls == 2


@pytest.mark.parametrize("base_url", ["http://127.0.0.1:{port}/bot", "http://[/bot", "nonsense"])
async def test_no_failure_tells_the_token(base_url: str) -> None:
    error = await failure(base_url.format(port=free_port()))
    told = "".join(traceback.format_exception(error)) + repr(error) + repr(error.__cause__)

    assert TOKEN not in told
    assert error.__context__ is None
    assert error.__cause__ is not None
    assert error.__cause__.__context__ is None


async def test_garbage_is_not_logged(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(text="Frau Beispiel <private>")

    async with serve(answer) as url:
        await failure(url)

    assert "Beispiel" not in caplog.text
