"""What is handed to the municipality's IT: checked as far as that can be done here."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import names
from tests.process.support import ROOT

pytestmark = pytest.mark.process

DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "systemd" / "netzbote.service"
SAFEST = 2.0


@pytest.mark.parametrize("file", ["Dockerfile", "compose.yaml", "systemd/netzbote.service"])
def test_only_settings_that_exist_are_named(file: str) -> None:
    named = set(re.findall(r"NETZBOTE_[A-Z_]+", (DEPLOY / file).read_text(encoding="utf-8")))

    assert named
    assert named <= set(names())


def test_the_dockerfile_takes_what_is_there_and_gives_up_root() -> None:
    lines = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1:-1] for line in lines if re.match(r"COPY (?!--from)", line)]
    missing = [one for group in copied for one in group if not (ROOT / one).exists()]
    packages = {p.parent.name for p in ROOT.glob("*/__init__.py")} - {"tests"}

    assert missing in ([], ["README.md"])
    assert {one for group in copied for one in group} >= packages
    assert "USER 10001" in lines
    assert any(line.startswith("HEALTHCHECK") for line in lines)


def test_the_composition_gives_each_secret_that_it_uses() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    used = set(re.findall(r"/run/secrets/(\w+)", text))
    given = set(re.findall(r"^  (\w+):\n    file:", text, re.MULTILINE))

    assert used == given
    assert len(re.findall(r"<<: \*netzbote", text)) == 2
    assert "privileged" not in text.replace("no-new-privileges", "")


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
