"""From nothing to the first link: what is asked for is written down, checked, and left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.env_file import NAMED
from tests.process.support import TOKEN, Person, Process, Sim, call, until

pytestmark = pytest.mark.process


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[str]:
    standin = Process(
        "standin", "--no-limits", "--local", settings={}, cwd=tmp_path, log=tmp_path / "stand-in"
    )
    yield standin.line()
    standin.close()


def test_the_first_lead_gets_in(tmp_path: Path, telegram: str) -> None:
    settings = {NAMED: str(tmp_path / "etc" / "netzbote.env"), "NETZBOTE_BOT_API_URL": telegram}
    settings["NETZBOTE_LISTEN"] = "127.0.0.1:0"
    token = tmp_path / "token"
    token.write_text(f"{TOKEN}\n", encoding="utf-8")
    token.chmod(0o600)
    words = ("setup", "--token-file", str(token), "--network", "kreis-steinfurt", "--yes")
    first = call(*words, settings=settings, cwd=tmp_path)
    written = ("netzbote.env", "network.toml", "encryption_keys")
    made = {name: (tmp_path / "etc" / name).read_bytes() for name in written}
    second = call(*words, settings=settings, cwd=tmp_path)

    assert (first.returncode, second.returncode) == (0, 0), first.stdout + first.stderr
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "etc").rglob("*"))
    assert "is there and stays as it is" in second.stdout
    assert {name: (tmp_path / "etc" / name).read_bytes() for name in made} == made
    assert "▀" in first.stdout or "█" in first.stdout
    (link,) = re.findall(r"https://t\.me/\w+\?start=(\w+)", first.stdout)

    bot = Process("bot", "run", settings=settings, cwd=tmp_path, log=tmp_path / "bot.log")
    try:
        until(lambda: "started" in bot.told())
        lead = Person(Sim(telegram), 101, "Anna")
        lead.does("says", text=f"/start {link}")
        until(lambda: any(lead.texts()))
    finally:
        bot.close()


def test_what_is_wrong_ends_it_before_anybody_is_let_in(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("nonsense", encoding="utf-8")
    settings = {NAMED: str(tmp_path / "netzbote.env"), "NETZBOTE_BOT_API_URL": "http://127.0.0.1:9"}
    done = call("setup", "--token-file", "token", "--yes", settings=settings, cwd=tmp_path)

    assert done.returncode == 1
    assert "BOT_TOKEN is no token" in done.stdout
    assert "start=" not in done.stdout
    assert "call netzbote setup again" in done.stderr


def test_what_a_container_is_told_of_its_database_is_not_asked_again(
    tmp_path: Path, telegram: str
) -> None:
    (tmp_path / "url").write_text(f"sqlite:///{tmp_path}/elsewhere.db", encoding="utf-8")
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    settings = {
        NAMED: str(tmp_path / "netzbote.env"),
        "NETZBOTE_BOT_API_URL": telegram,
        "NETZBOTE_DATABASE_URL_FILE": str(tmp_path / "url"),
    }
    done = call("setup", "--token-file", "token", "--yes", settings=settings, cwd=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "DATABASE" not in (tmp_path / "netzbote.env").read_text(encoding="utf-8")
    assert (tmp_path / "elsewhere.db").exists()
