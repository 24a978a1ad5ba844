"""Each way a Bot API call can fail leads to the one right outcome."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.outcome import DEFAULT_PAUSE, NOT_LEFT, AnswerLost, NotLeft, classify
from domain.delivery import Lost, Migrated, NotSent, Refused, Scope, Sent


def because(error: Exception, cause: BaseException) -> Exception:
    error.__cause__ = cause
    return error


NOT_SENT = {
    "pool exhausted": because(TimedOut("Pool timeout"), httpx.PoolTimeout("")),
    "refused, DNS or TLS": because(NetworkError("x"), httpx.ConnectError("")),
    "connect timeout": because(TimedOut(), httpx.ConnectTimeout("")),
    "proxy refuses": because(NetworkError("x"), httpx.ProxyError("")),
    "our wire, slow": because(TimedOut(), NotLeft()),
    "our wire, failed": because(NetworkError("x"), NotLeft()),
    "two pollers": Conflict("terminated by other getUpdates request"),
}

LOST = {
    "read timeout": because(TimedOut(), httpx.ReadTimeout("")),
    "write timeout": because(TimedOut(), httpx.WriteTimeout("")),
    "closed within the answer": because(NetworkError("x"), httpx.RemoteProtocolError("")),
    "connection torn": because(NetworkError("x"), httpx.ReadError("")),
    "500": NetworkError("Internal Server Error (500)"),
    "502 with a page": because(NetworkError("Bad Gateway (502)"), TelegramError("Invalid")),
    "504": NetworkError("Gateway Timeout (504)"),
    "200 without sense": because(TelegramError("Invalid server response"), ValueError()),
    "200 that is no JSON": because(
        TelegramError("Invalid server response"), json.JSONDecodeError("", "", 0)
    ),
    "200 without result": KeyError("result"),
    "our wire, slow": because(TimedOut(), AnswerLost()),
    "our wire, torn": because(NetworkError("x"), AnswerLost()),
    "the time is up": because(TimeoutError(), asyncio.CancelledError()),
    "the time is up, nobody says where": TimeoutError(),
    "anything else": RuntimeError("surprise"),
}

REFUSED = {
    "nothing to change": (BadRequest("Message to edit not found"), Scope.PLACE),
    "not changeable": (BadRequest("Message can't be edited"), Scope.PLACE),
    "no text to change": (BadRequest("There is no text in the message to edit"), Scope.PLACE),
    "blocked": (Forbidden("Forbidden: bot was blocked by the user"), Scope.CHAT),
    "deactivated": (Forbidden("Forbidden: user is deactivated"), Scope.CHAT),
    "never there": (BadRequest("Bad Request: chat not found"), Scope.ADDRESS),
    "bad entities": (BadRequest("Bad Request: can't parse entities"), Scope.MESSAGE),
    "too long": (BadRequest("Bad Request: message is too long"), Scope.MESSAGE),
    "too large": (NetworkError("Request Entity Too Large"), Scope.MESSAGE),
    "401": (InvalidToken("Unauthorized"), Scope.BOT),
    "404": (InvalidToken("Not Found"), Scope.BOT),
    "404 of an unknown method": (EndPointNotFound("Endpoint"), Scope.BOT),
}


@pytest.mark.parametrize("error", NOT_SENT.values(), ids=NOT_SENT)
def test_surely_not_sent(error: Exception) -> None:
    outcome = classify(error)

    assert isinstance(outcome, NotSent)
    assert not outcome.pause_all
    assert outcome.retry_after is None


@pytest.mark.parametrize("error", LOST.values(), ids=LOST)
def test_nobody_can_know(error: Exception) -> None:
    assert isinstance(classify(error), Lost)


@pytest.mark.parametrize(("error", "scope"), REFUSED.values(), ids=REFUSED)
def test_refused_for_good(error: Exception, scope: Scope) -> None:
    outcome = classify(error)

    assert isinstance(outcome, Refused)
    assert outcome.scope is scope


@pytest.mark.parametrize("setting", ["true", "1"])
def test_429_waits_as_long_as_telegram_says(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", setting)

    outcome = classify(RetryAfter(7))

    assert isinstance(outcome, NotSent)
    assert outcome.retry_after == timedelta(seconds=7)
    assert outcome.pause_all


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
def test_429_is_understood_when_the_library_counts_in_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "false")

    outcome = classify(RetryAfter(7))

    assert isinstance(outcome, NotSent)
    assert outcome.retry_after == timedelta(seconds=7)


@pytest.mark.parametrize("message", ["Too Many Requests", "Too Many Requests (429)"])
def test_429_without_a_time_pauses_everything_for_a_while(message: str) -> None:
    outcome = classify(NetworkError(message))

    assert isinstance(outcome, NotSent)
    assert outcome.retry_after == DEFAULT_PAUSE
    assert outcome.pause_all


def test_a_migrated_group_is_followed() -> None:
    assert classify(ChatMigrated(-1001)) == Migrated("-1001")


def test_a_change_that_changes_nothing_counts_as_done() -> None:
    error = BadRequest(
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )

    assert classify(error) == Sent()


async def test_the_time_is_up_before_anything_left() -> None:
    async def stuck() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError as cancelled:
            cancelled.add_note(NOT_LEFT)
            raise

    with pytest.raises(TimeoutError) as caught:
        async with asyncio.timeout(0.01):
            await stuck()

    assert isinstance(classify(caught.value), NotSent)


def test_the_reason_fits_into_a_row() -> None:
    outcome = classify(NetworkError("x" * 5000))

    assert isinstance(outcome, Lost)
    assert len(outcome.error) <= 200


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ('Bad Request: unsupported start tag "geheim" at byte offset 3', "start tag … at byte"),
        ("Bad Request: wrong URL 'geheim'", "url …"),
        ("Bad Request: chat 7345678901 of «geheim", "hat … of …"),
        ("Bad Request: Message can't be edited", "can't be edited"),
    ],
)
def test_what_is_quoted_is_not_kept(said: str, kept: str) -> None:
    """The reason stands in a row in clear, and Telegram quotes what it was sent."""
    outcome = classify(BadRequest(said))

    assert isinstance(outcome, Refused)
    assert kept in outcome.error
    assert "geheim" not in outcome.error
    assert "7345678901" not in outcome.error
