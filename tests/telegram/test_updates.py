"""Updates are confirmed to Telegram only after they are kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram.error import Conflict, InvalidToken

from bot.telegram.intake import Declined, reached
from bot.telegram.updates import FLOOR, WebhookInPlace, poll
from tests.telegram.conftest import Serve, bot_at

CHAT = {"id": 987654321, "type": "private", "first_name": "Änne"}


def update(number: int) -> dict[str, Any]:
    message = {"message_id": number, "date": 0, "chat": CHAT, "text": "<&>", "unheard_of": {"a": 1}}
    return {"update_id": number, "message": message}


class Telegram:
    """Holds updates until an offset confirms them, as Telegram does."""

    def __init__(self, *numbers: int) -> None:
        self.queue = [update(number) for number in numbers]
        self.asked: list[dict[str, str]] = []
        self.faults: list[tuple[int, dict[str, Any]]] = []
        self.webhook = ""
        self.calls: list[str] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.path.rpartition("/")[2]
        self.calls.append(method)
        form = {name: str(value) for name, value in (await request.post()).items()}
        if self.faults:
            status, body = self.faults.pop(0)
            return web.json_response({"ok": False} | body, status=status)
        if method == "getWebhookInfo":
            result: Any = {"url": self.webhook, "has_custom_certificate": False}
            return self._ok(result | {"pending_update_count": 0})
        if method == "deleteWebhook":
            self.asked.append(form)
            return self._ok(True)
        return await self._updates(form)

    async def _updates(self, form: dict[str, str]) -> web.StreamResponse:
        self.asked.append(form)
        if "offset" in form:
            ids = [kept.get("update_id") for kept in self.queue]
            if int(form["offset"]) - 1 in ids:
                del self.queue[: ids.index(int(form["offset"]) - 1) + 1]
        if not self.queue:
            await asyncio.sleep(0.02)
        return self._ok(self.queue[:2])

    def _ok(self, result: Any) -> web.StreamResponse:
        return web.json_response({"ok": True, "result": result})

    @property
    def offsets(self) -> list[str | None]:
        return [form.get("offset") for form in self.asked]


class Inbox:
    def __init__(self, failures: int = 0) -> None:
        self.kept: list[int] = []
        self.failures = failures
        self.raw: list[dict[str, Any]] = []

    async def accept(self, batch: list[dict[str, Any]]) -> None:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("database is down")
        self.raw += batch
        self.kept += [one["update_id"] for one in batch if "update_id" in one]


class Waits:
    """Does not wait, but remembers how long it should have.

    `rests` are what was left of the least time between two questions, `seconds` all other waits.
    """

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.rests: list[float] = []

    async def __call__(self, seconds: float) -> None:
        (self.rests if seconds < FLOOR else self.seconds).append(seconds)
        await asyncio.sleep(0.001)


@asynccontextmanager
async def polling(
    serve: Serve, telegram: Telegram, inbox: Inbox, **how: Any
) -> AsyncIterator[asyncio.Task[None]]:
    async with serve(telegram.answer) as url, bot_at(url) as api:
        task = asyncio.create_task(poll(api, inbox.accept, **({"sleep": Waits()} | how)))
        yield task
        task.cancel()
        await asyncio.wait([task])


async def until(condition: Any) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - the server has no event to wait for
            await asyncio.sleep(0.01)


async def test_updates_arrive_as_they_are(serve: Serve) -> None:
    telegram, inbox = Telegram(5, 6, 7), Inbox()
    async with polling(serve, telegram, inbox):
        await until(lambda: not telegram.queue)

    assert inbox.raw == [update(5), update(6), update(7)]
    assert telegram.offsets[:3] == [None, "7", "8"]
    assert telegram.asked[0]["timeout"] == "30"
    assert json.loads(telegram.asked[0]["allowed_updates"]) == [
        "message",
        "callback_query",
        "my_chat_member",
    ]


async def test_what_is_not_kept_is_not_confirmed(serve: Serve) -> None:
    telegram, inbox = Telegram(5, 6), Inbox(failures=3)
    async with polling(serve, telegram, inbox):
        await until(lambda: not telegram.queue)

    assert inbox.kept == [5, 6]
    assert telegram.offsets[:5] == [None, None, None, None, "7"]


async def test_nothing_is_confirmed_while_it_is_being_kept(serve: Serve) -> None:
    telegram, committed = Telegram(5), asyncio.Event()

    async def accept(_batch: list[dict[str, Any]]) -> None:
        await committed.wait()

    async with serve(telegram.answer) as url, bot_at(url) as api:
        task = asyncio.create_task(poll(api, accept))
        await until(lambda: telegram.asked)
        await asyncio.sleep(0.1)

        assert telegram.offsets == [None]

        committed.set()
        await until(lambda: not telegram.queue)
        task.cancel()
        await asyncio.wait([task])


async def test_ids_may_start_anew(serve: Serve) -> None:
    telegram, inbox = Telegram(900, 5, 6), Inbox()
    async with polling(serve, telegram, inbox):
        await until(lambda: not telegram.queue)

    assert inbox.kept == [900, 5, 6]


async def test_what_nobody_can_read_is_confirmed_with_the_others(serve: Serve) -> None:
    telegram, inbox = Telegram(), Inbox()
    telegram.queue = [
        update(2**63),
        update(5),
        {"message": {}},
        update(6),
        update(2**63),
        update(7),
    ]
    async with polling(serve, telegram, inbox):
        await until(lambda: not telegram.queue)

    assert inbox.kept == [2**63, 5, 6, 2**63, 7]


async def test_trouble_on_the_way_is_waited_out(serve: Serve) -> None:
    telegram, inbox = Telegram(5), Inbox()
    telegram.faults = [(500, {}), (502, {}), (429, {})]
    async with polling(serve, telegram, inbox):
        await until(lambda: inbox.kept)

    assert inbox.kept == [5]


async def test_each_failure_is_waited_for_longer(serve: Serve) -> None:
    telegram, waits = Telegram(), Waits()
    telegram.faults = [(500, {})] * 7
    async with polling(serve, telegram, Inbox(), sleep=waits):
        await until(lambda: telegram.asked)
        telegram.faults = [(500, {})]
        await until(lambda: len(waits.seconds) == 8)

    assert waits.seconds == [1, 2, 4, 8, 10, 10, 10, 1]


async def test_a_server_that_answers_at_once_is_asked_no_more_often_than_it_has_news(
    serve: Serve,
) -> None:
    telegram, waits = Telegram(5, 6, 7), Waits()
    async with polling(serve, telegram, Inbox(), sleep=waits):
        await until(lambda: len(telegram.asked) == 7)

    # The two batches with something new were followed at once, each empty one by a rest.
    assert len(waits.rests) == 4
    assert all(FLOOR / 2 < rest < FLOOR for rest in waits.rests)


@pytest.mark.parametrize(
    "odd", [{"ok": False}, {"ok": True}, [], "text", None, {"ok": True, "result": {}}], ids=repr
)
async def test_an_odd_answer_is_an_outage(serve: Serve, odd: Any) -> None:
    answers, waits = [odd, odd], Waits()

    async def answer(request: web.Request) -> web.StreamResponse:
        await request.read()
        me = {"id": 1, "is_bot": True, "first_name": "Ä", "username": "a_bot"}
        body = answers.pop() if answers else {"ok": True, "result": me}
        return web.json_response(body)

    async with serve(answer) as url, bot_at(url) as api:
        await reached(api.get_me, waits)

        assert (answers, waits.seconds) == ([], [1, 2])
        assert api.username == "a_bot"


async def refused(serve: Serve, description: str, waits: Waits) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        await request.read()
        if waits.seconds:
            return web.json_response({"ok": True, "result": True})
        body = {"ok": False, "error_code": 400, "description": f"Bad Request: {description}"}
        return web.json_response(body, status=400)

    async with serve(answer) as url, bot_at(url) as api:
        await reached(lambda: api.set_webhook("https://bot.example/telegram"), waits)


async def test_only_what_may_heal_is_tried_again(serve: Serve) -> None:
    waits = Waits()
    await refused(serve, "bad webhook: Failed to resolve host: Name or service not known", waits)

    assert waits.seconds == [1]
    with pytest.raises(Declined, match=r"Telegram declines: .*ports 80, 88, 443 or 8443"):
        await refused(
            serve,
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
            Waits(),
        )


async def test_a_wait_told_by_telegram_is_kept(serve: Serve) -> None:
    telegram, waits = Telegram(), Waits()
    telegram.faults = [(429, {"parameters": {"retry_after": 77}})]
    async with polling(serve, telegram, Inbox(), sleep=waits):
        await until(lambda: telegram.asked)

    assert waits.seconds == [77]


async def test_two_pollers_are_one_too_many(serve: Serve) -> None:
    telegram, stepped = Telegram(5), asyncio.Event()

    async def step_down() -> None:
        stepped.set()

    async with polling(serve, telegram, Inbox(), step_down=step_down) as task:
        await until(lambda: not telegram.queue)
        telegram.faults = [(409, {"description": "Conflict: terminated by other"})]
        await asyncio.wait([task], timeout=5)

    assert stepped.is_set()
    assert isinstance(task.exception(), Conflict)


async def test_a_revoked_token_is_no_passing_trouble(serve: Serve) -> None:
    telegram = Telegram()
    telegram.faults = [(401, {"description": "Unauthorized"})]
    async with polling(serve, telegram, Inbox()) as task:
        await asyncio.wait([task], timeout=5)

    assert isinstance(task.exception(), InvalidToken)


async def test_a_webhook_is_not_taken_away_by_accident(serve: Serve) -> None:
    telegram = Telegram(5)
    telegram.webhook = "https://example.org/telegram"
    async with polling(serve, telegram, Inbox()) as task:
        await asyncio.wait([task], timeout=5)

    assert isinstance(task.exception(), WebhookInPlace)
    assert telegram.calls == ["getWebhookInfo"]


async def test_a_webhook_is_taken_over_on_request_and_its_backlog_kept(serve: Serve) -> None:
    telegram, inbox = Telegram(5), Inbox()
    telegram.webhook = "https://example.org/telegram"
    async with polling(serve, telegram, inbox, take_over=True):
        await until(lambda: inbox.kept)

    assert telegram.calls[:3] == ["getWebhookInfo", "deleteWebhook", "getUpdates"]
    assert telegram.asked[0].get("drop_pending_updates", "false") == "false"


async def test_one_can_see_that_telegram_is_heard(serve: Serve) -> None:
    heard = asyncio.Event()
    async with polling(serve, Telegram(), Inbox(), heard=heard.set):
        async with asyncio.timeout(5):
            await heard.wait()
