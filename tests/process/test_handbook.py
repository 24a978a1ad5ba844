"""What the handbook shows is what comes: each of its commands is called, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import app
from bot.commands.docs import commands
from bot.env_file import NAMED
from tests.process.support import ROOT, TOKEN, Process, call

pytestmark = pytest.mark.process

PAGE = (ROOT / "docs" / "betrieb.md").read_text(encoding="utf-8")
#: What the handbook names, and where it lies in a test.
PLACES = ("/etc/netzbote", "/var/lib/netzbote", "/var/backups/netzbote")
#: What `setup` would ask for.
ANSWERS = ("--database", "sqlite:////var/lib/netzbote/netzbote.db", "--yes",
           "--backups", "/var/backups/netzbote", "--network", "rhein-kreis-neuss")  # fmt: skip


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[str]:
    standin = Process(
        "standin", "--no-limits", "--local", settings={}, cwd=tmp_path, log=tmp_path / "stand-in"
    )
    yield standin.line()
    standin.close()


def sessions() -> list[tuple[str, list[str]]]:
    """Return each command of the page that is shown with its output."""
    found = re.findall(r"```console\n\$ (?:sudo )?(.+)\n([\s\S]*?)```", PAGE)
    return [(command, shown.splitlines()) for command, shown in found]


def _alike(lines: list[str], folder: Path) -> list[str]:
    """Return lines as they are the same everywhere: without numbers and the folder of a test."""
    plain = [re.sub(r"\d+", "0", line.replace(str(folder), "")).rstrip() for line in lines]
    return [re.sub(r"T[0:+-]+", "T", line) for line in plain]


def test_each_output_is_as_it_is_shown(tmp_path: Path, telegram: str) -> None:
    here = {place: f"{tmp_path}{place}" for place in PLACES}
    for place in here.values():
        Path(place).mkdir(parents=True)
    token = Path(here["/etc/netzbote"], "bot_token")
    token.write_text(f"{TOKEN}\n", encoding="utf-8")
    token.chmod(0o600)
    settings = {NAMED: f"{here['/etc/netzbote']}/netzbote.env", "NETZBOTE_BOT_API_URL": telegram}
    tried = 0
    for command, shown in sessions():
        words = command.split()[1:]
        given = [*words, *ANSWERS] if words == ["setup"] else words
        given = [_moved(word, here) for word in given]
        if words[0] == "restore" and "--go" not in words:
            Path(here["/var/lib/netzbote"], "netzbote.db").unlink()
        done = call(*given, settings=settings, cwd=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
        came, wanted = (_alike(lines, tmp_path) for lines in (done.stdout.splitlines(), shown))
        if wanted[-1] == "…":
            wanted, came = wanted[:-1], came[: len(wanted) - 1]
        assert came == wanted, command
        tried += 1

    assert tried >= 5


def _moved(word: str, here: dict[str, str]) -> str:
    """Return a word of a command for the folder of the test, and of a backup the name it has."""
    for place, real in here.items():
        word = word.replace(place, real)
    found = sorted(Path(word).parent.glob("*.backup")) if word.endswith(".backup") else []
    return str(found[-1]) if found else word


def test_only_commands_that_exist_are_named() -> None:
    known = {" ".join(one.words) for one in commands(app)} | {"backup"}
    named = re.findall(r"`(?:sudo )?netzbote ([a-z]+(?: [a-z]+)?)", PAGE)

    assert named
    assert [n for n in named if n not in known and n.split()[0] not in known] == []
