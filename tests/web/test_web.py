"""Telegram's calls are kept or sent back, and the bot says how it is."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

import bot.checks
from bot.metrics import Metrics
from bot.metrics_text import written
from bot.web import MAX_SIZE, SECRET_HEADER, Web, serving
from domain.delivery import Kind, Lost, Refused, Scope, Sent, State

SECRET = "Geheim_42"
HEADERS = {SECRET_HEADER: SECRET}
UPDATE = {"update_id": 7, "message": {"text": "Grüße <&>"}}


class Inbox:
    def __init__(self) -> None:
        self.kept: list[dict[str, Any]] = []
        self.broken = False

    async def accept(self, update: dict[str, Any]) -> None:
        if self.broken:
            raise RuntimeError("database is down")
        self.kept.append(update)


@asynccontextmanager
async def client(web: Web) -> AsyncIterator[aiohttp.ClientSession]:
    async with (
        serving(web.application(), "127.0.0.1", 0, grace=0.1) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        yield session


async def post(web: Web, body: bytes | str, headers: dict[str, str]) -> aiohttp.ClientResponse:
    raw = body.encode() if isinstance(body, str) else body
    async with (
        client(web) as session,
        session.post("/telegram", data=io.BytesIO(raw), headers=headers) as got,
    ):
        await got.read()
        return got


async def test_an_update_is_kept() -> None:
    inbox = Inbox()
    got = await post(Web(inbox.accept, SECRET), json.dumps(UPDATE), HEADERS)

    assert got.status == 200
    assert inbox.kept == [UPDATE]


@pytest.mark.parametrize(
    "headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "x"}, {SECRET_HEADER: "Geheim_42ü"}]
)
async def test_strangers_are_turned_away(headers: dict[str, str]) -> None:
    inbox = Inbox()
    got = await post(Web(inbox.accept, SECRET), json.dumps(UPDATE), headers)

    assert got.status == 403
    assert inbox.kept == []


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "null",
        '{"update_id": "7"}',
        '{"update_id": true}',
        '{"update_id": -1}',
        '{"update_id": 7.0}',
        '{"update_id": 9223372036854775808}',
        "{}",
        b"\xff",
        "[" * 9999,
    ],
)
async def test_what_is_no_update_is_not_sent_again(body: str | bytes) -> None:
    inbox = Inbox()
    web = Web(inbox.accept, SECRET)
    got = await post(web, body, HEADERS)

    assert got.status == 200
    assert inbox.kept == []
    assert b'netzbote_webhook_not_understood_total{network=""} 1.0' in written(web.metrics)


async def test_an_update_not_kept_comes_again() -> None:
    inbox = Inbox()
    inbox.broken = True
    got = await post(Web(inbox.accept, SECRET), json.dumps(UPDATE), HEADERS)

    assert got.status == 503
    assert got.headers["Retry-After"] == "5"


async def test_too_large_a_call_is_refused() -> None:
    inbox = Inbox()
    body = json.dumps(UPDATE | {"filling": "x" * MAX_SIZE})
    got = await post(Web(inbox.accept, SECRET), body, HEADERS)

    assert got.status == 413
    assert inbox.kept == []


async def test_without_a_webhook_there_is_no_door() -> None:
    got = await post(Web(), json.dumps(UPDATE), HEADERS)

    assert got.status == 404


def test_a_webhook_needs_a_secret() -> None:
    with pytest.raises(ValueError, match="secret"):
        Web(Inbox().accept).application()


async def good() -> None:
    return None


async def bad() -> str:
    return "lag of 90 s"


async def broken() -> None:
    raise RuntimeError("password=hunter2")


async def hanging() -> None:
    await asyncio.sleep(60)


async def test_health_is_green_when_all_is_well() -> None:
    async with client(Web(ready={"database": good, "lease": good})) as session:
        for path in ("/health/live", "/health/ready"):
            async with session.get(path) as got:
                assert got.status == 200
                assert (await got.json())["status"] == "ok"


async def test_health_names_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.checks, "CHECK_TIMEOUT", 0.05)
    checks = {"database": broken, "lag": bad, "lease": good, "telegram": hanging}
    async with client(Web(ready=checks)) as session, session.get("/health/ready") as got:
        assert got.status == 503
        assert await got.json() == {
            "status": "red",
            "checks": {
                "database": "RuntimeError",
                "lag": "lag of 90 s",
                "lease": "ok",
                "telegram": "TimeoutError",
            },
        }


async def test_a_loop_that_stands_is_not_alive() -> None:
    web = Web(alive={"loop": bad})
    async with client(web) as session, session.get("/health/live") as got:
        assert got.status == 503


async def test_figures_are_refreshed_when_asked_for() -> None:
    metrics = Metrics("x")

    async def refresh() -> None:
        counts = {(Kind.REMINDER, State.UNKNOWN): 2, (Kind.ANSWER, State.SENT): 40}
        metrics.show_outbox(counts, doubts=1, lag=1.5)
        metrics.show_inbox(dead=1, lag=0.5)

    for outcome in (Sent("1"), Sent("2"), Lost("x"), Refused("x", Scope.CHAT)):
        metrics.observe(outcome)
    web = Web(metrics=metrics, refresh=refresh)
    async with client(web) as session, session.get("/metrics") as got:
        text = await got.text()

    assert 'netzbote_deliveries{kind="reminder",network="x",state="unknown"} 2.0' in text
    assert 'netzbote_unknown{network="x"} 1.0' in text
    assert 'netzbote_outbox_lag_seconds{network="x"} 1.5' in text
    assert 'netzbote_inbox_lag_seconds{network="x"} 0.5' in text
    assert 'netzbote_inbox_dead{network="x"} 1.0' in text
    assert 'netzbote_sends_total{network="x",outcome="sent"} 2.0' in text
    assert 'netzbote_refusals_total{network="x",scope="chat"} 1.0' in text


async def test_figures_are_shown_even_if_they_cannot_be_refreshed() -> None:
    async with client(Web(refresh=broken)) as session, session.get("/metrics") as got:
        assert got.status == 200


async def test_a_state_that_is_gone_is_shown_no_longer() -> None:
    metrics = Metrics("x")
    metrics.show_outbox({(Kind.REMINDER, State.UNKNOWN): 2}, doubts=2, lag=0)
    metrics.show_outbox({}, doubts=0, lag=0)

    assert b'state="unknown"' not in written(metrics)
    assert b'netzbote_unknown{network="x"} 0.0' in written(metrics)


async def test_a_call_under_way_ends_in_peace() -> None:
    started = asyncio.Event()

    async def slow(_update: dict[str, Any]) -> None:
        started.set()
        await asyncio.sleep(0.1)

    web = Web(slow, SECRET)
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        async with serving(web.application(), "127.0.0.1", 0) as port:
            url = f"http://127.0.0.1:{port}/telegram"
            call = asyncio.create_task(session.post(url, json=UPDATE))
            await started.wait()
        async with await call as got:
            assert got.status == 200
