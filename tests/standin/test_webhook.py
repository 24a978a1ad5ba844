"""Updates are delivered to a webhook: with the secret, in order, again until they are taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from standin.http.server import serving
from standin.http.webhook import SECRET_HEADER
from standin.people.person import Person
from standin.telegram import Telegram
from tests.standin.support import BERT, Clock, ask, until


@dataclass
class Hook:
    """A bot's endpoint that answers as it is told, 200 if it is told nothing."""

    address: str = ""
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    heard: list[tuple[float, str, dict[str, Any]]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        now = asyncio.get_running_loop().time()
        secret = request.headers.get(SECRET_HEADER, "")
        self.heard.append((now, secret, await request.json()))
        status, headers = self.answers.pop(0) if self.answers else (200, {})
        return web.Response(status=status, headers=headers)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, _, update in self.heard]

    def pause(self) -> float:
        return self.heard[-1][0] - self.heard[-2][0]


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    """A server of one's own, which calls webhooks of this machine too."""
    return Telegram(clock.now, limits=False, local=True)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.answer)
    async with serving(app) as address:
        hook.address = f"{address}/hook"
        yield hook


async def test_updates_come_with_the_secret_and_in_order(
    telegram: Telegram, address: str, hook: Hook, anna: Person
) -> None:
    await anna.says("eins")
    await ask(telegram, "setWebhook", url=hook.address, secret_token="geheim")
    await anna.says("zwei")
    await until(lambda: len(hook.heard) == 2)

    assert hook.texts == ["eins", "zwei"]
    assert {secret for _, secret, _ in hook.heard} == {"geheim"}
    await until(lambda: not telegram.world.updates.waiting())


async def test_a_refused_update_comes_again_before_the_next_of_the_chat(
    telegram: Telegram, address: str, hook: Hook, anna: Person, bert: Person
) -> None:
    hook.answers = [(500, {})]
    await ask(telegram, "setWebhook", url=hook.address)
    await anna.says("eins")
    await anna.says("zwei")
    await until(lambda: hook.heard)
    await bert.says("nebenan")
    await until(lambda: len(hook.heard) == 4)

    # Another chat does not wait for the one that was refused.
    assert hook.texts == ["eins", "nebenan", "eins", "zwei"]
    info = (await ask(telegram, "getWebhookInfo")).body["result"]
    assert info["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )
    assert BERT in telegram.world.chats


async def test_the_wait_doubles_from_a_second(
    telegram: Telegram, address: str, hook: Hook, anna: Person
) -> None:
    hook.answers = [(500, {}), (500, {})]
    await ask(telegram, "setWebhook", url=hook.address)
    await anna.says("eins")
    await until(lambda: len(hook.heard) == 2)
    first = hook.pause()
    await until(lambda: len(hook.heard) == 3)

    assert first > 0.9
    assert hook.pause() > 1.9


async def test_the_wait_is_as_long_as_asked_for(
    telegram: Telegram, address: str, hook: Hook, anna: Person
) -> None:
    hook.answers = [(503, {"Retry-After": "2"})]
    await ask(telegram, "setWebhook", url=hook.address)
    await anna.says("eins")
    await until(lambda: len(hook.heard) == 2)

    assert hook.pause() > 1.9


async def test_an_expired_update_is_dropped(
    telegram: Telegram, address: str, hook: Hook, anna: Person, clock: Clock
) -> None:
    hook.answers = [(500, {})]
    await ask(telegram, "setWebhook", url=hook.address)
    await anna.says("alt")
    await until(lambda: hook.heard)
    clock.move(hours=25)
    await anna.says("neu")
    await until(lambda: len(hook.heard) == 2)

    assert hook.texts == ["alt", "neu"]
    assert len(telegram.world.updates.dropped) == 1


async def test_a_closed_door_is_told(telegram: Telegram, address: str, anna: Person) -> None:
    await ask(telegram, "setWebhook", url="http://127.0.0.1:9/hook")
    await anna.says("eins")
    webhook = telegram.world.updates.webhook
    assert webhook
    await until(lambda: webhook.last_error)

    assert webhook.last_error == "Connection refused"
    assert (await ask(telegram, "getWebhookInfo")).body["result"]["pending_update_count"] == 1
