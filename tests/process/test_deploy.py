"""What is handed to the municipality's IT: checked as far as that can be done here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import names
from storage.crypto import new_key
from tests.process.support import ROOT, call, environment, until

pytestmark = pytest.mark.process

DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "systemd" / "netzbote.service"
SAFEST = 2.0


OURS = re.compile(r"NETZBOTE_[A-Z_]+")
#: What compose.yaml puts together settings of.
OF_THE_COMPOSITION = {"NETZBOTE_HOST"}


@pytest.mark.parametrize("file", ["Dockerfile", "compose.yaml", "systemd/netzbote.service"])
def test_only_settings_that_exist_are_named(file: str) -> None:
    named = set(OURS.findall((DEPLOY / file).read_text(encoding="utf-8"))) - OF_THE_COMPOSITION

    assert named
    assert named <= set(names())


def test_the_dockerfile_takes_what_is_there_and_gives_up_root() -> None:
    lines = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    taken = [line.split()[1:-1] for line in lines if re.match(r"COPY (?!--from)", line)]
    copied = {one for group in taken for one in group if not one.startswith("--")}
    missing = [one for one in copied if not (ROOT / one).exists()]
    packages = {p.parent.name for p in ROOT.glob("*/__init__.py")} - {"tests"}
    (health,) = [i for i, line in enumerate(lines) if line.startswith("HEALTHCHECK")]

    assert missing in ([], ["README.md"])
    assert copied >= packages
    assert [line for line in lines if line.startswith("FROM")] == [
        "FROM ${BASE} AS build",
        "FROM ${BASE}",
    ]
    assert lines.index("USER 10001") < lines.index('ENTRYPOINT ["netzbote"]')
    assert "/health/ready" in lines[health + 1]


def composition() -> Any:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def test_the_composition_gives_what_it_uses() -> None:
    made, text = composition(), (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    services = made["services"]
    volumes = [v.partition(":")[0] for one in services.values() for v in one.get("volumes", ())]

    assert set(services) == {"bot-1", "bot-2", "backup", "database", "caddy"}
    assert set(re.findall(r"/run/secrets/(\w+)", text)) == set(made["secrets"])
    assert {v for v in volumes if "/" not in v} == set(made["volumes"])
    assert {n for one in services.values() for n in one["networks"]} == set(made["networks"])
    assert (DEPLOY / "Caddyfile").is_file()
    for name in ("bot-1", "bot-2", "backup", "caddy"):
        assert services[name]["read_only"], name
        assert services[name]["cap_drop"] == ["ALL"], name
    assert all("privileged" not in one for one in services.values())


def test_images_are_pinned_as_docker_knows_them(tmp_path: Path) -> None:
    """Each image that is built on can be named by digest, and `pin-images` names all of them."""
    used = re.findall(r"\$\{(\w+_IMAGE):-([^}]+)\}", (DEPLOY / "compose.yaml").read_text())
    script = tmp_path / "pin-images"
    shutil.copy(DEPLOY / "pin-images", script)
    docker = tmp_path / "docker"
    docker.write_text('#!/bin/sh\n[ "$1" = pull ] || echo "$5@sha256:0123"\n')
    docker.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    for _ in range(2):
        subprocess.run([script], env={"PATH": path}, check=True, capture_output=True)

    lines = (tmp_path / ".env").read_text(encoding="utf-8").splitlines()
    assert dict(line.split("=", 1) for line in lines) == {
        name: f"{image}@sha256:0123" for name, image in used
    }
    assert len(lines) == len(used)
    assert "debian:trixie-slim" in (DEPLOY / "Dockerfile").read_text(encoding="utf-8")


def test_a_container_backs_up_at_once_and_says_when_it_did_not(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    settings = {
        "NETZBOTE_DATABASE_URL": f"sqlite:///{tmp_path}/netzbote.db",
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
        "NETZBOTE_ERASURES_FILE": str(folder / "erasures.jsonl"),
    }
    assert call("db", "upgrade", settings=settings, cwd=tmp_path).returncode == 0
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    told = {**environment(settings), "PATH": path, "BACKUP_FOLDER": str(folder)}
    script = [str(DEPLOY / "nightly-backup")]

    def recent() -> int:
        return subprocess.run([*script, "--check"], env=told, check=False).returncode

    assert recent() == 1
    with subprocess.Popen(script, env=told, cwd=tmp_path, stdout=subprocess.DEVNULL) as nightly:
        until(lambda: recent() == 0)
        nightly.terminate()
        assert nightly.wait(30) == 0
    (made,) = folder.glob("*.backup")
    long_ago = made.stat().st_mtime - 27 * 3600
    os.utime(made, (long_ago, long_ago))
    assert recent() == 1


@pytest.mark.needs("systemd-analyze")
def test_the_unit_is_right_and_locked_in(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    text = UNIT.read_text(encoding="utf-8")
    here = f"\nExecStart={sys.executable}"
    unit.write_text(re.sub(r"\nExecStart=\S+", here, text))
    verified = _analyze("verify", "--man=no", str(unit))
    judged = _analyze("security", "--offline=true", str(unit))
    (level,) = re.findall(r"exposure level for \S+: ([\d.]+)", judged.stdout)

    assert verified.returncode == 0, verified.stderr
    assert UNIT.name not in verified.stderr
    assert float(level) <= SAFEST


def _analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *arguments], capture_output=True, text=True, check=False, timeout=60
    )


def test_installed_anywhere_it_finds_its_files(tmp_path: Path) -> None:
    """The last step of the Dockerfile, without the network."""
    source, site = tmp_path / "source", tmp_path / "site"
    rooms = (
        *("bot", "handlers", "scheduler", "storage", "texts", "talk", "domain", "standin"),
        *("deploy", "requirements"),
    )
    for room in rooms:
        shutil.copytree(ROOT / room, source / room, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md"):
        if (ROOT / file).exists():
            shutil.copy(ROOT / file, source)
    install = ["-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run(
        [sys.executable, *install, "--target", str(site), "."],
        cwd=source,
        check=True,
        capture_output=True,
        timeout=120,
    )
    shown = subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", "network", "check"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert shown.returncode == 0, shown.stderr
    assert "6 offices" in shown.stdout
    assert list(site.glob("texts/de/*.ftl"))
    assert list(site.glob("standin/page/*.html"))
    assert list(site.glob("texts/documents/*.typ"))
