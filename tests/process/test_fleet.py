"""Many networks on one machine: each is asked by itself, and what they share is named."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.crypto import new_key
from tests.bench.processes import standin
from tests.process.support import ROOT, call
from tests.programs import needed

pytestmark = pytest.mark.process


@pytest.fixture
def telegram() -> Iterator[str]:
    with standin() as made:  # it takes any token
        yield made.base_url


class Machine:
    """A folder as `/etc/netzbote`; each network in it may be told otherwise."""

    def __init__(self, folder: Path, telegram: str) -> None:
        self.folder = folder
        self._telegram = telegram
        self._ports = 40000

    def has(self, name: str, **otherwise: str) -> Path:
        """Put a network there; without a name the one that has the folder for itself."""
        place = self.folder / name if name else self.folder
        place.mkdir(parents=True, exist_ok=True)
        self._ports += 1
        settings = {
            "BOT_TOKEN": f"{self._ports}:demo",
            "BOT_API_URL": self._telegram,
            "DATABASE_URL": f"sqlite:///{place}/netzbote.db",
            "ENCRYPTION_KEYS": new_key(),
            "LISTEN": f"127.0.0.1:{self._ports}",
            "ERASURES_FILE": f"{place}/erasures.jsonl",
            **otherwise,
        }
        file = place / "netzbote.env"
        file.write_text("".join(f"NETZBOTE_{n}={v}\n" for n, v in settings.items()))
        file.chmod(0o600)
        return place

    def says(self, *command: str) -> tuple[int, str]:
        done = call(*command, "--all", "--folder", str(self.folder), cwd=self.folder)
        assert done.stderr == ""
        return done.returncode, done.stdout


@pytest.fixture
def machine(tmp_path: Path, telegram: str) -> Machine:
    return Machine(tmp_path / "etc", telegram)


def heads(said: str) -> dict[str, str]:
    """Return what the line of each network begins with."""
    found = re.findall(r"^(ok|wrong) +(\S+)", said, re.MULTILINE)
    return {name: state for state, name in found}


def test_one_that_is_broken_hides_no_other_and_what_two_share_is_named(machine: Machine) -> None:
    token, key = "7:same", new_key()
    machine.has("")
    machine.has("a", BOT_TOKEN=token, ENCRYPTION_KEYS=key, LISTEN="0.0.0.0:39000")
    machine.has("b", BOT_TOKEN=token, ENCRYPTION_KEYS=f"{new_key()},{key}", LISTEN=":39000")
    machine.has("c", NETWORK="nowhere")
    (machine.folder / "d").mkdir()
    code, said = machine.says("doctor")

    assert code == 1
    assert heads(said) == {"netzbote": "ok", "a": "wrong", "b": "wrong", "c": "wrong", "d": "wrong"}
    for other in "ab":
        for shared in ("bot token", "encryption key", "port"):
            assert f"shares its {shared} with {other}\n" in said
    assert "-> change NETZBOTE_LISTEN of one of them" in said
    assert "nowhere" in said
    assert "d/netzbote.env is not there; netzbote setup makes it" in said
    assert not [secret for secret in (token, key) if secret in said]


def test_status_has_a_line_for_each_and_details_for_the_bad(machine: Machine) -> None:
    machine.has("a", LISTEN="")
    machine.has("b")
    code, said = machine.says("status")

    assert code == 1
    assert heads(said) == {"a": "wrong", "b": "wrong"}
    assert "bot: is not asked: NETZBOTE_LISTEN is not set" in said
    assert "bot: does not answer; is it started?" in said
    assert said.splitlines()[-1] == "What to do says: netzbote doctor --all"


def test_what_is_well_is_said_to_scripts_too(machine: Machine) -> None:
    machine.has("a")
    machine.has("b")
    code, said = machine.says("doctor", "--json")
    told = json.loads(said)

    assert code == 0
    assert [(one["name"], one["wrong"]) for one in told] == [("a", []), ("b", [])]


def test_a_machine_without_a_network_says_so(tmp_path: Path) -> None:
    done = call("doctor", "--all", "--folder", str(tmp_path), cwd=tmp_path)

    assert done.returncode == 1
    assert "holds no network" in done.stderr


def test_the_units_of_many_are_those_of_one() -> None:
    units = ROOT / "deploy" / "systemd"
    for kind in (".service", "-backup.service", "-backup.timer"):
        one = (units / f"netzbote{kind}").read_text(encoding="utf-8")
        stem, ending = f"netzbote{kind}".rsplit(".", 1)
        many = (units / f"{stem}@.{ending}").read_text(encoding="utf-8")

        for place in ("/etc/netzbote", "/var/lib/netzbote", "/var/backups/netzbote"):
            one = one.replace(place, f"{place}/%i")
        one = one.replace("=netzbote\n", "=netzbote-%i\n").replace("=netzbote.", "=netzbote@%i.")
        assert many == re.sub(r"^(Description=Netzbote)", r"\1 %i", one, flags=re.MULTILINE)


@pytest.mark.needs("systemd-analyze")
def test_systemd_takes_them(tmp_path: Path) -> None:
    for unit in (ROOT / "deploy" / "systemd").glob("*@.*"):
        text = re.sub(r"\nExecStart=\S+", f"\nExecStart={sys.executable}", unit.read_text())
        (tmp_path / unit.name.replace("@", "@kreis-x")).write_text(text)
    units = sorted(map(str, tmp_path.iterdir()))
    verified = subprocess.run(
        [needed("systemd-analyze"), "verify", "--man=no", *units],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert len(units) == 3
    assert verified.returncode == 0, verified.stderr
    assert "kreis-x" not in verified.stderr
