"""What a start says of itself, and when it says no."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.channel import in_chat
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.crypto import new_key
from storage.store import Store
from tests.process.conftest import House
from tests.process.support import Process, call_anew, until

pytestmark = pytest.mark.process
ROOT = Path(__file__).resolve().parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def stranger(house: House) -> None:
    """Keep somebody of another network in the same database."""

    async def add(store: Store) -> None:
        newcomer = Newcomer(in_chat(101), Role.SPECIALIST, Place("rkn-kaarst", Sector.POLICE))
        await store.persons.add(newcomer, datetime(2026, 1, 1, tzinfo=UTC).date())

    house.asks(add)


def test_the_version_is_said(tmp_path: Path) -> None:
    done = call_anew("--version", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, f"netzbote {VERSION}\n")


def test_another_networks_database_is_refused_and_named(house: House) -> None:
    stranger(house)
    wrong = {**house.settings, "NETZBOTE_NETWORK": "kreis-steinfurt"}
    refused = call_anew("run", settings=wrong, cwd=house.folder)
    doctor = call_anew("doctor", "--json", settings=wrong, cwd=house.folder)
    right = call_anew("doctor", "--json", settings=house.settings, cwd=house.folder)
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


@pytest.mark.postgres
@pytest.mark.parametrize("who", ["postgres@/nowhere", "nobody:geheim@/postgres"])
def test_a_database_that_never_lets_us_in_is_not_waited_for(
    postgres: str, tmp_path: Path, who: str
) -> None:
    folder = postgres.partition("?host=")[2]
    settings = {
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_BOT_API_URL": "http://127.0.0.1:9",
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
        "NETZBOTE_DATABASE_URL": f"postgresql+psycopg://{who}?host={folder}",
    }
    started = call_anew("run", settings=settings, cwd=tmp_path)
    looked = call_anew("doctor", "--json", settings=settings, cwd=tmp_path)
    found = {one["name"]: one for one in json.loads(looked.stdout)}
    (line,) = started.stderr.splitlines()

    assert (started.returncode, looked.returncode) == (1, 1)
    assert line.startswith("netzbote: The database ")
    assert line.endswith("does not exist; check NETZBOTE_DATABASE_URL")
    assert found["database"]["state"] == "wrong"
    assert "geheim" not in started.stderr + looked.stdout


def test_a_webhook_that_telegram_never_calls_ends_the_start(tmp_path: Path) -> None:
    standin = Process("standin", settings={}, cwd=tmp_path, log=tmp_path / "stand-in.log")
    settings = {
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_BOT_API_URL": standin.line(),
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
        "NETZBOTE_LISTEN": "127.0.0.1:0",
        "NETZBOTE_WEBHOOK_URL": "https://bot.example:8081/telegram",
    }
    try:
        ended = call_anew("run", settings=settings, cwd=tmp_path)
    finally:
        standin.close()
    last = ended.stderr.splitlines()[-1]

    assert ended.returncode == 1
    assert last == (
        "netzbote: Telegram declines: Bad webhook: webhook can be set up only on ports 80, 88, "
        "443 or 8443; check NETZBOTE_WEBHOOK_URL"
    )
