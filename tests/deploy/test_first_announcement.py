"""How long it takes from a wheel to the first announcement on a phone, on an empty Debian."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.deploy import first_hour
from tests.deploy.debian import USER, Debian, told
from tests.deploy.handbook import commands, one
from tests.process.support import ROOT, TOKEN, Sim

pytestmark = pytest.mark.deploy
#: No more minutes than this, on two cores that have other work too.
MOST = 10.0


def wheel(folder: Path) -> Path:
    """Build the wheel that a release would be."""
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    source = checkout(folder / "source")
    subprocess.run([*command, "-w", str(folder), str(source)], check=True, capture_output=True)
    (found,) = folder.glob("netzbote-*.whl")
    return found


def checkout(folder: Path) -> Path:
    """Return a copy of all files that belong to the project, as they are now."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


#: What `setup` asks, and what somebody types who takes what is proposed.
ANSWERS = (
    ("Bot token", TOKEN),
    ("Network", "rhein-kreis-neuss"),
    ("Database", ""),
    ("Folder for backups", ""),
    ("Office of the first lead", "rkn-kaarst"),
)


def test_from_a_wheel_to_the_first_announcement(
    debian: Debian, telegram: str, tmp_path: Path
) -> None:
    for line in commands("Einrichten")[:2]:
        debian.does(line.replace(" git", ""))
    made = wheel(tmp_path / "made")
    home = debian.path(f"/home/{USER}")
    for name, content in (
        (made.name, made.read_bytes()),
        ("install.sh", (ROOT / "deploy" / "install.sh").read_bytes()),
    ):
        (home / name).write_bytes(content)

    begun = time.monotonic()
    debian.does(f"sudo sh ./install.sh {made.name}")
    installed = time.monotonic()
    said = debian.types(one("Einrichten", "sudo netzbote setup"), ANSWERS)
    debian.does(one("Einrichten", "sudo systemctl"))
    sim = Sim(telegram)
    lead = first_hour.comes_in(sim, 101, "Anna", said)
    invitation = debian.does(
        "sudo netzbote invite --role specialist --institution rkn-kaarst"
    )
    specialist = first_hour.comes_in(sim, 102, "Bert", invitation)
    first_hour.announces(lead)
    specialist.person.reads(first_hour.TITLE)
    over = time.monotonic()

    minutes = (over - begun) / 60
    told(
        f"\nFrom the wheel to the first announcement: {minutes:.1f} minutes, "
        f"{(installed - begun) / 60:.1f} of them to install"
    )
    assert minutes < MOST
