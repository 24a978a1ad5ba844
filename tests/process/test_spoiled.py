"""A spoiled file or a wrong key: the bot refuses with one line, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from domain.channel import in_chat
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.conftest import NETWORK, NOW

pytestmark = pytest.mark.process


def run(file: Path, key: str) -> subprocess.CompletedProcess[str]:
    """Return how `netzbote run` ends on this file with this key."""
    settings = {
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_BOT_API_URL": "http://127.0.0.1:9",
        "NETZBOTE_DATABASE_URL": f"sqlite:///{file}",
        "NETZBOTE_ENCRYPTION_KEYS": key,
    }
    command = [sys.executable, "-m", "bot", "run"]
    return subprocess.run(
        command, env=os.environ | settings, capture_output=True, text=True, timeout=60
    )


def test_a_corrupted_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "netzbote.db"
    file.write_bytes(b"no database" * 1000)
    ended = run(file, new_key())

    assert ended.returncode == 1
    assert f"sqlite:///{file} cannot be used: file is not a database" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert file.read_bytes() == b"no database" * 1000


async def test_a_wrong_key_is_refused(sqlite_template: Path, tmp_path: Path) -> None:
    file = tmp_path / "netzbote.db"
    shutil.copy(sqlite_template, file)
    database = Database(f"sqlite:///{file}", Vault([new_key()]), NETWORK)
    async with database.transaction() as store:
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        await store.persons.add(Newcomer(in_chat(101), Role.SPECIALIST, place), NOW.date())
    await database.close()
    ended = run(file, new_key())

    assert ended.returncode == 1
    assert "None of the encryption keys opens the stored data" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_a_key_nothing_starts(tmp_path: Path) -> None:
    ended = run(tmp_path / "netzbote.db", "")

    assert ended.returncode == 1
    assert "netzbote keys new" in ended.stderr
    assert not (tmp_path / "netzbote.db").exists()
