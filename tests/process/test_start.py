"""What a start says of itself, and when it says no."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.store import Store
from tests.process.conftest import House
from tests.process.support import call, until

pytestmark = pytest.mark.process
ROOT = Path(__file__).resolve().parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def stranger(house: House) -> None:
    """Keep somebody of another network in the same database."""

    async def add(store: Store) -> None:
        newcomer = Newcomer(101, Role.SPECIALIST, Place("rkn-kaarst", Sector.POLICE))
        await store.persons.add(newcomer, datetime(2026, 1, 1, tzinfo=UTC))

    house.asks(add)


def test_the_version_is_said(tmp_path: Path) -> None:
    done = call("--version", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, f"netzbote {VERSION}\n")


def test_another_networks_database_is_refused_and_named(house: House) -> None:
    stranger(house)
    wrong = {**house.settings, "NETZBOTE_NETWORK": "kreis-steinfurt"}
    refused = call("run", settings=wrong, cwd=house.folder)
    doctor = call("doctor", "--json", settings=wrong, cwd=house.folder)
    right = call("doctor", "--json", settings=house.settings, cwd=house.folder)
    found = {one["name"]: one for one in json.loads(doctor.stdout)}

    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1] == (
        "netzbote: the database holds people of rhein-kreis-neuss; set NETZBOTE_NETWORK or "
        "NETZBOTE_DATABASE_URL to the right one, or start with --also"
    )
    assert found["networks"]["text"] == "the database holds people of rhein-kreis-neuss"
    assert "networks" not in {one["name"] for one in json.loads(right.stdout)}


def test_it_runs_where_that_is_meant_and_says_who_it_is(house: House) -> None:
    stranger(house)
    bot = house.starts("--also", NETZBOTE_NETWORK="kreis-steinfurt")
    until(lambda: "started" in bot.told() or bot.code is not None)
    line = next(line for line in bot.told().splitlines() if "started" in line)
    kind = "SQLite" if "sqlite" in house.settings["NETZBOTE_DATABASE_URL"] else "PostgreSQL"

    assert f"version={VERSION}" in line
    assert "network=kreis-steinfurt" in line
    assert f"database={kind}" in line
    assert re.search(r"bot=@\w+", line)
    assert bot.stops() == 0
