"""Telegram's HTTP on aiohttp, by a courier who knows whether a request left the house."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import io
import json
import time
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.request import getproxies

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.outcome import NOT_LEFT, AnswerLost, NotLeft

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Transport(BaseRequest):
    """Carries the library's requests over kept-alive connections; all timeouts in seconds.

    Every failure is raised as a `telegram.error` whose `__cause__` is `NotLeft` or `AnswerLost`;
    its text names the kind of failure only, because an address would hold the bot's token.
    """

    __slots__ = (
        "_connect_timeout",
        "_media_write_timeout",
        "_pool_size",
        "_pool_timeout",
        "_proxy",
        "_read_timeout",
        "_session",
        "_told",
        "_trust_env",
        "_write_timeout",
    )

    def __init__(
        self,
        *,
        pool_size: int = 64,
        read_timeout: float = 25.0,
        write_timeout: float = 5.0,
        media_write_timeout: float = 20.0,
        connect_timeout: float = 5.0,
        pool_timeout: float = 3.0,
        proxy: str | None = None,
        trust_env: bool = True,
    ) -> None:
        self._pool_size = pool_size
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._media_write_timeout = media_write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._proxy = proxy
        self._trust_env = trust_env
        self._session: aiohttp.ClientSession | None = None
        self._told: tuple[datetime, float] | None = None

    @property
    def time(self) -> datetime | None:
        """Return the time by the newest answer's date, to a second; None before any answer."""
        if self._told is None:
            return None
        told, heard = self._told
        return told + timedelta(seconds=time.monotonic() - heard)

    @property
    def read_timeout(self) -> float | None:
        """Return how long an answer may take, in seconds, unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open for business, for the first time or again after a shutdown."""
        if self._session is None:
            self._session = self._open()

    async def shutdown(self) -> None:
        """Close all connections; harmless when there are none."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _open(self) -> aiohttp.ClientSession:
        departures = aiohttp.TraceConfig()
        departures.on_request_headers_sent.append(_note_departure)
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._pool_size, ttl_dns_cache=60),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            # Asking the environment costs two threads a request: only where it names a proxy.
            trust_env=self._trust_env and bool(getproxies()),
            proxy=self._proxy,
            trace_configs=[departures],
        )

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return status and body of the answer; raise NetworkError or TimedOut without one.

        An answer that says it went well and has no result is a lost one: the library would raise
        what is no error of its own.
        """
        write_default = self._write_timeout
        if request_data is not None and request_data.contains_files:
            write_default = self._media_write_timeout
        limits = _limits(
            _given(pool_timeout, self._pool_timeout),
            _given(connect_timeout, self._connect_timeout),
            _given(write_timeout, write_default),
            _given(read_timeout, self._read_timeout),
        )
        trip = _Trip()
        try:
            return await self._exchange(url, method, request_data, limits, trip)
        except asyncio.CancelledError as cancelled:
            if not trip.left:
                cancelled.add_note(NOT_LEFT)
            raise
        except Exception as error:  # noqa: BLE001 - the text of any of them may hold the token
            failure = _failure(error, left=trip.left)
        # Raised out here, so that nothing of the original hangs on it as context.
        raise failure

    async def _exchange(
        self,
        url: str,
        method: str,
        request_data: RequestData | None,
        limits: aiohttp.ClientTimeout,
        trip: _Trip,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise aiohttp.ClientConnectionError
        body, headers = _body(request_data)
        async with self._session.request(
            method,
            url,
            data=body,
            headers=headers,
            timeout=limits,
            allow_redirects=False,
            trace_request_ctx=trip,
        ) as response:
            self._note_time(response.headers.get("Date", ""))
            content = await response.read()
            if method == "POST" and response.ok and b'"result"' not in content:
                raise InvalidAnswerError
            return response.status, content

    def _note_time(self, date: str) -> None:
        with contextlib.suppress(ValueError):
            self._told = parsedate_to_datetime(date), time.monotonic()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the parsed answer; unlike the library's own it does not log what it cannot read.

        Raises TelegramError for what is not JSON.
        """
        try:
            parsed: dict[str, Any] = json.loads(payload.decode("utf-8", "replace"))
        except ValueError as error:
            raise TelegramError("Invalid server response") from error
        return parsed


class InvalidAnswerError(Exception):
    """The answer says that all went well, and holds no result."""


class _Trip:
    """One request on its way."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = False


async def _note_departure(_session: Any, context: Any, _params: Any) -> None:
    """Mark the trip right before the first byte is written; from here on nobody can be sure."""
    context.trace_request_ctx.left = True


def _given(value: Any, default: float) -> float | None:
    chosen: float | None = default if value is BaseRequest.DEFAULT_NONE else value
    return chosen


def _limits(
    pool: float | None, connect: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    """Translate the library's four phases; aiohttp has no limit of its own for writing."""
    return aiohttp.ClientTimeout(
        total=_sum(pool, connect, write, read),
        connect=_sum(pool, connect),
        sock_connect=connect,
        sock_read=read,
    )


def _sum(*seconds: float | None) -> float | None:
    """Return the sum, or None (no limit) if one of them has no limit."""
    known = [value for value in seconds if value is not None]
    return sum(known) if len(known) == len(seconds) else None


def _body(data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    if data is None:
        return None, None
    if data.contains_files:
        return _multipart(data), None
    return data.url_encoded_parameters().encode(), _FORM


def _multipart(data: RequestData) -> aiohttp.FormData:
    # Telegram reads file names as plain UTF-8, not percent-encoded.
    form = aiohttp.FormData(quote_fields=False)
    for name, text in data.json_parameters.items():
        form.add_field(name, text)
    for name, (filename, content, media_type) in data.multipart_data.items():
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=media_type)
    return form


def _failure(error: Exception, *, left: bool) -> NetworkError:
    """Return the library's error for a failure, with our knowledge as its cause."""
    kind = type(error).__name__
    if isinstance(error, OSError) and error.errno is not None:
        kind = f"{kind} {errno.errorcode.get(error.errno, error.errno)}"
    failure = TimedOut(kind) if isinstance(error, TimeoutError) else NetworkError(kind)
    failure.__cause__ = AnswerLost(kind) if left else NotLeft(kind)
    return failure
