"""What the handbook shows is what comes: each of its commands is called, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import app
from bot.commands.docs import commands
from bot.env_file import NAMED
from tests.fixtures.databases import admin
from tests.process.support import ROOT, Process, call

pytestmark = pytest.mark.process

PAGE = (ROOT / "docs" / "betrieb.md").read_text(encoding="utf-8")
#: What the handbook names, and where it lies in a test.
PLACES = ("/etc/netzbote", "/var/lib/netzbote", "/var/backups/netzbote")


@pytest.fixture
def telegrams(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return where the bot of each network finds Telegram: a stand-in takes one token only."""
    made = {}
    for name in ("", "steinfurt"):
        log = tmp_path / f"stand-in{name}"
        words = ("standin", "--no-limits", "--local", "--token", token_of(name))
        made[name] = Process(*words, settings={}, cwd=tmp_path, log=log)
    yield {name: process.line() for name, process in made.items()}
    for process in made.values():
        process.close()


def token_of(name: str) -> str:
    return f"{len(name) + 1}:demo"


def answers(words: list[str], name: str) -> list[str]:
    """Return what is to be added to a command where a person, or the wrapper, would say more."""
    if "--all" in words:
        return ["--folder", "/etc/netzbote"]
    if words != ["setup"]:
        return []
    network, port = ("kreis-steinfurt", 8081) if name else ("rhein-kreis-neuss", 8080)
    return [
        "--yes", "--network", network, "--listen", f"127.0.0.1:{port}",
        "--database", f"sqlite:////var/lib/netzbote/{name}/netzbote.db",
        "--backups", f"/var/backups/netzbote/{name}",
    ]  # fmt: skip


def sessions() -> list[tuple[str, list[str]]]:
    """Return each command of the page that is shown with its output."""
    found = re.findall(r"```console\n\$ (?:sudo )?(.+)\n([\s\S]*?)```", PAGE)
    return [(command, shown.splitlines()) for command, shown in found]


def _alike(lines: list[str], folder: Path) -> list[str]:
    """Return lines as they are the same everywhere: without numbers and the folder of a test."""
    plain = [re.sub(r"\d+", "0", line.replace(str(folder), "")).rstrip() for line in lines]
    return [re.sub(r"T[0:+-]+", "T", line) for line in plain]


@pytest.fixture
def empty_database(postgres: str) -> Iterator[str]:
    """Return the address of an empty PostgreSQL, to move to."""
    admin(postgres, "CREATE DATABASE handbook")
    yield postgres.format("handbook")
    admin(postgres, "DROP DATABASE handbook WITH (FORCE)")


@pytest.mark.postgres
def test_each_output_is_as_it_is_shown(
    tmp_path: Path, telegrams: dict[str, str], empty_database: str
) -> None:
    here = {place: f"{tmp_path}{place}" for place in PLACES}
    _makes_places(here, "")
    Path(here["/etc/netzbote"], "database_url").write_text(f"{empty_database}\n", encoding="utf-8")
    tried = 0
    for command, shown in sessions():
        words = command.split()[1:]
        name, words = (words[1], words[2:]) if words[0] == "-n" else ("", words)
        if words == ["setup"]:
            _makes_places(here, name)
        given = [_moved(word, here) for word in [*words, *answers(words, name)]]
        if words[0] == "restore" and "--go" not in words:
            Path(here["/var/lib/netzbote"], "netzbote.db").unlink()
        file = Path(here["/etc/netzbote"], name, "netzbote.env")
        settings = {NAMED: str(file)}
        if words == ["setup"]:
            settings["NETZBOTE_BOT_API_URL"] = telegrams[name]
        done = call(*given, settings=settings, cwd=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
        if words == ["setup"]:
            with file.open("a", encoding="utf-8") as written:
                written.write(f"NETZBOTE_BOT_API_URL={telegrams[name]}\n")
        came, wanted = (_alike(lines, tmp_path) for lines in (done.stdout.splitlines(), shown))
        if wanted[-1] == "…":
            wanted, came = wanted[:-1], came[: len(wanted) - 1]
        assert came == wanted, command
        tried += 1

    assert tried >= 7


def _makes_places(here: dict[str, str], name: str) -> None:
    """Make what install.sh makes, and put a token there, so that setup need not ask for it."""
    for place in here.values():
        Path(place, name).mkdir(parents=True, exist_ok=True)
    token = Path(here["/etc/netzbote"], name, "bot_token")
    token.write_text(f"{token_of(name)}\n", encoding="utf-8")
    token.chmod(0o600)


def _moved(word: str, here: dict[str, str]) -> str:
    """Return a word of a command for the folder of the test, and of a backup the name it has."""
    for place, real in here.items():
        word = word.replace(place, real)
    found = sorted(Path(word).parent.glob("*.backup")) if word.endswith(".backup") else []
    return str(found[-1]) if found else word


def test_only_commands_that_exist_are_named() -> None:
    known = {" ".join(one.words) for one in commands(app)} | {"backup"}
    groups = {one.words[0] for one in commands(app)}
    named = re.findall(r"`(?:sudo )?netzbote ([a-z-]+(?: [a-z][a-z-]*)?)", PAGE)

    assert {"access-log", "person", "trainings take-back"} <= set(named)
    assert [n for n in named if n not in known | groups and n.split()[0] not in known] == []
