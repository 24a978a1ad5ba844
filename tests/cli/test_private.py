"""What we write is for nobody else, also where the umask lets others read."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.crypto import Vault, new_key
from tests.process.support import call, environment

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def settings() -> dict[str, str]:
    return {
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_BOT_API_URL": "http://127.0.0.1:9",
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
        "NETZBOTE_DATABASE_URL": "sqlite:///inner/netzbote.db",
    }


def open_ones(folder: Path) -> list[str]:
    """Return what below a folder others can read."""
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]


@pytest.mark.process
def test_nothing_that_commands_write_can_be_read_by_others(
    settings: dict[str, str], tmp_path: Path
) -> None:
    wanted = (
        ("db", "upgrade"),
        ("invite", "--role", "specialist", "--sector", "police", "--qr", "code.png"),
        ("keys", "new", "--out", "keys.txt"),
        ("trainings", "template", "programme.xlsx"),
        ("report", "2025", "--format", "csv", "--out", "reports"),
    )
    for words in wanted:
        done = call(*words, settings=settings, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    made = {path.name for path in tmp_path.rglob("*")}

    assert made >= {"netzbote.db", "code.png", "keys.txt", "programme.xlsx", "reports", "inner"}
    assert open_ones(tmp_path) == []


@pytest.mark.process
@pytest.mark.parametrize("words", [("keys", "new"), ("settings", "--env")])
def test_what_a_shell_made_is_closed_before_it_is_filled(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    target = tmp_path / "sent"
    with target.open("w") as file:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words],
            env=environment({}),
            cwd=tmp_path,
            stdout=file,
            check=True,
        )

    assert done.returncode == 0
    assert target.read_text(encoding="utf-8")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.process
def test_a_key_is_never_written_over_another(tmp_path: Path) -> None:
    first = call("keys", "new", "--out", "keys.txt", cwd=tmp_path)
    kept = (tmp_path / "keys.txt").read_text(encoding="utf-8")
    second = call("keys", "new", "--out", "keys.txt", cwd=tmp_path)

    assert Vault([kept.strip()])
    assert kept.strip() not in first.stdout
    assert second.returncode == 1
    assert second.stderr.startswith("netzbote: keys.txt is there already and stays as it is")
    assert (tmp_path / "keys.txt").read_text(encoding="utf-8") == kept


@pytest.mark.process
def test_the_doctor_names_what_others_can_read(settings: dict[str, str], tmp_path: Path) -> None:
    call("db", "upgrade", settings=settings, cwd=tmp_path)
    key_file, env_file = tmp_path / "keys.txt", tmp_path / ".env"
    key_file.write_text(settings.pop("NETZBOTE_ENCRYPTION_KEYS"), encoding="utf-8")
    env_file.write_text("# nothing\n", encoding="utf-8")
    settings["NETZBOTE_ENCRYPTION_KEYS_FILE"] = "keys.txt"
    database = tmp_path / "inner" / "netzbote.db"
    database.chmod(0o640)
    before = call("doctor", "--json", settings=settings, cwd=tmp_path)
    for path in (key_file, env_file, database):
        path.chmod(0o600)
    after = call("doctor", "--json", settings=settings, cwd=tmp_path)
    found, none = (
        [one for one in json.loads(done.stdout) if one["name"] == "files"]
        for done in (before, after)
    )

    assert [(one["state"], one["remedy"]) for one in found] == [
        ("warning", "chmod 600 .env keys.txt inner/netzbote.db")
    ]
    assert none == []


@pytest.mark.parametrize(
    "name",
    [
        *(".env", ".env.local", "netzbote.env", "keys.txt", "encryption_keys", "bot_token"),
        *("data/x", "out/x", "a.db", "a.db-wal", "a.db.lock", "secrets/database_url"),
        *("report/x.pdf", "reports/x.pdf"),
    ],
)
@pytest.mark.parametrize("ignoring", [".gitignore", ".dockerignore"])
def test_neither_repository_nor_image_takes_secrets_and_data(name: str, ignoring: str) -> None:
    patterns = (ROOT / ignoring).read_text(encoding="utf-8").splitlines()
    rules = [line.removeprefix("**/").strip("/") for line in patterns if line[:1] not in {"#", "!"}]
    parts = [part for part in (Path(name), *Path(name).parents) if part.name]

    assert any(part.match(rule) for rule in rules if rule for part in parts)
