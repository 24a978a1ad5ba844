"""A storm over the bot's own processes: afterwards people read what is true (31 to 38)."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.fixtures.databases import _migrate, admin, serve
from tests.process.storm.plan import Fault, Size, planned
from tests.process.storm.play import HEAD, Verdict, play
from tests.process.test_long_soak import control, restarter

pytestmark = [
    pytest.mark.process,
    pytest.mark.postgres,
    pytest.mark.slow_going,
    # A request whose sender is killed leaves the stand-in's copy of an upload to the collector.
    pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning"),
]

#: Each storm has a server of its own.
NUMBERS = itertools.count()
#: Another seed is another storm, and the long ones last so many minutes.
SEED = int(os.environ.get("STORM_SEED", "1"))
MINUTES = float(os.environ.get("STORM_MINUTES", "10"))
SHORT = Size(seconds=40, people=6)
#: Changes are accepted long after they were given up, and nothing else goes wrong.
BELATED = Size(seconds=20, people=5, kills=0, freezes=0, steps=0, pause=1.0, faults=(Fault.LATE,))
LONG = Size(
    seconds=60 * MINUTES,
    people=12,
    trainings=4,
    seats=4,
    kills=int(2 * MINUTES),
    freezes=int(MINUTES),
    restarts=max(1, int(MINUTES / 3)),
    steps=int(MINUTES),
    pause=4.0,
)


@pytest.fixture
def address() -> Iterator[str]:
    """Return a database on a PostgreSQL of its own: it will be killed."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
    server = serve(f"storm-{worker}-{next(NUMBERS)}")
    admin(server, "CREATE DATABASE storm")
    _migrate(url := server.format("storm"))
    yield url
    control(url)("stop")  # who started it knows it no more after a restart


@pytest.fixture
def file(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "netzbote.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


def both(size: Size, file: str, address: str, folder: Path) -> list[Verdict]:
    """Play a storm over each database, side by side, and tell what came of it."""
    folders = [folder / "sqlite", folder / "postgres"]
    for each in folders:
        each.mkdir()
    with ThreadPoolExecutor(2) as pool:
        plans = [planned(SEED, size, several=several) for several in (False, True)]
        playing = [
            pool.submit(play, folders[0], file, plans[0], None),
            pool.submit(play, folders[1], address, plans[1], restarter(address)),
        ]
        verdicts = [each.result() for each in playing]
    gc.collect()  # here, where it is known what may be left
    print("\n" + "\n".join([HEAD, *(verdict.row() for verdict in verdicts)]))
    for verdict in verdicts:
        print(verdict.met, *verdict.wrong, sep="\n")
    return verdicts


@pytest.mark.timeout(1200)
def test_after_a_storm_people_read_what_is_true(file: str, address: str, tmp_path: Path) -> None:
    for verdict in both(SHORT, file, address, tmp_path):
        assert verdict.wrong == []
        assert verdict.presses > 0


@pytest.mark.timeout(600)
def test_a_change_that_is_accepted_late_does_not_stay(file: str, tmp_path: Path) -> None:
    verdict = play(tmp_path, file, planned(SEED, BELATED, several=False), None)
    print("\n" + verdict.row(), verdict.met, *verdict.wrong, sep="\n")

    assert verdict.met[Fault.LATE] > 0
    assert verdict.wrong == []


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_after_a_long_storm(file: str, address: str, tmp_path: Path) -> None:
    for verdict in both(LONG, file, address, tmp_path):
        assert verdict.wrong == []
