"""What two networks share and must not, compared without being told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.marks import MEANT, clashes, marks
from bot.settings import Settings
from storage.crypto import new_key

KEY, OTHER = new_key(), new_key()


def made(folder: Path, **settings: str) -> dict[str, list[str]]:
    own = {
        "bot_token": f"{len(folder.name)}:{folder.name}",
        "database_url": f"sqlite:///{folder}/netzbote.db",
        "encryption_keys": new_key(),
        "listen": "",
        "erasures_file": f"{folder}/erasures.jsonl",
    }
    return marks(Settings.model_validate({**own, **settings}), "salt")


PG = "postgresql+psycopg://"


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ({}, {}, []),
        ({"bot_token": "7:same"}, {"bot_token": "7:same"}, ["token"]),
        ({"encryption_keys": KEY}, {"encryption_keys": f"{OTHER},{KEY}"}, ["key"]),
        ({"encryption_keys": KEY}, {"encryption_keys": OTHER}, []),
        ({"database_url": "sqlite:////v/../x"}, {"database_url": "sqlite:////x"}, ["database"]),
        ({"database_url": f"{PG}a:b@h/n"}, {"database_url": f"{PG}c:d@h:5432/n"}, ["database"]),
        ({"database_url": f"{PG}a:b@h/n"}, {"database_url": f"{PG}a:b@h/m"}, []),
        ({"database_url": f"{PG}/n?host=/run/a"}, {"database_url": f"{PG}/n?host=/run/b"}, []),
        ({"erasures_file": "/v/e"}, {"erasures_file": "/v/e"}, ["erasures"]),
        ({"listen": "127.0.0.1:1"}, {"listen": "127.0.0.1:1"}, ["port"]),
        ({"listen": "127.0.0.1:1"}, {"listen": "0.0.0.0:1"}, ["port"]),
        ({"listen": "127.0.0.1:1"}, {"listen": "127.0.0.2:1"}, []),
        ({"listen": "127.0.0.1:1"}, {"listen": "127.0.0.1:2"}, []),
        ({"listen": ":0"}, {"listen": ":0"}, []),
        ({"bot_token": ""}, {"bot_token": ""}, []),
        ({"encryption_keys": ""}, {"encryption_keys": ""}, []),
    ],
)  # fmt: skip
def test_what_is_shared_is_found(
    tmp_path: Path, one: dict[str, str], other: dict[str, str], shared: list[str]
) -> None:
    of = {"a": made(tmp_path / "a", **one), "b": made(tmp_path / "bb", **other), "c": {}}

    assert list(clashes(of)) == [("a", "b", name) for name in shared]
    assert set(shared) <= set(MEANT)


def test_a_mark_tells_no_secret(tmp_path: Path) -> None:
    found = made(tmp_path, bot_token="7:hidden", database_url=f"{PG}u:hidden@h/n")

    assert found["token"]
    assert found["database"]
    assert "hidden" not in str(found)


def test_without_the_salt_nobody_can_compare(tmp_path: Path) -> None:
    settings = Settings.model_validate({"bot_token": "7:same"})

    assert marks(settings, "one")["token"] != marks(settings, "other")["token"]
