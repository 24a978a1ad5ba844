"""One bot, three people: one who uses it, one who has not started it, one outside."""

from __future__ import annotations

from collections.abc import AsyncIterator
from zoneinfo import ZoneInfo

import pytest
from telegram import Bot

from standin.http.server import application, serving
from standin.inprocess import InProcessRequest
from standin.people.person import Person
from standin.telegram import TOKEN, Telegram
from standin.world.clock import MovableClock
from tests.standin.support import ANNA, BERT, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(
        clock.now, username="robot_bot", name="Robot", limits=False, zone=ZoneInfo("Europe/Berlin")
    )


@pytest.fixture
async def anna(telegram: Telegram) -> Person:
    """Anna has started the bot; what she said to it is gone."""
    anna = telegram.person(ANNA, "Anna <&> Ö")
    await anna.opens()
    telegram.take_updates()
    return anna


@pytest.fixture
def bert(telegram: Telegram) -> Person:
    """Bert has the app, but has never written to the bot."""
    return telegram.person(BERT, "Bert")


@pytest.fixture
async def bot(telegram: Telegram, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    """The real library, without a network."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with Bot(
        TOKEN, request=InProcessRequest(telegram), get_updates_request=InProcessRequest(telegram)
    ) as bot:
        yield bot


@pytest.fixture
async def address(telegram: Telegram) -> AsyncIterator[str]:
    """The stand-in over HTTP."""
    async with serving(application(telegram, MovableClock())) as address:
        yield address
