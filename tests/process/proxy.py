"""A line to Telegram that breaks: cut before the request, cut after it, or silent."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
import threading
from collections import Counter
from dataclasses import dataclass, field

#: Close at once with a reset instead of a goodbye.
_RESET = struct.pack("ii", 1, 0)


@dataclass
class Proxy:
    """Forwards bytes to a port; sometimes it does not. Chances are for each piece that passes.

    `seen` counts what it did: `before` (the request was cut off), `after` (the answer was) and
    `silent` (the answer was swallowed and the line left open).
    """

    target: int
    before: float = 0.0
    after: float = 0.0
    silent: float = 0.0
    seed: int = 1
    port: int = 0
    seen: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._draw = random.Random(self.seed)
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> Proxy:
        self._thread.start()
        self._ready.wait(10)
        return self

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    @property
    def lost(self) -> int:
        """How many answers were lost: nobody can know what became of those requests."""
        return self.seen["after"] + self.seen["silent"] + self.seen["before"]

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        carrying = asyncio.all_tasks(self._loop)
        for task in carrying:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*carrying, return_exceptions=True))
        self._loop.run_until_complete(asyncio.sleep(0.05))  # what was cut is closed in the loop
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
            ways = [
                self._carry(reader, far_writer, writer, "before", self.before),
                self._carry(far_reader, writer, far_writer, "after", self.after),
            ]
            try:
                await asyncio.gather(*ways)
            finally:
                far_writer.transport.abort()
                writer.transport.abort()

    async def _carry(
        self,
        source: asyncio.StreamReader,
        sink: asyncio.StreamWriter,
        back: asyncio.StreamWriter,
        name: str,
        chance: float,
    ) -> None:
        with contextlib.suppress(OSError):
            while piece := await source.read(65536):
                message = b"/sendMessage" in piece if name == "before" else b"message_id" in piece
                if message and self._draw.random() < chance:
                    self.seen[name] += 1
                    _cut(sink)
                    _cut(back)
                    return
                if message and name == "after" and self._draw.random() < self.silent:
                    self.seen["silent"] += 1
                    continue
                sink.write(piece)
                await sink.drain()
        sink.transport.abort()


def _cut(writer: asyncio.StreamWriter) -> None:
    line: socket.socket | None = writer.get_extra_info("socket")
    if line is not None:
        with contextlib.suppress(OSError):
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    writer.transport.abort()
