"""The stand-in behind a line that breaks in every way, in a thread of its own.

What the line did is known here and nowhere else: which answers were withheld, what was accepted.
"""

from __future__ import annotations

import asyncio
import json
import random
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

import aiohttp
from aiohttp import web

from standin.http.server import _cut, application
from standin.telegram import Telegram
from standin.world.clock import MovableClock
from tests.process.storm.judge import Shown
from tests.process.storm.plan import CHANCES, Fault

T = TypeVar("T")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

#: Faults after which the bot cannot know what became of its request: the answer did not come whole.
WITHHOLDING = frozenset(
    {
        Fault.REFUSED,  # here it is a line that was open already, cut with the request on it
        Fault.BEFORE,
        Fault.AFTER,
        Fault.BAD_GATEWAY,
        Fault.GARBAGE,
        Fault.CUT,
        Fault.LATE,
    }
)
#: How long the balancer waits for a replica before it asks another, in seconds.
PATIENCE = 3.0
#: A poll is met more seldom: the bot would wait for the next one longer and longer.
POLL = 0.2
#: How likely an update comes again, at once or later.
AGAIN = 0.15


class Line:
    """Serves a stand-in; `fault` is what goes wrong at present, `ports` are the bot's webhooks.

    `withheld` counts the messages whose answer the bot did not get whole, `late` are the messages
    of which a change was done long after it was given up.
    """

    def __init__(self, seed: int) -> None:
        self.clock = MovableClock()
        self.telegram = Telegram(self.clock.now, limits=False, local=True, language="de")
        self.begun = self.clock.now()
        self.fault: Fault | None = None
        self.ports: list[int] = []
        self.striking = False
        self.withheld = 0
        self.met: Counter[str] = Counter()
        self.port = 0
        self._draw = random.Random(f"line:{seed}")
        self._handed_out: list[Any] = []
        self.late: set[int] = set()
        self._later: set[asyncio.Task[Any]] = set()
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._stop = asyncio.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Line:
        ready = threading.Event()
        self._ready = ready
        self._thread.start()
        assert ready.wait(20)
        return self

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(20)

    def asks(self, doing: Coroutine[Any, Any, T]) -> T:
        """Do something in the line's own thread."""
        return asyncio.run_coroutine_threadsafe(doing, self.loop).result(60)

    def seconds(self) -> float:
        """Return how long the line has been there."""
        return (self.clock.now() - self.begun).total_seconds()

    def shown(self) -> list[Shown]:
        """Return all that was accepted, in order."""
        return [
            Shown(
                each.number,
                (each.at - self.begun).total_seconds(),
                each.chat_id,
                each.message_id,
                each.text,
                each.edit,
            )
            for each in list(self.telegram.ledger)
        ]

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._serve())
        self.loop.run_until_complete(asyncio.sleep(0.1))
        self.loop.close()

    async def _serve(self) -> None:
        app = application(self.telegram, self.clock)
        app.middlewares.append(self._between)
        app.router.add_post("/telegram", self._balance)
        self._runner = web.AppRunner(
            app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5
        )
        await self._runner.setup()
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE))
        await self._open()
        self._ready.set()
        await self._stop.wait()
        for task in self._later:
            task.cancel()
        await self._session.close()
        await self._runner.cleanup()

    async def _open(self) -> None:
        self._site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await self._site.start()
        self.port = self.port or self._runner.addresses[0][1]

    async def set(self, fault: Fault | None) -> None:
        """Let something else go wrong from now on."""
        if self.fault is Fault.REFUSED and fault is not Fault.REFUSED:
            await self._open()
        if fault is Fault.REFUSED and self.fault is not Fault.REFUSED:
            await self._site.stop()
        self.fault = fault

    # What the bot calls.

    @property
    def _between(self) -> Any:
        @web.middleware
        async def meddle(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._meddle(request, handler)

        return meddle

    async def _meddle(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not request.path.startswith("/bot"):
            return await handler(request)
        method = request.path.rpartition("/")[2]
        message = method.startswith(("send", "edit")) and method != "sendChatAction"
        fault = self._drawn(poll=method == "getUpdates")
        if fault is Fault.LATE and method != "editMessageText":
            fault = None  # a new message that comes late is new, whatever it says
        withheld = fault in WITHHOLDING
        self.withheld += message and withheld
        if fault is not None:
            self.met[fault] += message
        try:
            response = await self._answered(request, handler, fault)
        except asyncio.CancelledError:
            self.withheld += message and not (withheld or self.striking)
            raise
        return self._mixed(response) if method == "getUpdates" else response

    def _drawn(self, *, poll: bool) -> Fault | None:
        fault = self.fault
        if fault is None or self._draw.random() >= CHANCES[fault] * (POLL if poll else 1):
            return None
        return None if poll and fault in {Fault.SLOW, Fault.WAIT, Fault.WAIT_UNTOLD} else fault

    async def _answered(
        self, request: web.Request, handler: Handler, fault: Fault | None
    ) -> web.StreamResponse:
        match fault:
            case Fault.WAIT | Fault.WAIT_UNTOLD:
                return _too_many(2 if fault is Fault.WAIT else None)
            case Fault.REFUSED | Fault.BEFORE:
                _cut(request)
                return web.Response()
            case Fault.SLOW:
                await asyncio.sleep(1)
                response = await handler(request)
                await asyncio.sleep(1)
                return response
        if fault is Fault.LATE:
            return await self._accepts_late(request, handler)
        if fault is Fault.BAD_GATEWAY and self._draw.random() < 0.5:
            return web.Response(status=502, text="Bad Gateway")
        response = await handler(request)
        if fault is None:
            return response
        return await self._spoilt(request, response, fault)

    async def _accepts_late(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Cut the line, and let the change be done seconds later all the same."""
        await request.read()
        self._soon(self._done_late(request, handler, self._draw.uniform(2, 10)))
        _cut(request)
        return web.Response()

    async def _done_late(self, request: web.Request, handler: Handler, wait: float) -> None:
        await asyncio.sleep(wait)
        before = len(self.telegram.ledger)
        await handler(request)
        self.late |= {each.message_id for each in self.telegram.ledger[before:]}

    def _soon(self, doing: Coroutine[Any, Any, None]) -> None:
        task = self.loop.create_task(doing)
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _spoilt(
        self, request: web.Request, response: web.StreamResponse, fault: Fault
    ) -> web.StreamResponse:
        """Do something to an answer after the call was accepted."""
        match fault:
            case Fault.AFTER:
                _cut(request)
            case Fault.BAD_GATEWAY:
                return web.Response(status=502, text="Bad Gateway")
            case Fault.GARBAGE:
                return web.Response(text="<html>The proxy has nothing to say.</html>")
            case Fault.CUT:
                return await self._in_pieces(request, response, 0.0, whole=False)
            case Fault.DRIP:
                return await self._in_pieces(request, response, self._draw.uniform(0.5, 3))
        return response

    async def _in_pieces(
        self,
        request: web.Request,
        answer: web.StreamResponse,
        seconds: float,
        *,
        whole: bool = True,
    ) -> web.StreamResponse:
        """Send an answer slowly, or its first half and then nothing more."""
        assert isinstance(answer, web.Response)
        assert isinstance(answer.body, bytes)
        body, slow = answer.body, web.StreamResponse(status=answer.status)
        slow.content_type, slow.content_length = "application/json", len(body)
        await slow.prepare(request)
        half = len(body) // 2
        for piece in (body[:half], body[half:])[: 1 + whole]:
            await slow.write(piece)
            await asyncio.sleep(seconds / 2)
        if whole:
            await slow.write_eof()
        else:
            _cut(request)
        return slow

    # What the bot hears.

    def _mixed(self, response: web.StreamResponse) -> web.StreamResponse:
        """Let updates of a poll come again and in another order."""
        if not isinstance(response, web.Response) or not isinstance(response.body, bytes):
            return response
        if response.status != 200 or not response.body.startswith(b"{"):
            return response
        updates = json.loads(response.body).get("result") or []
        if not updates or self._draw.random() > 2 * AGAIN:
            self._handed_out += updates
            return response
        old = self._draw.sample(self._handed_out, min(3, len(self._handed_out)))
        self._handed_out += updates
        mixed = [*updates, *old, *updates[:2]]
        self._draw.shuffle(mixed)
        return web.json_response({"ok": True, "result": mixed})

    async def _balance(self, request: web.Request) -> web.Response:
        """Hand an update to one of the replicas, as a balancer before them would."""
        body, secret = await request.read(), dict(request.headers)
        ports = self._draw.sample(self.ports, len(self.ports))
        if self._draw.random() < AGAIN:
            self._post_later(ports[-1], body, secret, self._draw.choice([0.0, 5.0]))
        for port in ports:
            if await self._post(port, body, secret) == 200:
                return web.Response()
        return web.Response(status=502)

    def _post_later(self, port: int, body: bytes, headers: dict[str, str], wait: float) -> None:
        async def post() -> None:
            await asyncio.sleep(wait)
            await self._post(port, body, headers)

        self._soon(post())

    async def _post(self, port: int, body: bytes, headers: dict[str, str]) -> int:
        kept = {
            name: value for name, value in headers.items() if name.startswith(("X-", "Content-T"))
        }
        url = f"http://127.0.0.1:{port}/telegram"
        try:
            async with self._session.post(url, data=body, headers=kept) as answer:
                return answer.status
        except (aiohttp.ClientError, TimeoutError):
            return 0


def _too_many(retry_after: int | None) -> web.Response:
    told = "Too Many Requests" + (f": retry after {retry_after}" if retry_after else "")
    body: dict[str, Any] = {"ok": False, "error_code": 429, "description": told}
    if retry_after:
        body["parameters"] = {"retry_after": retry_after}
    return web.json_response(body, status=429)
