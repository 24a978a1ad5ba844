"""No command, log or error tells a password, a key or a token, however the address is mistyped."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli import main
from domain.address import is_well_formed, secrets_in, shown
from storage.crypto import new_key
from tests.process.support import Process, call, until

PLAIN, ODD = "Geheim-w0rt", "Ge:he/im?w0#rt"
TOKEN = "123456789:AAF-secret_secret_secret_secret_12345"

#: Addresses as people mistype them; {0} is the password.
SLIPS = (
    "postgresql+psycopg//name:{0}@127.0.0.1:9/db",
    "postgresql+psycopg:/name:{0}@127.0.0.1:9/db",
    "postgresql+psycopg:///name:{0}@127.0.0.1:9/db",
    "postgresql+psycopg://name:{0}@@127.0.0.1:9/db",
    "postgresql+psycopg://name:x@{0}@127.0.0.1:9/db",
    "postgresql+psycopg://name:{0}:127.0.0.1:9/db",
    "postgresql+psycopg://name:{0} @127.0.0.1:9/db",
    "postgresql+psycopg://name {0}@127.0.0.1:9/db",
    "postgresql+psycopg://{0}@127.0.0.1:9/db",
    "postgresql+psycopg://name:{0}",
    "postgresql+psycopg://name@127.0.0.1:9/db?password={0}",
    "postgresql+psycopg://name@127.0.0.1:9/db?sslpassword={0}&sslmode=disable",
    "postgresql+psycopg://name:{0}@127.0.0.1:port/db",
    "postgresql+psycopg://name:{0}@127.0.0.1:99999999/db",
    "postgresql+psycopg ://name:{0}@127.0.0.1:9/db",
    " postgresql+psycopg://name:{0}@127.0.0.1:9/db",
    '"postgresql+psycopg://name:{0}@127.0.0.1:9/db',
    "postgres://name:{0}@127.0.0.1:9/db",
    "postgresql://name:{0}@127.0.0.1:9/db",
    "mysql://name:{0}@127.0.0.1:9/db",
    "{0}://name@127.0.0.1:9/db",
    "name:{0}@127.0.0.1:9/db",
    "host=127.0.0.1 user=name password={0} dbname=db",
    "host=127.0.0.1 port=9 password='{0}'",
    "sqlite:///postgresql+psycopg://name:{0}@127.0.0.1:9/db",
    "sqlite//name:{0}@127.0.0.1:9/db",
    "{0}",
    "postgresql+psycopg://name:{0}@127.0.0.1:9/db",
)
COMMANDS = (
    ("doctor",),
    ("db", "upgrade"),
    ("db", "check"),
    ("trainings", "list"),
    ("invite", "--role", "specialist", "--sector", "police"),
    ("keys", "rotate"),
    ("ledger", "verify"),
    ("deliveries", "list"),
    ("report", "2025"),
)

Say = Callable[..., str]


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Say:
    """Return how to call a command as a whole: everything it writes comes back."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETZBOTE_ENCRYPTION_KEYS", new_key())
    monkeypatch.setenv("NETZBOTE_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("NETZBOTE_BOT_API_URL", "http://127.0.0.1:9")

    def said(*words: str, **settings: str) -> str:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["netzbote", *words])
        with contextlib.suppress(SystemExit):
            main()
        out = capfd.readouterr()
        return out.out + out.err

    return said


def spelled(password: str) -> set[str]:
    return {password, quote(password, "")}


def kept(password: str, said: str) -> bool:
    """Return whether neither the password nor a longer part of it is told."""
    parts = spelled(password) if password == PLAIN else {*spelled(password), "he/im", "w0#rt"}
    return not any(part in said for part in parts)


@pytest.mark.wide
@pytest.mark.parametrize("slip", SLIPS)
def test_no_command_tells_a_mistyped_address(say: Say, slip: str) -> None:
    for words, password in zip(COMMANDS, itertools.cycle((PLAIN, ODD)), strict=False):
        url = slip.format(password)
        said = say(*words, NETZBOTE_DATABASE_URL=url)

        assert said
        assert kept(password, said), (words, said)


@pytest.mark.long
def test_nor_where_it_stands_in_a_file(say: Say, tmp_path: Path) -> None:
    for slip in SLIPS:
        (tmp_path / "url").write_text(slip.format(PLAIN), encoding="utf-8")
        assert kept(PLAIN, say("db", "check", NETZBOTE_DATABASE_URL_FILE="url")), slip


@pytest.mark.parametrize(
    "line",
    [
        "NETZBOTE_DATABASE_URL postgresql+psycopg://name:{0}@host/db",
        "postgresql+psycopg://name:{0}@host/db?x=1",
        "{0}=1",
        "NETZBOTE_ENCRYPTION_KEYS:{0}",
        "NETZBOTE_LOG_FORMAT={0}",
        "NETZBOTE_LOG_LEVEL={0}",
        "NETZBOTE_MESSAGES_PER_SECOND={0}",
        "NETZBOTE_ENCRYPTION_KEYS='{0}",
        "export {0}",
    ],
)
def test_no_line_of_the_env_file_is_told(say: Say, tmp_path: Path, line: str) -> None:
    (tmp_path / ".env").write_text(line.format(PLAIN) + "\n", encoding="utf-8")
    for words in (("doctor",), ("db", "check")):
        said = say(*words)

        assert "netzbote: " in said or "wrong" in said
        assert kept(PLAIN, said), said


def test_an_address_of_the_bot_api_keeps_token_and_password(say: Say) -> None:
    for url in (f"https://name:{PLAIN}@127.0.0.1:9", f"htp//name:{PLAIN}@x", f"https://[{PLAIN}"):
        said = say("doctor", NETZBOTE_BOT_API_URL=url)

        assert "telegram" in said or "NETZBOTE_BOT_API_URL: must begin" in said
        assert kept(PLAIN, said), said
        assert TOKEN[12:] not in said


def test_a_failure_nobody_foresaw_is_told_without_secrets(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"postgresql+psycopg://name:{PLAIN}@host/db"

    def fail() -> None:
        raise RuntimeError(f"{url} {TOKEN} PGPASSWORD={ODD} http://u:{PLAIN}@proxy:3128 {PLAIN}")

    monkeypatch.setattr("bot.commands.database.read_settings", fail)
    for level in ("INFO", "DEBUG"):
        said = say(
            "db", "check", NETZBOTE_DATABASE_URL=url, NETZBOTE_LOG_LEVEL=level, PGPASSWORD=ODD
        )

        assert "RuntimeError" in said
        assert kept(PLAIN, said)
        assert kept(ODD, said)
        assert TOKEN not in said


@pytest.mark.process
def test_the_log_of_a_waiting_bot_tells_nothing(tmp_path: Path) -> None:
    key = new_key()
    settings = {
        "NETZBOTE_BOT_TOKEN": TOKEN,
        "NETZBOTE_ENCRYPTION_KEYS": key,
        "NETZBOTE_BOT_API_URL": "http://127.0.0.1:9",
        "NETZBOTE_LOG_LEVEL": "DEBUG",
        "NETZBOTE_DATABASE_URL": f"postgresql+psycopg://name:{PLAIN}@127.0.0.1:9/db",
        "HTTPS_PROXY": f"http://name:{PLAIN}@127.0.0.1:9",
    }
    bot = Process("bot", "run", settings=settings, cwd=tmp_path, log=tmp_path / "log")
    until(lambda: "database does not answer" in bot.told() or bot.code is not None)
    bot.stops()

    assert "database does not answer" in bot.told()
    assert kept(PLAIN, bot.told())
    assert key not in bot.told()


@pytest.mark.process
def test_a_whole_process_tells_no_slip_either(tmp_path: Path) -> None:
    settings = {"NETZBOTE_BOT_TOKEN": TOKEN, "NETZBOTE_ENCRYPTION_KEYS": new_key()}
    url = SLIPS[0].format(PLAIN)
    done = call("run", settings={**settings, "NETZBOTE_DATABASE_URL": url}, cwd=tmp_path)

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("netzbote: The database address cannot be understood; write ")
    assert kept(PLAIN, done.stdout + done.stderr)


ANYTHING = st.text("abcXY:/@?&=#%+ .[]1", max_size=30)


@given(ANYTHING, ANYTHING)
def test_what_is_shown_of_an_address_holds_no_secret(before: str, after: str) -> None:
    address = f"{before}{PLAIN}{after}"
    if "@" in after or "password" in before:
        told = shown(address)
        sure = is_well_formed(address) and told.split("://")[-1].startswith(PLAIN)

        assert PLAIN not in told or sure
    assert PLAIN not in shown(f"postgresql+psycopg://name:{PLAIN}@{after}")
    assert any(PLAIN in each for each in secrets_in(f"name:{PLAIN} {after}"))


def test_what_is_right_is_shown_in_part() -> None:
    assert shown("sqlite:///data/netzbote.db") == "sqlite:///data/netzbote.db"
    assert shown(f"postgresql+psycopg://n:{ODD}@db.example:5432/netz?password=x") == (
        "postgresql+psycopg://db.example:5432/netz"
    )
    assert shown("postgresql+psycopg://name:12345/db") == "postgresql+psycopg://…"
