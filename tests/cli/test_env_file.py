"""`.env`: whatever is wrong with it is one clear line, and no line of it is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.env_file import EnvFileProblem
from bot.settings import read


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("NETZBOTE_LOG_LEVEL=DEBUG\n".encode("utf-16"), ".env is saved as UTF-16"),
        (b"NETZBOTE_LOG_LEVEL=\xfcber\n", ".env is not UTF-8"),
        (b"NETZBOTE_LOG\0_LEVEL=DEBUG\n", ".env holds signs that are no text"),
        (b"\n# a remark\n\nNETZBOTE_LOG_LEVEL\n", ".env, line 4: is no NAME=VALUE"),
        (b"NETZBOTE_LOG_LEVEL: DEBUG\n", ".env, line 1: is no NAME=VALUE"),
        (b"just words here\n", ".env, line 1: is no NAME=VALUE"),
        (b"NETZBOTE_LOG_LEVEL='DEBUG\n", ".env, line 1: is no NAME=VALUE"),
        (b"12:AB=1\n", ".env, line 1: begins with no name of a setting"),
        (
            b"NETZBOTE_LOG_LEVEL=DEBUG\nnetzbote_log_level=INFO\n",
            ".env: NETZBOTE_LOG_LEVEL stands in lines 1 and 2; keep one",
        ),
        (b"A=" + b"x" * 1_000_000, ".env is larger than 1 MB"),
    ],
)
def test_what_is_wrong_is_said_by_its_line(folder: Path, content: bytes, said: str) -> None:
    (folder / ".env").write_bytes(content)
    with pytest.raises(EnvFileProblem) as caught:
        read({})

    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_file(folder: Path) -> None:
    (folder / ".env").mkdir()
    with pytest.raises(EnvFileProblem, match="is a folder"):
        read({})


def test_what_is_right_is_read(folder: Path) -> None:
    text = '\ufeff# first\n\nexport NETZBOTE_LOG_LEVEL="DEBUG"  # why\nNETZBOTE_TIMEZONE=\n'
    (folder / ".env").write_text(text, encoding="utf-8")

    assert read({}).log_level == "DEBUG"
