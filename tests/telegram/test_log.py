"""No log tells a token, a chat or a person, whoever writes it and in whatever form."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sqlite3
from collections.abc import Iterator
from typing import get_args

import pytest
import sqlalchemy as sa
import structlog
from telegram import Chat, Message, User

from bot.log import Format, Redactor, configure
from domain.problem import Problem

TOKEN = "123456789:AAF-secret_secret_secret_secret_12345"
URL = f"https://api.telegram.org/bot{TOKEN}/sendMessage?chat_id=987654321"
ANNA = User(987654321, "Änne <'Test'>", False, last_name='Bei"spiel', username="aenne_b")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    chosen = structlog.get_config()
    yield
    root.handlers[:], root.level = handlers, level
    logging.captureWarnings(capture=False)
    logging.getLogger("aiohttp.access").disabled = False
    structlog.configure(**chosen)


@pytest.fixture(params=get_args(Format))
def log(request: pytest.FixtureRequest) -> io.StringIO:
    stream = io.StringIO()
    configure(request.param, "DEBUG", secrets=["other-secret/+"], stream=stream)
    return stream


def silent(log: io.StringIO) -> bool:
    text = log.getvalue()
    assert text, "nothing was logged at all"
    told = [TOKEN, TOKEN[12:], "987654321", "Änne", "spiel", "aenne_b", "other-secret", "Geheim"]
    return not [word for word in told if word in text]


def test_a_message_tells_nothing(log: io.StringIO) -> None:
    logging.getLogger("library").warning(f"POST {URL} for {ANNA!r}")  # noqa: G004 - as it comes

    assert silent(log)
    assert "sendMessage" in log.getvalue()


def test_arguments_tell_nothing(log: io.StringIO) -> None:
    logging.getLogger("library").warning("POST %s with %s for %d", URL, ANNA, 987654321)

    assert silent(log)


def test_a_traceback_tells_nothing(log: io.StringIO) -> None:
    def fail(secret: str) -> None:
        raise ValueError(f"cannot open {secret}")

    try:
        try:
            fail(URL)
        except ValueError as error:
            raise RuntimeError(f"for {ANNA}") from error
    except RuntimeError:
        logging.getLogger("library").exception("Failed")
        structlog.get_logger("ours").exception("failed", where=URL)

    assert silent(log)
    assert "Traceback" in log.getvalue()
    assert "ValueError" in log.getvalue()


def test_an_error_keeps_its_words_to_itself(log: io.StringIO) -> None:
    """They may quote what somebody typed, or the row that a database refused."""
    words = "Geheim"
    try:
        try:
            int(words)
        except ValueError as error:
            raise LookupError(words) from error
    except LookupError as error:
        structlog.get_logger("ours").exception("failed", error=error)
        logging.getLogger("library").exception("Failed")
        several = ExceptionGroup(words, [error, ValueError(words)])
        structlog.get_logger("ours").error("failed", exc_info=several)
    refused = sa.exc.IntegrityError("INSERT", {}, sqlite3.IntegrityError("row (Geheim)"))
    structlog.get_logger("ours").warning(
        "failed", error=refused, file=OSError(28, "full", "Geheim")
    )
    structlog.get_logger("ours").warning("failed", error=Problem("call netzbote doctor"))

    assert silent(log)
    for kept in ("in test_an_error_keeps", "ValueError", "LookupError", "full", "netzbote doctor"):
        assert kept in log.getvalue(), kept


def test_our_own_events_tell_nothing(log: io.StringIO) -> None:
    structlog.get_logger("ours").info(
        "sent",
        chat_id=987654321,
        number=-987654321,
        user=ANNA,
        name="Änne",
        inner={"text": "Geheim", "list": [ANNA], "chat": {"id": 987654321}},
        address=URL,
        secret="other-secret/+ other-secret%2F%2B",
    )

    assert silent(log)


def test_what_a_person_wrote_is_not_told(log: io.StringIO) -> None:
    message = Message(1, None, Chat(987654321, "private", first_name="Änne"), text="Geheim 'x' \"")  # type: ignore[arg-type] # no date needed
    logging.getLogger("library").info("%r %s %s", message, message.to_dict(), message.to_json())

    assert silent(log)


def test_the_library_does_not_tell_the_parameters_of_calls(log: io.StringIO) -> None:
    for name in ("telegram.Bot", "httpx", "httpcore.http11", "telegram.ext.ExtBot"):
        logging.getLogger(name).debug("Calling with Geheim")
    logging.getLogger("aiohttp.access").info("GET /health/live")

    assert log.getvalue() == ""


def test_a_loop_that_fails_tells_nothing(log: io.StringIO) -> None:
    loop = asyncio.new_event_loop()
    loop.call_exception_handler({"message": f"failed at {URL}", "exception": OSError(URL)})
    loop.close()

    assert silent(log)


def test_json_stays_json() -> None:
    stream = io.StringIO()
    configure("json", "INFO", stream=stream)
    structlog.get_logger("ours").info("Größe", update_id=123456789, number=987654321, ok=True, n=3)
    event = json.loads(stream.getvalue())

    assert event["event"] == "Größe"
    assert event["update_id"] == 123456789
    assert event["number"] == "<id>"
    assert (event["ok"], event["n"], event["level"]) == (True, 3, "info")
    assert event["timestamp"].endswith("Z")


def test_the_level_is_kept() -> None:
    stream = io.StringIO()
    configure("console", "WARNING", stream=stream)
    structlog.get_logger("ours").info("not this")
    logging.getLogger("telegram").info("nor this")
    structlog.get_logger("ours").warning("but this")

    assert stream.getvalue().count("\n") == 1
    assert "but this" in stream.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-12T09:00:00.123456Z took 0.1234567 s",
        "<Task pending name='Task-3' coro=<run()>>",
        "at 0x7f1234567890 in line 4711",
        "update_id=123456789",
        "{'update_id': 123456789}",
    ],
)
def test_what_tells_nothing_is_left_alone(text: str) -> None:
    assert Redactor().text(text) == text
