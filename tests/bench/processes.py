"""Starts what is measured as processes of their own: the stand-in, our bot, the controls."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[2]
CONTROLS = Path(__file__).with_name("controls")
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PTB_TIMEDELTA": "true"}
_POLL = 0.05

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A call that the stand-in took; `at` is a monotonic moment in seconds."""

    at: float
    method: str
    chat: int
    subject: str
    status: int


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything the stand-in saw, and when each update was fed."""

    calls: tuple[Call, ...]
    fed: dict[int, float]

    def accepted(self, *methods: str) -> list[Call]:
        """Return the calls it accepted, in order."""
        return [c for c in self.calls if c.status == 200 and c.method in methods]

    @property
    def refusals(self) -> int:
        """How often it answered 429."""
        return sum(call.status == 429 for call in self.calls)

    def waits(self, method: str, updates: Sequence[int]) -> list[float]:
        """Return the seconds from each update to the call about it; to the end if none came.

        A tap's query and the message under it bear the number of the update.
        """
        answered = {call.subject: call.at for call in reversed(self.accepted(method))}
        end = self.calls[-1].at
        return [answered.get(str(update), end) - self.fed[update] for update in updates]


class Telegram:
    """The stand-in, asked from outside."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.base_url = f"http://127.0.0.1:{port}"

    def _control(self, name: str, **given: Any) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            connection.request("POST", f"/control/{name}", json.dumps(given).encode())
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()

    def settings(self, *, round_trip: float, limited: bool) -> None:
        """Set the round trip in seconds, and whether Telegram's limit holds."""
        self._control("settings", round_trip=round_trip, limited=limited)

    def feed(self, updates: Sequence[tuple[float, Json]]) -> None:
        """Let updates come, each at its monotonic moment."""
        self._control("feed", updates=list(updates))

    def counts(self) -> dict[str, Any]:
        """Return how many calls were accepted, by method, and how many met a 429."""
        counted: dict[str, Any] = self._control("counts")
        return counted

    def first_poll(self, timeout: float = 60.0) -> float:
        """Wait for the first `getUpdates` and return its moment."""
        return float(self._until(lambda c: c["first_poll"], timeout))

    def wait(self, timeout: float, **wanted: int) -> None:
        """Wait until so many calls of each method were accepted. Raises TimeoutError."""
        self._until(lambda c: all(c.get(name, 0) >= n for name, n in wanted.items()), timeout)

    def _until(self, check: Any, timeout: float) -> Any:
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if found := check(self.counts()):
                return found
            time.sleep(_POLL)
        raise TimeoutError(f"after {timeout} s: {self.counts()}")

    def truth(self) -> Truth:
        """Return everything that was seen so far."""
        told = self._control("truth")
        calls = tuple(Call(*call) for call in told["calls"])
        return Truth(calls, {int(number): at for number, at in told["fed"].items()})


@contextlib.contextmanager
def standin(*, round_trip: float = 0.0, limited: bool = False) -> Iterator[Telegram]:
    """Run a stand-in of one's own."""
    command = [sys.executable, "-m", "tests.bench.standin"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=_ENVIRONMENT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        telegram = Telegram(int(process.stdout.readline()))
        telegram.settings(round_trip=round_trip, limited=limited)
        try:
            yield telegram
        finally:
            process.kill()


@contextlib.contextmanager
def running(*command: str, **environment: str) -> Iterator[psutil.Process]:
    """Run a Python program until the block ends; its complaints go to `bench.log`."""
    given = {**_ENVIRONMENT, **environment}
    with (ROOT / "bench.log").open("ab") as log:
        arguments = [sys.executable, *command]
        process = subprocess.Popen(arguments, cwd=ROOT, env=given, stdout=log, stderr=log)
    try:
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def control(name: str, *arguments: str) -> list[str]:
    """Return the command of a control."""
    return [str(CONTROLS / f"{name}.py"), *arguments]


def peak_memory(process: psutil.Process) -> float:
    """Return the most memory the process ever held, in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def cpu_seconds(process: psutil.Process) -> float:
    """Return the processor time the process took so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


# --- what people do ---


def tap(number: int, chat: int, data: str) -> Json:
    """Return a tap on a button; the query and the pressed message bear the update's number."""
    return {
        "update_id": number,
        "callback_query": {
            "id": str(number),
            "from": {"id": chat, "is_bot": False, "first_name": "x"},
            "chat_instance": "x",
            "data": data,
            "message": {
                "message_id": number,
                "date": 1_800_000_000,
                "chat": {"id": chat, "type": "private"},
                "text": "-",
            },
        },
    }


def text(number: int, chat: int, said: str) -> Json:
    """Return a text somebody typed."""
    command = {"type": "bot_command", "offset": 0, "length": len(said.split()[0])}
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_800_000_000,
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "x"},
            "text": said,
            "entities": [command] if said.startswith("/") else [],
        },
    }
