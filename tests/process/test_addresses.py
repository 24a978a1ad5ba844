"""The bot calls no address but those of its settings: not the bot, not what makes its reports."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from domain.network import Network
from tests.process.conftest import House
from tests.process.support import call_anew, until
from tests.process.test_reports import CHAT, FORMS, asks, forms_out
from tests.process.test_run import comes_in, registers
from tests.programs import needed

pytestmark = [pytest.mark.process, pytest.mark.needs("cc")]

HERE = Path(__file__).parent
#: A lookup for the own machine says nothing to anybody.
OWN = {"localhost", "127.0.0.1", "::1"}


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """Return the settings that let a program note whom it calls."""
    library = tmp_path / "watched.so"
    source = str(HERE / "watched.c")
    build = [needed("cc"), "-shared", "-fPIC", "-O1", "-o", str(library), source, "-ldl"]
    subprocess.run(build, check=True)
    return {"LD_PRELOAD": str(library), "WATCHED_LOG": str(tmp_path / "watched.log")}


def noted(watched: dict[str, str]) -> tuple[set[str], set[tuple[str, int]]]:
    """Return the numbers of the processes, and what they called: addresses with their port."""
    lines: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for line in Path(watched["WATCHED_LOG"]).read_text().splitlines():
        number, did, where, port = line.split()
        lines["processes"].add((number, 0))
        if did != "begins":
            lines["called"].add((where, int(port)))
    return {number for number, _ in lines["processes"]}, lines["called"]


def allowed(house: House) -> set[tuple[str, int]]:
    """Return what the settings name: Telegram's address and the database's."""
    named = (urlsplit(house.settings[f"NETZBOTE_{name}_URL"]) for name in ("BOT_API", "DATABASE"))
    ports = {each.port for each in named if each.port}
    return {(host, port) for host in OWN for port in (*ports, 0)}


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_it_calls_nobody_but_whom_its_settings_name(
    house: House, network: Network, watched: dict[str, str]
) -> None:
    house.plans(network)
    coordinator, anna = house.person(CHAT, "Koordination"), house.person(101)
    coordinator.does("says", text="/hilfe")
    bot = house.starts(**watched)
    house.asks(asks)
    comes_in(house, anna)
    registers(anna)
    until(lambda: len(forms_out(house)) == FORMS)

    assert bot.stops() == 0
    processes, called = noted(watched)
    assert len(processes) >= 2, "the process that makes the report was watched, too"
    assert called & {("127.0.0.1", urlsplit(house.settings["NETZBOTE_BOT_API_URL"]).port)}
    assert called <= allowed(house)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_another_address_would_be_noted(house: House, watched: dict[str, str]) -> None:
    """The watch itself sees what is called: here a Telegram that is not there."""
    elsewhere = {"NETZBOTE_BOT_API_URL": "http://127.0.0.2:9"}

    call_anew("doctor", settings={**house.settings, **elsewhere, **watched}, cwd=house.folder)

    assert ("127.0.0.2", 9) in noted(watched)[1] - allowed(house)
