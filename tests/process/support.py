"""Real processes: the bot as `netzbote run`, the stand-in over HTTP, and people at its doors."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.fixtures.warm import Copy, possible

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "1:demo"
PATIENCE = 90.0


def until(look: Callable[[], T], patience: float = PATIENCE) -> T:
    """Return what `look` returns as soon as it is true; fail after a while."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {patience} seconds in vain")


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NETZBOTE_")}
    return {**kept, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "200", **settings}


def call(
    *arguments: str, settings: Mapping[str, str] | None = None, cwd: Path, program: str = "bot"
) -> subprocess.CompletedProcess[str]:
    """Call `netzbote` (with `moved`, at the hour of a story) and return what came of it."""
    given = settings or {}
    if not possible(program, given):
        return call_anew(*arguments, settings=given, cwd=cwd, program=program)
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        copy = Copy((program, *arguments), environment(given), cwd, out, err)
        code = copy.wait(PATIENCE)
        return subprocess.CompletedProcess(arguments, code, out.read_text(), err.read_text())


def call_anew(
    *arguments: str, settings: Mapping[str, str] | None = None, cwd: Path, program: str = "bot"
) -> subprocess.CompletedProcess[str]:
    """Do the same in a Python that was started for it."""
    return subprocess.run(
        [sys.executable, "-m", program, *arguments],
        env=environment(settings or {}),
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class Process:
    """A program of ours that runs until it is told to stop; its log and what it says are kept."""

    def __init__(self, *arguments: str, settings: Mapping[str, str], cwd: Path, log: Path) -> None:
        self.log = log
        self._said = log.with_name(f"{log.name}.said")
        for file in (self._said, log):
            file.touch()
        self._process: Copy | subprocess.Popen[bytes]
        env = environment(settings)
        if possible(arguments[0], settings):
            self._process = Copy(arguments, env, cwd, self._said, log)
            return
        with self._said.open("ab") as out, log.open("ab") as err:
            command = [sys.executable, "-m", *arguments]
            self._process = subprocess.Popen(command, env=env, cwd=cwd, stdout=out, stderr=err)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def code(self) -> int | None:
        return self._process.poll()

    def line(self) -> str:
        """Return the first line that it says."""
        return until(lambda: self._said.read_text("utf-8").split("\n")[:-1])[0]

    def told(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    def ends(self, patience: float = PATIENCE) -> int:
        return self._process.wait(patience)

    def stops(self) -> int:
        """Tell it to stop, see that it takes nothing for a failure then, and return its code."""
        before = len(self.told())
        self.signal(signal.SIGTERM)
        code = self.ends()
        told = self.told()[before:]
        assert "Traceback" not in told, told
        return code

    def kills(self) -> None:
        self._process.kill()
        self.ends()

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


class Sim:
    """The doors of the stand-in under `/sim/`."""

    def __init__(self, address: str) -> None:
        self.address = address

    def get(self, path: str) -> Any:
        return json.loads(fetch(f"{self.address}/sim/{path}"))

    def post(self, path: str, **body: Any) -> Any:
        return json.loads(fetch(f"{self.address}/sim/{path}", body))

    def sent(self) -> list[Any]:
        """Return what was accepted as a new message, in order."""
        return [entry for entry in self.get("ledger")["ledger"] if not entry["edit"]]

    def calls(self, method: str) -> list[Any]:
        return [one for one in self.get("calls")["calls"] if one["method"] == method]


def fetch(url: str, body: Any = None) -> str:
    data = None if body is None else json.dumps(body).encode()
    request = Request(url, data, {"Content-Type": "application/json"})
    try:
        with urlopen(request, timeout=10) as answer:
            text: str = answer.read().decode()
            return text
    except HTTPError as error:
        with error:
            raise AssertionError(f"{url}: {error.code} {error.read().decode()}") from error


def status(url: str) -> int:
    try:
        with urlopen(url, timeout=10) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code
    except (URLError, OSError):
        return 0


class Person:
    """Somebody with a phone, over HTTP."""

    def __init__(self, sim: Sim, person_id: int, first_name: str) -> None:
        self.id = person_id
        self._sim = sim
        sim.post("people", id=person_id, first_name=first_name)

    def does(self, action: str, **body: Any) -> None:
        self._sim.post(f"people/{self.id}/{action}", **body)

    def texts(self) -> list[str]:
        messages = self._sim.get(f"people/{self.id}")["messages"]
        return [m["text"] for m in messages if m["from"] == "bot" and not m["deleted"]]

    def labels(self) -> list[str]:
        labels: list[str] = self._sim.get(f"people/{self.id}")["labels"]
        return labels

    def reads(self, text: str, patience: float = PATIENCE) -> None:
        """Wait until a message holds this text."""
        until(lambda: any(text in one for one in self.texts()), patience)

    def has_read(self, text: str, patience: float) -> bool:
        try:
            self.reads(text, patience)
        except AssertionError:
            return False
        return True
