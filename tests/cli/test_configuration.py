"""The configuration lies outside of the program, and everybody can see which files are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.env_file import NAMED, EnvFileProblem
from bot.network_file import SHIPPED, load, shipped
from bot.settings import read
from storage.crypto import new_key
from tests.process.support import call

pytestmark = pytest.mark.process


def found(done_stdout: str, name: str) -> list[tuple[str, str]]:
    return [(one["state"], one["text"]) for one in json.loads(done_stdout) if one["name"] == name]


@pytest.mark.parametrize("name", shipped())
def test_a_pattern_becomes_a_file_of_ones_own(tmp_path: Path, name: str) -> None:
    out = tmp_path / "network.toml"
    done = call("network", "new", name, "--out", str(out), cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert load(out) == load(name)
    assert out.read_bytes() == (SHIPPED / f"{name}.toml").read_bytes()
    assert f"NETZBOTE_NETWORK={out}" in done.stdout


def test_what_is_there_stays_and_what_is_no_pattern_is_said(tmp_path: Path) -> None:
    out = tmp_path / "network.toml"
    out.write_text("mine", encoding="utf-8")
    there = call("network", "new", "kreis-steinfurt", "--out", str(out), cwd=tmp_path)
    unknown = call("network", "new", "../../etc/hosts", "--out", "new.toml", cwd=tmp_path)

    assert (there.returncode, unknown.returncode) == (1, 1)
    assert out.read_text(encoding="utf-8") == "mine"
    assert "no such pattern; there are: kreis-steinfurt, rhein-kreis-neuss" in unknown.stderr


def test_doctor_shows_each_file_that_is_read_and_warns_of_a_pattern(tmp_path: Path) -> None:
    for name, content in (("token", "1:demo"), ("keys", new_key())):
        (tmp_path / name).write_text(content, encoding="utf-8")
        (tmp_path / name).chmod(0o600)
    call("network", "new", "kreis-steinfurt", "--out", "network.toml", cwd=tmp_path)
    lines = (
        "NETZBOTE_NETWORK=network.toml",
        "NETZBOTE_BOT_TOKEN_FILE=token",
        "NETZBOTE_ENCRYPTION_KEYS_FILE=keys",
        "NETZBOTE_BOT_API_URL=http://127.0.0.1:9",
        "NETZBOTE_DATABASE_URL=sqlite:///here.db",
    )
    named = tmp_path / "netzbote.env"
    named.write_text("\n".join(lines), encoding="utf-8")
    named.chmod(0o600)
    settings = {NAMED: str(named)}
    assert call("db", "upgrade", settings=settings, cwd=tmp_path).returncode == 0
    mine = call("doctor", "--json", settings=settings, cwd=tmp_path)
    pattern = {**settings, "NETZBOTE_NETWORK": "kreis-steinfurt"}
    shipped_one = call("doctor", "--json", settings=pattern, cwd=tmp_path)
    read_ones = (
        *("netzbote.env (settings)", "token (bot token)", "keys (keys)"),
        *("network.toml (network)", "here.db (database)"),
    )

    assert set(found(mine.stdout, "reads")) >= {("ok", f"{tmp_path}/{one}") for one in read_ones}
    assert found(mine.stdout, "pattern") == []
    assert [state for state, _ in found(shipped_one.stdout, "pattern")] == ["warning"]
    assert ("ok", f"{SHIPPED}/kreis-steinfurt.toml (network)") in found(shipped_one.stdout, "reads")


def test_a_named_file_of_settings_must_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EnvFileProblem, match=r"missing is not there; netzbote setup makes it"):
        read({NAMED: "missing"})
