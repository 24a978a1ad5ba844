"""A lean stand-in for Telegram in a process of its own: round trip, limit, clock, truth.

Not the strict one of the demo: it believes what it is told, so that it costs next to nothing.
All moments are seconds of the machine's monotonic clock, which is the same in all processes.
A request is taken (and written down) half a round trip after it came, and answered another half
later; an update leaves half a round trip after it was fed.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

_MULTIPART = re.compile(rb'name="?(\w+)"?\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)\r\n')
_PACED = ("send", "edit")
_BOT = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_ANSWERS: dict[str, Any] = {
    "getMe": _BOT,
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
}
MOST_UPDATES = 100


class Bucket:
    """Telegram's limit as a token bucket: `burst` at once, then `rate` a second."""

    def __init__(self, rate: float = 30.0, burst: float = 30.0) -> None:
        self._rate, self._burst = rate, burst
        self._level, self._at = burst, time.monotonic()

    def take(self, now: float) -> int:
        """Take a token and return 0, or return the whole seconds to wait."""
        self._level = min(self._burst, self._level + (now - self._at) * self._rate)
        self._at = now
        if self._level >= 1:
            self._level -= 1
            return 0
        return max(1, round((1 - self._level) / self._rate))


@dataclass
class Truth:
    """What happened: each call as (moment, method, chat, subject, status), each update's moment.

    The subject is the callback query answered, the message changed, or the new message.
    """

    calls: list[tuple[float, str, int, str, int]] = field(default_factory=list)
    fed: dict[int, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    first_poll: float | None = None

    def note(self, method: str, chat: int, subject: str, status: int) -> None:
        """Write a call down."""
        self.calls.append((time.monotonic(), method, chat, subject, status))
        name = method if status == 200 else str(status)
        self.counts[name] = self.counts.get(name, 0) + 1


class Standin:
    """The Bot API as far as a bench needs it."""

    def __init__(self) -> None:
        self.truth = Truth()
        self.round_trip = 0.0
        self.bucket: Bucket | None = None
        self._messages = 0
        self._updates: list[dict[str, Any]] = []
        self._poll: asyncio.Future[None] | None = None

    def control(self, name: str, given: dict[str, Any]) -> Any:
        """Do what the bench asks."""
        if name == "settings":
            self.round_trip = given["round_trip"]
            self.bucket = Bucket() if given["limited"] else None
        elif name == "feed":
            self._feed(given["updates"])
        elif name == "counts":
            return {**self.truth.counts, "first_poll": self.truth.first_poll}
        elif name == "truth":
            return {"calls": self.truth.calls, "fed": self.truth.fed}
        return True

    def _feed(self, updates: list[tuple[float, dict[str, Any]]]) -> None:
        """Let each update come at its moment."""
        loop = asyncio.get_running_loop()
        now = time.monotonic()
        for moment, update in updates:
            loop.call_later(max(0.0, moment - now), self._arrive, update)

    def _arrive(self, update: dict[str, Any]) -> None:
        self.truth.fed[update["update_id"]] = time.monotonic()
        self._updates.append(update)
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    async def call(self, method: str, given: dict[str, str]) -> tuple[int, Any]:
        """Return status and body of one call."""
        half = self.round_trip / 2
        if method == "getUpdates":
            answer = await self._get_updates(given)
        else:
            if half:
                await asyncio.sleep(half)
            answer = self._taken(method, given)
        if half:
            await asyncio.sleep(half)
        return answer

    def _taken(self, method: str, given: dict[str, str]) -> tuple[int, Any]:
        chat = int(given.get("chat_id", 0))
        if self.bucket and method.startswith(_PACED):
            wait = self.bucket.take(time.monotonic())
            if wait:
                self.truth.note(method, chat, "", 429)
                told = {"parameters": {"retry_after": wait}, "error_code": 429}
                text = f"Too Many Requests: retry after {wait}"
                return 429, {"ok": False, "description": text, **told}
        if not method.startswith(_PACED):
            self.truth.note(method, chat, given.get("callback_query_id", ""), 200)
            return 200, {"ok": True, "result": _ANSWERS.get(method, True)}
        return 200, {"ok": True, "result": self._message(method, chat, given)}

    def _message(self, method: str, chat: int, given: dict[str, str]) -> dict[str, Any]:
        number = int(given.get("message_id", 0))
        if not number:
            self._messages += 1
            number = 1_000_000 + self._messages
        self.truth.note(method, chat, str(number), 200)
        message: dict[str, Any] = {
            "message_id": number,
            "date": 1_800_000_000,
            "chat": {"id": chat, "type": "private"},
            "from": _BOT,
        }
        if method == "sendDocument":
            message["document"] = {"file_id": "f", "file_unique_id": "u"}
        else:
            message["text"] = "-"
        return message

    async def _get_updates(self, given: dict[str, str]) -> tuple[int, Any]:
        if self.truth.first_poll is None:
            self.truth.first_poll = time.monotonic()
        offset = int(given.get("offset", 0) or 0)
        self._updates = [u for u in self._updates if u["update_id"] >= offset]
        if not self._updates:
            await self._wait(float(given.get("timeout", 0) or 0))
        limit = int(given.get("limit", 0) or MOST_UPDATES)
        return 200, {"ok": True, "result": self._updates[:limit]}

    async def _wait(self, seconds: float) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await self._poll
        except TimeoutError:
            pass


class Connection(asyncio.Protocol):
    """HTTP/1.1 with a length, one request after the other: what all clients here send."""

    def __init__(self, standin: Standin) -> None:
        self._standin = standin
        self._buffer = b""
        self._transport: asyncio.Transport | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to answer."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Take each request that is complete."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            size = _length(head)
            if len(self._buffer) < end + 4 + size:
                return
            body = self._buffer[end + 4 : end + 4 + size]
            self._buffer = self._buffer[end + 4 + size :]
            task = asyncio.create_task(self._serve(head, body))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, head: bytes, body: bytes) -> None:
        path = head.split(b" ", 2)[1].decode().partition("?")[0]
        name = path.rpartition("/")[2]
        if path.startswith("/control/"):
            given = json.loads(body) if body else {}
            status, answer = 200, self._standin.control(name, given)
        else:
            status, answer = await self._standin.call(name, _parameters(head, body))
        text = json.dumps(answer, separators=(",", ":")).encode()
        lines = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n"
        lines += f"Content-Length: {len(text)}\r\n\r\n"
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(lines.encode() + text)


def _length(head: bytes) -> int:
    found = re.search(rb"(?i)\r\ncontent-length:\s*(\d+)", head)
    return int(found[1]) if found else 0


def _parameters(head: bytes, body: bytes) -> dict[str, str]:
    if b"multipart/form-data" in head:
        return {name.decode(): value.decode() for name, value in _MULTIPART.findall(body)}
    if re.search(rb"(?i)\r\ncontent-type: application/json", head):
        return {name: str(value) for name, value in json.loads(body).items()}
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


async def serve() -> None:
    """Serve on a free port, print it, and go on until ended."""
    standin = Standin()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(standin), "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)  # whoever started us has ended


if __name__ == "__main__":
    asyncio.run(serve())
